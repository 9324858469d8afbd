"""The changes of a comparison as tables: one row for each group, each dropped and each added sentence; one for each section."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from repdiff.model.document import Document
from repdiff.model.links import Comparison, SectionLink
from repdiff.model.view import Facet, View
from repdiff.report.doubts import Doubts
from repdiff.report.entries import Entry, entries, once, places
from repdiff.report.listing import is_wanted
from repdiff.report.nouns import NumberRow, Passage, Row
from repdiff.report.order import What, origins
from repdiff.report.passages import place
from repdiff.report.rows import Rows
from repdiff.report.runs import Run, visible
from repdiff.report.sheets import Audience, Cell, Linked, Marked, Sheet, Type, share
from repdiff.report.turns import told

_COLUMNS = (
    "kind",
    ("moved", Type.TRUTH),
    "verdict",
    "role",
    "old_section",
    "new_section",
    "old",
    "new",
    "old_place",
    "new_place",
    "turned",
    "numbers",
    ("score", Type.SHARE),
    "perhaps_place",
    "perhaps_score",
    "reason",
    "note",
)
_SECTIONS = (
    ("level", Type.WHOLE),
    "kind",
    ("moved", Type.TRUTH),
    "old_section",
    "new_section",
    "old_place",
    "new_place",
    ("score", Type.SHARE),
    ("sentences", Type.WHOLE),
    ("changes", Type.WHOLE),
    ("identical", Type.WHOLE),
    ("reworded", Type.WHOLE),
    ("moved_here", Type.WHOLE),
    ("dropped", Type.WHOLE),
    ("added", Type.WHOLE),
)
_COUNTED = ("identical", "reworded", "moved", "dropped", "added")


class ChangeSheets:
    """Makes the tables of one comparison for one audience: the changes obey the view's kinds and roles, the sections count all."""

    def __init__(self, comparison: Comparison, view: View, audience: Audience) -> None:
        self._c = comparison
        self._audience = audience
        self._linked: dict[tuple[int | None, int | None], SectionLink] = {
            (link.old, link.new): link for link in reversed(comparison.section_links)
        }
        self._sizes = tuple(
            Counter(document.chapter(sentence.section).id for sentence in document.sentences)
            for document in (comparison.old, comparison.new)
        )
        made = Rows(comparison, replace(view, facets=frozenset({Facet.SHEET})), audience.words)
        found = ((entry, made.row(entry.item)) for entry in entries(comparison))
        self._shown = [(e, row) for e, row in found if is_wanted(row, view) and (view.only or _is_change(e, row))]
        self._doubts = Doubts(comparison)
        self._origins = origins(comparison)

    @property
    def rows(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """Old and new sentence -> the row that shows it."""
        numbered = list(enumerate(entry for entry, _ in self._shown))
        return {s: n for n, entry in numbered for s in entry.old}, {s: n for n, entry in numbered for s in entry.new}

    def changes(self) -> Sheet:
        """What was reworded, moved, dropped and added, in the order of the new text; what is unchanged only where the view asks for it.

        `kind` is identical, reworded, renamed, dropped or added, `verdict` says it in words with all else that became of it. Several
        sentences, their places, reasons and notes stand behind each other. `turned` are words that turn the meaning, `numbers` what changed
        in the quantities; `perhaps_place` and `perhaps_score` are those of the sentences that it was not surely enough paired with.
        """
        rows = tuple(self._change(entry, row) for entry, row in self._shown)
        return Sheet("changes", self._audience.titled("changes"), self._audience.columns(*_COLUMNS), rows)

    def _change(self, entry: Entry, row: Row) -> tuple[Cell, ...]:
        c, words, links = self._c, self._audience.words, entry.links(self._c)
        perhaps = self._doubts.of(entry.old, entry.new) if entry.item.what is not What.RENAMED else []
        return (
            self._audience.named("sheets", entry.kind),
            bool(entry.group and entry.group.moved),
            row.verdict,
            self._roles(entry),
            self._section_of(0, entry.old),
            self._section_of(1, entry.new),
            self._text(row.old),
            self._text(row.new),
            places(c.old, entry.old),
            places(c.new, entry.new),
            told(c, entry.group, words) if entry.group else "",
            "; ".join(map(_number, row.numbers)),
            share(entry.group.score) if entry.group else None,
            " ".join(places((c.old, c.new)[each.side], (each.other,)) for each in perhaps),
            " ".join(f"{each.link.score:.2f}" for each in perhaps),
            once((words.say(each.reason) for each in (*links, *(d.link for d in perhaps))), "; "),
            once((visible(link.note) for link in links), "; "),
        )

    def _roles(self, entry: Entry) -> str:
        old, new = self._c.old.sentences, self._c.new.sentences
        return self._audience.all_named("roles", [*(new[s].role for s in entry.new), *(old[s].role for s in entry.old)])

    def _section_of(self, side: int, sentences: Sequence[int]) -> str:
        document = (self._c.old, self._c.new)[side]
        found = (document.chapter(document.sentences[sentence].section).title for sentence in sentences)
        return once(map(visible, found), "; ")

    def _text(self, passages: Sequence[Passage]) -> Cell:
        runs = [run for passage in passages for run in (*passage.runs, Run(" "))][:-1]
        return "".join(run.text for run in runs) if self._audience.programs else Marked(tuple(runs))

    def sections(self) -> Sheet:
        """The sections in the order of the new text, those that only the old one has where they would stand.

        `kind` is kept, renamed, added or dropped; `sentences` are those of the new section, of a dropped one of the old. The other numbers
        are rows: `moved_here` are those that came from elsewhere, reworded or not, `changes` all but the identical ones.
        """
        counts = self._counts()
        rows = tuple(self._section(side, section, counts[side, section]) for side, section in counts)
        return Sheet("sections", self._audience.titled("sections"), self._audience.columns(*_SECTIONS), rows)

    def _counts(self) -> dict[tuple[int, int], dict[str, int]]:
        """(side, section) -> rows by kind; untitled text that goes on with a chapter counts in it."""
        counts: dict[tuple[int, int], dict[str, int]] = {}
        for entry in entries(self._c):
            found = counts.setdefault(entry.under, dict.fromkeys(_COUNTED, 0))
            moved = entry.group is not None and entry.group.moved
            found["moved" if moved else "reworded" if entry.kind == "renamed" else entry.kind] += 1
        return counts

    def _section(self, side: int, section: int, counts: Mapping[str, int]) -> tuple[Cell, ...]:
        c, audience = self._c, self._audience
        old, new = (section, None) if side == 0 else (self._origins.get(section), section)
        document = (c.old, c.new)[side]
        link = self._linked.get((old, new))
        # Text above the first heading is on both sides whatever it says.
        is_new = old is None and bool(document.sections[section].title)
        kind = "dropped" if new is None else "added" if is_new else "renamed" if link and link.renamed else "kept"
        return (
            document.sections[section].level,
            audience.named("sheets", kind),
            bool(link and link.moved),
            self._head(c.old, old, new is None),
            self._head(c.new, new, new is not None),
            place(c.old, c.old.sections[old].heading.start) if old is not None else "",
            place(c.new, c.new.sections[new].heading.start) if new is not None else "",
            share(link.score) if link else None,
            self._sizes[side][section],
            sum(counts.values()) - counts["identical"],
            *(counts[kind] for kind in _COUNTED),
        )

    def _head(self, document: Document, section: int | None, leads: bool) -> Cell:
        """The title of a section; for readers it may lead to the first of its changes."""
        if section is None:
            return ""
        title = visible(document.sections[section].title) or self._audience.words["comparison.opening"]
        under = (0 if document is self._c.old else 1), section
        first = next((n for n, (entry, _) in enumerate(self._shown) if entry.under == under), -1)
        return Linked(title, "changes", first) if leads and first >= 0 and not self._audience.programs else title


def _is_change(entry: Entry, row: Row) -> bool:
    return entry.is_change or row.noted


def _number(row: NumberRow) -> str:
    return f"{row.sign} {row.name}: {row.old} → {row.new}" + (f", {row.change}" if row.change else "")
