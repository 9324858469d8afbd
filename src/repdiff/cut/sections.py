"""Cut a document into sections: which of its possible headings are headings, where each ends, and how they nest."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from repdiff.cut import heading_leads, passages
from repdiff.cut.bold_headings import ENDED, ITALIC
from repdiff.cut.capital_lines import capital_lines, titled
from repdiff.cut.chapter_lines import CHAPTER, LINE, chapter_lines, with_ranks
from repdiff.cut.flat import Flat
from repdiff.cut.found import Found
from repdiff.cut.heading_lines import bullet_leads, numbered_lines, title_lines, with_titles
from repdiff.cut.heading_sequence import adjacent, in_sequence
from repdiff.cut.headings import clean, marked, style_of
from repdiff.cut.lines import evened
from repdiff.cut.marked import STYLE, Known, flat_of, known
from repdiff.cut.paragraphs import flat_paragraphs
from repdiff.languages import spoken
from repdiff.languages.marks import BULLETS
from repdiff.languages.numerals import COUNTING
from repdiff.languages.record import Language
from repdiff.model.texts import Section, Source, Span

_RULE = re.compile(r"=+|-{2,}")
_RUN_IN_MARK = re.compile(rf"(?<=[。!?:;”])\s*(?=\([{COUNTING}]{{1,3}}\)|[{COUNTING}]{{1,3}}、)")
_NOT_PROSE = re.compile(rf"[{BULLETS}]|\||>|[—―]{{2}}")
_FENCE = re.compile(r"(?:```|~~~)")
_OUTER = {
    "title": 0,
    STYLE: 1,
    "#": 1,
    CHAPTER: 1,
    "annex": 1,
    "**": 3,
    "?": 3,
    LINE: 3,
    "——": 4,
    "**lead": 4,
    "lead": 5,
}
"""Rank of the styles that are not numbered; numbered ones have rank 2 and nest by their numbers."""
_NUMBERED = 2
_SECOND = 2
"""Number that must follow where a 1 begins a sequence."""
_LABEL = 3
"""How often a bold lead stands in a document to be a label of list items."""
_MEANT = {ENDED: "**", ITALIC: "**lead"}
"""Styles that are headings by habit alone, and those that they are then."""
_HABIT, _BESIDE, _STRONG_HABIT = 3, 2, 6
"""Headings that make a habit: in the document, and below one heading, and in the document wherever they stand."""
_CONTENTS, _AGAIN = 3, 0.6
"""Headings in a row that make a table of contents, and the share of them that comes again later."""


def cut_sections(source: Source, flat: Flat | None = None) -> tuple[Section, ...]:
    """Sections of a document, in order; their spans tile its text.

    Section 0 is the untitled opening (empty heading, level 0) where the text does not begin with a heading. Text that
    goes back to a chapter below the last of its headings is an untitled section within it (see `passages`). The heading
    of a section begins its span but for white space; a text without headings is one section, an empty text none.
    `flat` is what `flat_of` gives for the source, where it is at hand.
    """
    if not source.text:
        return ()
    flat = flat or flat_of(source)
    text = evened(flat.text)
    told = known(source, flat)
    paragraphs, marks = _with_marks(text, _split_run_in(text, flat_paragraphs(flat.text, text)), told)
    languages = spoken(text)
    found = _headings(text, paragraphs, marks, told, languages)
    return _sections(source, flat, _ordered([*found, *passages.find_passages(text, paragraphs, found, languages)]))


def _headings(
    text: str, paragraphs: Sequence[Span], found: Sequence[Found], told: Known, languages: tuple[Language, ...]
) -> list[Found]:
    """Headings of an evened flat text, in order and without overlap; `found` are those that show themselves or that the file marks."""
    found = in_sequence(text, found, paragraphs)
    found = _without_contents(
        text, _with_habits(_with_text(text, _without_labels(text, found), paragraphs)), paragraphs
    )
    found = with_titles(text, paragraphs, found)
    capitals = capital_lines(text, told.prose(paragraphs), found)
    if told.headings:
        found = [one._replace(style=one.style.replace("annex", "word", 1)) for one in found]
    if told.highest is None:
        found += titled(text, capitals, found)
    else:
        found += (one._replace(style=LINE) for one in capitals)
    found = _ordered(found)
    found += numbered_lines(text, paragraphs, found)
    found += bullet_leads(text, paragraphs, found)
    found = _ordered(found)
    found += told.without_rivals(title_lines(text, told.prose(paragraphs), found))
    found = _ordered(found)
    if told.highest is None:
        lines = chapter_lines(text, told.prose(paragraphs), found, languages)
        found = with_ranks(text, _ordered([*found, *lines]), languages)
    leads = heading_leads.find_leads(text, _stretches(text, told.prose(paragraphs), found), languages)
    return _ordered([*found, *(Found(span, "lead", whole=False) for span in leads)])


def _split_run_in(text: str, paragraphs: Iterable[Span]) -> list[Span]:
    """Paragraphs cut again where a numbered heading follows a sentence on the same line and continues a sequence."""
    spans = []
    for span in paragraphs:
        expected: dict[str, int] = {}
        at = span.start
        marks = [m.end() for m in _RUN_IN_MARK.finditer(text, span.start, span.end)]
        numbers = {mark: style_of(text[mark : mark + 12]) for mark in marks}
        second = {style[0] for style in numbers.values() if style and style[1] == _SECOND}
        first = style_of(text[at : at + 12])
        if first:
            expected[first[0]] = first[1] + 1
        for mark, style in numbers.items():
            if not style or not (style[1] == expected.get(style[0], 1) and (style[1] > 1 or style[0] in second)):
                continue
            if marked(text, Span(mark, min(span.end, mark + 300))) is None:
                continue
            expected[style[0]] = style[1] + 1
            spans.append(Span(at, at + len(text[at:mark].rstrip())))
            at = mark
        spans.append(Span(at, span.end))
    return [s for s in spans if s.start < s.end]


def _with_marks(text: str, paragraphs: Sequence[Span], told: Known) -> tuple[list[Span], list[Found]]:
    """Paragraphs without the rules under setext headings, and the headings that the file marks or that show themselves."""
    kept: list[Span] = []
    found: list[Found] = []
    fenced = False
    headings = {one.span.start: one for one in told.headings}
    for span in paragraphs:
        if headings and (known_as := _marked(text, span, headings, kept)) is not None:
            kept += [one.span for one in known_as]
            found += known_as
            continue
        line = text[span.start : span.end]
        fenced ^= bool(_FENCE.match(line))
        if not fenced and kept and _RULE.fullmatch(line) and text.count("\n", kept[-1].end, span.start) == 1:
            if found and found[-1].span.start == kept[-1].start:
                found.pop()
            found.append(Found(kept[-1], "#", depth=1 if line[0] == "=" else 2))
            continue
        kept.append(span)
        mark = None if fenced or told.is_cell(span.start) else marked(text, span)
        if mark and not (headings and mark.style == "#"):
            found.append(mark)
    return kept, found


def _marked(text: str, span: Span, headings: dict[int, Found], kept: Sequence[Span]) -> list[Found] | None:
    """The marked heading that begins with a paragraph; empty for the rest of one and its rule; None where the paragraph is another."""
    if span.start in headings:
        return [headings[span.start]]
    above = headings.get(kept[-1].start) if kept else None
    if above is None:
        return None
    ruled = _RULE.fullmatch(text, *span) and text.count("\n", above.span.end, span.start) == 1
    return [] if ruled or span.start < above.span.end else None


def _without_labels(text: str, found: Sequence[Found]) -> list[Found]:
    """Headings without the labels of list items (`* **Purpose**: ...`): the same words three times and more."""
    labels = Counter(
        _contents_key(text, f) for f in found if f.style == "**lead" and not text.startswith("*" * 2, f.span.start)
    )
    return [f for f in found if f.style != "**lead" or labels[_contents_key(text, f)] < _LABEL]


def _with_text(text: str, found: Sequence[Found], paragraphs: Sequence[Span]) -> list[Found]:
    """Headings without lines in bold below which nothing stands, and those with a full stop and other lines right below (an address)."""
    after = {p.start: q.start for p, q in pairwise(paragraphs)}
    return [
        f
        for f in found
        if f.style not in ("**", ENDED)
        or (f.span.start in after and (f.style != ENDED or text.count("\n", f.span.end, after[f.span.start]) > 1))
    ]


def _with_habits(found: Sequence[Found]) -> list[Found]:
    """Headings, those in italics and lines in bold with a full stop only where there are several: a single one is stressed.

    Such a line has another one beside it besides, below the same heading.
    """
    counts = Counter(f.style for f in found)
    regions = _regions([f._replace(style="**lead") if f.style in _MEANT else f for f in found])
    beside = Counter(region for region, f in zip(regions, found, strict=True) if f.style == ENDED)
    kept = []
    for region, one in zip(regions, found, strict=True):
        if one.style in (ITALIC, ENDED) and counts[one.style] < _HABIT:
            continue
        if one.style == ENDED and beside[region] < _BESIDE and counts[ENDED] < _STRONG_HABIT:
            continue
        kept.append(one._replace(style=_MEANT.get(one.style, one.style)))
    return kept


def _without_contents(text: str, found: Sequence[Found], paragraphs: Sequence[Span]) -> list[Found]:
    """Headings without the table of contents: at least three in a row, each of which comes again later."""
    after = {p.start: q for p, q in pairwise(paragraphs)}
    titles = [_contents_key(text, f) for f in found]
    last = {title: at for at, title in enumerate(titles)}
    dropped: set[int] = set()
    run: list[int] = []
    for at, one in enumerate(found):
        if run and not adjacent(found[run[-1]], one, after):
            run = []
        run.append(at)
        again = [n for n in run if last[titles[n]] > run[-1]]
        if len(run) >= _CONTENTS and len(again) >= _AGAIN * len(run):
            dropped.update(run)
    return [one for at, one in enumerate(found) if at not in dropped]


def _contents_key(text: str, one: Found) -> str:
    title = clean(text[one.span.start : one.span.end])
    return re.sub(r"[\W_]+", "", re.sub(r"[.…\s]+\d+$", "", title)).casefold()


def _ordered(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _stretches(text: str, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[heading_leads.Stretch]:
    """Body text, paragraph by paragraph, without the headings."""
    starts = [f.span.start for f in found]
    regions = _regions(found)
    stretches = []
    for span in paragraphs:
        at = bisect_right(starts, span.start) - 1
        heading = found[at] if at >= 0 and found[at].span.end > span.start else None
        start = span.start
        if heading:
            start = min(span.end, heading.span.end)
            start += len(text[start : span.end]) - len(text[start : span.end].lstrip(" :"))
        if start < span.end and not _NOT_PROSE.match(text, span.start):
            stretches.append(
                heading_leads.Stretch(Span(start, span.end), regions[at] if at >= 0 else 0, start == span.start)
            )
    return stretches


def _regions(found: Sequence[Found]) -> list[int]:
    """For each heading, how many headings that open a region there are up to it; leads open none."""
    count, regions = 0, []
    for one in found:
        count += one.style not in ("——", "**lead")
        regions.append(count)
    return regions


def _sections(source: Source, flat: Flat, found: Sequence[Found]) -> tuple[Section, ...]:
    spans = [flat.span(*f.span) for f in found]
    sections: list[Section] = []
    if not spans or source.text[: spans[0].start].strip():
        sections.append(Section(0, 0, "", Span(0, 0), Span(0, 0), None, ""))
    nest = _Nest()
    for one, span in zip(found, spans, strict=True):
        own = len(sections)
        start = span.start if sections else 0
        if one.style in passages.STYLES:
            chapter = nest.leave(one)
            if chapter is not None:
                sections.append(Section(own, 0, "", Span(start, start), Span(start, start), chapter, ""))
            continue
        level, parent = nest.enter(one, own)
        title = clean(source.shown(span) if source.signs else flat.text[one.span.start : one.span.end])
        sections.append(Section(own, level, title, span, Span(start, start), parent, one.style))
    ends = [*(s.span.start for s in sections[1:]), len(source.text)]
    return tuple(replace(s, span=Span(s.span.start, end)) for s, end in zip(sections, ends, strict=True))


class _Nest:
    """The headings around the current place, outermost first; numbered styles nest as they first did."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int, str, int]] = []  # rank, depth, style, id
        self._under: dict[str, str] = {}

    def enter(self, one: Found, number: int) -> tuple[int, int | None]:
        """Level and parent of the next heading."""
        rank = _OUTER.get(one.style.split(" ")[0], _NUMBERED)
        if rank == _NUMBERED:
            self._close_for_number(one)
        else:
            while self._open and self._open[-1][:2] >= (rank, one.depth):
                self._open.pop()
        parent = self._open[-1] if self._open else None
        self._under.setdefault(one.style, parent[2] if parent else "")
        self._open.append((rank, one.depth, one.style, number))
        return len(self._open), parent[3] if parent else None

    def leave(self, passage: Found) -> int | None:
        """The chapter that a passage goes back to; None where it stays below the current heading."""
        kept = len(self._open)
        while kept and self._open[kept - 1][2] in passages.RUN_IN:
            kept -= 1
        ranks = [rank for rank, *_ in self._open[:kept]]
        if passage.style == passages.ADDRESS and _NUMBERED in ranks:
            kept = ranks.index(_NUMBERED) + 1
        if not 0 < kept < len(self._open):
            return None
        del self._open[kept:]
        return self._open[-1][3]

    def _close_for_number(self, one: Found) -> None:
        while self._open and self._open[-1][0] > _NUMBERED:
            self._open.pop()
        if one.depth and all(style != one.style for *_, style, _ in self._open):
            while self._open and self._open[-1][:2] >= (_NUMBERED, one.depth):
                self._open.pop()
        styles = [style for rank, _, style, _ in self._open if rank == _NUMBERED]
        if one.style in styles:
            target = one.style
        elif one.number <= 1 or one.depth or not styles or self._under.get(one.style) == styles[-1]:
            return
        else:
            under = self._under.get(one.style, "")
            target = styles[styles.index(under) + 1] if under in styles else styles[0]
        while self._open and self._open[-1][2] != target:
            self._open.pop()
        self._open.pop()
