"""A TOML file of the user's: what it says, and at which line it says it."""

import os
import re
from typing import Any, NamedTuple

from repdiff.files.paths import STDIN, read_bytes, shown
from repdiff.model.errors import RepdiffError

_LINE = re.compile(r"at line (\d+)")


class TomlFile(NamedTuple):
    """What the messages about a file need: its name and its lines. `root` is the table that all others stand below (`tool.repdiff`)."""

    name: str
    lines: tuple[str, ...]
    root: str = ""

    def wrong(self, what: str, hint: str, key: str = "", section: str = "") -> RepdiffError:
        """An error at the line of a key in a section, or of the section itself."""
        return RepdiffError(f"{self.name}:{self.line(key, section)}: {what}", hint)

    def line(self, key: str = "", section: str = "") -> int:
        """The number of the line of a key in a section, or of the section itself; 1 where it is not found."""
        wanted = ".".join(filter(None, (self.root, section)))
        inside, found = "", 1
        for number, line in enumerate(self.lines, 1):
            text = line.strip()
            if text.startswith("["):
                inside = _plain(text.strip("[] \t").split("]")[0])
                found = number if inside == wanted else found
            elif key and _plain(text.partition("=")[0]) in _spellings(key, wanted, inside):
                return number
        return found


def _plain(name: str) -> str:
    """A dotted name without blanks and quotation marks around its parts."""
    return name.strip() if "\\" in name else name.strip().strip("\"'").replace('"', "").replace(" ", "")


def _spellings(key: str, wanted: str, inside: str) -> tuple[str, ...]:
    """How a key of the section `wanted` may stand below the heading `inside`: alone, or behind the rest of the section's name."""
    if inside == wanted:
        return key, key.replace(" ", "")
    rest = wanted.removeprefix(f"{inside}." if inside else "")
    return (f"{rest}.{key}".replace(" ", ""),) if not inside or wanted.startswith(f"{inside}.") else ()


def read_toml(path: str | os.PathLike[str], kind: str, hint: str) -> tuple[TomlFile, dict[str, Any]]:
    """A file and what it says; "-" is standard input. `kind` is what it should hold, `hint` how that is written.

    Raises RepdiffError naming the file, the line, and what to do.
    """
    import tomllib

    place = os.fspath(path)
    name = "<stdin>" if place == STDIN else shown(place)
    try:
        text = read_bytes(place).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RepdiffError(f"{name}:1: not in UTF-8, so no {kind}.", "Save the file as UTF-8.") from None
    file = TomlFile(name, tuple(text.splitlines()))
    try:
        return file, tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _no_toml(file, error, hint) from None


def _no_toml(file: TomlFile, error: Exception, hint: str) -> RepdiffError:
    at = _LINE.search(str(error))
    line = at[1] if at else max(len(file.lines), 1)
    if "overwrite" in str(error) or "twice" in str(error):
        return RepdiffError(f"{file.name}:{line}: this word or section stands twice.", "Keep one of the two.")
    return RepdiffError(f"{file.name}:{line}: no TOML.", hint)
