"""Pair the sections, sentences and words of two documents."""
