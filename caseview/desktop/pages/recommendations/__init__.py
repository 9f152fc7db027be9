"""The Recommendations view: groups, what may belong, and the responses to coroners."""
