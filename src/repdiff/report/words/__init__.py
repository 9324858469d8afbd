"""The words of reports, by language."""
