"""Results as plain dicts: what programs get."""
