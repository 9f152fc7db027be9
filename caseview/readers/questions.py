"""Questions that a review puts to its board in place of recommendations."""
