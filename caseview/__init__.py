"""CaseView reads statutory safeguarding reviews, tags their themes and counts them, offline."""

__version__ = "0.1.0"
