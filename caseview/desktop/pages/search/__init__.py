"""The search: as one types, in context, kept under names, written out."""
