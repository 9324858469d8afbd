"""The desk: a local page for those who never open a shell. A program of its own, on the loopback only."""
