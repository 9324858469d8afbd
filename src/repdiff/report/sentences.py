"""The sentences of a comparison as a table for programs."""

from collections.abc import Iterable, Sequence

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Shape
from repdiff.model.texts import Role
from repdiff.report.doubts import Doubts
from repdiff.report.nouns import Table
from repdiff.report.order import Item, What, lay_out
from repdiff.report.passages import place
from repdiff.report.runs import visible
from repdiff.report.turns import told
from repdiff.report.words import ENGLISH

_COLUMNS = (
    "old",
    "new",
    "kind",
    "role",
    "section",
    "old_place",
    "new_place",
    "probability",
    "reason",
    "note",
    "perhaps_place",
    "perhaps_score",
    "turned",
)
_ENDS = (What.OLD_END, What.NEW_END)
_LONE = {What.DROPPED: "dropped", What.ADDED: "added", What.RENAMED: "renamed"}


def sheet(comparison: Comparison) -> Table:
    """A row for each group, each dropped and each added sentence, in reading order: every sentence once.

    `kind` is `identical`, `reworded`, `dropped`, `added`, or `renamed` (the headings of two paired sections that are no pair themselves),
    with `moved`, `renumbered`, `split`, `merged` or `regrouped`, and `turned` behind it; `turned` are the words that turn the meaning.
    Places are line:column; several sentences, their places, roles, reasons
    and notes stand behind each other, roles, reasons and notes but once. `perhaps_place` is where the sentences of the other side stand
    that a dropped or added one (or one of a pair) was not surely enough paired with, `perhaps_score` how probable each of these pairs is,
    the most probable first.
    """
    doubts = Doubts(comparison)
    items = (item for block in lay_out(comparison) for item in (*block.heads, *block.items) if item.what not in _ENDS)
    return Table("sentences", "Sentences", _COLUMNS, tuple(_row(comparison, item, doubts) for item in items))


def _row(comparison: Comparison, item: Item, doubts: Doubts) -> tuple[str, ...]:
    group = comparison.groups[item.group] if item.what is What.GROUP else None
    old, new = (group.old, group.new) if group else (_one(item.old), _one(item.new))
    links = [comparison.links[i] for i in group.links] if group else []
    document, sentences = (comparison.new, new) if new else (comparison.old, old)
    perhaps = doubts.of(old, new) if item.what is not What.RENAMED else []
    return (
        _texts(comparison.old, old),
        _texts(comparison.new, new),
        _kind(group) if group else _LONE[item.what],
        _joined((*_roles(comparison.new, new), *_roles(comparison.old, old)), " "),
        visible(document.chapter(document.sentences[sentences[0]].section).title),
        _places(comparison.old, old),
        _places(comparison.new, new),
        f"{group.score:.2f}" if group else "",
        _joined((str(link.reason) for link in links), "; "),
        _joined((visible(link.note) for link in links), "; "),
        " ".join(_places((comparison.old, comparison.new)[each.side], (each.other,)) for each in perhaps),
        " ".join(f"{each.link.score:.2f}" for each in perhaps),
        told(comparison, group, ENGLISH) if group else "",
    )


def _one(sentence: int) -> tuple[int, ...]:
    return (sentence,) if sentence >= 0 else ()


def _kind(group: Group) -> str:
    return " ".join(
        [
            group.kind,
            *(["moved"] if group.moved else []),
            *(["renumbered"] if group.renumbered else []),
            *([group.shape] if group.shape != Shape.ONE else []),
            *(["turned"] if group.turned else []),
        ]
    )


def _texts(document: Document, sentences: Sequence[int]) -> str:
    return " ".join(visible(document.shown(sentence)) for sentence in sentences)


def _places(document: Document, sentences: Sequence[int]) -> str:
    return " ".join(place(document, document.sentences[sentence].span.start) for sentence in sentences)


def _roles(document: Document, sentences: Sequence[int]) -> list[Role]:
    return [document.sentences[sentence].role for sentence in sentences]


def _joined(words: Iterable[str], between: str) -> str:
    return between.join(dict.fromkeys(word for word in words if word))
