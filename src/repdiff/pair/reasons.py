"""Why two sentences are paired, for a reader: what they share, and how their places go together."""

from collections.abc import Iterator, Sequence

from repdiff.languages.marks import CLAUSE_ENDS, PAIRS
from repdiff.languages.scripts import FIRST_EAST_ASIAN
from repdiff.model.document import Document
from repdiff.model.said import Said
from repdiff.pair.decided import Chosen, Pair
from repdiff.pair.evidence import Scene
from repdiff.pair.moved import Shift

_TELLING = (4, 7)  # code points from which a common run says something: with an East Asian character in it, and without
_LONGEST = 30  # code points of a quotation: enough to find it again
_NUMBER_MARKS = (".", ",")
_LOOKED_AT = 2000  # code points of a sentence that are searched: a megabyte without a full stop must cost no more
_SEVERAL = 2  # clauses from which their number says more than the words of one
_BRACKETS = tuple((opening, closing[0]) for opening, closing in PAIRS.items() if closing[0] not in PAIRS)
_EDGE = "".join(CLAUSE_ENDS) + " \t\n\r.-—–\u3000"


def give_reasons(
    documents: tuple[Document, Document], scene: Scene, chosen: Sequence[Chosen], shifts: Sequence[Shift]
) -> Iterator[Said]:
    """One reason per chosen pair, with what became of its place."""
    links = {(each.old, each.new) for each in chosen}
    for each, shift in zip(chosen, shifts, strict=True):
        pair = each.old, each.new
        if pair in scene.decided.pinned:
            yield _by_a_person(scene.decided.pinned[pair])
        else:
            yield Said(
                "{what}; {place}", what=_shared(documents, scene, each), place=_place(documents, pair, links, shift)
            )


def _by_a_person(note: str) -> Said:
    return Said("decided by a person: {note}", note=note) if note else Said("decided by a person")


def _place(documents: tuple[Document, Document], pair: Pair, links: set[Pair], shift: Shift) -> Said:
    """How the places go together. The same place is where a direct neighbour is paired with the other's."""
    if shift is Shift.ELSEWHERE:
        return Said("in another section")
    if shift is Shift.DISPLACED:
        return Said("among other neighbours")
    old, new = pair
    beside = (old - 1, new - 1) in links or (old + 1, new + 1) in links
    titled = (
        document.chapter(document.sentences[s].section).title for document, s in zip(documents, pair, strict=True)
    )
    if not all(titled):
        return Said("between the same neighbours") if beside else Said("at about the same place")
    return Said("same place in a paired section") if beside else Said("in a paired section")


def _shared(documents: tuple[Document, Document], scene: Scene, pair: Chosen) -> Said:
    similarity, k = scene.similarity, pair.candidate
    if similarity.old_keys[pair.old] == similarity.new_keys[pair.new]:
        return Said("same text")
    kept, count = (0, 0) if k is None else _clauses(scene, pair.old, pair.new, k)
    if kept >= _SEVERAL:
        return Said("{kept} of {count} clauses reappear", kept=kept, count=count)
    run = common_run(documents[0].shown(pair.old), documents[1].shown(pair.new))
    if run:
        return Said("shares “{run}”", run=run)
    return Said("1 of {count} clauses reappears", count=count) if kept and count > 1 else Said("few words in common")


def _clauses(scene: Scene, old: int, new: int, k: int) -> tuple[int, int]:
    """How many clauses reappear, of how many, on the side that keeps more of them."""
    details = scene.details
    if details is None:
        return 0, 0
    sides = (
        (float(details.old_kept[k]), int(details.old_clauses[old])),
        (float(details.new_kept[k]), int(details.new_clauses[new])),
    )
    share, count = max(sides)
    return round(share * count), count


def common_run(old: str, new: str) -> str:
    """The longest text that stands in both, of equally long ones the first in `old`, without half words or marks at its ends.

    At most 30 code points of it; empty where it says nothing.
    """
    old, new = old[:_LOOKED_AT], new[:_LOOKED_AT]
    start = length = 0
    for at in range(len(old)):
        while at + length < len(old) and old[at : at + length + 1] in new:
            start, length = at, length + 1
    if not length:
        return ""
    run = _whole_words(old, start, start + length)
    if run:
        at = new.find(run)
        run = _whole_words(new, at, at + len(run))
    run = _balanced(run.strip(_EDGE)).strip(_EDGE)
    least = _TELLING[0] if any(c >= FIRST_EAST_ASIAN for c in run) else _TELLING[1]
    if len(run) < least:
        return ""
    return run if len(run) <= _LONGEST else run[: _LONGEST - 1].rstrip(_EDGE) + "…"


def _whole_words(text: str, start: int, end: int) -> str:
    """The text from start to end, less a part of a word or of a number at either edge."""
    if start and _joined(text, start):
        while start < end and _joined(text, start):
            start += 1
    if end < len(text) and _joined(text, end):
        while start < end and _joined(text, end):
            end -= 1
    return text[start:end]


def _joined(text: str, at: int) -> bool:
    """Whether a word or a number runs on over this place."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if before in _NUMBER_MARKS and after.isdecimal():
        return text[at - 2 : at - 1].isdecimal()
    if after in _NUMBER_MARKS and before.isdecimal():
        return text[at + 1 : at + 2].isdecimal()
    return before.isalnum() and after.isalnum() and before < FIRST_EAST_ASIAN and after < FIRST_EAST_ASIAN


def _balanced(run: str) -> str:
    """The run without a bracket or quotation mark at its edges whose partner is cut off."""
    for opening, closing in _BRACKETS:
        if run.startswith(closing) or (run.startswith(opening) and closing not in run):
            run = run[1:]
        if run.endswith(opening) or (run.endswith(closing) and opening not in run):
            run = run[:-1]
    return run
