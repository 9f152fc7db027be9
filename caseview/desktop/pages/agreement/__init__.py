"""Agreement: second coder, rules, spot check."""
