"""The report of `repdiff check`: every promise with its verdict, and both sides quoted with their places."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from repdiff.model.document import Document
from repdiff.model.texts import Span
from repdiff.model.version import version
from repdiff.model.view import View
from repdiff.model.years import Check, Outcome, Promise, Suggestion
from repdiff.render import json as json_
from repdiff.render.sheets import as_csv
from repdiff.render.terminal.grid import facing, laid_out, terminal
from repdiff.render.terminal.layout import Line, pad, wrap
from repdiff.report import nouns
from repdiff.report.nouns import Table
from repdiff.report.numbers import quoted
from repdiff.report.passages import passage, place, quotation
from repdiff.report.records import entries
from repdiff.report.runs import Run, visible, width
from repdiff.report.words.phrases import ENGLISH, Phrases, phrases_for, say
from repdiff.report.words.year_phrases import CHECKS

_STYLES = {Outcome.MET: "added", Outcome.MISSED: "dropped", Outcome.UNDETERMINED: "reworded", Outcome.SILENT: "quiet"}
_COLUMNS = (
    "verdict",
    "promised",
    "indicator",
    "result",
    "reason",
    "promise_place",
    "result_place",
    "promise",
    "answer",
)
FORMAT = 1


def words_of(check: Check, view: View) -> Phrases:
    """The words of the language that the view asks for, else of the one that both documents are in."""
    return phrases_for(view, check.promised, check.reported)


def sentence(check: Check, words: Phrases = ENGLISH) -> str:
    """The whole in one sentence."""
    mine = CHECKS[words.lang]
    counts = {outcome: sum(p.verdict is outcome for p in check.promises) for outcome in Outcome}
    said = words.comma.join(mine.counted.format(count=counts[o], outcome=mine.outcomes[o]) for o in Outcome)
    one, more = mine.promises
    promises = (one if len(check.promises) == 1 else more).format(count=len(check.promises))
    return mine.summary.format(promises=promises, said=said)


def render_terminal(check: Check, view: View) -> str:
    """Every promise with its verdict and reason, both sides quoted with their places; then the results that answer none, and the
    promises without a number beside their likeliest answer. No text is cut.
    """
    words = words_of(check, view)
    mine = CHECKS[words.lang]
    notes = (words.note + say(note, words) for note in check.notes)
    parts = (
        (mine.promised_table, _promises(check, words, view)),
        (mine.unpromised_table, laid_out(_unpromised(check, words), view.width)),
        (mine.suggested_table, _suggested(check, words, view)),
    )
    return terminal((sentence(check, words), *notes), parts, view)


def _promises(check: Check, words: Phrases, view: View) -> Iterable[Line]:
    mine = CHECKS[words.lang]
    widest = max(map(width, mine.outcomes.values())) + 2
    for promise in check.promises:
        quantity, result = promise.quantity, promise.result
        verdict = pad([Run(mine.outcomes[promise.verdict], _STYLES[promise.verdict])], widest)
        name = f"{visible(quantity.name)} {quoted(check.promised.source, quantity)}".strip()
        yield from wrap([*verdict, Run(name, "heading"), Run(f"  {visible(say(promise.reason, words))}")], view.width)
        old = _quoted(check.promised, passage(check.promised, quantity), quantity.span)
        new = None
        if result is not None:
            shown = passage(check.reported, result.quantity) if result.quantity else result.span
            new = _quoted(check.reported, shown, result.span)
        yield from facing((mine.promise, old), (mine.result, new), view)


def _quoted(document: Document, shown: Span, span: Span) -> Line:
    runs = (Run(visible(run.text), run.style) for run in quotation(document, shown, span))
    return [Run(place(document, span.start) + " ", "quiet"), *runs]


def _unpromised(check: Check, words: Phrases) -> Table:
    mine, document = CHECKS[words.lang], check.reported
    rows = tuple(
        (place(document, q.span.start), quoted(document.source, q), document.source.quote(passage(document, q)))
        for q in check.unpromised
    )
    return Table("", mine.unpromised_table, (mine.place, mine.result, mine.quotation), rows)


def _suggested(check: Check, words: Phrases, view: View) -> Iterable[Line]:
    mine = CHECKS[words.lang]
    for each in check.suggestions:
        new = None if each.result is None else _whole(check.reported, each.result)
        sure = mine.no_answer if new is None else mine.probable.format(score=f"{each.score:.2f}")
        yield from wrap([Run(sure, "quiet")], view.width)
        yield from facing((mine.promise, _whole(check.promised, each.promise)), (mine.answer, new), view)


def _whole(document: Document, sentence: int) -> Line:
    start = document.sentences[sentence].span.start
    return [Run(place(document, start) + " ", "quiet"), Run(visible(document.text(sentence)))]


def render_csv(check: Check) -> str:
    """The promises as CSV, both sides with their places and sentences; the header and the verdicts are English."""
    return as_csv(nouns.Table("", "", _COLUMNS, tuple(_csv_row(check, promise) for promise in check.promises)))


def render_json(check: Check) -> str:
    """`format`, `repdiff`, `promised` and `reported` (files), `promises` (span, text, verdict, reason, quantity, result with span, text,
    quantity), `suggestions` (for promises without a number: spans, probability, reason), `unpromised` (spans), `notes`.
    """
    report = {
        "format": FORMAT,
        "repdiff": version(),
        "promised": entries.document_head(check.promised),
        "reported": entries.document_head(check.reported),
        "notes": list(check.notes),
        "promises": [_entry(check, promise) for promise in check.promises],
        "suggestions": [_suggestion(check, each) for each in check.suggestions],
        "unpromised": [
            {"span": list(q.span), "text": check.reported.source.quote(q.span), "indicator": q.name}
            for q in check.unpromised
        ],
    }
    return json_.dump(report)


def heading(check: Check) -> str:
    """What is compared, for the head of a page."""
    return " – ".join(PurePath(document.source.name).name for document in (check.promised, check.reported))


def _csv_row(check: Check, promise: Promise) -> tuple[str, ...]:
    quantity, result = promise.quantity, promise.result
    answer = check.reported.source.quote(result.span) if result else ""
    return (
        CHECKS[ENGLISH.lang].outcomes[promise.verdict],
        quoted(check.promised.source, quantity),
        quantity.name,
        f"{answer} {result.quantity.name}" if result and result.quantity else answer,
        say(promise.reason, ENGLISH),
        place(check.promised, quantity.span.start),
        place(check.reported, result.span.start) if result else "",
        _line(check.promised, quantity.sentence),
        _line(check.reported, result.sentence) if result else "",
    )


def _line(document: Document, sentence: int) -> str:
    return " ".join(document.text(sentence).split())


def _entry(check: Check, promise: Promise) -> dict[str, Any]:
    source, result = check.promised.source, promise.result
    return {
        **_at(check.promised, promise.quantity.span),
        "verdict": promise.verdict,
        "reason": promise.reason,
        "quantity": entries.quantity_entry(source, promise.quantity),
        "result": result
        and {
            **_at(check.reported, result.span),
            "quantity": result.quantity and entries.quantity_entry(check.reported.source, result.quantity),
            "score": result.score,
        },
    }


def _suggestion(check: Check, each: Suggestion) -> dict[str, Any]:
    answer = None if each.result is None else _at(check.reported, check.reported.sentences[each.result].span)
    return {
        **_at(check.promised, check.promised.sentences[each.promise].span),
        "result": answer,
        "score": round(each.score, 4),
        "reason": each.reason,
    }


def _at(document: Document, span: Span) -> dict[str, Any]:
    return {"span": list(span), "place": list(document.source.place(span.start)), "text": document.source.quote(span)}
