"""The Summaries view: what goes in, the page as it will be, and the Word file."""
