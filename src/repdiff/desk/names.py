"""File names that a browser hands over, as names that a folder can hold: nothing in them leads anywhere."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count
from pathlib import PurePosixPath

_UNNAMED = "document"
_SEPARATOR = re.compile(r"[/\\]")
_REFUSED = re.compile(r'[<>:"|?*]')
"""What one system or another refuses in a name."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""Names that one system takes for devices, whatever their ending."""
_LONGEST = 120
"""Bytes of a name in UTF-8: systems allow 255, and what stands beside it has a longer one."""
_ENDING = 12
"""Characters of the longest ending that is kept when a name is cut."""


def safe(name: str) -> str:
    """The last part of `name` without what a system refuses, hides or takes for a command; at most 120 bytes, its ending kept."""
    last = unicodedata.normalize("NFC", _SEPARATOR.split(name)[-1])
    shown = "".join(char if char.isprintable() else "_" for char in last)
    kept = _REFUSED.sub("_", shown).strip(" .")
    # A name that begins like an option is one for whoever types it behind a command.
    kept = kept.lstrip("-~") or _UNNAMED
    return _cut(f"_{kept}" if _DEVICE.match(kept) else kept)


def _cut(name: str) -> str:
    if len(name.encode()) <= _LONGEST:
        return name
    ending = PurePosixPath(name).suffix[:_ENDING]
    room = _LONGEST - len(ending.encode())
    return name.encode()[:room].decode(errors="ignore").rstrip(" .") + ending


def unlike(name: str, taken: Collection[str]) -> str:
    """The name, with a number before its ending where it is taken, whatever the case of letters."""
    used = {each.casefold() for each in taken}
    if name.casefold() not in used:
        return name
    ending = PurePosixPath(name).suffix
    stem = name.removesuffix(ending)
    return next(each for n in count(2) if (each := f"{stem} {n}{ending}").casefold() not in used)
