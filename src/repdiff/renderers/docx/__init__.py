"""Word files: what differs as tracked changes."""
