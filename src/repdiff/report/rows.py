"""The rows of a comparison: each made once, with what a list says of it and what a page does."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from repdiff.languages.guess import Languages
from repdiff.languages.scripts import LEFTWARD
from repdiff.model.document import Document
from repdiff.model.links import Comparison, Edit, Group, Kind, Op, Shape
from repdiff.model.texts import Role, Section, Span
from repdiff.model.view import Facet, View
from repdiff.report import wording
from repdiff.report.doubts import Doubt, Doubts
from repdiff.report.gone import gone
from repdiff.report.listing import is_wanted
from repdiff.report.looks import Looks
from repdiff.report.moves import Moves
from repdiff.report.nouns import Other, Passage, Row
from repdiff.report.numbers import beside
from repdiff.report.order import Item, What, moved_away, renamed_headings
from repdiff.report.paragraphs import openings
from repdiff.report.passages import place, place_in_words
from repdiff.report.rulings import forbidden
from repdiff.report.runs import Run, clip, visible
from repdiff.report.settings import Settings
from repdiff.report.turns import told
from repdiff.report.words import Words

if TYPE_CHECKING:
    from repdiff.languages.guess import Languages

_QUOTED = 80  # columns of a sentence that is perhaps the same: it is shown whole in its own row
SIGNS = {Kind.IDENTICAL: "=", Kind.REWORDED: "~", Kind.DROPPED: "-", Kind.ADDED: "+"}


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\d[\d.,]*\d|\d")


@cache
def _leftward() -> re.Pattern[str]:
    return re.compile(f"[{LEFTWARD}]")


class Rows:
    """Makes the rows of one comparison in one language. Ids come from the texts, so that a link outlives an edit elsewhere; of equal
    texts the second gets a number, so rows are made in the order of the page. What only a page or only a list shows is left out where
    none is wanted.
    """

    def __init__(self, comparison: Comparison, view: View, words: Words) -> None:
        self._c = comparison
        self._view = view
        self._words = words
        self._names = wording.names(words, comparison)
        self._away = moved_away(comparison)
        self._moves = Moves(comparison, words)
        self._changes = beside(comparison, words)
        self._doubts = Doubts(comparison)
        self._looks = Looks(comparison, words)
        self._given: dict[str, int] = {}
        self._paged, self._listed = Facet.PAGE in view.facets, Facet.LIST in view.facets

    @cached_property
    def languages(self) -> "tuple[Languages, Languages]":
        """Those of the two texts."""
        from repdiff.languages.guess import Languages

        return Languages(self._c.old.source.text), Languages(self._c.new.source.text)

    @cached_property
    def _settings(self) -> tuple[Settings, Settings]:
        """How the words of the two texts are set."""
        return Settings(self._c.old.source), Settings(self._c.new.source)

    @cached_property
    def _openings(self) -> tuple[frozenset[int], frozenset[int]]:
        return openings(self._c.old), openings(self._c.new)

    @cached_property
    def anchors(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the old and of the new sections."""
        return (
            tuple(self._anchor("o", s.title) for s in self._c.old.sections),
            tuple(self._anchor("s", s.title) for s in self._c.new.sections),
        )

    @cached_property
    def _groups(self) -> tuple[str, ...]:
        new = self._c.new
        return tuple(self._anchor("g", new.text(g.new[0]) if g.new else "") for g in self._c.groups)

    @cached_property
    def _lone(self) -> tuple[dict[int, str], dict[int, str]]:
        """The ids of the rows of old and new sentences that are in no group."""
        old, new = self._c.old, self._c.new
        ids = (
            {s: self._anchor("d", old.text(s)) for s in self._c.dropped},
            {s: self._anchor("a", new.text(s)) for s in self._c.added},
        )
        for below, above in sorted(self._renamed.items()):
            ids[0][above] = ids[1][below] = self._anchor("r", new.text(below))
        return ids

    @cached_property
    def _renamed(self) -> dict[int, int]:
        return renamed_headings(self._c)

    @cached_property
    def _group_of(self) -> tuple[dict[int, int], dict[int, int]]:
        """Sentence -> its group, on either side."""
        groups = self._c.groups
        return {s: i for i, g in enumerate(groups) for s in g.old}, {s: i for i, g in enumerate(groups) for s in g.new}

    def row(self, item: Item) -> Row:
        """What an item of the order shows."""
        made = self._made(item)
        return made._replace(opens=self._opens(made, item)) if self._paged else made

    def _opens(self, row: Row, item: Item) -> bool:
        """Whether a paragraph begins with it."""
        sides = self._openings
        return item.new in sides[1] if row.new and item.new >= 0 else item.old in sides[0]

    def _made(self, item: Item) -> Row:
        if item.what is What.GROUP:
            return self._group_row(item.group, item.new)
        if item.what is What.OLD_END:
            return self._old_end(item)
        if item.what is What.NEW_END:
            return self._new_end(item)
        return self._renamed_row(item) if item.what is What.RENAMED else self._lone_row(item)

    def _anchor(self, kind: str, text: str) -> str:
        if not self._paged:
            return ""
        from hashlib import blake2s

        name = f"{kind}-{blake2s(text.encode('utf-8', 'surrogatepass'), digest_size=4).hexdigest()}"
        count = self._given[name] = self._given.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"

    def _renamed_row(self, item: Item) -> Row:
        return Row(
            id=self._lone[1][item.new] if self._paged else "",
            kind=Kind.REWORDED,
            sign=SIGNS[Kind.REWORDED],
            classes="reworded r-heading",
            verdict=self._words["renamed"],
            called=self._names,
            old=(self._passage(0, item.old),),
            new=(self._passage(1, item.new),),
            asides=tuple(self._decided((), (item.old,), (item.new,))),
            paired=False,
            apart=True,
            spans=(_spans(self._c.old, (item.old,)), _spans(self._c.new, (item.new,))) if self._paged else ("", ""),
        )

    def _lone_row(self, item: Item) -> Row:
        side, kind, sentence = (0, Kind.DROPPED, item.old) if item.what is What.DROPPED else (1, Kind.ADDED, item.new)
        document = (self._c.old, self._c.new)[side]
        role = document.sentences[sentence].role
        cell = (self._passage(side, sentence),)
        own: tuple[tuple[int, ...], tuple[int, ...]] = ((sentence,), ()) if side == 0 else ((), (sentence,))
        doubts = self._doubts.of(*own)
        return Row(
            id=self._lone[side][sentence] if self._paged else "",
            kind=kind,
            sign=SIGNS[kind],
            classes=f"{kind} perhaps r-{role}" if doubts else f"{kind} r-{role}",
            verdict=self._words["comma"].join([self._words[kind], *([self._words["perhaps"]] if doubts else [])]),
            called=(self._words[f"kinds.{kind}"],) * 2,
            role=self._words[role],
            old=cell if side == 0 else (),
            new=cell if side == 1 else (),
            asides=(*self._maybe(doubts, "comparison.perhaps"), *self._decided((), *own)),
            reasons=tuple(self._alone(side, own, doubts)) if self._paged else (),
            paired=False,
            spans=(_spans(self._c.old, own[0]), _spans(self._c.new, own[1])) if self._paged else ("", ""),
            perhaps=self._others(doubts),
            own=(self._passage(side, sentence, doubts[0].group.edits),) if self._paged and doubts else (),
        )

    def _alone(self, side: int, own: tuple[tuple[int, ...], tuple[int, ...]], doubts: list[Doubt]) -> Iterator[str]:
        """Why a sentence of one side has no partner."""
        words = self._words
        yield words["no_sure_partner" if doubts else "no_partner"].format(name=self._names[1 - side])
        yield from dict.fromkeys(words.say(each.link.reason) for each in doubts if each.link.reason)
        yield from self._evidence((self._c.old, self._c.new)[side], own[side])
        yield from forbidden(self._c, own[0], own[1], self._words)

    def _maybe(self, doubts: Iterable[Doubt], said: str) -> Iterator[tuple[Run, ...]]:
        """A line of a list for each sentence that one of a row is perhaps paired with."""
        for doubt in doubts if self._listed else ():
            document, score = (self._c.old, self._c.new)[doubt.side], doubt.link.score
            text = self._words[said].format(
                text=clip(visible(document.shown(doubt.other)), _QUOTED),
                place=place(document, document.sentences[doubt.other].span.start),
                sure=wording.how_sure(self._words, score),
                score=score,
            )
            yield (Run(text, "perhaps"),)

    def _others(self, doubts: Iterable[Doubt]) -> tuple[Other, ...]:
        """The same for a page."""
        return tuple(map(self._other, doubts)) if self._paged else ()

    def _other(self, doubt: Doubt) -> Other:
        document, link = (self._c.old, self._c.new)[doubt.side], doubt.link
        return Other(
            passage=self._passage(doubt.side, doubt.other, doubt.group.edits),
            place=place_in_words(
                document, document.sentences[doubt.other].span.start, self._words.within("page.tables")
            ),
            sure=self._words["how_sure"].format(sure=wording.how_sure(self._words, link.score), score=link.score),
            href=self._href(doubt.side, doubt.other),
            spans=(_spans(self._c.old, (link.old,)), _spans(self._c.new, (link.new,))),
        )

    def _href(self, side: int, sentence: int) -> str:
        """The link to the row that shows a sentence; empty where the view leaves that row out."""
        group = self._group_of[side].get(sentence, -1)
        role = (self._c.old, self._c.new)[side].sentences[sentence].role
        if group >= 0:
            at, classes = self._groups[group], self._classes(self._c.groups[group])
        elif sentence in (self._renamed.values(), self._renamed)[side]:
            at, classes = self._lone[side][sentence], f"{Kind.REWORDED} r-{role}"
        else:
            at, classes = self._lone[side][sentence], f"{(Kind.DROPPED, Kind.ADDED)[side]} perhaps r-{role}"
        return f"#{at}" if is_wanted(Row("", "", "", classes=classes), self._view) else ""

    def _classes(self, group: Group) -> str:
        return " ".join((*self._flags(group), *(f"r-{r}" for r in dict.fromkeys(self._roles(group)))))

    def _group_row(self, index: int, anchor: int) -> Row:
        group = self._c.groups[index]
        roles = self._roles(group)
        return Row(
            id=self._groups[index],
            kind=group.kind,
            sign=SIGNS[group.kind],
            classes=self._classes(group),
            verdict=wording.verdict(self._words, group),
            called=self._names,
            role=wording.roles(self._words, roles),
            old=tuple(self._old_passage(s, group.edits) for s in group.old),
            new=tuple(self._new_passage(group, at, anchor) for at in range(len(group.new))),
            asides=tuple(self._asides(index, group)) if self._listed else (),
            reasons=tuple(self._reasons(group)) if self._paged else (),
            quiet=group.kind is Kind.IDENTICAL and not group.moved and not self._looks.is_loud(group),
            noted=any(self._c.links[i].note for i in group.links),
            unsure=wording.is_unsure(group),
            apart=group.kind is Kind.REWORDED and not group.edits,
            spans=(_spans(self._c.old, group.old), _spans(self._c.new, group.new)) if self._paged else ("", ""),
            linked=self._linked(group) if self._paged else "",
            numbers=self._changes.get(index, ()),
            looks=tuple(self._looks.of(group)) if self._paged else (),
            perhaps=self._others(self._doubts.of(group.old, group.new)),
        )

    def _linked(self, group: Group) -> str:
        pairs = [(self._c.links[i].old, self._c.links[i].new) for i in group.links]
        if len(pairs) == len(group.old) * len(group.new):
            return ""
        return " ".join(f"{group.old.index(old)}-{group.new.index(new)}" for old, new in pairs)

    def _old_end(self, item: Item) -> Row:
        group = self._c.groups[item.group]
        row = self._end(item.group, self._words["moved_away"])
        pointer = (self._moves.went_to(item.old, min(group.new)), "#" + self._groups[item.group])
        return row._replace(id=_old_id(item.old), old=(self._passage(0, item.old),), pointer=pointer)

    def _new_end(self, item: Item) -> Row:
        row = self._end(item.group, self._words["other_part"])
        pointer = (self._words["further_up"], "#" + self._groups[item.group])
        return row._replace(id=f"n-{item.new}", new=(self._passage(1, item.new),), pointer=pointer)

    def _end(self, index: int, verdict: str) -> Row:
        group = self._c.groups[index]
        roles = self._roles(group)
        classes = f"end {self._classes(group)}"
        return Row("", group.kind, verdict, role=wording.roles(self._words, roles), classes=classes)

    def _old_passage(self, sentence: int, edits: Sequence[Edit]) -> Passage:
        passage = self._passage(0, sentence, edits)
        if sentence not in self._away:
            return passage
        return passage._replace(aside=self._moves.came_from(sentence), href="#" + _old_id(sentence))

    def _new_passage(self, group: Group, at: int, anchor: int) -> Passage:
        sentence = group.new[at]
        passage = self._passage(1, sentence, group.edits)
        if self._paged and group.edits:
            passage = passage._replace(gone=gone(self._c, group.edits, group.new, at))
        passage = passage._replace(again=any(n not in group.new for n in range(min(group.new), sentence)))
        sentences = self._c.new.sentences
        if sentences[sentence].section == sentences[anchor].section:
            return passage
        section = self._c.new.chapter(sentences[sentence].section)
        aside = self._words["stands_in"].format(title=self.title(section))
        return passage._replace(aside=aside, href=f"#n-{sentence}")

    def _passage(self, side: int, sentence: int, edits: Sequence[Edit] = ()) -> Passage:
        document = (self._c.old, self._c.new)[side]
        span = document.sentences[sentence].span
        quote = document.source.shown(span)
        return Passage(
            runs=tuple(_runs(document, span, edits, side)) if edits else (Run(quote),),
            place=place(document, span.start) if self._listed else "",
            lang=self.languages[side].of(quote) if self._paged else "und",
            rtl=self._paged and is_rtl(quote),
            set_as=self._settings[side].of(span) if self._paged else (),
        )

    def _roles(self, group: Group) -> list[Role]:
        old, new = self._c.old.sentences, self._c.new.sentences
        return [new[s].role for s in group.new] + [old[s].role for s in group.old]

    def _reasons(self, group: Group) -> Iterator[str]:
        if group.kind is not Kind.IDENTICAL:
            yield wording.sureness(self._words, group.score)
        if group.turned:
            yield self._words["comparison.turned"].format(turns=told(self._c, group, self._words))
        links = [self._c.links[i] for i in group.links]
        yield from dict.fromkeys(self._words.say(link.reason) for link in links if link.reason)
        if any(link.decided for link in links):
            yield self._words["decided"]
        yield from dict.fromkeys(self._words["note"].format(note=link.note) for link in links if link.note)
        yield from forbidden(self._c, group.old, group.new, self._words)
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
        if self._doubts.of(group.old, group.new):
            yield "perhaps"
        if group.turned:
            yield "turned"
        if (
            self._paged
            and group.kind is not Kind.IDENTICAL
            and self._numbers(0, group.old) != self._numbers(1, group.new)
        ):
            yield "number"

    def _numbers(self, side: int, sentences: Iterable[int]) -> list[str]:
        document = (self._c.old, self._c.new)[side]
        texts = (unicodedata.normalize("NFKC", document.source.shown(document.wording(s))) for s in sentences)
        return sorted(number.replace(",", "") for text in texts for number in _number().findall(text))

    def title(self, section: Section) -> str:
        """A section's title, or the words for the opening."""
        return section.title or self._words["opening"]

    def _asides(self, index: int, group: Group) -> Iterator[tuple[Run, ...]]:
        """That it moved, was split or merged, what became of its numbers, and why it was made where a reader would ask."""
        words = self._words
        if group.turned:
            yield (Run(words["comparison.turned"].format(turns=told(self._c, group, words)), "note"),)
        if group.moved:
            yield from ((Run(f"> {move}", "moved"),) for move in self._moves.of(group))
        if group.shape is not Shape.ONE:
            count = len(group.old) if group.shape is Shape.MERGED else len(group.new)
            yield (Run(words[f"shapes.{group.shape}"].format(count=count, old=len(group.old)), "moved"),)
        for row in self._changes.get(index, ()):
            yield Run(row.sign, row.style), Run(f" {row.name}  {row.old} → {row.new}  {row.change}", "quiet")
        yield from ((Run(line, "looks"),) for line in self._looks.of(group))
        yield from self._why(group)
        yield from self._maybe(self._doubts.of(group.old, group.new), "comparison.perhaps_too")
        yield from self._decided(group.links, group.old, group.new)

    def _why(self, group: Group) -> Iterator[tuple[Run, ...]]:
        """The reason, where a reader would ask for it: a doubtful score, a move, a split or a merge of other words."""
        plain = group.score >= self._view.doubtful and not group.moved and group.shape is Shape.ONE
        if group.kind is Kind.IDENTICAL or plain or not group.links:
            return
        link = min((self._c.links[i] for i in group.links), key=lambda each: each.score)
        words = self._words
        yield (Run(words["comparison.reason"].format(reason=words.say(link.reason), score=link.score), "quiet"),)

    def _decided(self, links: Iterable[int], old: Iterable[int], new: Iterable[int]) -> Iterator[tuple[Run, ...]]:
        """What a person decided about these sentences, with the notes."""
        if not self._c.rulings:
            return
        words = self._words
        told = [words.say(self._c.links[i].reason) for i in links if self._c.links[i].decided]
        for line in dict.fromkeys([*told, *forbidden(self._c, old, new, words)]):
            yield (Run(line, "note"),)


def _old_id(sentence: int) -> str:
    return f"m-{sentence}"


def _spans(document: Document, sentences: Iterable[int]) -> str:
    return " ".join("{}-{}".format(*document.sentences[s].span) for s in sentences)


def _runs(document: Document, span: Span, edits: Iterable[Edit], side: int) -> Iterator[Run]:
    """One sentence of one side, cut where its words changed."""
    for edit in edits:
        own = edit.new if side else edit.old
        start, end = max(own.start, span.start), min(own.end, span.end)
        shown = document.source.shown(Span(start, max(start, end)))
        if shown:
            yield Run(shown, "" if edit.op is Op.EQUAL else edit.op.value)


def is_rtl(text: str) -> bool:
    """Whether the passage has letters of a script written from right to left."""
    return not text.isascii() and bool(_leftward().search(text))
