"""Plain text as a source."""

from repdiff.files.request import Request
from repdiff.files.text import decoded
from repdiff.model.texts import Source


def read_text(data: bytes, request: Request) -> Source:
    """The bytes of a file as plain text: no marks. Errors as those of `decoded`."""
    found = decoded(data, request)
    return Source(request.name, found.text, "txt", found.encoding, found.assumed, found.sha256, notes=found.notes)
