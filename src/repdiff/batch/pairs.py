"""Which files are compared with which: by a table, or by the names and years of the files in one folder or two. Nothing is guessed."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from repdiff.batch.folder import LeftOver, Named, by_name, documents
from repdiff.files.paths import STDIN, shown
from repdiff.model.batch import Pair, Pairs
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.sources.places import is_table, named_pairs


def pairs_of(given: Sequence[str]) -> Pairs:
    """The pairs of a table, of a folder, or of two folders. Raises RepdiffError for anything else, and where there is no pair."""
    if len(given) == 1 and is_table(given[0]) and not Path(given[0]).is_dir():
        return pairs_of_table(given[0])
    return pairs_of_folder(given[0]) if len(given) == 1 else pairs_of_folders(*given)


def pairs_of_table(path: str) -> Pairs:
    """The pairs of a table with the columns place, old and new. Raises RepdiffError for a table that cannot be read."""
    return Pairs(Path(path).name, tuple(Pair(*row, error=_error(*row[1:])) for row in named_pairs(path)))


def pairs_of_folder(path: str) -> Pairs:
    """The consecutive years of each name in one folder, each year in one file. Raises RepdiffError where there is no pair, or no folder."""
    left = LeftOver()
    rows: list[Pair] = []
    for name, group in by_name(documents(Path(path), left, dated=True)):
        years = sorted({file.year for file in group})
        found = [[file for file in group if file.year == year] for year in years]
        left.alike += [file.told for files in found if len(files) > 1 for file in files]
        if len(years) == 1:
            left.alone += [file.told for files in found if len(files) == 1 for file in files]
        made = [(old[0], new[0]) for old, new in pairwise(found) if len(old) == len(new) == 1]
        several = len(made) > 1
        rows += (Pair(f"{name} {a.year}–{b.year}" if several else name, str(a.path), str(b.path)) for a, b in made)
    return _found(Path(path).resolve().name, rows, left)


def pairs_of_folders(old: str, new: str) -> Pairs:
    """The files of one name in two folders, whatever their years; where both hold several of it, those of one year.

    Raises RepdiffError where there is no pair, or no folder.
    """
    left = LeftOver()
    sides = [documents(Path(path), left) for path in (old, new)]
    rows: list[Pair] = []
    for name, group in by_name([*sides[0], *sides[1]]):
        olds, news = ([file for file in side if file in group] for side in sides)
        if not olds or not news:
            left.lone += [file.told for file in group]
        elif len(olds) == len(news) == 1:
            rows.append(Pair(name, str(olds[0].path), str(news[0].path)))
        elif years := _same_years(olds, news):
            for year in years:
                one, other = (next(str(file.path) for file in side if file.year == year) for side in (olds, news))
                rows.append(Pair(f"{name} {year}", one, other))
        else:
            left.several += [file.told for file in group]
    return _found(f"{Path(old).resolve().name} – {Path(new).resolve().name}", rows, left)


def _error(old: str, new: str) -> str:
    """Why the two cells of a line name no pair; empty where they do."""
    missing = [column for column, cell in (("old", old), ("new", new)) if not cell]
    if missing:
        return Said("No document stands in the column {columns}.", columns=" / ".join(missing))
    if STDIN in (Path(old).name, Path(new).name):
        return Said("Standard input is no document of a table: name a file.")
    return ""


def _same_years(olds: Sequence[Named], news: Sequence[Named]) -> list[str]:
    """The years of both sides, where they are the same and each stands once; else none."""
    years = [sorted(file.year for file in side) for side in (olds, news)]
    same = years[0] == years[1] and "" not in years[0] and len(set(years[0])) == len(years[0])
    return years[0] if same else []


def _found(name: str, rows: Sequence[Pair], left: LeftOver) -> Pairs:
    notes = tuple(left.notes())
    if not rows:
        why = " ".join(notes) or "No document is there."
        hint = (
            "Name the files of a pair alike but for one year (henan-2020.txt, henan-2021.txt), or give a table (.csv)."
        )
        raise RepdiffError(f"{shown(name)}: no pair was found. {why}", hint)
    return Pairs(name, tuple(rows), notes)
