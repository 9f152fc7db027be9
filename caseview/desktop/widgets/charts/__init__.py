"""Charts painted for a person to look at; every bar leads to its passages."""
