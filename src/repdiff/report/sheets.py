"""What tables for programs and workbooks are made of: columns with a type, cells that are numbers where they are numbers."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from repdiff.report.runs import Run
from repdiff.report.words import ENGLISH, Words

if TYPE_CHECKING:
    from repdiff.report.nouns import Table


_CONDITION: Final = "condition_"


class Type(StrEnum):
    """What the cells of a column are.

    TEXT is a text; WHOLE an int; NUMBER a Decimal; NUMBERS a tuple of one Decimal or of both ends of a range, `()` for none; SHARE a
    Decimal, 0..1; PERCENT a Decimal in percent; TRUTH a bool. None is an empty cell of any.
    """

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    NUMBERS = "numbers"
    SHARE = "share"
    PERCENT = "percent"
    TRUTH = "truth"


class Column(NamedTuple):
    """A column: its name for programs, the same in all languages, what readers call it, and what its cells are."""

    name: str
    title: str
    type: Type = Type.TEXT


class Marked(NamedTuple):
    """A text whose words bear marks: its runs."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The characters, without styles."""
        return "".join(run.text for run in self.runs)


class Linked(NamedTuple):
    """A text that leads to a row of another sheet of the same workbook: the sheet's name, and the index of the row; -1 is its head."""

    text: str
    sheet: str
    row: int = -1


Cell = str | int | Decimal | bool | None | tuple[Decimal, ...] | Marked | Linked
"""What stands in one cell."""


class Sheet(NamedTuple):
    """A table with a type for each column. `name` is for programs, `title` for readers; one that is `plain` has no head row: its first
    column says what the others are.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    plain: bool = False


class Audience(NamedTuple):
    """Whom a table is for: programs get names that are the same in every language, readers the words of theirs."""

    words: Words
    programs: bool

    def named(self, scope: str, name: str) -> str:
        """The name of one of several kinds (`kinds`, `roles`, `outcomes`): as it is, or in the reader's words."""
        return name if self.programs else self.words[f"{scope}.{name}"]

    def all_named(self, scope: str, names: Sequence[str], between: str = " ") -> str:
        """Several of them, each once."""
        found = dict.fromkeys(names)
        return (between if self.programs else self.words["text.comma"]).join(self.named(scope, each) for each in found)

    def titled(self, name: str) -> str:
        """The title of a table or column by its name, which for programs it is itself."""
        if self.programs:
            return name.replace("_", " ").capitalize()
        return _headed(self.words[f"sheets.{name}"])

    def columns(self, *columns: str | tuple[str, Type]) -> tuple[Column, ...]:
        """Columns by their names, of texts where no type stands with the name."""
        return tuple(self._column(*((each,) if isinstance(each, str) else each)) for each in columns)

    def _column(self, name: str, type_: Type = Type.TEXT) -> Column:
        if self.programs:
            return Column(name, name, type_)
        if not name.startswith(_CONDITION):
            return Column(name, self.titled(name), type_)
        asked = self.words[f"conditions.{name.removeprefix(_CONDITION)}"]
        return Column(name, _headed(self.words["sheets.condition"].format(name=asked)), type_)


def _headed(text: str) -> str:
    return text[:1].upper() + text[1:]


PROGRAMS: Final = Audience(ENGLISH, programs=True)


def share(score: float) -> Decimal:
    """A score, 0..1, to two digits."""
    return Decimal(f"{score:.2f}")


def sheet_of(table: "Table", types: Sequence[Type] = ()) -> Sheet:
    """A table of texts as a sheet, its columns called as they are there; in columns of whole numbers digits become numbers."""
    kinds = (*types, *(Type.TEXT for _ in table.columns[len(types) :]))
    columns = tuple(Column(name, name, kind) for name, kind in zip(table.columns, kinds, strict=True))
    rows = tuple(tuple(map(_typed, row, kinds)) for row in table.rows)
    return Sheet(table.name, table.title, columns, rows)


def _typed(text: str, kind: Type) -> Cell:
    if kind is not Type.WHOLE:
        return text
    return int(text) if text.isdecimal() else None


def unlike(columns: Sequence[Column]) -> Iterator[Column]:
    """The columns with names that differ in more than the case of letters, as databases want them: a number behind the second of a name."""
    seen: dict[str, int] = {}
    for column in columns:
        name = column.name or "column"
        count = seen[name.casefold()] = seen.get(name.casefold(), 0) + 1
        yield column._replace(name=name if count == 1 else f"{name}_{count}")
