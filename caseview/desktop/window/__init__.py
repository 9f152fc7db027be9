"""The window: rail, bar, status, and the views it holds."""
