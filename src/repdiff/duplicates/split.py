"""A scraped file to the documents that it holds."""


def documents(text: str) -> list[tuple[int, int]]:
    """Spans of the documents in a text."""
    return [(0, len(text))]
