"""Adapter: Whoosh's query language over a full-text index inside the casebook."""
