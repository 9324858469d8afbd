"""The report of `repdiff check`: every promise with its verdict, and both sides quoted with their places."""

from pathlib import PurePath
from typing import Any

from repdiff.model import Check, Document, Outcome, Promise, Span, Suggestion
from repdiff.options import View
from repdiff.render import json as json_
from repdiff.render.numbers import quoted
from repdiff.render.phrases import ENGLISH, Phrases, phrases_for, say
from repdiff.render.tables import Table, as_csv, place, terminal
from repdiff.render.year_phrases import CHECKS
from repdiff.version import version

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


def tables(check: Check, words: Phrases = ENGLISH) -> tuple[Table, ...]:
    """Promises with their verdicts; results that nobody promised; promises without a number beside their likeliest answer."""
    mine, reported = CHECKS[words.lang], check.reported
    promises = tuple(_row(check, promise, words) for promise in check.promises)
    lone = tuple((quoted(reported.source, q), q.name, place(reported, q.span.start)) for q in check.unpromised)
    loose = tuple(_loose(check, each) for each in check.suggestions)
    return (
        Table(mine.promised_table, mine.columns, promises),
        Table(mine.unpromised_table, mine.result_columns, lone),
        Table(mine.suggested_table, mine.loose_columns, loose),
    )


def render_terminal(check: Check, view: View) -> str:
    """The tables as text."""
    words = words_of(check, view)
    notes = (words.note + say(note, words) for note in check.notes)
    return terminal((sentence(check, words), *notes), tables(check, words), view)


def render_csv(check: Check) -> str:
    """The promises as CSV, both sides with their places and sentences; the header and the verdicts are English."""
    return as_csv(_COLUMNS, (_csv_row(check, promise) for promise in check.promises))


def render_json(check: Check) -> str:
    """`format`, `repdiff`, `promised` and `reported` (files), `promises` (span, text, verdict, reason, quantity, result with span, text,
    quantity), `suggestions` (for promises without a number: spans, probability, reason), `unpromised` (spans), `notes`.
    """
    report = {
        "format": FORMAT,
        "repdiff": version(),
        "promised": json_.document_head(check.promised),
        "reported": json_.document_head(check.reported),
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


def _row(check: Check, promise: Promise, words: Phrases) -> tuple[str, ...]:
    quantity, result = promise.quantity, promise.result
    answer = check.reported.source.quote(result.span) if result else ""
    return (
        CHECKS[words.lang].outcomes[promise.verdict],
        quoted(check.promised.source, quantity),
        quantity.name,
        f"{answer} {result.quantity.name}" if result and result.quantity else answer,
        say(promise.reason, words),
    )


def _csv_row(check: Check, promise: Promise) -> tuple[str, ...]:
    result = promise.result
    return (
        *_row(check, promise, ENGLISH),
        place(check.promised, promise.quantity.span.start),
        place(check.reported, result.span.start) if result else "",
        _line(check.promised, promise.quantity.sentence),
        _line(check.reported, result.sentence) if result else "",
    )


def _loose(check: Check, each: Suggestion) -> tuple[str, ...]:
    promise = _line(check.promised, each.promise)
    return (
        ("", promise, "") if each.result is None else (f"{each.score:.2f}", promise, _line(check.reported, each.result))
    )


def _line(document: Document, sentence: int) -> str:
    return " ".join(document.text(sentence).split())


def _entry(check: Check, promise: Promise) -> dict[str, Any]:
    source, result = check.promised.source, promise.result
    return {
        **_at(check.promised, promise.quantity.span),
        "verdict": promise.verdict,
        "reason": promise.reason,
        "quantity": json_.quantity_entry(source, promise.quantity),
        "result": result
        and {
            **_at(check.reported, result.span),
            "quantity": result.quantity and json_.quantity_entry(check.reported.source, result.quantity),
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
