"""The desktop face: one window over the same use cases as the command line."""
