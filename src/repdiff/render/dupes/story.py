"""What is told of the findings, the most telling first: what the terminal and the page have in common."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from repdiff.duplicates.found import Boilerplate, Findings, Group, Near, Place, Run
from repdiff.duplicates.found import Part as DocumentPart

_PASSAGE = 3
"""Units that a shared passage must have to be told: two lines in common are listed with the largest groups."""


@dataclass(frozen=True, slots=True)
class Item:
    """One finding in words; `quoted` is where its text stands, `amount` how many characters it makes superfluous."""

    text: str
    quoted: Place | None
    amount: int


@dataclass(frozen=True, slots=True)
class Part:
    """Findings of one kind: those that are shown, and how many there are."""

    title: str
    items: tuple[Item, ...]
    total: int


def headline(findings: Findings) -> str:
    """The result in one sentence."""
    documents = f"{findings.documents:,} document{'s' if findings.documents != 1 else ''}"
    if not findings.any:
        return f"{documents}: nothing occurs twice."
    counts = [f"{_share(c.removable, c.units)} of {c.units:,} {level}s" for level, c in findings.levels.items()]
    return f"{documents}: verbatim copies are {_listed(counts)}."


def rows(findings: Findings) -> list[tuple[str, ...]]:
    """The table of counts, its head first."""
    head = ("", "all", "different", "groups", "in groups", "copies")
    return [
        head,
        *(
            (f"{level}s", *(f"{n:,}" for n in (c.units, c.distinct, c.groups, c.occurrences, c.removable)))
            for level, c in findings.levels.items()
        ),
    ]


def parts(findings: Findings, limit: int) -> tuple[Part, ...]:
    """The findings by kind, at most `limit` of each."""
    runs = list(_uncovered(findings.runs))
    copied = {frozenset((run.place.document, run.other.document)) for run in runs if run.kind == "copy"}
    near = [pair for pair in findings.near if {pair.document, pair.other} not in copied]
    told = (
        ("Files cut into documents", _cut(findings.parts)),
        ("Blocks repeated within a document", [_repeat(run) for run in runs if run.kind == "repeat"]),
        ("Documents that stand in others", [_contained(run) for run in runs if run.kind in ("contains", "within")]),
        ("Copies of whole documents", [_copy(run) for run in runs if run.kind == "copy"]),
        (
            "Passages in two documents",
            [_passage(run) for run in runs if run.kind == "passage" and run.units >= _PASSAGE],
        ),
        ("Boilerplate", [_boilerplate(each) for each in findings.boilerplate]),
        ("Near-duplicates", [_near(pair) for pair in near if min(pair.share, pair.other_share) < 1]),
        ("Most repeated texts", [_group(group) for group in findings.largest if group.level != "document"]),
    )
    return tuple(_part(title, items, limit) for title, items in told if items)


def quoted(told: Iterable[Part]) -> set[Place]:
    """The places whose text the parts show."""
    return {item.quoted for part in told for item in part.items if item.quoted}


def _part(title: str, items: list[Item], limit: int) -> Part:
    best = sorted(items, key=lambda item: -item.amount)[:limit]
    return Part(title, tuple(best), len(items))


def _uncovered(runs: Iterable[Run]) -> Iterable[Run]:
    """The runs without those that lie within a longer or coarser one: the same finding again. Keeps the order."""
    kept: list[tuple[int, Run]] = []
    seen: dict[tuple[int, bool], list[Place]] = {}
    for index, run in sorted(enumerate(runs), key=lambda pair: (-_size(pair[1].place), pair[0])):
        place = run.place
        before = seen.setdefault((place.doc, run.kind == "repeat"), [])
        if not any(p.start <= place.start and place.end <= p.end for p in before):
            before.append(place)
            kept.append((index, run))
    return [run for _, run in sorted(kept, key=lambda pair: pair[0])]


def _size(place: Place) -> int:
    return place.end - place.start


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' if number != 1 else ''}"


def _at(place: Place) -> str:
    return f"{place.document}, characters {place.start:,}–{place.end:,}"


def _cut(found: Iterable[DocumentPart]) -> list[Item]:
    items = []
    for file, group in groupby(found, lambda part: part.file):
        parts = list(group)
        reports = sum(part.report for part in parts)
        words = f"{file} holds {_count(len(parts), 'document')}, {_count(reports, 'report')} among them"
        items.append(Item(words, None, parts[-1].place.end - parts[0].place.start))
    return items


def _repeat(run: Run) -> Item:
    block = "a sentence" if run.level == "sentence" else "a paragraph"
    what = block if run.period == 1 else f"a block of {_count(run.period, run.level)}"
    spare = _size(run.place) * (run.times - 1) // run.times
    return Item(f"{_at(run.place)}: {what} stands {run.times} times in a row", run.other, spare)


def _contained(run: Run) -> Item:
    relation = "all of" if run.kind == "contains" else "as a whole, is a part of"
    words = (
        f"{_at(run.place)}: {relation} {run.other.document}"
        if run.kind == "contains"
        else f"{run.place.document}, {relation} {_at(run.other)}"
    )
    return Item(f"{words} ({_count(run.units, run.level)})", run.place, _size(run.place))


def _copy(run: Run) -> Item:
    return Item(
        f"{run.place.document} is {run.other.document} ({_count(run.units, run.level)})", run.place, _size(run.place)
    )


def _passage(run: Run) -> Item:
    return Item(f"{_at(run.place)}: {_count(run.units, run.level)} of {_at(run.other)}", run.place, _size(run.place))


def _boilerplate(found: Boilerplate) -> Item:
    site = found.site or "one site"
    words = f"on {_count(found.pages, 'page')} of {site}"
    if found.documents > found.pages:
        words += f" and {found.documents - found.pages:,} elsewhere"
    return Item(f"{words}, first in {_at(found.place)}", found.place, found.copies * _size(found.place))


def _near(pair: Near) -> Item:
    words = (
        f"{pair.document} and {pair.other}: {_count(pair.clauses, 'clause')} in common, "
        f"{pair.share:.0%} of one and {pair.other_share:.0%} of the other"
    )
    return Item(words, None, pair.shared)


def _group(group: Group) -> Item:
    words = f"{_count(group.copies, 'time')} on {_count(group.documents, 'document')}, first in {_at(group.place)}"
    return Item(words, group.place, (group.copies - 1) * _size(group.place))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "0 %"


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
