"""What every report is made of: plain data for a reader, which each renderer turns into bytes of its form.

A report is a head (title, one sentence, notes, small tables), parts of rows, and sheets. What a reader sees is in the reader's language;
sheets are for programs, their columns are English, those of a book for readers again. Texts of the documents stand as they are: each
renderer makes them harmless.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from repdiff.model.view import View
from repdiff.report.runs import Run
from repdiff.report.sheets import Sheet
from repdiff.report.words import Words

if TYPE_CHECKING:
    from repdiff.report.carried import Carried
    from repdiff.report.manuscript import Manuscript


class Table(NamedTuple):
    """Rows of texts below the names of their columns. `name` is for programs (`numbers`), `title` for readers."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Setting(NamedTuple):
    """How a stretch of a passage is set: strong, emphasis, code, link, strike; a bullet, or what parts two cells of a table."""

    start: int
    end: int
    style: str


class Gone(NamedTuple):
    """Words of the old side that stood at an offset of a new passage; `style` is delete or move_from."""

    at: int
    text: str
    style: str


class Passage(NamedTuple):
    """A sentence, or a part of it, on one side: its runs, where it stands (`12:3`, line and column), its BCP 47 tag.

    `aside` says where it stands if that is not where the row stands, and `href` leads there. `whole` is the sentence around a part.
    For a page: `set_as` says how stretches of it are set, and `gone` which words of the other side stood where; offsets are those in
    `text`. One that stands `again`, at its own place, is no part of the running text here.
    """

    runs: tuple[Run, ...]
    place: str = ""
    lang: str = "und"
    rtl: bool = False
    aside: str = ""
    href: str = ""
    whole: str = ""
    set_as: tuple[Setting, ...] = ()
    gone: tuple[Gone, ...] = ()
    again: bool = False

    @property
    def text(self) -> str:
        """The characters, without styles."""
        return "".join(run.text for run in self.runs)


class Other(NamedTuple):
    """A sentence of the other side that one of a row perhaps belongs to: its passage with the words that would have changed, where it
    stands and how sure that is in words, where its row is (empty where it is not shown), and the spans of both.
    """

    passage: Passage
    place: str
    sure: str
    href: str = ""
    spans: tuple[str, str] = ("", "")


class Stroke(NamedTuple):
    """A stretch of a line: where it begins and how long it is, in percent of the line."""

    start: float
    width: float


class Scale(NamedTuple):
    """Two numbers as bars from zero on one line: where zero is, in percent of the line, and each as one stroke, as two where it is a
    range, whose second is the range itself. `style` says which way it went (up, down, same, unsure), `label` all of it in words.
    """

    label: str
    style: str
    zero: float
    old: tuple[Stroke, ...]
    new: tuple[Stroke, ...]


class NumberRow(NamedTuple):
    """One line: what is measured, the quantities as written, which way it went (▲ ▼ =, ≈ where only the qualifier changed, or ? where the
    two may not be comparable), the change in words with the doubt, and where both quantities stand. `style` is that of the sign; `scale`
    shows both, where they have one scale.
    """

    name: str
    old: str
    new: str
    sign: str
    change: str
    old_place: str = ""
    new_place: str = ""
    style: str = ""
    scale: Scale | None = None


class Bullet(NamedTuple):
    """Target and result on one line that holds zero: the result as a bar from zero, the target as a mark, or a stretch where it is a
    range; what was known before as a thin mark. `label` says it in words.
    """

    label: str
    zero: float
    bar: Stroke
    target: Stroke
    before: float | None = None


class Figures(NamedTuple):
    """What a promise started from, its target, and what came of it, as written; how far the result is from the target and what share of
    it that is, in words; empty where there is none. `values` are the first three as signed numbers in one unit, for a chart.
    """

    baseline: str
    target: str
    result: str
    gap: str = ""
    share: str = ""
    values: tuple[float | None, float | None, float | None] = (None, None, None)


