"""Learns rules from a coder's decisions; the one room that knows scikit-learn."""
