"""The exporters: tables and summaries as Word, Excel and CSV files."""
