"""What a reader is told besides the bytes of a file."""

from typing import NamedTuple


class Request(NamedTuple):
    """The name of the file in messages; the codec that the user gave, if any; the part of the file that the user named behind a `#` (a
    column of a table, a sheet of a workbook), empty for all of it.
    """

    name: str
    encoding: str | None = None
    part: str = ""
