"""The command line: the second face over the use cases; it never imports Qt."""
