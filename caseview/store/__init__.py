"""The casebook: one SQLite file that keeps reviews, documents, decisions and how they came."""
