"""The Reader: the text of one document, its suggestions to decide, and tags by hand."""
