"""A check for programs: one JSON object, UTF-8.

- `format`: 1; another number where a key changes its meaning or goes away, not where one is added.
- `repdiff`: version of the program. `options`: those that made the check, by name (see `repdiff.CheckOptions`); absent before they were
  recorded.
- `promised`, `reported`: the files, as `old` and `new` of a comparison. `notes`: plain sentences.
- `promises`: `span`, `place`, `text` of the quantity, `verdict`, `reason`, `quantity` (as in a comparison), `result` (`span`, `place`,
  `text`, `quantity`, `score`; null where there is none); `conditions` (`name`, `state`: agrees, unsaid or differs, and the words `shared`,
  of the promise alone, of the result alone), `others` (further results, as `result`), `baseline` (`span`, `place`, `text`, `quantity` of
  what the promising file itself reports; or null), `gap` (result less target, in points or the base unit) and `share` (the result in
  percent of the target), both null where the two cannot be measured against each other; `decided` says that a person gave the verdict or
  chose the result, with the reason in `note`, `instead` of which verdict of repdiff's.
- `refused`: promises that a person says are none, in the same layout.
- `suggestions` for promises without a number: `span`, `place`, `text`, `result` (null where there is none), `score`, `reason`.
- `unpromised`: `span`, `text`, `indicator` of reported quantities that answer no promise.
- `review`: only where a file of decisions was obeyed; see `repdiff.records.comparison`.
"""

from typing import Any

from repdiff.model.document import Document
from repdiff.model.texts import Span
from repdiff.model.version import version
from repdiff.model.years import Check, Condition, Promise, Result, Suggestion
from repdiff.records.entries import document_head, number, options_entry, place_entry, quantity_entry
from repdiff.report.words import ENGLISH

FORMAT = 1
_DIGITS = 4


def record(check: Check) -> dict[str, Any]:
    """The check as plain data; the keys are those above."""
    return {
        "format": FORMAT,
        "repdiff": version(),
        "options": options_entry(check.options),
        "promised": document_head(check.promised),
        "reported": document_head(check.reported),
        "notes": list(check.notes),
        "promises": [_promise(check, promise) for promise in check.promises],
        "refused": [_promise(check, promise) for promise in check.refused],
        "suggestions": [_suggestion(check, each) for each in check.suggestions],
        "unpromised": [
            {"span": list(q.span), "text": check.reported.source.quote(q.span), "indicator": q.name}
            for q in check.unpromised
        ],
    } | _review(check)


def _review(check: Check) -> dict[str, Any]:
    """What persons said, where a file of decisions was obeyed."""
    from repdiff.report.reviews import entry, of_check

    return {} if check.review is None else {"review": entry(of_check(check, ENGLISH))}


def _promise(check: Check, promise: Promise) -> dict[str, Any]:
    source, result = check.promised.source, promise.result
    return {
        **_at(check.promised, promise.quantity.span),
        "verdict": promise.verdict,
        "reason": promise.reason,
        "quantity": quantity_entry(source, promise.quantity),
        "result": result and _result(check, result),
        "conditions": [_condition(each) for each in promise.conditions],
        "others": [_result(check, other) for other in promise.others],
        "baseline": promise.baseline
        and {**_at(check.promised, promise.baseline.span), "quantity": quantity_entry(source, promise.baseline)},
        "gap": None if promise.gap is None else number(promise.gap),
        "share": None if promise.share is None else number(promise.share),
        "decided": promise.decided,
        "note": promise.note,
        "instead": promise.instead,
    }


def _result(check: Check, result: Result) -> dict[str, Any]:
    return {
        **_at(check.reported, result.span),
        "quantity": result.quantity and quantity_entry(check.reported.source, result.quantity),
        "score": result.score,
    }


def _condition(condition: Condition) -> dict[str, Any]:
    words = {name: list(getattr(condition, name)) for name in ("shared", "promised", "reported")}
    return {"name": condition.name, "state": condition.state, **words}


def _suggestion(check: Check, each: Suggestion) -> dict[str, Any]:
    answer = None if each.result is None else _at(check.reported, check.reported.sentences[each.result].span)
    return {
        **_at(check.promised, check.promised.sentences[each.promise].span),
        "result": answer,
        "score": round(each.score, _DIGITS),
        "reason": each.reason,
    }


def _at(document: Document, span: Span) -> dict[str, Any]:
    return {"span": list(span), **place_entry(document.source, span.start), "text": document.source.quote(span)}
