"""What the page shows, as plain data for its templates: blocks of rows, rows of passages."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2s
from itertools import groupby

from markupsafe import Markup

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Kind, Shape
from repdiff.model.texts import Role, Section
from repdiff.model.view import View
from repdiff.render.html.passage import Mark, marked, new_marks, old_marks, safe
from repdiff.report.language import Languages
from repdiff.report.nouns import NumberRow
from repdiff.report.numbers import beside
from repdiff.report.order import Block, Item, What, lay_out, moved_away
from repdiff.report.rulings import forbidden
from repdiff.report.words import wording
from repdiff.report.words.wording import Words

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence in one cell: its markup and language, and where it stands if that is not where the row stands."""

    text: Markup
    lang: str
    rtl: bool = False
    place: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. `classes` are what filters and style go by; `reasons` are shown on demand.

    A cell without passages may carry a `pointer`, words and link that say where to look instead. `spans` are those of the old and of
    the new passages, `12-45 60-80`; `linked` says which are linked, `0-0 0-1`, where not all are. Rows with both spans can be judged.
    `numbers` are what changed in the quantities of a pair.
    """

    id: str
    classes: str
    verdict: str
    role: str
    old: tuple[Passage, ...] = ()
    new: tuple[Passage, ...] = ()
    reasons: tuple[str, ...] = ()
    pointer: tuple[str, str] = ("", "")
    quiet: bool = False
    unsure: bool = False
    spans: tuple[str, str] = ("", "")
    linked: str = ""
    numbers: tuple[NumberRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Rows shown as they are, or, when `folded`, behind one line that opens."""

    rows: tuple[Row, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the table: its heading's rows and its other rows; `level` is that of its HTML heading, 2 to 6.

    One that `goes_on` with a chapter has no heading of its own: its note names the chapter.
    """

    id: str
    title: str
    level: int
    note: str
    heads: tuple[Row, ...]
    runs: tuple[Run, ...]
    dropped: bool
    goes_on: bool


class Body:
    """The table of a comparison, section by section."""

    def __init__(
        self, comparison: Comparison, view: View, words: Words, languages: tuple[Languages, Languages]
    ) -> None:
        self._c = comparison
        self._view = view
        self._words = words
        self._names = wording.names(words, comparison)
        self._languages = languages
        self._away = moved_away(comparison)
        self._changes = beside(comparison, words.phrases.lang)
        self._given: dict[str, int] = {}

    @cached_property
    def anchors(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the old and of the new sections. They come from the headings, so that a link outlives an edit elsewhere."""
        return (
            tuple(self._anchor("o", s.title) for s in self._c.old.sections),
            tuple(self._anchor("s", s.title) for s in self._c.new.sections),
        )

    @cached_property
    def _groups(self) -> tuple[str, ...]:
        new = self._c.new
        return tuple(self._anchor("g", new.text(g.new[0]) if g.new else "") for g in self._c.groups)

    def parts(self) -> Iterator[Part]:
        """The sections that have something to show."""
        for block in lay_out(self._c):
            part = self._part(block)
            if part.heads or part.runs:
                yield part

    def _anchor(self, kind: str, text: str) -> str:
        name = f"{kind}-{blake2s(text.encode('utf-8', 'surrogatepass'), digest_size=4).hexdigest()}"
        count = self._given[name] = self._given.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"

    def _part(self, block: Block) -> Part:
        document = self._c.old if block.dropped else self._c.new
        section, chapter = document.sections[block.section], document.chapter(block.section)
        rows = [row for row in map(self._row, block.items) if self._wanted(row)]
        runs = tuple(self._runs(rows))
        heads = tuple(self._row(item) for item in block.heads)
        if not runs and self._filtered and not any(self._wanted(h) and not h.quiet for h in heads):
            heads = ()
        return Part(
            id=self.anchors[0 if block.dropped else 1][block.section],
            title=self._title(chapter),
            level=min(2 + document.depth(section.id), 6),
            note=self._section_note(block)
            if section is chapter
            else self._words["goes_on"].format(title=chapter.title),
            heads=heads,
            runs=runs,
            dropped=block.dropped,
            goes_on=section is not chapter,
        )

    @property
    def _filtered(self) -> bool:
        return bool(self._view.only or self._view.roles)

    def _wanted(self, row: Row) -> bool:
        classes = set(row.classes.split())
        if self._view.roles and not any(f"r-{role}" in classes for role in self._view.roles):
            return False
        return not self._view.only or any(str(kind) in classes for kind in self._view.only)

    def _runs(self, rows: Sequence[Row]) -> Iterator[Run]:
        loud = [i for i, row in enumerate(rows) if not row.quiet]
        reach = self._view.context
        near = {i for at in loud for i in range(at - reach, at + reach + 1)}
        # Unchanged text that was asked for by name is not hidden again.
        asked = Kind.IDENTICAL in self._view.only
        for shown, run in groupby(range(len(rows)), key=lambda i: asked or i in near):
            yield Run(tuple(rows[i] for i in run), folded=not shown)

    def _section_note(self, block: Block) -> str:
        if block.dropped:
            return self._words["section_dropped"].format(old=self._names[0])
        links = [link for link in self._c.section_links if link.new == block.section]
        if not links:
            return self._words["section_new"] if self._c.new.sections[block.section].title else ""
        best = max(links, key=lambda link: (link.score, -link.old))
        notes = [self._words["section_moved"]] if best.moved else []
        others = [self._title(self._c.old.sections[link.old]) for link in links if link is not best]
        if others:
            notes.append(self._words["also_from"].format(titles=self._words["comma"].join(others)))
        return self._words["comma"].join(notes)

    def _row(self, item: Item) -> Row:
        if item.what is What.GROUP:
            return self._group_row(item.group, item.new)
        if item.what is What.OLD_END:
            return self._old_end(item)
        if item.what is What.NEW_END:
            return self._new_end(item)
        if item.what is What.RENAMED:
            return Row(
                id=self._anchor("r", self._c.new.text(item.new)),
                classes="reworded r-heading",
                verdict=self._words["renamed"],
                role="",
                old=(self._passage(0, item.old),),
                new=(self._passage(1, item.new),),
            )
        return self._lone_row(item)

    def _lone_row(self, item: Item) -> Row:
        side, kind, sentence = (0, Kind.DROPPED, item.old) if item.what is What.DROPPED else (1, Kind.ADDED, item.new)
        document = (self._c.old, self._c.new)[side]
        role = document.sentences[sentence].role
        cell = (self._passage(side, sentence),)
        own: tuple[tuple[int, ...], tuple[int, ...]] = ((sentence,), ()) if side == 0 else ((), (sentence,))
        return Row(
            id=self._anchor("d" if side == 0 else "a", document.text(sentence)),
            classes=f"{kind} r-{role}",
            verdict=self._words[kind],
            role=self._words[role],
            old=cell if side == 0 else (),
            new=cell if side == 1 else (),
            reasons=(
                self._words["no_partner"].format(name=self._names[1 - side]),
                *self._evidence(document, (sentence,)),
                *forbidden(self._c, own[0], own[1], self._words.phrases),
            ),
            spans=(_spans(document, (sentence,)), "") if side == 0 else ("", _spans(document, (sentence,))),
        )

    def _group_row(self, index: int, anchor: int) -> Row:
        group = self._c.groups[index]
        marks = (old_marks(group.edits), new_marks(group.edits))
        roles = self._roles(group)
        quiet = group.kind is Kind.IDENTICAL and not group.moved
        return Row(
            id=self._groups[index],
            classes=" ".join((*self._flags(group), *(f"r-{r}" for r in dict.fromkeys(roles)))),
            verdict=wording.verdict(self._words, group),
            role=wording.roles(self._words, roles),
            old=tuple(self._old_passage(s, marks[0]) for s in group.old),
            new=tuple(self._new_passage(s, anchor, marks[1]) for s in group.new),
            reasons=tuple(self._reasons(group)),
            quiet=quiet,
            unsure=wording.is_unsure(group),
            spans=(_spans(self._c.old, group.old), _spans(self._c.new, group.new)),
            linked=self._linked(group),
            numbers=self._changes.get(index, ()),
        )

    def _linked(self, group: Group) -> str:
        pairs = [(self._c.links[i].old, self._c.links[i].new) for i in group.links]
        if len(pairs) == len(group.old) * len(group.new):
            return ""
        return " ".join(f"{group.old.index(old)}-{group.new.index(new)}" for old, new in pairs)

    def _old_end(self, item: Item) -> Row:
        group = self._c.groups[item.group]
        section = self._c.new.chapter(self._c.new.sentences[min(group.new)].section)
        row = self._end(item.group, item.old, self._words["moved_away"])
        pointer = (self._words["moved_to"].format(title=self._title(section)), "#" + self._groups[item.group])
        return replace(row, id=self._old_id(item.old), old=(self._passage(0, item.old),), pointer=pointer)

    def _new_end(self, item: Item) -> Row:
        row = self._end(item.group, item.new, self._words["other_part"])
        pointer = (self._words["further_up"], "#" + self._groups[item.group])
        return replace(row, id=f"n-{item.new}", new=(self._passage(1, item.new),), pointer=pointer)

    def _end(self, index: int, sentence: int, verdict: str) -> Row:
        group = self._c.groups[index]
        roles = self._roles(group)
        classes = " ".join(("end", *self._flags(group), *(f"r-{r}" for r in dict.fromkeys(roles))))
        return Row("", classes, verdict, wording.roles(self._words, roles))

    def _old_id(self, sentence: int) -> str:
        return f"m-{sentence}"

    def _old_passage(self, sentence: int, marks: Sequence[Mark]) -> Passage:
        passage = self._passage(0, sentence, marks)
        if sentence not in self._away:
            return passage
        section = self._c.old.chapter(self._c.old.sentences[sentence].section)
        return replace(
            passage,
            place=self._words["moved_from"].format(title=self._title(section)),
            href="#" + self._old_id(sentence),
        )

    def _new_passage(self, sentence: int, anchor: int, marks: Sequence[Mark]) -> Passage:
        passage = self._passage(1, sentence, marks)
        sentences = self._c.new.sentences
        if sentences[sentence].section == sentences[anchor].section:
            return passage
        section = self._c.new.chapter(sentences[sentence].section)
        return replace(
            passage, place=self._words["stands_in"].format(title=self._title(section)), href=f"#n-{sentence}"
        )

    def _passage(self, side: int, sentence: int, marks: Sequence[Mark] = ()) -> Passage:
        document = (self._c.old, self._c.new)[side]
        span = document.sentences[sentence].span
        text = document.source.text
        quote = document.source.quote(span)
        near = [m for m in marks if m.start < span.end and span.start < m.end]
        return Passage(marked(text, span, near), self._languages[side].of(quote), is_rtl(quote))

    def _roles(self, group: Group) -> list[Role]:
        old, new = self._c.old.sentences, self._c.new.sentences
        return [new[s].role for s in group.new] + [old[s].role for s in group.old]

    def _reasons(self, group: Group) -> Iterator[str]:
        if group.kind is not Kind.IDENTICAL:
            yield wording.sureness(self._words, group.score)
        links = [self._c.links[i] for i in group.links]
        yield from dict.fromkeys(self._words.say(link.reason) for link in links if link.reason)
        if any(link.decided for link in links):
            yield self._words["decided"]
        yield from dict.fromkeys(self._words["note"].format(note=link.note) for link in links if link.note)
        yield from forbidden(self._c, group.old, group.new, self._words.phrases)
        if group.kind is Kind.REWORDED and not group.edits:
            yield self._words["two_texts"]
        yield from self._evidence(self._c.new, group.new)

    def _evidence(self, document: Document, sentences: Iterable[int]) -> Iterator[str]:
        found = ((document.sentences[s].role, document.sentences[s].why) for s in sentences)
        for role, why in dict.fromkeys(found):
            if why:
                yield self._words[role].capitalize() + self._words["colon"] + self._words.say(why)

    def _flags(self, group: Group) -> Iterator[str]:
        yield str(group.kind)
        if group.moved:
            yield "moved"
        if group.shape is not Shape.ONE:
            yield str(group.shape)
        if wording.is_unsure(group):
            yield "unsure"
        if group.kind is not Kind.IDENTICAL and self._numbers(0, group.old) != self._numbers(1, group.new):
            yield "number"

    def _numbers(self, side: int, sentences: Iterable[int]) -> list[str]:
        document = (self._c.old, self._c.new)[side]
        texts = (unicodedata.normalize("NFKC", document.text(s)) for s in sentences)
        return sorted(number.replace(",", "") for text in texts for number in _NUMBER.findall(text))

    def _title(self, section: Section) -> str:
        return section.title or self._words["opening"]


def _spans(document: Document, sentences: Iterable[int]) -> str:
    return " ".join("{}-{}".format(*document.sentences[s].span) for s in sentences)


def is_rtl(text: str) -> bool:
    """Whether the passage has letters of a script written from right to left."""
    return not text.isascii() and any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in text)


def shown_text(text: str) -> Markup:
    """A title or name, escaped and kept from reordering what stands beside it."""
    return Markup("<bdi>{}</bdi>").format(safe(text))


def plain_text(text: str) -> str:
    """A title or name for an attribute, where no markup can keep it from reordering: without what would."""
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else " " for c in text)
