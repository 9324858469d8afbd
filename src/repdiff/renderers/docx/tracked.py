"""The paragraphs of a manuscript with its changes tracked.

LibreOffice joins a change that ends where a paragraph ends with one of its kind that begins the next paragraph, if both have one author
and time, and takes the end of the paragraph between them for changed too. Such neighbours bear times ten minutes apart. Nor does it undo
the end of a paragraph that moved without text before it: such an end comes and goes.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from repdiff.renderers.docx.direction import is_leftward, run_properties
from repdiff.renderers.docx.markup import Element, properties, run, w
from repdiff.renderers.docx.package import DAY

if TYPE_CHECKING:
    from repdiff.report.manuscript import Manuscript, Paragraph, Piece

AUTHOR: Final = "repdiff"
_TIMES: Final = (DAY, DAY.replace("T00:00", "T00:10"))
_TAGS: Final = {"insert": "ins", "delete": "del", "move_from": "moveFrom", "move_to": "moveTo"}
_PLAIN: Final = {"move_from": "delete", "move_to": "insert"}
_WHOLE: Final = 1  # the remark on the whole text


class Tracked:
    """Writes a manuscript paragraph by paragraph; `placed` are the remarks that found their text, by number."""

    def __init__(self, manuscript: "Manuscript") -> None:
        self._manuscript = manuscript
        self._next = len(manuscript.remarks)
        self._times = _Times()
        self._move = (0, "")  # the number and the tag of the move that is open
        self._range = ""  # the id of its range
        self.placed: list[int] = []

    def body(self) -> Iterator[Element]:
        """The paragraphs."""
        *others, last = self._manuscript.paragraphs
        for paragraph in others:
            yield self._paragraph(paragraph, ())
        yield self._paragraph(last, self._closing())

    def _closing(self) -> Iterator[Element]:
        yield from self._switch("", 0)

    def _paragraph(self, paragraph: "Paragraph", closing: Iterable[Element]) -> Element:
        rtl = is_leftward("".join(piece.text for piece in paragraph.pieces))
        inside = list(self._inside(paragraph, rtl))
        end = paragraph.end
        inside += self._switch(end.op, end.move)
        time = self._times.of(end, text=False)
        return w("p", self._properties(paragraph, time, rtl), *inside, *closing)

    def _inside(self, paragraph: "Paragraph", rtl: bool) -> Iterator[Element]:
        if not self.placed:
            self.placed.append(_WHOLE)
            yield from (w("commentRangeStart", id="0"), w("commentRangeEnd", id="0"), _reference(_WHOLE))
        first, last = self._remarks(paragraph.pieces)
        for _, group in groupby(enumerate(paragraph.pieces), key=lambda each: (each[1].op, each[1].move)):
            for at, piece in group:
                yield from self._switch(piece.op, piece.move)
                time = self._times.of(piece, text=True)
                yield from (w("commentRangeStart", id=str(number - 1)) for number in first.get(at, ()))
                kind = "delText" if piece.op == "delete" else "t"
                yield self._changed(piece.op, time, run(piece.text, run_properties(piece.text, rtl), kind))
                for number in last.get(at, ()):
                    yield w("commentRangeEnd", id=str(number - 1))
                    yield self._changed(piece.op, time, _reference(number))

    def _remarks(self, pieces: Iterable["Piece"]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """Which remarks that are not placed yet begin before, and end behind, which pieces."""
        places: dict[int, list[int]] = {}
        for at, piece in enumerate(pieces):
            if piece.remark and piece.remark not in self.placed:
                places.setdefault(piece.remark, []).append(at)
        first: dict[int, list[int]] = {}
        last: dict[int, list[int]] = {}
        for number, found in places.items():
            first.setdefault(found[0], []).append(number)
            last.setdefault(found[-1], []).append(number)
        self.placed += places
        return first, last

    def _switch(self, op: str, move: int) -> Iterator[Element]:
        """The end of the move that is open and the beginning of another, where one begins."""
        wanted = (move, _TAGS[op]) if move else (0, "")
        if wanted == self._move:
            return
        if self._move[0]:
            yield w(f"{self._move[1]}RangeEnd", id=self._range)
        self._move = wanted
        if move:
            self._range = self._id()
            yield w(f"{wanted[1]}RangeStart", id=self._range, author=AUTHOR, date=DAY, name=f"move{move}")

    def _changed(self, op: str, time: str, inside: Element) -> Element:
        """What stands in a paragraph, as text that stays, or in what became of it."""
        return w(_TAGS[op], inside, **self._by(time)) if op in _TAGS else inside

    def _properties(self, paragraph: "Paragraph", time: str, rtl: bool) -> Element | None:
        """Those of a paragraph, its end among them, and those that it had before."""
        op = paragraph.end.op
        if not paragraph.pieces or paragraph.pieces[-1][1:3] != paragraph.end[1:3]:
            op = _PLAIN.get(op, op)
        mark = w("rPr", w(_TAGS[op], **self._by(time))) if op in _TAGS else None
        before = None
        if paragraph.level != paragraph.was:
            before = w("pPrChange", w("pPr", *_look(paragraph.was, rtl)), **self._by(time))
        return properties("pPr", *_look(paragraph.level, rtl), mark, before)

    def _by(self, time: str) -> dict[str, str]:
        return {"id": self._id(), "author": AUTHOR, "date": time}

    def _id(self) -> str:
        self._next += 1
        return str(self._next - 1)


class _Times:
    """Which time a change bears: another one than the change of its kind before it, where no text that stays is between."""

    def __init__(self) -> None:
        self._before: tuple[str, int] = ("", 0)
        self._near: dict[str, int] = {}

    def of(self, piece: "Piece", *, text: bool) -> str:
        """The time of the next piece, which is a `text` or the end of a paragraph."""
        op, fate = piece.op, (piece.op, piece.move)
        if op not in _TAGS:
            if text:
                self._near.clear()
        elif fate != self._before:
            self._near[op] = 1 - self._near[op] if op in self._near else 0
        self._before = fate
        return _TIMES[self._near.get(op, 0)]


def comments(manuscript: "Manuscript", placed: Iterable[int]) -> Iterator[Element]:
    """The remarks as comments, each line a paragraph."""
    for number in sorted(placed):
        lines = [_line(line, mark=not at) for at, line in enumerate(manuscript.remarks[number - 1])]
        yield w("comment", *lines, id=str(number - 1), author=AUTHOR, date=DAY, initials="rd")


def _line(line: str, *, mark: bool) -> Element:
    sign = w("r", w("rPr", w("rStyle", val="CommentReference")), w("annotationRef")) if mark else None
    return w("p", w("pPr", w("pStyle", val="CommentText")), sign, run(line))


def _reference(number: int) -> Element:
    return w("r", w("rPr", w("rStyle", val="CommentReference")), w("commentReference", id=str(number - 1)))


def _look(level: int, rtl: bool) -> Iterator[Element]:
    if level:
        yield w("pStyle", val=f"Heading{level}")
    if rtl:
        yield w("bidi")
