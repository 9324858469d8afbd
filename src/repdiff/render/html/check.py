"""The page of `repdiff check`: every promise beside what became of it, by verdict, readable without script."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from markupsafe import Markup

from repdiff.model.document import Document
from repdiff.model.quantities import Quantity
from repdiff.model.texts import Span
from repdiff.model.view import View
from repdiff.model.years import Check, Outcome, Promise, Suggestion
from repdiff.render import check as report
from repdiff.render.html import rendered
from repdiff.render.html.passage import safe
from repdiff.report.bars import stacked
from repdiff.report.language import Languages
from repdiff.report.words import page_words
from repdiff.report.words.wording import Words

_TELLING = 9  # characters of a clause that can be quoted alone
_EDGE = "，。；、,;●■◆• \t\n"  # what parts a clause from its neighbours
_STYLES = ("base.css", "tools.css", "compare.css", "years.css")
_VERDICTS = (Outcome.MISSED, Outcome.MET, Outcome.UNDETERMINED, Outcome.SILENT)
_BAR = {Outcome.MISSED: "dropped", Outcome.MET: "added", Outcome.UNDETERMINED: "reworded", Outcome.SILENT: "identical"}


@dataclass(frozen=True, slots=True)
class Quote:
    """What one side says: the clause with its quantity marked, where it stands, and the whole sentence if it says more."""

    text: Markup
    lang: str
    place: str
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A promise, a result or a suggestion; `why` is the reason of the verdict."""

    id: str
    kind: str
    verdict: str
    detail: str
    promised: Quote | None
    reported: Quote | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one verdict below their heading."""

    kind: str
    title: str
    rows: tuple[Row, ...]
    note: str = ""


def render(check: Check, view: View) -> str:
    """The whole page as text, to be written as UTF-8."""
    words = page_words.choose(page_words.CHECK, report.words_of(check, view))
    parts = tuple(part for part in _Rows(check, words).parts() if part.rows)
    counts = {part.kind: len(part.rows) for part in parts}
    pieces = ((_BAR[verdict], words[verdict], counts.get(verdict, 0)) for verdict in _VERDICTS)
    return rendered(
        "check.html.jinja",
        _STYLES,
        words,
        heading=report.heading(check),
        sides=_sides(check),
        sentence=report.sentence(check, words.phrases),
        bar=stacked(pieces),
        notes=tuple(words.say(note) for note in check.notes),
        parts=parts,
    )


def _sides(check: Check) -> list[dict[str, str]]:
    documents = (check.promised, check.reported)
    return [
        {
            "name": d.source.name,
            "title": PurePath(d.source.name).name,
            "digest": d.source.sha256[:12],
        }
        for d in documents
    ]


class _Rows:
    """Makes the rows of one check in one language."""

    def __init__(self, check: Check, words: Words) -> None:
        self._check = check
        self._words = words
        self._languages = {id(d): Languages(d.source.text) for d in (check.promised, check.reported)}

    def parts(self) -> Iterator[Part]:
        """The rows by verdict, the gravest first; then suggestions, and results that nobody promised."""
        words = self._words
        for verdict in _VERDICTS:
            found = [(n, p) for n, p in enumerate(self._check.promises) if p.verdict is verdict]
            yield Part(verdict, words[f"h_{verdict}"], tuple(self._promise(n, p) for n, p in found))
        suggested = tuple(self._suggestions(self._check.suggestions))
        yield Part("suggested", words["h_suggested"], suggested, words["suggested_note"])
        yield Part("unpromised", words["h_unpromised"], tuple(map(self._result, self._check.unpromised)))

    def _promise(self, number: int, promise: Promise) -> Row:
        check, result = self._check, promise.result
        reported = None
        if result is not None:
            clause = result.quantity.clause if result.quantity else result.span
            reported = self._quote(check.reported, clause, result.span, result.sentence)
        quantity = promise.quantity
        return Row(
            id=f"p-{number + 1}",
            kind=promise.verdict,
            verdict=self._words[promise.verdict],
            detail="",
            promised=self._quote(check.promised, quantity.clause, quantity.span, quantity.sentence),
            reported=reported,
            why=self._words.say(promise.reason),
        )

    def _suggestions(self, found: Iterable[Suggestion]) -> Iterator[Row]:
        for number, each in enumerate(found, 1):
            answer = None if each.result is None else self._sentence(self._check.reported, each.result)
            yield Row(
                id=f"s-{number}",
                kind="suggested",
                verdict=self._words["no_answer" if answer is None else "likely"],
                detail="" if answer is None else self._words["score"].format(score=f"{each.score:.2f}"),
                promised=self._sentence(self._check.promised, each.promise),
                reported=answer,
            )

    def _result(self, quantity: Quantity) -> Row:
        quote = self._quote(self._check.reported, quantity.clause, quantity.span, quantity.sentence)
        return Row(f"u-{quantity.span.start}", "unpromised", self._words["unpromised"], "", None, quote)

    def _sentence(self, document: Document, sentence: int) -> Quote:
        span = document.sentences[sentence].span
        return Quote(
            self._marked(document, span, Span(0, 0)), self._language(document, span), self._place(document, span)
        )

    def _quote(self, document: Document, clause: Span, span: Span, sentence: int) -> Quote:
        whole = document.sentences[sentence].span
        start, end = min(clause.start, span.start), max(clause.end, span.end)
        # 增长8.3%: of what, the sentence says.
        telling = end - start >= _TELLING and end - start < 0.8 * (whole.end - whole.start)
        longer = " ".join(document.text(sentence).split()) if telling else ""
        shown = Span(start, end) if telling else whole
        return Quote(
            self._marked(document, shown, span), self._language(document, whole), self._place(document, span), longer
        )

    def _marked(self, document: Document, shown: Span, span: Span) -> Markup:
        text = document.source.text
        if not shown.start <= span.start < span.end <= shown.end:
            return safe(text[shown.start : shown.end].strip(_EDGE))
        before, after = text[shown.start : span.start].lstrip(_EDGE), text[span.end : shown.end].rstrip(_EDGE)
        return Markup("{}<b>{}</b>{}").format(safe(before), safe(text[span.start : span.end]), safe(after))

    def _language(self, document: Document, span: Span) -> str:
        return self._languages[id(document)].of(document.source.quote(span))

    def _place(self, document: Document, span: Span) -> str:
        line, column = document.source.place(span.start)
        return self._words["at"].format(line=line, column=column)
