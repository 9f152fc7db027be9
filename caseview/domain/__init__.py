"""The nouns of CaseView: frozen values that need nothing but Python."""
