"""What the views show, as Qt models that can be tested without a window."""
