"""The sentences of a comparison as a table."""

from collections.abc import Sequence

from repdiff.model.document import Document
from repdiff.model.links import Comparison
from repdiff.report.doubts import Doubts
from repdiff.report.entries import Entry, entries, once, places
from repdiff.report.order import What
from repdiff.report.runs import visible
from repdiff.report.sheets import PROGRAMS, Audience, Cell, Sheet, Type, share
from repdiff.report.turns import told

_COLUMNS = (
    "old",
    "new",
    "kind",
    "role",
    "section",
    "old_place",
    "new_place",
    ("probability", Type.SHARE),
    "reason",
    "note",
    "perhaps_place",
    "perhaps_score",
    "turned",
)


def sheet(comparison: Comparison, audience: Audience = PROGRAMS) -> Sheet:
    """A row for each group, each dropped and each added sentence, in reading order: every sentence once.

    `kind` is `identical`, `reworded`, `dropped`, `added`, or `renamed` (the headings of two paired sections that are no pair themselves),
    with `moved`, `renumbered`, `split`, `merged` or `regrouped`, and `turned` behind it; `turned` are the words that turn the meaning.
    Places are line:column; several sentences, their places, roles, reasons
    and notes stand behind each other, roles, reasons and notes but once. `perhaps_place` is where the sentences of the other side stand
    that a dropped or added one (or one of a pair) was not surely enough paired with, `perhaps_score` how probable each of these pairs is,
    the most probable first.
    """
    doubts = Doubts(comparison)
    rows = tuple(_row(comparison, entry, doubts, audience) for entry in entries(comparison))
    return Sheet("sentences", audience.titled("sentences"), audience.columns(*_COLUMNS), rows)


def _row(comparison: Comparison, entry: Entry, doubts: Doubts, audience: Audience) -> tuple[Cell, ...]:
    group, old, new = entry.group, entry.old, entry.new
    links = entry.links(comparison)
    document, sentences = (comparison.new, new) if new else (comparison.old, old)
    perhaps = doubts.of(old, new) if entry.item.what is not What.RENAMED else []
    roles = [comparison.new.sentences[s].role for s in new] + [comparison.old.sentences[s].role for s in old]
    return (
        _texts(comparison.old, old),
        _texts(comparison.new, new),
        audience.all_named("sheets", entry.kinds.split()),
        audience.all_named("roles", roles),
        visible(document.chapter(document.sentences[sentences[0]].section).title),
        places(comparison.old, old),
        places(comparison.new, new),
        share(group.score) if group else None,
        once((audience.words.say(link.reason) for link in links), "; "),
        once((visible(link.note) for link in links), "; "),
        " ".join(places((comparison.old, comparison.new)[each.side], (each.other,)) for each in perhaps),
        " ".join(f"{each.link.score:.2f}" for each in perhaps),
        told(comparison, group, audience.words) if group else "",
    )


def _texts(document: Document, sentences: Sequence[int]) -> str:
    return " ".join(visible(document.shown(sentence)) for sentence in sentences)