class Row(NamedTuple):
    """What became of something: texts of the old and of the new side, and what is to be said of them.

    `kind` says it for programs, `sign` in one character, `verdict` in words; `name` is what the row is about, where that is not its
    texts. `called` are the names of the sides in a list: of a text without partner, what became of it. `detail` stands below the
    verdict. `asides` are lines below the texts of a list; `reasons` are shown on demand. A page also needs: `id`; `classes`, which
    filters and style go by; `pointer`, words and link that say where to look instead of a missing side; `spans` of the old and the new
    passages, `12-45 60-80`, and which are `linked`, `0-0 0-1`, where not all are. `numbers` are what changed in the quantities of a
    pair, `looks` which of its words are set in another way; `figures` are those of a promise, `bullet` the same as a chart,
    `conditions` what its verdict rests on. A `quiet` row is nothing that a reader must see, unless a person `noted` something on it.
    `perhaps` are sentences that it was not sure enough to pair with; `own` are its passages with the words that would have changed
    then, for a page. A paragraph begins with a row that `opens`; the two texts of a pair that stands `apart` have too little in common
    to mark single words.
    """

    id: str
    kind: str
    verdict: str
    old: tuple[Passage, ...] = ()
    new: tuple[Passage, ...] = ()
    sign: str = ""
    name: str = ""
    role: str = ""
    detail: str = ""
    called: tuple[str, str] = ("", "")
    asides: tuple[tuple[Run, ...], ...] = ()
    reasons: tuple[str, ...] = ()
    classes: str = ""
    pointer: tuple[str, str] = ("", "")
    paired: bool = True
    quiet: bool = False
    noted: bool = False
    unsure: bool = False
    spans: tuple[str, str] = ("", "")
    linked: str = ""
    numbers: tuple[NumberRow, ...] = ()
    looks: tuple[str, ...] = ()
    bullet: Bullet | None = None
    figures: Figures | None = None
    conditions: tuple[str, ...] = ()
    perhaps: tuple[Other, ...] = ()
    own: tuple[Passage, ...] = ()
    opens: bool = False
    apart: bool = False

    def in_list(self, passage: Passage) -> tuple[Run, ...]:
        """The runs of one of its passages in a list, which does not mark what differs in unchanged text: a hyphen, a line break."""
        return (Run(passage.text),) if self.kind == "identical" else passage.runs


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows of a list that are not shown: how many, and the words for it."""

    count: int
    text: str


class Context(NamedTuple):
    """A row of unchanged text that a list shows around a change: its new side is enough."""

    row: Row


class Stretch(NamedTuple):
    """Rows of a page: shown as they are, or, when `folded`, behind one line that opens; `text` is that line where they are no unchanged
    text.
    """

    rows: tuple[Row, ...]
    folded: bool
    text: str = ""


class Part(NamedTuple):
    """What stands below one heading.

    `listed` is what a list shows, where a text that moved stands once; a page shows `heads` and `stretches`, and such a text at both
    places. A part that is not `in_list` is shown on a page only, one without heads and stretches in a list only. `level` is that of
    an HTML heading, 2 to 6; `sign` and `place` stand around the title in a list. `notes` are a list's, `note` is a page's. A part
    that `goes_on` with a chapter has no heading of its own on a page. `table` stands instead of rows; `total` is how many rows there
    are, where not all are shown.
    """

    id: str
    title: str
    kind: str = ""
    level: int = 2
    sign: str = ""
    place: str = ""
    note: str = ""
    notes: tuple[tuple[Run, ...], ...] = ()
    listed: tuple[Row | Context | Fold, ...] = ()
    heads: tuple[Row, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    table: Table | None = None
    in_list: bool = True
    dropped: bool = False
    goes_on: bool = False
    total: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """One result, told.

    `job` is the name of a module beside this one; `words` are those of the report's language. `names` are what the two sides are
    called. `head` are lines that stand before the `sentence`; `marks` explain the signs. `tables` stand between head and parts.
    `nothing` is said where no part is shown. `sheets` are the tables for programs, the first the chief one; `book` are those of
    a workbook for readers. `page` are the values of the page's template beyond these. `manuscript` is the whole text with its
    changes, where a comparison was asked for it; `carried` are the changes alone, for a copy of the file that the view has as carrier.
    """

    job: str
    words: Words
    view: View
    title: str
    sentence: str
    names: tuple[str, str] = ("", "")
    head: tuple[tuple[Run, ...], ...] = ()
    notes: tuple[str, ...] = ()
    marks: str = ""
    tables: tuple[Table, ...] = ()
    parts: tuple[Part, ...] = ()
    nothing: str = ""
    sheets: tuple[Sheet, ...] = ()
    book: tuple[Sheet, ...] = ()
    page: Mapping[str, object] = field(default_factory=dict)
    manuscript: "Manuscript | None" = None
    carried: "Carried | None" = None
