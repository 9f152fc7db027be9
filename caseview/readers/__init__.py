"""Adapter: turns files into documents, passages and descriptions."""
