"""The Casebook view: what keeps the work safe, and what the team has set."""
