"""What stands in a text and is no part of what it says: contents pages, page numbers, running heads, footnotes, a site's buttons.

It stays in the text, so that every span holds, and is marked `What.ASIDE`: blank in what is compared, left out of what is shown. Each kind
has a module beside this one. Where it is not certain that something is no part of the text, it is one.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from repdiff.cut.asides_contents import contents_pages
from repdiff.cut.asides_lines import Line, Stretch, lines_of
from repdiff.cut.asides_notes import footnotes
from repdiff.cut.asides_pages import page_furniture
from repdiff.cut.asides_site import site_furniture
from repdiff.model.said import Said
from repdiff.model.texts import Aside, LeftOut, Mark, Source, Span, What

_KEPT: Final = (What.PAGE, What.ROW)
"""Marks that stay where they stand in what is left out: they tell places."""
_TOLD: Final[Mapping[Aside, Callable[[int], Said]]] = {
    Aside.CONTENTS: lambda count: (
        Said("1 contents page") if count == 1 else Said("{count} contents pages", count=count)
    ),
    Aside.PAGE_NUMBER: lambda count: Said("1 page number") if count == 1 else Said("{count} page numbers", count=count),
    Aside.RUNNING_HEAD: lambda count: (
        Said("1 running head") if count == 1 else Said("{count} running heads", count=count)
    ),
    Aside.FOOTNOTE: lambda count: Said("1 footnote") if count == 1 else Said("{count} footnotes", count=count),
    Aside.NAVIGATION: lambda count: (
        Said("1 passage of a site's buttons and data")
        if count == 1
        else Said("{count} passages of a site's buttons and data", count=count)
    ),
    Aside.HIDDEN: lambda count: (
        Said("1 hidden passage") if count == 1 else Said("{count} hidden passages", count=count)
    ),
    Aside.COMMENT: lambda count: Said("1 comment") if count == 1 else Said("{count} comments", count=count),
}
"""How many of a kind, in words."""


def without_furniture(source: Source) -> Source:
    """The source with marks on what stands in it and is no part of what it says, and with that among what is `left_out`."""
    lines = lines_of(source)
    found = _found(source, lines)
    if not found:
        return source
    left = [_left_out(source, lines, stretch) for stretch in found]
    asides = tuple(Mark(each.span, What.ASIDE) for each in left)
    marks = (mark for mark in source.marks if mark.what in _KEPT or not _within(mark.span, left))
    return replace(
        source,
        marks=tuple(sorted((*marks, *asides), key=lambda mark: (mark.span.start, -mark.span.end))),
        left_out=tuple(sorted((*source.left_out, *left), key=lambda each: each.span)),
    )


def told(source: Source) -> list[Said]:
    """A note on what of a source is left out, in one sentence."""
    counts = Counter(each.why for each in source.left_out if each.why in _TOLD)
    if not counts:
        return []
    what = [counted(why, counts[why]) for why in _TOLD if counts[why]]
    return [
        Said(
            "Left out of {name} as no part of its text: {what} (listed by: repdiff outline --left-out FILE).",
            what=_listed(what),
            name=source.name,
        )
    ]


def counted(why: Aside, count: int) -> Said:
    """How many of a kind, in words."""
    return _TOLD[why](count)


def _listed(parts: Sequence[Said]) -> Said:
    """Words in a row: the last two joined by the template that each language has for it."""
    if len(parts) == 1:
        return parts[0]
    row = parts[0]
    for part in parts[1:-1]:
        row = Said("{one}, {other}", one=row, other=part)
    return Said("{one} and {other}", one=row, other=parts[-1])


def _found(source: Source, lines: Sequence[Line]) -> list[Stretch]:
    """The stretches of lines that are left out, in order; none overlap."""
    pages = page_furniture(lines)
    contents = list(contents_pages(source, lines))
    notes = list(footnotes(source, lines, pages))
    found = _apart([*contents, *pages, *notes])
    found = _apart([*found, *site_furniture(source, lines, found)])
    return [each for each in found if not any(line.code for line in lines[each.first : each.end])]


def _apart(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in order; those that begin within another one are left away."""
    kept: list[Stretch] = []
    for each in sorted(stretches, key=lambda one: (one.first, -one.end)):
        if not kept or each.first >= kept[-1].end:
            kept.append(each)
    return kept


def _left_out(source: Source, lines: Sequence[Line], stretch: Stretch) -> LeftOut:
    """A stretch as what is left out, with the signs of the format around its lines."""
    text = source.text
    start, end = lines[stretch.first].span.start, lines[stretch.end - 1].span.end
    first = text.rfind("\n", 0, start) + 1
    while first < start and text[first].isspace():
        first += 1
    stop = text.find("\n", end)
    last = len(text) if stop < 0 else stop
    while last > end and text[last - 1].isspace():
        last -= 1
    span = Span(min(first, start), max(last, end))
    return LeftOut(stretch.why, source.quote(span), span)


def _within(span: Span, left: Sequence[LeftOut]) -> bool:
    """Whether a span stands in one of the stretches, which are in order and apart."""
    at = bisect_right(left, span.start, key=lambda each: each.span.start) - 1
    return at >= 0 and span.end <= left[at].span.end
