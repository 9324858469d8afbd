"""What is told of the findings, the most telling first: what the terminal and the page have in common.

All of it is said in English and remembers what it was made of: see `Said`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from repdiff.model.findings import Boilerplate, Findings, Group, Near, Place, Run
from repdiff.model.findings import Part as DocumentPart
from repdiff.model.said import Said

_PASSAGE = 3
"""Units that a shared passage must have to be told: two lines in common are listed with the largest groups."""


@dataclass(frozen=True, slots=True)
class Item:
    """One finding in words; `quoted` is where its text stands, `amount` how many characters it makes superfluous, `level` what was
    found more than once: documents, paragraphs or sentences.
    """

    text: Said
    quoted: Place | None
    amount: int
    level: str


@dataclass(frozen=True, slots=True)
class Part:
    """Findings of one kind: those that are shown, and how many there are."""

    kind: str
    title: Said
    items: tuple[Item, ...]
    total: int


def headline(findings: Findings) -> Said:
    """The result in one sentence."""
    documents = _count(findings.documents, "document")
    if not findings.any:
        return Said("{documents}: nothing occurs twice.", documents=documents)
    shares = [
        Said("{share} of {units}", share=_share(c.removable, c.units), units=_count(c.units, level))
        for level, c in findings.levels.items()
    ]
    return Said("{documents}: verbatim copies are {shares}.", documents=documents, shares=_listed(shares))


def rows(findings: Findings) -> list[tuple[str, ...]]:
    """The table of counts, its head first."""
    head = ("", Said("all"), Said("different"), Said("groups"), Said("in groups"), Said("copies"))
    names = {"document": Said("documents"), "paragraph": Said("paragraphs"), "sentence": Said("sentences")}
    return [
        head,
        *(
            (names[level], *(f"{n:,}" for n in (c.units, c.distinct, c.groups, c.occurrences, c.removable)))
            for level, c in findings.levels.items()
        ),
    ]


def parts(findings: Findings, limit: int) -> tuple[Part, ...]:
    """The findings by kind, at most `limit` of each."""
    runs = list(_uncovered(findings.runs))
    copied = {frozenset((run.place.document, run.other.document)) for run in runs if run.kind == "copy"}
    near = [pair for pair in findings.near if {pair.document, pair.other} not in copied]
    passages = [_passage(run) for run in runs if run.kind == "passage" and run.units >= _PASSAGE]
    told = (
        ("cut", Said("Files cut into documents"), _cut(findings.parts)),
        ("repeat", Said("Blocks repeated within a document"), [_repeat(run) for run in runs if run.kind == "repeat"]),
        (
            "contained",
            Said("Documents that stand in others"),
            [_contained(run) for run in runs if run.kind in ("contains", "within")],
        ),
        ("copy", Said("Copies of whole documents"), [_copy(run) for run in runs if run.kind == "copy"]),
        ("passage", Said("Passages in two documents"), passages),
        ("boilerplate", Said("Boilerplate"), [_boilerplate(each) for each in findings.boilerplate]),
        ("near", Said("Near-duplicates"), [_near(pair) for pair in near if min(pair.share, pair.other_share) < 1]),
        ("group", Said("Most repeated texts"), [_group(g) for g in findings.largest if g.level != "document"]),
    )
    return tuple(_part(kind, title, items, limit) for kind, title, items in told if items)


def quoted(told: Iterable[Part]) -> set[Place]:
    """The places whose text the parts show."""
    return {item.quoted for part in told for item in part.items if item.quoted}


def _part(kind: str, title: Said, items: list[Item], limit: int) -> Part:
    best = sorted(items, key=lambda item: -item.amount)[:limit]
    return Part(kind, title, tuple(best), len(items))


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


def _count(number: int, noun: str) -> Said:
    count = f"{number:,}"
    one, more = {
        "document": (Said("{count} document", count=count), Said("{count} documents", count=count)),
        "paragraph": (Said("{count} paragraph", count=count), Said("{count} paragraphs", count=count)),
        "sentence": (Said("{count} sentence", count=count), Said("{count} sentences", count=count)),
        "clause": (Said("{count} clause", count=count), Said("{count} clauses", count=count)),
        "page": (Said("{count} page", count=count), Said("{count} pages", count=count)),
        "report": (Said("{count} report", count=count), Said("{count} reports", count=count)),
        "time": (Said("{count} time", count=count), Said("{count} times", count=count)),
    }[noun]
    return one if number == 1 else more


def _at(place: Place) -> Said:
    return Said("{document}, characters {start}–{end}", document=place.document, **_ends(place))


def _ends(place: Place) -> dict[str, str]:
    return {"start": f"{place.start:,}", "end": f"{place.end:,}"}


def _cut(found: Iterable[DocumentPart]) -> list[Item]:
    items = []
    for file, group in groupby(found, lambda part: part.file):
        parts = list(group)
        words = Said(
            "{file} holds {documents}, {reports} among them",
            file=file,
            documents=_count(len(parts), "document"),
            reports=_count(sum(part.report for part in parts), "report"),
        )
        items.append(Item(words, None, parts[-1].place.end - parts[0].place.start, "document"))
    return items


def _repeat(run: Run) -> Item:
    block = Said("a sentence") if run.level == "sentence" else Said("a paragraph")
    if run.period > 1:
        block = Said("a block of {units}", units=_count(run.period, run.level))
    spare = _size(run.place) * (run.times - 1) // run.times
    words = Said("{place}: {block} stands {times} times in a row", place=_at(run.place), block=block, times=run.times)
    return Item(words, run.other, spare, run.level)


def _contained(run: Run) -> Item:
    units = _count(run.units, run.level)
    if run.kind == "contains":
        words = Said(
            "{place}: all of {document} ({units})", place=_at(run.place), document=run.other.document, units=units
        )
    else:
        words = Said(
            "{document}, as a whole, is a part of {place} ({units})",
            document=run.place.document,
            place=_at(run.other),
            units=units,
        )
    return Item(words, run.place, _size(run.place), "document")


def _copy(run: Run) -> Item:
    units = _count(run.units, run.level)
    words = Said("{document} is {other} ({units})", document=run.place.document, other=run.other.document, units=units)
    return Item(words, run.place, _size(run.place), "document")


def _passage(run: Run) -> Item:
    words = Said(
        "{place}: {units} of {other}", place=_at(run.place), units=_count(run.units, run.level), other=_at(run.other)
    )
    return Item(words, run.place, _size(run.place), run.level)


def _boilerplate(found: Boilerplate) -> Item:
    told = {"pages": _count(found.pages, "page"), "site": found.site or Said("one site"), "place": _at(found.place)}
    others = found.documents - found.pages
    words = (
        Said("on {pages} of {site} and {others} elsewhere, first in {place}", others=f"{others:,}", **told)
        if others > 0
        else Said("on {pages} of {site}, first in {place}", **told)
    )
    return Item(words, found.place, found.copies * _size(found.place), found.level)


def _near(pair: Near) -> Item:
    words = Said(
        "{document} and {other}: {clauses} in common, {share} of one and {other_share} of the other",
        document=pair.document,
        other=pair.other,
        clauses=_count(pair.clauses, "clause"),
        share=f"{pair.share:.0%}",
        other_share=f"{pair.other_share:.0%}",
    )
    return Item(words, None, pair.shared, "document")


def _group(group: Group) -> Item:
    words = Said(
        "{times} on {documents}, first in {place}",
        times=_count(group.copies, "time"),
        documents=_count(group.documents, "document"),
        place=_at(group.place),
    )
    return Item(words, group.place, (group.copies - 1) * _size(group.place), group.level)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "0 %"


def _listed(words: list[Said]) -> Said:
    """Up to three things, one for each level, as a list in words."""
    if len(words) == 1:
        return words[0]
    if len(words) == 2:
        return Said("{first} and {second}", first=words[0], second=words[1])
    return Said("{first}, {second} and {third}", first=words[0], second=words[1], third=words[2])
