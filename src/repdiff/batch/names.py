"""Names of files that are safe on every system, one for each pair."""

import re
import unicodedata
from collections.abc import Iterable

_UNFIT = re.compile(r'[/\\:*?"<>|]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE
)  # devices of Windows, whatever the ending
_LONGEST = 150
"""Bytes of a name in UTF-8: file systems hold 255, the ending and the number of a name that stands twice among them."""
_TAKEN = ("index",)
_PAGES = ("", "-promises")
"""What is put behind a name: a pair has two pages."""


def file_names(names: Iterable[str]) -> tuple[str, ...]:
    """A file name without ending for each name, in order: no two are the same on any system, none is that of the index."""
    found: list[str] = []
    taken = set(map(_alike, _TAKEN))
    for name in names:
        base, number = safe_name(name), 1
        made = base
        while any(_alike(made + page) in taken for page in _PAGES):
            number += 1
            made = f"{base}-{number}"
        taken.update(_alike(made + page) for page in _PAGES)
        found.append(made)
    return tuple(found)


def safe_name(name: str) -> str:
    """The name with `-` for what no file name may hold: separators, control and format characters, halves of surrogate pairs. It begins
    with no dot or hyphen, ends in no dot or blank, is no device of Windows and at most 150 bytes long; never empty.
    """
    kept = "".join("-" if unicodedata.category(char)[0] == "C" else char for char in unicodedata.normalize("NFC", name))
    text = " ".join(_UNFIT.sub("-", kept).split()).lstrip(".-").strip(" .")
    text = text.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    return f"_{text}" if not text or _RESERVED.match(text) else text


def _alike(name: str) -> str:
    """What file systems that ignore case take for one name."""
    return unicodedata.normalize("NFC", name.casefold())
