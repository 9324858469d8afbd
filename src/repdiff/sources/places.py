"""A table of documents by place (.csv or .tsv): reading it, and the documents that it names.

    place,old,new                      place,2019,2020,2021
    Easton,e-2021.txt,e-2022.txt       Easton,e-2019.txt,e-2020.txt,e-2021.txt

Paths are relative to the table. A document that cannot be read is told with its place; the others are read all the same.
"""

import csv
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from repdiff.files.paths import STDIN, read_bytes, shown
from repdiff.files.request import Request
from repdiff.model.errors import RepdiffError
from repdiff.model.places import Place, Places
from repdiff.model.texts import Source
from repdiff.sources import read
from repdiff.sources.text import read_text

PAIR = ("old", "new")
"""The columns of a table of pairs."""
_PLACE = "place"
_ENDINGS = (".csv", ".tsv")
_FEWEST = 2  # versions that can be followed


def is_table(path: str | os.PathLike[str]) -> bool:
    """Whether the name of a file says that it is a table: no document ends so."""
    return PurePath(os.fspath(path)).suffix.lower() in _ENDINGS


def read_pairs(path: str | os.PathLike[str], *, encoding: str | None = None) -> Places:
    """Read a table with the columns place, old and new, and the documents that it names, in the codec `encoding` where that is given.

    Raises RepdiffError naming the file, the line, and what to do; what is wrong with a document is told with its place.
    """
    header, rows, name = _pairs(path)
    columns = [header.index(column) for column in PAIR]
    places = _places(path, rows, (header.index(_PLACE), columns), encoding)
    return Places(PurePath(name).name, PAIR, tuple(_whole(place) for place in places))


def named_pairs(path: str | os.PathLike[str]) -> tuple[tuple[str, str, str], ...]:
    """The lines of a table with the columns place, old and new: the place, and the paths of both documents, which are not read; a path is
    empty where none is named. Errors as those of `read_pairs`.
    """
    header, rows, _ = _pairs(path)
    folder = Path(os.fspath(path)).parent
    found = ([cells[n] if n < len(cells) else "" for n in map(header.index, (_PLACE, *PAIR))] for _, cells in rows)
    return tuple(
        (place, str(folder / old) if old else "", str(folder / new) if new else "") for place, old, new in found
    )


def read_versions(path: str | os.PathLike[str], *, encoding: str | None = None) -> Places:
    """Read a table with a column place and one for each version, the oldest first, and the documents that it names. Errors as above."""
    header, rows, name = _table(path)
    columns = [number for number, column in enumerate(header) if column != _PLACE]
    if len(columns) < _FEWEST:
        raise RepdiffError(f"{name}:1: fewer than two versions.", "Give each version a column, the oldest first.")
    if not all(header[number] for number in columns):
        raise RepdiffError(f"{name}:1: a column without a name.", "Name each column by its version, like 2021.")
    places = tuple(_places(path, rows, (header.index(_PLACE), columns), encoding))
    return Places(PurePath(name).name, tuple(header[number] for number in columns), tuple(map(_several, places)))


def _pairs(path: str | os.PathLike[str]) -> tuple[list[str], list[tuple[int, list[str]]], str]:
    """A table with the columns of pairs, as `_table` gives it."""
    header, rows, name = _table(path)
    missing = [column for column in PAIR if column not in header]
    if missing:
        hint = f"The first line names the columns {', '.join((_PLACE, *PAIR))}."
        raise RepdiffError(f"{name}:1: no column {missing[0]}.", hint)
    return header, rows, name


def _table(path: str | os.PathLike[str]) -> tuple[list[str], list[tuple[int, list[str]]], str]:
    """The header, its names in small letters, the lines below it with their numbers, and the file's name in messages."""
    place = os.fspath(path)
    name = shown(place)
    text = read_text(read_bytes(place), Request(name)).text
    first = text.partition("\n")[0]
    sign = "\t" if is_table(place) and place.lower().endswith(".tsv") else ";" if "," not in first else ","
    try:
        reader = csv.reader(text.splitlines(), delimiter=sign, strict=True)
        found = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(map(str.strip, row))]
    except csv.Error as error:
        raise RepdiffError(f"{name}: no table ({error}).", "Save it again as CSV.") from None
    if not found:
        raise RepdiffError(
            f"{name}: the table is empty.", "The first line names the columns, a line below it each place."
        )
    header = [cell.casefold() for cell in found[0][1]]
    if _PLACE not in header:
        hint = "The first line names the columns: place, old, new; or place and one for each version."
        raise RepdiffError(f"{name}:1: no column {_PLACE}.", hint)
    twice = next((cell for cell in header if cell and header.count(cell) > 1), "")
    if twice:
        raise RepdiffError(f"{name}:1: two columns {twice}.", "Keep one of the two.")
    if len(found) == 1:
        raise RepdiffError(f"{name}: a header and no place.", "Write a line for each place below it.")
    _refuse_twice(found[1:], header.index(_PLACE), name)
    return header, found[1:], name


def _refuse_twice(rows: Sequence[tuple[int, list[str]]], column: int, name: str) -> None:
    """Raise RepdiffError for a line without a place, and for a place that stands twice."""
    seen = set()
    for line, cells in rows:
        place = cells[column] if column < len(cells) else ""
        if not place:
            raise RepdiffError(f"{name}:{line}: no place.", "Write its name in the column place.")
        if place in seen:
            raise RepdiffError(f"{name}:{line}: {shown(place)} stands twice.", "Keep one line for each place.")
        seen.add(place)


def _places(
    path: str | os.PathLike[str],
    rows: Sequence[tuple[int, list[str]]],
    columns: tuple[int, Sequence[int]],
    encoding: str | None,
) -> Iterator[Place]:
    """The places of the lines with their documents; `columns` are that of the place and those of its documents."""
    folder = Path(os.fspath(path)).parent
    for _, cells in rows:
        named = [cells[number] if number < len(cells) else "" for number in columns[1]]
        sources: list[Source | None] = []
        errors = []
        for cell in named:
            try:
                sources.append(_document(folder, cell, encoding) if cell else None)
            except RepdiffError as error:
                sources.append(None)
                errors.append(str(error))
        yield Place(cells[columns[0]], tuple(sources), " ".join(errors))


def _document(folder: Path, name: str, encoding: str | None) -> Source:
    if name == STDIN:
        raise RepdiffError("Standard input is no document of a table.", "Name a file.")
    return read(folder / name, encoding=encoding)


def _whole(place: Place) -> Place:
    """A place of a table of pairs: both of its documents must be named."""
    missing = [column for column, source in zip(PAIR, place.sources, strict=True) if source is None]
    if place.error or not missing:
        return place
    return place._replace(error=f"No document stands in the column {' nor in '.join(missing)}.")


def _several(place: Place) -> Place:
    """A place of a table of versions: two of them must be named."""
    if place.error or sum(source is not None for source in place.sources) >= _FEWEST:
        return place
    return place._replace(error="Fewer than two versions are named.")
