"""Cross-tabs: themes or attributes counted against an attribute, each number with its evidence."""
