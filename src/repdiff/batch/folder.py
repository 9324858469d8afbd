"""The documents of a folder by their names and years."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from repdiff.files.packed import inner
from repdiff.files.paths import shown
from repdiff.languages.numerals import HAN_YEAR, HAN_YEAR_DIGITS, YEAR, YEAR_SIGN
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.sources.places import is_table
from repdiff.sources.readers import reader_of
from repdiff.sources.settings import OWN

_YEAR = re.compile(rf"(?:{YEAR}|{HAN_YEAR})(?:{YEAR_SIGN})?")
_BETWEEN = re.compile(r"[\s_.,·()\[\]–—-]+")
_PASSED_OVER = (".", "~$")  # hidden files, and what office programs leave beside a file that is open


class Named(NamedTuple):
    """A document of a folder: its path, its name without the year, that year (empty without one), and what it is called in messages."""

    path: Path
    name: str
    year: str
    told: str


@dataclass(slots=True)
class LeftOver:
    """Files that are in no pair, by the reason."""

    unread: list[str] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    alike: list[str] = field(default_factory=list)
    lone: list[str] = field(default_factory=list)
    several: list[str] = field(default_factory=list)

    def notes(self) -> Iterator[Said]:
        """A sentence for each reason that has files."""
        if self.alone:
            yield Said("In no pair, for no other year of this name is there: {files}.", files=", ".join(self.alone))
        if self.alike:
            yield Said("In no pair, for several files have one name and year: {files}.", files=", ".join(self.alike))
        if self.lone:
            yield Said("In no pair, for the other folder has none of this name: {files}.", files=", ".join(self.lone))
        if self.several:
            yield Said("In no pair, for several files have one name: {files}.", files=", ".join(self.several))
        if self.undated:
            yield Said("In no pair, for their names do not tell one year: {files}.", files=", ".join(self.undated))
        if self.unread:
            yield Said("In no pair, being no documents: {files}.", files=", ".join(self.unread))


def documents(folder: Path, left: LeftOver, *, dated: bool = False) -> list[Named]:
    """The documents of a folder by name; where they are to be `dated`, only those whose names tell one year. What is none goes to `left`.

    Raises RepdiffError where there is no such folder.
    """
    found = []
    for path in _files(folder):
        file = _named(path, folder, path.name if dated else f"{folder.resolve().name}/{path.name}")
        if is_table(str(path)) or reader_of(str(path)) is None:
            left.unread.append(file.told)
        elif dated and not file.year:
            left.undated.append(file.told)
        else:
            found.append(file)
    return found


def by_name(files: Iterable[Named]) -> Iterator[tuple[str, list[Named]]]:
    """Files of one name together, names in order; of spellings that differ in the case of letters the first is told."""
    groups: dict[str, list[Named]] = {}
    for file in files:
        groups.setdefault(file.name.casefold(), []).append(file)
    return ((groups[key][0].name, groups[key]) for key in sorted(groups))


def _files(folder: Path) -> list[Path]:
    try:
        files = (path for path in folder.iterdir() if path.is_file() and path.name != OWN)
        found = [path for path in files if not path.name.startswith(_PASSED_OVER)]
    except OSError as error:
        name = shown(str(folder))
        if isinstance(error, NotADirectoryError):
            raise RepdiffError(
                f"{name}: neither a table nor a folder.", "Give a .csv file, a folder, or two."
            ) from None
        if isinstance(error, FileNotFoundError):
            raise RepdiffError(f"{name}: no such folder.", "Give a table (.csv), a folder, or two.") from None
        raise RepdiffError(f"{name}: cannot be read ({(error.strerror or '').lower()}).", "Check the folder.") from None
    return sorted(found, key=lambda path: (unicodedata.normalize("NFC", path.name), path.name))


def _named(path: Path, folder: Path, told: str) -> Named:
    stem = unicodedata.normalize("NFKC", Path(inner(path.name)).stem)
    years = {found[:4].translate(HAN_YEAR_DIGITS) for found in _YEAR.findall(stem)}
    year = years.pop() if len(years) == 1 else ""
    name = " ".join(_BETWEEN.sub(" ", _YEAR.sub(" ", stem) if year else stem).split())
    return Named(path, name or folder.resolve().name, year, shown(told))
