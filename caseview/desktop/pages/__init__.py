"""The views of the rail, one a module or package; none knows another."""
