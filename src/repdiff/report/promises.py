"""What became of promises: every promise with its verdict, and both sides quoted with their places."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from repdiff.languages.guess import Languages
from repdiff.model.document import Document
from repdiff.model.judgements import NO_PROMISE
from repdiff.model.quantities import Quantity
from repdiff.model.texts import Source, Span
from repdiff.model.view import Facet, View
from repdiff.model.years import Check, Outcome, Promise, Result, Suggestion
from repdiff.report import conditions
from repdiff.report.bars import Segment, stacked
from repdiff.report.bullets import bullet
from repdiff.report.judgements import promise_entry, result_entry, side_entry
from repdiff.report.nouns import Part, Passage, Report, Row, Stretch, Table
from repdiff.report.numbers import quoted
from repdiff.report.passages import passage, place, place_in_words, quotation
from repdiff.report.promise_sheets import promise_sheets, unpromised
from repdiff.report.review_files import review_files
from repdiff.report.runs import Run, visible
from repdiff.report.sheets import Audience, Sheet
from repdiff.report.words import ENGLISH, Words, words_for

SCOPES: Final = ("page.check", "outcomes", "page.tables")
"""Where the words of this report are looked up first."""
_GRAVEST: Final = (Outcome.MISSED, Outcome.MET, Outcome.UNDETERMINED, Outcome.SILENT)
_BAR = {Outcome.MISSED: "dropped", Outcome.MET: "added", Outcome.UNDETERMINED: "reworded", Outcome.SILENT: "identical"}
_TELLING = 9  # characters of a clause that can be quoted alone
_NEARLY = 0.8  # of a sentence: a clause that is so much of it is quoted as the sentence
_EDGE = "，。；、,;●■◆• \t\n"  # what parts a clause from its neighbours


def tell(check: Check, view: View) -> Report:
    """A list has all promises in the order of the text, then the results that answer none, then the promises without a number beside
    their likeliest answer; a page has the promises by verdict, the gravest first.
    """
    words = words_for(view, check.promised, check.reported).within(*SCOPES)
    listed = tuple(_List(check, words).parts()) if Facet.LIST in view.facets else ()
    paged = tuple(_Page(check, words).parts()) if Facet.PAGE in view.facets else ()
    return Report(
        job="promises",
        words=words,
        view=view,
        title=_title(check),
        sentence=sentence(check, words),
        names=(words["check.promise"], words["check.result"]),
        notes=tuple(words.say(note) for note in check.notes),
        tables=tuple(_reviewed(check, words)) if Facet.LIST in view.facets else (),
        parts=listed + paged,
        nothing=words["nothing"],
        sheets=promise_sheets(check) if Facet.SHEET in view.facets else (),
        book=tuple(_book(check, words)) if Facet.BOOK in view.facets else (),
        page={
            "sides": [_side(document.source) for document in (check.promised, check.reported)],
            "bar": bar(check.promises, words),
            "data": _data(check, words) if Facet.PAGE in view.facets else {},
        },
    )


def _book(check: Check, words: Words) -> Iterator[Sheet]:
    """The sheets of a workbook for readers, the first of which says what was held against what."""
    from repdiff.report.about import Facts, about

    sheets = promise_sheets(check, Audience(words, programs=False))
    names = (words["check.promise"], words["check.result"])
    counts = tuple(str(sum(p.verdict is outcome for p in check.promises)) for outcome in Outcome)
    outcomes = tuple(words[f"outcomes.{outcome}"] for outcome in Outcome)
    facts = Facts(
        title=_title(check),
        sentence=sentence(check, words),
        sides=tuple(zip(names, (check.promised.source, check.reported.source), strict=True)),
        notes=tuple(words.say(note) for note in check.notes),
        options=check.options,
        tables=(Table("counts", "", ("", *outcomes), ((words["sheets.promises"], *counts),)),),
    )
    yield about(facts, sheets, words)
    yield from sheets


def _title(check: Check) -> str:
    return " – ".join(PurePath(document.source.name).name for document in (check.promised, check.reported))


def _reviewed(check: Check, words: Words) -> Iterator[Table]:
    """What persons said of the check, where a file of decisions was obeyed."""
    if check.review is not None:
        from repdiff.report.reviews import of_check, tables

        yield from tables(of_check(check, words), words)


def _data(check: Check, words: Words) -> dict[str, object]:
    """What the script of the page decides on: each promise by the id of its row, the results to choose from, and the verdicts in words."""
    results = [
        *(r for each in check.promises for r in (each.result, *each.others) if r is not None),
        *(Result(quantity.sentence, quantity.span, quantity, 0.0) for quantity in check.unpromised),
    ]
    return {
        "words": words.for_script(),
        "promised": side_entry(check.promised),
        "reported": side_entry(check.reported),
        "reviews": review_files(check.options.decisions),
        "verdicts": {f"p-{n}": promise_entry(check, promise) for n, promise in enumerate(check.promises, 1)},
        "refused": [promise_entry(check, promise) for promise in check.refused],
        "outcomes": {o: words[f"outcomes.{o}"] for o in Outcome} | {NO_PROMISE: words["outcomes.refused"]},
        "results": [result_entry(check, each) for _, each in sorted({each.span: each for each in results}.items())],
        "others": {_key(p.quantity.span): [_key(r.span) for r in p.others] for p in check.promises if p.others},
    }


def _key(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _side(source: Source) -> dict[str, str]:
    return {"name": source.name, "title": PurePath(source.name).name, "digest": source.sha256[:12]}


def bar(promises: Sequence[Promise], words: Words) -> tuple[Segment, ...]:
    """Promises by verdict as one bar, the gravest first."""
    return stacked((_BAR[o], words[f"outcomes.{o}"], sum(p.verdict is o for p in promises)) for o in _GRAVEST)


def sentence(check: Check, words: Words = ENGLISH) -> str:
    """The whole in one sentence."""
    counts = {outcome: sum(p.verdict is outcome for p in check.promises) for outcome in Outcome}
    said = words["text.comma"].join(
        words["check.counted"].format(count=count, outcome=words[f"outcomes.{outcome}"])
        for outcome, count in counts.items()
    )
    return words["check.summary"].format(promises=words.count("check.promises", len(check.promises)), said=said)


class _List:
    """The parts of a list, with the clauses around each quantity."""

    def __init__(self, check: Check, words: Words) -> None:
        self._check = check
        self._words = words

    def parts(self) -> Iterator[Part]:
        """Promises, results that answer none as a table, suggestions."""
        words, check = self._words, self._check
        promises = tuple(self._promise(n, promise) for n, promise in enumerate(check.promises, 1))
        suggested = tuple(self._suggestion(n, each) for n, each in enumerate(check.suggestions, 1))
        columns = (words["check.place"], words["check.result"], words["check.quotation"])
        table = Table("unpromised", words["check.unpromised_table"], columns, unpromised(check))
        yield Part("promises", words["check.promised_table"], "promises", listed=promises)
        yield Part("unpromised", table.title, "unpromised", table=table)
        yield Part("suggested", words["check.suggested_table"], "suggested", listed=suggested)

    def _promise(self, number: int, promise: Promise) -> Row:
        check, quantity, result = self._check, promise.quantity, promise.result
        new: tuple[Passage, ...] = ()
        if result is not None:
            shown = passage(check.reported, result.quantity) if result.quantity else result.span
            new = (_quoted(check.reported, shown, result.span),)
        return Row(
            id=f"p-{number}",
            kind=promise.verdict,
            verdict=self._words[promise.verdict],
            name=f"{visible(quantity.name)} {quoted(check.promised.source, quantity)}".strip(),
            old=(_quoted(check.promised, passage(check.promised, quantity), quantity.span),),
            new=new,
            called=(self._words["check.promise"], self._words["check.result"]),
            detail=self._words.say(promise.reason),
            asides=tuple(conditions.asides(check, promise, self._words)),
        )

    def _suggestion(self, number: int, each: Suggestion) -> Row:
        words, check = self._words, self._check
        new = () if each.result is None else (_whole(check.reported, each.result),)
        sure = words["check.probable"].format(score=f"{each.score:.2f}") if new else words["check.no_answer"]
        called = (words["check.promise"], words["check.answer"])
        return Row(f"s-{number}", "suggested", sure, (_whole(check.promised, each.promise),), new, called=called)


def _quoted(document: Document, shown: Span, span: Span) -> Passage:
    return Passage(quotation(document, shown, span), place(document, span.start))


def _whole(document: Document, sentence: int) -> Passage:
    return Passage((Run(document.shown(sentence)),), place(document, document.sentences[sentence].span.start))


class _Page:
    """The parts of a page: the clause with its quantity marked, and the whole sentence where it says more."""

    def __init__(self, check: Check, words: Words) -> None:
        self._check = check
        self._words = words
        self._languages = {id(d): Languages(d.source.text) for d in (check.promised, check.reported)}

    def parts(self) -> Iterator[Part]:
        """The rows by verdict, then suggestions, and results that nobody promised; without the kinds that there are none of."""
        for verdict in _GRAVEST:
            found = [(n, p) for n, p in enumerate(self._check.promises, 1) if p.verdict is verdict]
            yield from self._part(verdict, tuple(self._promise(n, p) for n, p in found))
        suggestions = enumerate(self._check.suggestions, 1)
        yield from self._part("suggested", tuple(self._suggestion(n, each) for n, each in suggestions))
        yield from self._part("unpromised", tuple(map(self._result, self._check.unpromised)))

    def _part(self, kind: str, rows: tuple[Row, ...]) -> Iterator[Part]:
        note = self._words["suggested_note"] if kind == "suggested" else ""
        if rows:
            title = self._words[f"h_{kind}"]
            yield Part(kind, title, kind, note=note, stretches=(Stretch(rows, folded=False),), in_list=False)

    def _promise(self, number: int, promise: Promise) -> Row:
        quantity, result = promise.quantity, promise.result
        new: tuple[Passage, ...] = ()
        if result is not None:
            clause = result.quantity.clause if result.quantity else result.span
            new = (self._quote(self._check.reported, clause, result.span, result.sentence),)
        return Row(
            id=f"p-{number}",
            kind=promise.verdict,
            verdict=self._words[promise.verdict],
            old=(self._quote(self._check.promised, quantity.clause, quantity.span, quantity.sentence),),
            new=new,
            bullet=bullet(self._check, promise, self._words),
            reasons=(self._words.say(promise.reason), *conditions.others(self._check, promise, self._words)),
            figures=conditions.figures(self._check, promise, self._words),
            conditions=tuple(conditions.told(promise, self._words)),
        )

    def _suggestion(self, number: int, each: Suggestion) -> Row:
        new = () if each.result is None else (self._sentence(self._check.reported, each.result),)
        return Row(
            id=f"s-{number}",
            kind="suggested",
            verdict=self._words["likely" if new else "no_answer"],
            detail=self._words["score"].format(score=f"{each.score:.2f}") if new else "",
            old=(self._sentence(self._check.promised, each.promise),),
            new=new,
        )

    def _result(self, quantity: Quantity) -> Row:
        quote = self._quote(self._check.reported, quantity.clause, quantity.span, quantity.sentence)
        return Row(f"u-{quantity.span.start}", "unpromised", self._words["unpromised"], new=(quote,))

    def _sentence(self, document: Document, sentence: int) -> Passage:
        span = document.sentences[sentence].span
        return self._passage(document, span, Span(0, 0), span)

    def _quote(self, document: Document, clause: Span, span: Span, sentence: int) -> Passage:
        whole = document.sentences[sentence].span
        start, end = min(clause.start, span.start), max(clause.end, span.end)
        # 增长8.3%: of what, the sentence says.
        if _TELLING <= end - start < _NEARLY * (whole.end - whole.start):
            return self._passage(document, Span(start, end), span, whole, " ".join(document.shown(sentence).split()))
        return self._passage(document, whole, span, whole)

    def _passage(self, document: Document, shown: Span, span: Span, sentence: Span, whole: str = "") -> Passage:
        return Passage(
            runs=_marked(document.source, shown, span),
            place=place_in_words(document, span.start if span.end else sentence.start, self._words),
            lang=self._languages[id(document)].of(document.source.quote(sentence)),
            whole=whole,
        )


def _marked(source: Source, shown: Span, span: Span) -> tuple[Run, ...]:
    """A part of a text without what parts it from its neighbours, the quantity in it emphasised."""
    if not shown.start <= span.start < span.end <= shown.end:
        return (Run(source.shown(shown).strip(_EDGE)),)
    before, after = source.shown(Span(shown.start, span.start)), source.shown(Span(span.end, shown.end))
    return (Run(before.lstrip(_EDGE)), Run(source.shown(span), "heading"), Run(after.rstrip(_EDGE)))
