"""What occurs more than once: counts, and the findings of each kind, the most telling first."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from repdiff.languages.guess import Languages
from repdiff.model.findings import Boilerplate, Count, Findings, Group, Near, Place, Run
from repdiff.model.findings import Part as DocumentPart
from repdiff.model.version import version
from repdiff.model.view import Facet, View
from repdiff.report.bars import stacked
from repdiff.report.nouns import Fold, Part, Passage, Report, Row, Stretch, Table
from repdiff.report.runs import Run as Characters
from repdiff.report.runs import visible
from repdiff.report.sheets import Audience, Cell, Sheet, Type, sheet_of
from repdiff.report.words import ENGLISH, Words, words_for_texts

SCOPES: Final = ("page.dupes", "dupes", "page.tables")
"""Where the words of this report are looked up first."""
LEVELS: Final = ("document", "paragraph", "sentence")
_PASSAGE = 3
"""Units that a shared passage must have to be told: two lines in common are listed with the largest groups."""
_FILES = 20
_COUNTS: Final = ("all", "different", "groups", "in_groups", "copies")
_FINDING: Final = (
    "finding",
    "level",
    "what",
    ("superfluous", Type.WHOLE),
    "document",
    ("start", Type.WHOLE),
    ("end", Type.WHOLE),
    "text",
)
_SHOWN, _LISTED = 160, 240
"""Characters of a text that a page and a list quote: enough to know it again."""


class _Item(NamedTuple):
    """One finding in words; `quoted` is where its text stands, `amount` how many characters it makes superfluous, `level` what was
    found more than once: documents, paragraphs or sentences.
    """

    text: str
    quoted: Place | None
    amount: int
    level: str


class _Told(NamedTuple):
    """Findings of one kind: those that are shown, and how many there are."""

    kind: str
    items: tuple[_Item, ...]
    total: int


def tell(findings: Findings, view: View) -> Report:
    """The counts as a table, and a part for each kind of finding, of which `view.findings` at most are shown; what stands at a place is
    shown where it was read again (`quoted`).
    """
    words = words_for_texts(view, ("\n".join(findings.texts.values()),)).within(*SCOPES)
    told, counts = _Tale(findings, words).told(view.findings), _counts(findings, words)
    return Report(
        job="duplicates",
        words=words,
        view=view,
        title=findings.files[0] if findings.files else words["corpus"],
        sentence=_headline(findings, words),
        notes=tuple(words.say(note) for note in findings.notes),
        tables=(counts,),
        parts=tuple(map(_Parts(findings, words).part, told)),
        nothing=words["none"],
        book=tuple(_book(findings, told, counts, words)) if Facet.BOOK in view.facets else (),
        page={
            "bars": tuple((words[level], stacked(_bar(count, words))) for level, count in findings.levels.items()),
            "levels": tuple(_levels(told)),
            "problems": findings.problems,
            "files": findings.files[:_FILES],
            "more": words["and_more"].format(count=len(findings.files) - _FILES) if findings.files[_FILES:] else "",
            "table": (counts.columns, *counts.rows),
            "version": version(),
        },
    )


def _book(findings: Findings, told: Iterable[_Told], counts: Table, words: Words) -> Iterator[Sheet]:
    """The sheets of a workbook for readers: what was searched, how much occurs twice, and the findings of all kinds."""
    from repdiff.report.about import Facts, about

    kinds = tuple(told)
    audience = Audience(words, programs=False)
    rows = tuple(_cells(findings, part, item, words) for part in kinds for item in part.items)
    levels = tuple(Type.TEXT if not n else Type.WHOLE for n in range(len(counts.columns)))
    units = Table(
        "counts", audience.titled("counts"), (audience.titled("level"), *counts.columns[1:]), _plain(findings, words)
    )
    sheets = (
        Sheet("findings", audience.titled("findings"), audience.columns(*_FINDING), rows),
        sheet_of(units, levels),
        Sheet("files", audience.titled("files"), audience.columns("file"), tuple((name,) for name in findings.files)),
    )
    left = sum(part.total - len(part.items) for part in kinds)
    more = (words["dupes.more"].format(count=words.number(left), option="--format json"),) if left else ()
    settings = (("raw", str(findings.raw).lower()), ("min_chars", findings.min_chars))
    notes = (*(words.say(note) for note in findings.notes), *findings.problems, *more)
    title = findings.files[0] if len(findings.files) == 1 else words["page.dupes.corpus"]
    facts = Facts(title, _headline(findings, words), (), notes, shown=settings)
    yield about(facts, sheets, words)
    yield from sheets


def _plain(findings: Findings, words: Words) -> tuple[tuple[str, ...], ...]:
    """The counts without anything between their thousands."""
    return tuple(
        (words[f"dupes.{level}"], *map(str, (c.units, c.distinct, c.groups, c.occurrences, c.removable)))
        for level, c in findings.levels.items()
    )


def _cells(findings: Findings, part: _Told, item: _Item, words: Words) -> tuple[Cell, ...]:
    at = item.quoted
    where: tuple[Cell, ...] = (at.document, at.start, at.end) if at else ("", None, None)
    text = visible(findings.texts.get(at, "")) if at else ""
    return (words[f"dupes.h_{part.kind}"], words[f"dupes.{item.level}"], item.text, item.amount, *where, text)


def quoted(findings: Findings, most: int) -> set[Place]:
    """The places whose text a report shows that tells `most` findings of each kind."""
    told = _Tale(findings, ENGLISH).told(most)
    return {item.quoted for part in told for item in part.items if item.quoted}


def _headline(findings: Findings, words: Words) -> str:
    """The result in one sentence."""
    documents = _count(findings.documents, "document", words)
    if not findings.any:
        return words["dupes.nothing"].format(documents=documents)
    shares = [
        words["dupes.share"].format(
            share=words.percent(c.removable / c.units, 1) if c.units else "0 %", units=_count(c.units, level, words)
        )
        for level, c in findings.levels.items()
    ]
    return words["dupes.headline"].format(documents=documents, shares=_listed(shares, words))


def _listed(texts: list[str], words: Words) -> str:
    """Up to three things, one for each level, as a list in words."""
    if len(texts) == 1:
        return texts[0]
    form = words["dupes.two" if len(texts) == len(("first", "second")) else "dupes.three"]
    return form.format(**dict(zip(("first", "second", "third"), texts, strict=False)))


def _counts(findings: Findings, words: Words) -> Table:
    rows = tuple(
        (words[f"dupes.{level}"], *map(words.number, (c.units, c.distinct, c.groups, c.occurrences, c.removable)))
        for level, c in findings.levels.items()
    )
    return Table("counts", "", ("", *(words[f"dupes.{name}"] for name in _COUNTS)), rows)


def _bar(count: Count, words: Words) -> Iterator[tuple[str, str, int]]:
    """What is there once, the first of equal texts, and their further copies."""
    yield "identical", words["once"], count.distinct - count.groups
    yield "moved", words["first"], count.groups
    yield "dropped", words["further"], count.removable


def _levels(told: Iterable[_Told]) -> Iterator[tuple[str, int]]:
    counts = Counter(item.level for part in told for item in part.items)
    return ((level, counts[level]) for level in LEVELS if counts[level])


class _Parts:
    """The parts of a report: lists quote the beginnings of texts as they stand, pages on one line."""

    def __init__(self, findings: Findings, words: Words) -> None:
        self._findings = findings
        self._words = words
        self._languages = Languages("\n".join(findings.texts.values()))

    def part(self, told: _Told) -> Part:
        """The findings of one kind; behind the last of a list, how many more there are."""
        numbered = tuple(enumerate(told.items, 1))
        listed = tuple(self._listed(f"{told.kind}-{number}", told.kind, item) for number, item in numbered)
        left = told.total - len(told.items)
        more = self._words["dupes.more"].format(count=self._words.number(left), option="--format json")
        return Part(
            told.kind,
            self._words[f"dupes.h_{told.kind}"],
            told.kind,
            listed=(*listed, Fold(left, more)) if left else listed,
            stretches=(Stretch(tuple(self._row(f"{told.kind}-{n}", told.kind, item) for n, item in numbered), False),),
            total=told.total,
        )

    def _listed(self, name: str, kind: str, item: _Item) -> Row:
        text = self._text(item)
        shown = (Passage((Characters(text[:_LISTED] + ("…" if len(text) > _LISTED else "")),)),) if text else ()
        return Row(name, kind, "", old=shown, name=item.text)

    def _row(self, name: str, kind: str, item: _Item) -> Row:
        text = " ".join(self._text(item).split())
        lang = self._languages.of(text[:_SHOWN])
        shown = (Passage((Characters(text[:_SHOWN]),), lang=lang),) if text else ()
        detail = "…" if len(text) > _SHOWN else ""
        return Row(name, kind, "", old=shown, name=item.text, detail=detail, classes=f"{kind} {item.level}")

    def _text(self, item: _Item) -> str:
        return self._findings.texts.get(item.quoted, "") if item.quoted else ""


def _count(number: int, noun: str, words: Words) -> str:
    return words.count(f"nouns.{noun}", number, words.number(number))


class _Tale:
    """Findings in words."""

    def __init__(self, findings: Findings, words: Words) -> None:
        self._findings = findings
        self._words = words

    def told(self, most: int) -> tuple[_Told, ...]:
        """The findings by kind, at most so many of each."""
        found = self._findings
        runs = list(_uncovered(found.runs))
        copied = {frozenset((run.place.document, run.other.document)) for run in runs if run.kind == "copy"}
        near = [pair for pair in found.near if {pair.document, pair.other} not in copied]
        passages = [run for run in runs if run.kind == "passage" and run.units >= _PASSAGE]
        told: tuple[tuple[str, list[_Item]], ...] = (
            ("cut", list(self._cut(found.parts))),
            ("repeat", [self._repeat(run) for run in runs if run.kind == "repeat"]),
            ("contained", [self._contained(run) for run in runs if run.kind in ("contains", "within")]),
            ("copy", [self._copy(run) for run in runs if run.kind == "copy"]),
            ("passage", [self._passage(run) for run in passages]),
            ("boilerplate", [self._boilerplate(each) for each in found.boilerplate]),
            ("near", [self._near(pair) for pair in near if min(pair.share, pair.other_share) < 1]),
            ("group", [self._group(group) for group in found.largest if group.level != "document"]),
        )
        return tuple(
            _Told(kind, tuple(sorted(items, key=lambda item: -item.amount)[:most]), len(items))
            for kind, items in told
            if items
        )

    def _say(self, name: str, **values: object) -> str:
        return self._words[f"dupes.{name}"].format(**values)

    def _count(self, number: int, noun: str) -> str:
        return _count(number, noun, self._words)

    def _at(self, place: Place) -> str:
        start, end = self._words.number(place.start), self._words.number(place.end)
        return self._say("place", document=place.document, start=start, end=end)

    def _cut(self, found: Iterable[DocumentPart]) -> Iterator[_Item]:
        for file, group in groupby(found, lambda part: part.file):
            parts = list(group)
            reports = self._count(sum(part.report for part in parts), "report")
            text = self._say("cut", file=file, documents=self._count(len(parts), "document"), reports=reports)
            yield _Item(text, None, parts[-1].place.end - parts[0].place.start, "document")

    def _repeat(self, run: Run) -> _Item:
        block = self._say("one_sentence" if run.level == "sentence" else "one_paragraph")
        if run.period > 1:
            block = self._say("block", units=self._count(run.period, run.level))
        spare = _size(run.place) * (run.times - 1) // run.times
        text = self._say("repeat", place=self._at(run.place), block=block, times=run.times)
        return _Item(text, run.other, spare, run.level)

    def _contained(self, run: Run) -> _Item:
        units = self._count(run.units, run.level)
        if run.kind == "contains":
            text = self._say("contains", place=self._at(run.place), document=run.other.document, units=units)
        else:
            text = self._say("within", document=run.place.document, place=self._at(run.other), units=units)
        return _Item(text, run.place, _size(run.place), "document")

    def _copy(self, run: Run) -> _Item:
        units = self._count(run.units, run.level)
        text = self._say("copy", document=run.place.document, other=run.other.document, units=units)
        return _Item(text, run.place, _size(run.place), "document")

    def _passage(self, run: Run) -> _Item:
        units = self._count(run.units, run.level)
        text = self._say("passage", place=self._at(run.place), units=units, other=self._at(run.other))
        return _Item(text, run.place, _size(run.place), run.level)

    def _boilerplate(self, found: Boilerplate) -> _Item:
        pages, others = self._count(found.pages, "page"), found.documents - found.pages
        told = {"pages": pages, "site": found.site or self._say("one_site"), "place": self._at(found.place)}
        text = (
            self._say("boilerplate_elsewhere", others=self._words.number(others), **told)
            if others > 0
            else self._say("boilerplate", **told)
        )
        return _Item(text, found.place, found.copies * _size(found.place), found.level)

    def _near(self, pair: Near) -> _Item:
        text = self._say(
            "near",
            document=pair.document,
            other=pair.other,
            clauses=self._count(pair.clauses, "clause"),
            share=self._words.percent(pair.share),
            other_share=self._words.percent(pair.other_share),
        )
        return _Item(text, None, pair.shared, "document")

    def _group(self, group: Group) -> _Item:
        text = self._say(
            "group",
            times=self._count(group.copies, "time"),
            documents=self._count(group.documents, "document"),
            place=self._at(group.place),
        )
        return _Item(text, group.place, (group.copies - 1) * _size(group.place), group.level)


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
