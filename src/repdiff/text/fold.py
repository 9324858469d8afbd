"""The form in which two texts are the same whatever their width and blanks."""

import unicodedata


def fold(text: str) -> str:
    """The text in Unicode form NFKC, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())
