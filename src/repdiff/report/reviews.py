"""A review as a reader of a report is told it: how much of what was gone through, by whom, what is asked, who signed for which files."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from repdiff.model.decisions import Review, Reviewed, Verdict
from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Kind
from repdiff.model.texts import Role, Span
from repdiff.model.years import Check, Track
from repdiff.report.charts import measured
from repdiff.report.nouns import Table
from repdiff.report.order import renamed_headings
from repdiff.report.passages import place
from repdiff.report.runs import clip
from repdiff.report.words import ENGLISH, Words

_STATES: Final = ("cleared", "wrongs", "questions", "open")
_STATE: Final = {Verdict.WRONG: "wrongs", Verdict.QUESTION: "questions"}
_QUOTED = 60  # columns of a passage that is asked about: enough to know it again
_DAY = 10  # characters of a time that name its day


class Key(NamedTuple):
    """What an entry speaks of: a pair, or one sentence or number alone, of one of several versions."""

    old: Span | None
    new: Span | None = None
    version: int = 0


class Due(NamedTuple):
    """What is to be gone through: how such rows are called, in words, and of each row what it holds."""

    called: str
    rows: tuple[tuple[Key, ...], ...]


class Told(NamedTuple):
    """A review with all that is needed to tell it: what was due, the documents, and what it is called to say otherwise."""

    review: Review
    due: tuple[Due, ...]
    documents: tuple[Document, ...]
    wrong: str = "wrongs"


def of_comparison(comparison: Comparison, words: Words) -> Told:
    """The review of a comparison, which has one: sentences dropped and new, pairs reworded and moved, the commitments among them; and
    headings, whatever became of them.
    """
    due: list[Due] = []
    headings: dict[tuple[Key, ...], None] = {}
    for kind, rows in _rows(comparison).items():
        called = words[f"script.kind_{kind}"]
        due.append(Due(called, tuple(keys for keys, roles in rows if not _is_heading(roles))))
        commitments = tuple(keys for keys, roles in rows if Role.COMMITMENT in roles)
        due.append(Due(words["script.of_commitments"].format(kind=called), commitments))
        headings |= dict.fromkeys(keys for keys, roles in rows if _is_heading(roles))
    due.append(Due(words["script.kind_heading"], tuple(headings)))
    return Told(comparison.review or Review(), tuple(due), (comparison.old, comparison.new))


def _is_heading(roles: frozenset[Role]) -> bool:
    return roles == {Role.HEADING}


def _rows(comparison: Comparison) -> dict[str, list[tuple[tuple[Key, ...], frozenset[Role]]]]:
    """Kind -> what each row holds, and the roles of its sentences."""
    old, new = comparison.old.sentences, comparison.new.sentences
    groups = [(group, _pairs(comparison, group)) for group in comparison.groups]
    renamed = renamed_headings(comparison)
    titles = [
        ((Key(old[above].span, new[below].span),), frozenset((Role.HEADING,))) for below, above in renamed.items()
    ]
    dropped = [s for s in comparison.dropped if s not in renamed.values()]
    added = [s for s in comparison.added if s not in renamed]
    return {
        "dropped": [((Key(old[s].span),), frozenset((old[s].role,))) for s in dropped],
        "reworded": [*titles, *(pairs for group, pairs in groups if group.kind is Kind.REWORDED)],
        "moved": [pairs for group, pairs in groups if group.moved],
        "added": [((Key(None, new[s].span),), frozenset((new[s].role,))) for s in added],
    }


def _pairs(comparison: Comparison, group: Group) -> tuple[tuple[Key, ...], frozenset[Role]]:
    old, new = comparison.old.sentences, comparison.new.sentences
    links = [comparison.links[link] for link in group.links]
    keys = tuple(Key(old[link.old].span, new[link.new].span) for link in links)
    return keys, frozenset((*(old[s].role for s in group.old), *(new[s].role for s in group.new)))


def of_check(check: Check, words: Words) -> Told:
    """The review of a check: its promises by verdict."""
    promises = (*check.promises, *check.refused)
    verdicts = dict.fromkeys(promise.verdict for promise in promises)
    due = (
        Due(words[f"outcomes.{v}"], tuple((Key(p.quantity.span),) for p in promises if p.verdict is v))
        for v in verdicts
    )
    return Told(check.review or Review(), tuple(due), (check.promised, check.reported), "overruled")


def of_track(track: Track, words: Words) -> Told:
    """The review of a track: its series, each known by its first number."""
    # A reader sees the series that have numbers in two versions.
    first = (found[0] for found in map(measured, track.series) if len(found) > 1)
    keys = (Key(point.quantity.span, version=point.version) for point in first if point.quantity)
    return Told(
        track.review or Review(),
        (Due(words["script.kind_series"], tuple((key,) for key in keys)),),
        track.documents,
        "overruled",
    )


def tables(told: Told, words: Words) -> Iterator[Table]:
    """What a list shows of a review; nothing where nobody said anything."""
    if not (told.review.entries or told.review.signed):
        return
    yield _counted(told, words)
    yield _by_reviewer(told, words)
    columns = tuple(words[f"script.off_{name}"] for name in ("place", "quotation", "reviewer_name", "questions"))
    yield Table("questions", words["script.off_questions"], columns, tuple(_asked(told, words)))
    files = tuple((PurePath(d.source.name).name, d.source.sha256) for d in told.documents)
    yield Table("files", words["script.off_files"], ("", "SHA-256"), files)
    yield Table("signed", words["script.off_signed"], ("", ""), tuple(_signatures(told.review, words)))


def _counted(told: Told, words: Words) -> Table:
    """How many rows of each kind are in which state; states that no row is in are left out, but never what is open."""
    states = _by_key(told.review.entries)
    counts = {due.called: Counter(_state(keys, states) for keys in due.rows) for due in told.due if due.rows}
    shown = [name for name in _STATES if name in ("cleared", "open") or any(count[name] for count in counts.values())]
    columns = ("", words["script.off_all"], *(_called(told, name, words) for name in shown))
    rows = ((called, str(count.total()), *(str(count[name]) for name in shown)) for called, count in counts.items())
    return Table("review", words["page.review"], columns, tuple(rows))


def _called(told: Told, state: str, words: Words) -> str:
    return words[f"script.off_{told.wrong if state == 'wrongs' else state}"]


def _by_key(entries: Iterable[Reviewed]) -> dict[Key, list[Reviewed]]:
    found: dict[Key, list[Reviewed]] = {}
    for each in entries:
        found.setdefault(Key(each.old, each.new, each.version), []).append(each)
    return found


def _state(keys: Sequence[Key], entries: dict[Key, list[Reviewed]]) -> str:
    """The state of a row: of one that holds several pairs, the one that asks for most attention."""
    found = [_state_of(entries.get(key, ())) for key in keys]
    return next(state for state in ("questions", "open", "wrongs", "cleared") if state in found)


def _state_of(entries: Sequence[Reviewed]) -> str:
    if any(each.verdict is Verdict.QUESTION and not each.answered for each in entries):
        return "questions"
    deciding = [each for each in entries if each.verdict is not Verdict.QUESTION]
    return _STATE.get(deciding[-1].verdict, "cleared") if deciding else "open"


def _by_reviewer(told: Told, words: Words) -> Table:
    counts: dict[str, Counter[str]] = {}
    for each in told.review.entries:
        counts.setdefault(each.by, Counter())[_STATE.get(each.verdict, "cleared")] += 1
    columns = ("", *(_called(told, name, words) for name in _STATES[:-1]))
    rows = ((by or words["script.no_name"], *(str(counts[by][name]) for name in _STATES[:-1])) for by in sorted(counts))
    return Table("reviewers", words["script.off_reviewers"], columns, tuple(rows))


def _asked(told: Told, words: Words) -> Iterator[tuple[str, ...]]:
    for each in told.review.entries:
        if each.verdict is Verdict.QUESTION and not each.answered:
            document = told.documents[1 if each.old is None else each.version]
            span = each.old or each.new
            assert span is not None
            quote = clip(" ".join(document.source.shown(span).split()), _QUOTED)
            name = PurePath(document.source.name).name
            yield f"{name}:{place(document, span.start)}", quote, each.by or words["script.no_name"], each.note


def _signatures(review: Review, words: Words) -> Iterator[tuple[str, str]]:
    for each in review.signed:
        who, day = each.signature.by or words["script.no_name"], each.signature.at[:_DAY]
        counts = {"count": each.signature.decisions, "open": each.signature.open}
        void = words["script.void"].format(why=words.say(each.void)) if each.void else ""
        yield words["script.signed"].format(name=who, day=day, **counts), void


def entry(told: Told) -> dict[str, Any]:
    """The same for programs."""
    counted, reviewers = _counted(told, ENGLISH), _by_reviewer(told, ENGLISH)
    return {
        "files": [{"name": PurePath(d.source.name).name, "sha256": d.source.sha256} for d in told.documents],
        "rows": _dicts(counted),
        "reviewers": _dicts(reviewers),
        "questions": [
            {"place": at, "quote": quote, "by": by, "note": note} for at, quote, by, note in _asked(told, ENGLISH)
        ],
        "signed": [
            {
                "by": each.signature.by,
                "at": each.signature.at,
                "decisions": each.signature.decisions,
                "open": each.signature.open,
                "holds": not each.void,
                "void": str(each.void),
            }
            for each in told.review.signed
        ],
    }


def _dicts(table: Table) -> list[dict[str, Any]]:
    """The rows of a table of counts: its first column is a name."""
    names = [name.lower() for name in table.columns[1:]]
    return [{"name": row[0]} | dict(zip(names, map(int, row[1:]), strict=True)) for row in table.rows]
