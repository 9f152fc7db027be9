"""The verbs of CaseView, one a module; they know ports, never adapters."""
