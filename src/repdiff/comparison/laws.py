"""What must hold for every comparison. Each law returns its violations as readable sentences; none means it holds.

`--self-check` runs them on the comparison at hand, the tests on many.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Kind, Link, Op
from repdiff.model.texts import Span
from repdiff.model.view import View

_OLD_OPS = frozenset({Op.EQUAL, Op.DELETE, Op.MOVE_FROM})
_NEW_OPS = frozenset({Op.EQUAL, Op.INSERT, Op.MOVE_TO})

_NO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")

Violations = tuple[str, ...]


def cutting_loses_nothing(document: Document) -> Violations:
    """Sections tile the text; between two sentences stands only white space and what is left out; a sentence lies in the
    section it names.
    """
    name, text = document.source.name, document.source.text
    found = []
    done = 0
    for section in document.sections:
        if section.span.start != done:
            found.append(
                f"{name}: section {section.id} starts at {section.span.start}, the one before it ends at {done}"
            )
        done = section.span.end
    if done != len(text):
        found.append(f"{name}: the sections end at {done}, the text at {len(text)}")
    return (*found, *_sentences_tile(document))


def _sentences_tile(document: Document) -> Iterable[str]:
    name, text = document.source.name, document.source.bare
    sections = {section.id: section.span for section in document.sections}
    done = 0
    for sentence in document.sentences:
        start, end = sentence.span
        if start < done or end <= start:
            yield f"{name}: sentence {sentence.id} at [{start}, {end}) overlaps the one before it or is empty"
        if lost := _visible(text[done:start]):
            yield f"{name}: {lost!r} before sentence {sentence.id} is in no sentence"
        section = sections.get(sentence.section, Span(0, 0))
        if not section.start <= start <= end <= section.end:
            yield f"{name}: sentence {sentence.id} at [{start}, {end}) is not inside its section {sentence.section}"
        done = max(done, end)
    if lost := _visible(text[done:]):
        yield f"{name}: {lost!r} at the end is in no sentence"


def _visible(text: str) -> str:
    """What of a text can be seen: without white space and characters of no width."""
    return "".join(c for c in text if not c.isspace() and c not in _NO_WIDTH)


def every_sentence_once(comparison: Comparison) -> Violations:
    """Every sentence of either side is in exactly one group, in `dropped` or in `added`; every link is in one group."""
    sides = (
        ("old", comparison.old, [i for group in comparison.groups for i in group.old], comparison.dropped),
        ("new", comparison.new, [i for group in comparison.groups for i in group.new], comparison.added),
    )
    found = []
    for side, document, grouped, alone in sides:
        times = Counter(grouped) + Counter(alone)
        strange = sorted(set(times) - {sentence.id for sentence in document.sentences})
        found += [f"{side} sentence {i} is in the result but not in the document" for i in strange]
        found += [
            f"{side} sentence {sentence.id} is {times[sentence.id]} times in the result: {document.text(sentence.id)!r}"
            for sentence in document.sentences
            if times[sentence.id] != 1
        ]
    links = Counter(i for group in comparison.groups for i in group.links)
    found += [f"link {i} is in {links[i]} groups" for i in range(len(comparison.links)) if links[i] != 1]
    return tuple(found)


def edits_spell_both_sides(comparison: Comparison) -> Violations:
    """Equal and deleted runs give the old text, equal and inserted runs the new text, character for character."""
    found: list[str] = []
    for index, group in enumerate(comparison.groups):
        if group.edits:
            found += _spelled(comparison.old, group, index, "old")
            found += _spelled(comparison.new, group, index, "new")
    return tuple(found)


def _spelled(document: Document, group: Group, index: int, side: str) -> Iterable[str]:
    ops, ids = (_OLD_OPS, group.old) if side == "old" else (_NEW_OPS, group.new)
    runs = [edit.old if side == "old" else edit.new for edit in group.edits if edit.op in ops]
    others = [edit.old if side == "old" else edit.new for edit in group.edits if edit.op not in ops]
    if any(span.end > span.start for span in others):
        yield f"group {index}: an edit of the other side covers {side} text"
    if any(later.start < earlier.end for earlier, later in pairwise(runs)):
        yield f"group {index}: the edits of the {side} side overlap or are out of order"
    spelled = _inked("".join(document.source.bare[run.start : run.end] for run in runs))
    wanted = _inked("".join(document.text(sentence) for sentence in ids))
    if spelled != wanted:
        yield f"group {index}: the edits spell {spelled!r} on the {side} side, the text is {wanted!r}"


def _inked(text: str) -> str:
    """Without white space: what stands between two sentences of a group belongs to neither."""
    return "".join(text.split())


def same_text_has_no_change(comparison: Comparison) -> Violations:
    """For a comparison of a document with itself: every sentence is identical to itself, nothing moved."""
    found = [f"dropped from its own copy: {comparison.old.text(i)!r}" for i in comparison.dropped]
    found += [f"added to its own copy: {comparison.new.text(i)!r}" for i in comparison.added]
    for group in comparison.groups:
        if group.kind is not Kind.IDENTICAL or group.moved or group.old != group.new:
            found.append(f"changed against its own copy: {[comparison.old.text(i) for i in group.old]}")
    return tuple(found)


def turned_around_mirrors(comparison: Comparison, turned: Comparison) -> Violations:
    """`turned` compares new with old: the same links the other way round, dropped and added exchanged."""
    found = []
    if turned.dropped != comparison.added or turned.added != comparison.dropped:
        found.append("turned around, the dropped sentences are not the added ones")
    here = {_ends(link) for link in comparison.links}
    there = {(new, old, *rest) for old, new, *rest in map(_ends, turned.links)}
    found += [f"turned around, link {link[0]}-{link[1]} ({link[2]}) is not found" for link in sorted(here - there)]
    found += [f"only turned around, link {link[0]}-{link[1]} ({link[2]}) is found" for link in sorted(there - here)]
    numbers = {(n.old.span, n.new.span, n.differences) for n in comparison.numbers}
    if numbers != {(n.new.span, n.old.span, tuple(-each for each in n.differences)) for n in turned.numbers}:
        found.append("turned around, other numbers are paired")
    looks = {(r.old, r.new, r.before, r.after) for group in comparison.groups for r in group.restyled}
    if looks != {(r.new, r.old, r.after, r.before) for group in turned.groups for r in group.restyled}:
        found.append("turned around, other words look different")
    return tuple(found)


def _ends(link: Link) -> tuple[int, int, str, bool]:
    return link.old, link.new, link.kind.value, link.moved


def same_input_same_result(first: Comparison, second: Comparison) -> Violations:
    """Two runs on the same input are equal in every field."""
    return () if first == second else ("a second run on the same input gave another result",)


def quotations_are_verbatim(comparison: Comparison, report: str) -> Violations:
    """Every text in the JSON report is found verbatim at its span in the source."""
    import json

    whole = json.loads(report)
    sentences, numbers = whole["sentences"], whole["numbers"]
    wrong = [
        f"the {side} number {entry[side]!r} does not stand at {entry[f'{side}_span']}"
        for side, document in (("old", comparison.old), ("new", comparison.new))
        for entry in numbers
        if document.source.quote(Span(*entry[f"{side}_span"])) != entry[side]
    ]
    return tuple(wrong) + tuple(
        f"{side} sentence {entry['id']} is quoted as {entry['text']!r}"
        for side, document in (("old", comparison.old), ("new", comparison.new))
        for entry in sentences[side]
        if document.source.quote(Span(*entry["span"])) != entry["text"]
    )


def decisions_are_obeyed(comparison: Comparison) -> Violations:
    """Every pair that a person put together is a link and says so, every pair that a person put asunder is none."""
    old, new = comparison.old, comparison.new
    linked = {(old.sentences[k.old].span, new.sentences[k.new].span): k for k in comparison.links}
    found = []
    for ruling in comparison.rulings:
        link = linked.get((ruling.old, ruling.new))
        places = f"old {list(ruling.old)} and new {list(ruling.new)}"
        if ruling.together and not (link is not None and link.decided and link.note == ruling.note):
            found.append(f"a person put {places} together, but they are not linked by that decision")
        if not ruling.together and link is not None:
            found.append(f"a person forbade to pair {places}, but they are linked")
    decided = sum(link.decided for link in comparison.links)
    if decided > sum(ruling.together for ruling in comparison.rulings):
        found.append("more links are called decided than were decided")
    return tuple(found)


def doubt_loses_nothing(comparison: Comparison, least: float) -> Violations:
    """Where pairs below a score are shown as doubt, every link is still there, and every sentence once, with words that spell it."""
    from repdiff.comparison.doubt import set_apart

    shown = set_apart(comparison, least)
    links = tuple(sorted((*shown.links, *shown.perhaps), key=lambda link: (link.old, link.new)))
    lost = () if links == comparison.links else (f"links are lost or made where those below {least} are set apart",)
    return (*lost, *every_sentence_once(shown), *edits_spell_both_sides(shown))


def violations(comparison: Comparison, report: str = "") -> Violations:
    """The violations of all laws by one comparison, as readable sentences; none means that every law holds.

    Both sources are cut and compared again; `report` is a JSON report whose quotations are looked up in them, empty where there is none.
    """
    from repdiff.comparison import compare
    from repdiff.cut.document import cut_document

    old, new, options = comparison.old.source, comparison.new.source, comparison.options
    # What was decided about two versions says nothing about one beside its own copy.
    alone = replace(options, decisions=None)
    laws: Sequence[Callable[[], Violations]] = (
        lambda: cutting_loses_nothing(cut_document(old, numbers=False)),
        lambda: cutting_loses_nothing(cut_document(new, numbers=False)),
        lambda: every_sentence_once(comparison),
        lambda: edits_spell_both_sides(comparison),
        lambda: doubt_loses_nothing(comparison, View().min_score),
        # A side without the wanted sections is empty: there is nothing to compare with itself.
        lambda: same_text_has_no_change(compare(old, old, alone)) if comparison.old.sentences else (),
        lambda: same_text_has_no_change(compare(new, new, alone)) if comparison.new.sentences else (),
        lambda: turned_around_mirrors(comparison, compare(new, old, options)),
        lambda: same_input_same_result(comparison, compare(old, new, options)),
        lambda: decisions_are_obeyed(comparison),
        lambda: quotations_are_verbatim(comparison, report) if report else (),
    )
    return tuple(violation for law in laws for violation in law())
