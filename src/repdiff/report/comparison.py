"""A comparison as a reader sees it: a head, then section by section in the order of the new text.

A list and a page show the same rows; where they differ (a page shows a text that moved at both its places, and folds by another rule),
each part says what either shows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from repdiff.cut.titles import title
from repdiff.model.links import Comparison, Kind
from repdiff.model.view import Facet, View
from repdiff.report import numbers, wording
from repdiff.report.listing import has_role, is_told, is_wanted, listed, stretches
from repdiff.report.moves import emptied
from repdiff.report.nouns import Context, Fold, Part, Report, Row, Stretch, Table
from repdiff.report.order import Block, Item, What, heading_ids, lay_out, origins
from repdiff.report.overview import changed_sections, counts, marks
from repdiff.report.passages import place
from repdiff.report.rows import SIGNS, Rows
from repdiff.report.runs import Run, clip
from repdiff.report.sheets import PROGRAMS, Audience, Sheet
from repdiff.report.summary import differs, sentence, side_names
from repdiff.report.words import Words

if TYPE_CHECKING:
    from repdiff.report.carried import Carried
    from repdiff.report.manuscript import Manuscript

_Found = tuple[Item, Row]
_READ = frozenset({Facet.LIST, Facet.PAGE})
_TITLES = 160  # columns of the titles of headings that are told in one line
_OF_HEADINGS = (
    "note",
    "perhaps",
    "looks",
)  # what is said of a heading below it; the other asides say what its marks already do
_ENDS = (What.OLD_END, What.NEW_END)  # a page shows a moved sentence at both its places; a list has it once


def tell(comparison: Comparison, view: View) -> Report:
    """The whole comparison; `view` chooses language, rows and what is made for whom, the counts stay those of all of it."""
    words = wording.choose(view, comparison)
    names = wording.names(words, comparison)
    rows = Rows(comparison, view, words)
    parts = tuple(_Layout(comparison, view, rows, words).parts(lay_out(comparison))) if view.facets & _READ else ()
    notes = tuple(words.say(note) for note in comparison.notes)
    heading, summed = f"{title(comparison.old)} – {title(comparison.new)}", sentence(comparison, words)
    return Report(
        job="comparison",
        words=words,
        view=view,
        title=heading,
        names=names,
        head=tuple(
            (Run(words["text.name"].format(name=name), "quiet"), Run(document.source.name))
            for name, document in zip(names, (comparison.old, comparison.new), strict=True)
        ),
        sentence=summed,
        notes=notes,
        tables=tuple(_tables(comparison, view, words)) if Facet.LIST in view.facets else (),
        marks=marks(() if view.numbers or view.stat else parts, words) if differs(comparison) else "",
        parts=parts,
        nothing=words["comparison.nothing_shown"] if view.only or view.roles else "",
        sheets=tuple(_sheets(comparison, view)),
        book=tuple(_book(comparison, view, words)),
        page=_page(comparison, view, rows, parts) if Facet.PAGE in view.facets else {},
        manuscript=_manuscript(comparison, view, words, (heading, summed, *notes)),
        carried=_carried(comparison, view, words, (heading, summed, *notes)),
    )


def _manuscript(comparison: Comparison, view: View, words: Words, said: tuple[str, ...]) -> "Manuscript | None":
    if Facet.REVISION not in view.facets:
        return None
    from repdiff.report.manuscript import write_up

    return write_up(comparison, view, words, said)


def _carried(comparison: Comparison, view: View, words: Words, said: tuple[str, ...]) -> "Carried | None":
    if Facet.REVISION not in view.facets or not view.carrier:
        return None
    from repdiff.report.carried import carried
    from repdiff.report.remarks import Remarks

    return carried(comparison, Remarks(comparison, view, words, said))


def _page(comparison: Comparison, view: View, rows: Rows, parts: Sequence[Part]) -> Mapping[str, object]:
    from repdiff.report.comparison_page import page

    return page(comparison, view, rows, parts)


def _sheets(comparison: Comparison, view: View) -> Iterator[Sheet]:
    """The tables for programs: the one that the view names, else the numbers; all of them where there is none of that name."""
    if Facet.SHEET not in view.facets:
        return
    from repdiff.report import sentences
    from repdiff.report.change_sheets import ChangeSheets

    makers: Mapping[str, Callable[[], Sheet]] = {
        "changes": lambda: ChangeSheets(comparison, view, PROGRAMS).changes(),
        "numbers": lambda: numbers.sheet(comparison),
        "sections": lambda: ChangeSheets(comparison, view, PROGRAMS).sections(),
        "sentences": lambda: sentences.sheet(comparison),
    }
    wanted = view.table or "numbers"
    yield from (make() for name, make in makers.items() if name == wanted or wanted not in makers)


def _book(comparison: Comparison, view: View, words: Words) -> Iterator[Sheet]:
    """The sheets of a workbook for readers, the first of which says what was compared."""
    if Facet.BOOK not in view.facets:
        return
    from repdiff.report import sentences
    from repdiff.report.about import Facts, about, shown_by
    from repdiff.report.change_sheets import ChangeSheets

    audience = Audience(words, programs=False)
    made = ChangeSheets(comparison, view, audience)
    sheets = (
        made.changes(),
        numbers.book(comparison, words, made.rows),
        made.sections(),
        sentences.sheet(comparison, audience),
    )
    sides = zip(wording.names(words, comparison), (comparison.old.source, comparison.new.source), strict=True)
    facts = Facts(
        title=f"{title(comparison.old)} – {title(comparison.new)}",
        sentence=sentence(comparison, words),
        sides=tuple(sides),
        notes=tuple(words.say(note) for note in comparison.notes),
        options=comparison.options,
        tables=(counts(comparison, words),),
        shown=shown_by(view),
    )
    yield about(facts, sheets, words)
    yield from sheets


def _tables(comparison: Comparison, view: View, words: Words) -> Iterator[Table]:
    """The tables for readers: what became of how many sentences, the sections with most change, the numbers."""
    if differs(comparison):
        yield counts(comparison, words)
        changed = changed_sections(comparison, view, words)
        if changed.rows:
            yield changed
    if view.stat:
        from repdiff.report.stat import stat

        yield stat(comparison, lay_out(comparison), words)
    else:
        yield _numbers(comparison, words)
    if comparison.review is not None:
        from repdiff.report.reviews import of_comparison, tables

        yield from tables(of_comparison(comparison, words), words)


def _numbers(comparison: Comparison, words: Words) -> Table:
    """The numbers for readers; where there are none, its title says so."""
    old, new = side_names(comparison, words)
    told = numbers.rows(comparison, words)
    rows = tuple((f"{r.sign} {r.name}", f"{r.old}  {r.old_place}", f"{r.new}  {r.new_place}", r.change) for r in told)
    heading = numbers.sentence(comparison, words) if rows else words["numbers.none"]
    return Table("numbers", heading, (f"  {words['numbers.indicator']}", old, new, words["numbers.change"]), rows)


class _Layout:
    """Makes the parts of one comparison: a section each."""

    def __init__(self, comparison: Comparison, view: View, rows: Rows, words: Words) -> None:
        self._c = comparison
        self._view = view
        self._words = words
        self._rows = rows
        self._names = wording.names(words, comparison)
        self._paged = Facet.PAGE in view.facets
        self._heads = (heading_ids(comparison.old), heading_ids(comparison.new))
        self._origins = origins(comparison)
        self._emptied = emptied(comparison)
        self._links = {(link.old, link.new): link for link in comparison.section_links}

    def parts(self, blocks: Sequence[Block]) -> Iterator[Part]:
        """The sections that have something to show, be it in a list or on a page."""
        made = ((block, self._part(block)) for block in blocks)
        shown = ((block, part) for block, part in made if part.in_list or part.heads or part.stretches)
        for emptied_ones, run in groupby(shown, key=lambda each: self._is_emptied(*each)):
            found = [part for _, part in run]
            yield from [self._folded(found)] if emptied_ones else found

    def _is_emptied(self, block: Block, part: Part) -> bool:
        """Whether nothing of an old section was dropped but its heading, which nobody asks for and of which nothing else is said."""
        if not block.dropped or self._view.only or self._view.roles or block.section not in self._emptied:
            return False
        bare = len(part.notes) == 1 and not any(row.asides for row in part.heads)
        return bare and all(item.what in _ENDS for item in block.items)

    def _folded(self, parts: Sequence[Part]) -> Part:
        """Parts of such sections as one: in a list a line of their titles, on a page their rows behind one line."""
        text = self._words["comparison.headings_dropped"].format(count=len(parts))
        titles = clip(" · ".join(part.title for part in parts), _TITLES)
        rows = tuple(row for part in parts for row in (*part.heads, *(r for s in part.stretches for r in s.rows)))
        return parts[0]._replace(
            title=text,
            note="",
            notes=((Run(titles, "quiet"),),),
            listed=(),
            heads=(),
            stretches=(Stretch(rows, folded=True, text=text),) if rows else (),
        )

    def _part(self, block: Block) -> Part:
        document = self._c.old if block.dropped else self._c.new
        section, chapter = document.sections[block.section], document.chapter(block.section)
        # The order in which rows are made gives equal texts their ids.
        items, heads = (
            [(item, self._rows.row(item)) for item in found if self._paged or item.what not in _ENDS]
            for found in (block.items, block.heads)
        )
        on_page, shown = self._page_rows(heads, items) if self._paged else ((), ())
        heading, listing = self._listing(block, [*heads, *items]) if Facet.LIST in self._view.facets else (None, ())
        return Part(
            id=self._rows.anchors[0 if block.dropped else 1][block.section],
            title=self._rows.title(chapter),
            level=min(2 + document.depth(section.id), 6),
            sign=self._sign(block, heading),
            place=place(document, section.span.start),
            note=self._note(block) if section is chapter else self._words["goes_on"].format(title=chapter.title),
            notes=tuple(self._notes(block, heading)),
            listed=listing,
            in_list=heading is not None or any(not isinstance(row, Fold) for row in listing),
            heads=on_page,
            stretches=shown,
            dropped=block.dropped,
            goes_on=section is not chapter,
        )

    def _page_rows(
        self, heads: Sequence[_Found], items: Sequence[_Found]
    ) -> tuple[tuple[Row, ...], tuple[Stretch, ...]]:
        """What a page shows: the rows of the heading, unless nothing is shown below it, and the others."""
        shown = tuple(stretches([row for _, row in items], self._view))
        filtered = bool(self._view.only or self._view.roles)
        if not shown and filtered and not any(is_wanted(h, self._view) and not h.quiet for _, h in heads):
            return (), shown
        return tuple(row for _, row in heads), shown

    def _listing(self, block: Block, found: Sequence[_Found]) -> tuple[Row | None, tuple[Row | Context | Fold, ...]]:
        """The row of the section's own heading, where it is to be told, and the others, each sentence once."""
        once = [(item, row) for item, row in found if item.what not in _ENDS]
        own = next((row for item, row in once if self._is_own(item, block)), None)
        rest = [row for _, row in once if row is not own]
        if own is not None and not (has_role(own, self._view) and is_told(own, self._view)):
            own = None
        return own, tuple(listed(rest, self._view, self._words["comparison.unchanged"]))

    def _is_own(self, item: Item, block: Block) -> bool:
        """Whether nothing but the heading of the section, and of the old one that it comes from, stands in the item."""
        group = self._c.groups[item.group] if item.what is What.GROUP else None
        sides = (group.old, group.new) if group else tuple((s,) if s >= 0 else () for s in (item.old, item.new))
        return all(
            self._heads[side].get(sentence, -1) == section
            for side, section in enumerate(self._sections(block))
            for sentence in sides[side]
        )

    def _sections(self, block: Block) -> tuple[int | None, int | None]:
        """The old and the new section that a block shows."""
        return (block.section, None) if block.dropped else (self._origins.get(block.section), block.section)

    def _sign(self, block: Block, heading: Row | None) -> str:
        if block.dropped:
            return SIGNS[Kind.DROPPED]
        if heading is None or heading.kind == Kind.IDENTICAL:
            return "#"
        # A new title over a section that was there before: the section is not new.
        return SIGNS[Kind.REWORDED] if self._sections(block)[0] is not None else heading.sign

    def _notes(self, block: Block, heading: Row | None) -> Iterator[tuple[Run, ...]]:
        """What a list says below the heading of a section."""
        words, (old, new) = self._words, self._sections(block)
        if new is None:
            yield (Run(words["comparison.section_dropped"].format(old=self._names[0]), "quiet"),)
        elif old is None:
            if self._c.new.sections[new].title:
                yield (Run(words["comparison.section_new"], "quiet"),)
        else:
            link = self._links[old, new]
            reworded = link.renamed or (heading is not None and heading.kind == Kind.REWORDED)
            if reworded and self._c.old.sections[old].title != self._c.new.sections[new].title:
                yield (Run(words["comparison.section_was"].format(title=self._c.old.sections[old].title), "quiet"),)
            if link.moved:
                yield (Run(words["comparison.section_moved"], "quiet"),)
        yield from (aside for aside in (heading.asides if heading else ()) if aside[0].style in _OF_HEADINGS)

    def _note(self, block: Block) -> str:
        """What a page says there."""
        if block.dropped:
            return self._words["section_dropped"].format(old=self._names[0])
        links = [link for link in self._c.section_links if link.new == block.section]
        if not links:
            return self._words["section_new"] if self._c.new.sections[block.section].title else ""
        best = max(links, key=lambda link: (link.score, -link.old))
        notes = [self._words["section_moved"]] if best.moved else []
        others = [self._rows.title(self._c.old.sections[link.old]) for link in links if link is not best]
        if others:
            notes.append(self._words["also_from"].format(titles=self._words["comma"].join(others)))
        return self._words["comma"].join(notes)
