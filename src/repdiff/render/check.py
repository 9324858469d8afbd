"""The report of `repdiff check`: every promise with its verdict, and both sides quoted with their places."""

from pathlib import PurePath
from typing import Any

from repdiff.model import Check, Document, Outcome, Promise, Span, Suggestion
from repdiff.options import View
from repdiff.render import json as json_
from repdiff.render import year_phrases
from repdiff.render.numbers import quoted
from repdiff.render.tables import Table, as_csv, place, terminal
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
_LOOSE = ("promise", "answer", "probability", "promise_place", "answer_place")
_TELLING = 9  # characters of a clause that can be quoted alone
FORMAT = 1


def sentence(check: Check) -> str:
    """The whole in one sentence."""
    counts = {verdict: sum(p.verdict is verdict for p in check.promises) for verdict in Outcome}
    said = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
    return year_phrases.CHECKED.format(
        promises=year_phrases.counted(len(check.promises), "measurable promise"), said=said
    )


def tables(check: Check) -> tuple[Table, ...]:
    """Promises with their verdicts; results that nobody promised; promises without a number beside their likeliest answer."""
    promises = tuple(_row(check, promise) for promise in check.promises)
    reported = check.reported
    lone = tuple(
        (quoted(reported.source, q), q.name, place(reported, q.span.start), _line(reported, q.sentence))
        for q in check.unpromised
    )
    loose = tuple(_loose(check, each) for each in check.suggestions)
    return (
        Table(year_phrases.PROMISES, _COLUMNS, promises, (0, 1, 2, 3, 4)),
        Table(year_phrases.UNPROMISED, ("result", "indicator", "place", "sentence"), lone, (0, 1, 2)),
        Table(year_phrases.SUGGESTED, _LOOSE, loose, (2, 0, 1)),
    )


def by_verdict(check: Check) -> tuple[Table, ...]:
    """The promises in a table for each verdict, the clauses of both sides quoted with their places; then the other two tables."""
    found = []
    for verdict in (Outcome.MISSED, Outcome.MET, Outcome.UNDETERMINED, Outcome.SILENT):
        promises = [p for p in check.promises if p.verdict is verdict]
        rows = tuple((verdict.value, *_quoted_sides(check, p), p.reason) for p in promises)
        columns = (year_phrases.VERDICT, year_phrases.PROMISED, year_phrases.REPORTED, year_phrases.WHY)
        found.append(Table(f"{verdict.capitalize()}: {len(rows)}", columns, rows, ()))
    return (*found, *(Table(f"{t.title}: {len(t.rows)}", t.columns, t.rows, ()) for t in tables(check)[1:]))


def _quoted_sides(check: Check, promise: Promise) -> tuple[str, str]:
    result = promise.result
    reported = ""
    if result is not None:
        clause = result.quantity.clause if result.quantity else result.span
        if clause.end - clause.start < _TELLING:  # 增长8.3%: of what, the sentence says
            clause = check.reported.sentences[result.sentence].span
        reported = _clause(check.reported, clause, result.span)
    return _clause(check.promised, promise.quantity.clause, promise.quantity.span), reported


def _clause(document: Document, clause: Span, span: Span) -> str:
    text = "".join(document.source.quote(clause).split("**"))
    return f"{' '.join(text.split()).strip('，。；,;、●■ ')} ({place(document, span.start)})"


def render_terminal(check: Check, view: View) -> str:
    """The tables as text."""
    return terminal((sentence(check), *(year_phrases.NOTE + note for note in check.notes)), tables(check), view)


def render_csv(check: Check) -> str:
    """The table of promises as CSV."""
    return as_csv(tables(check)[0])


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


def _row(check: Check, promise: Promise) -> tuple[str, ...]:
    quantity, result = promise.quantity, promise.result
    answer = check.reported.source.quote(result.span) if result else ""
    return (
        promise.verdict,
        quoted(check.promised.source, quantity),
        quantity.name,
        f"{answer} {result.quantity.name}" if result and result.quantity else answer,
        promise.reason,
        place(check.promised, quantity.span.start),
        place(check.reported, result.span.start) if result else "",
        _line(check.promised, quantity.sentence),
        _line(check.reported, result.sentence) if result else "",
    )


def _loose(check: Check, each: Suggestion) -> tuple[str, ...]:
    at = check.promised.sentences[each.promise].span.start
    answer = each.result
    return (
        _line(check.promised, each.promise),
        "" if answer is None else _line(check.reported, answer),
        "" if answer is None else f"{each.score:.2f}",
        place(check.promised, at),
        "" if answer is None else place(check.reported, check.reported.sentences[answer].span.start),
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
