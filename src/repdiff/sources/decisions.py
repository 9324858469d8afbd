"""What a person decided about pairs, as a file: reading it and saying what is wrong with it.

    {"format": 2, "old": {"name": "2020.txt", "sha256": "..."}, "new": {"name": "2021.txt", "sha256": "..."},
     "pairs": [{"old": [120, 163], "new": [98, 150], "verdict": "right", "quote_old": "...", "quote_new": "...", "note": "",
                "by": "Ada", "at": "2026-03-01T10:00:00Z"}],
     "marks": [{"side": "old", "span": [12, 40], "verdict": "cleared", "quote": "...", "note": "", "by": "Ada", "at": "..."}],
     "signed": [{"by": "Ada", "at": "...", "files": ["...", "..."], "decisions": 2, "open": 0}]}

Spans are [start, end) in code points of the decoded text, as in the JSON report. `right` and `join` say that the two
belong together (one confirms a pair, the other makes one), `wrong` that they do not, `question` asks. A mark ticks off a sentence that
stands alone (`cleared`), or asks about it. A quotation is the text of the span. An entry that `settles` outdoes those of others that are
not later. Other keys are left alone.
"""

import json
import os
import re
from pathlib import PurePath
from typing import Any

from repdiff.files.paths import STDIN, read_bytes, shown
from repdiff.model.decisions import Author, Decision, Decisions, Side, Signature, Tick, Verdict
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Span

FORMAT = 2
# 1: pairs without authors.
# 2: `by`, `at` and `settles` of each entry, the verdict `question`, `marks`, `signed`.


_FORMATS = {"pairs": (1, FORMAT), "verdicts": (1,), "series": (1,)}
"""The formats that are read, by the chief key of the file."""


_LARGEST = 64 << 20
"""Bytes of a file: a review of every sentence of a book has a tenth of it."""


_TIME = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")


_SHA256 = re.compile(r"[0-9a-f]{64}")


_ENDS = 2
"""Numbers of a span: its start and its end."""


_AGAIN = "Export the decisions again from the page, or mend the file by hand."


_KINDS = {
    "pairs": "Give the file that the page exports: an object with format, old, new and pairs.",
    "verdicts": "Give what --format decisions writes: an object with format, promised, reported and verdicts.",
    "series": "Give what --format decisions writes: an object with format, versions and series.",
}
"""What a file holds, by its chief key."""


_COMMANDS = {"pairs": "repdiff OLD NEW", "verdicts": "repdiff check", "series": "repdiff track"}
"""The chief key of each kind of file -> the command that obeys it."""


def read_decisions(path: str | os.PathLike[str]) -> Decisions:
    """Read and check a file of decisions; "-" is standard input.

    Raises RepdiffError naming the file, the number of the entry (from 1), and what to do.
    """
    found, name, file = loaded(path, "pairs")
    sides = [side_of(found.get(side), f"{name}: {side}") for side in ("old", "new")]
    entries = (_decision(pair, f"{name}, entry {number}") for number, pair in enumerate(found["pairs"], 1))
    marks = (_tick(tick, f"{name}, mark {number}") for number, tick in enumerate(_listed(found, "marks", name), 1))
    return Decisions(file, sides[0], sides[1], tuple(entries), tuple(marks), signatures_of(found, name))


def loaded(path: str | os.PathLike[str], key: str) -> tuple[dict[str, Any], str, str]:
    """What a file of decisions holds, a list under its chief key; its name in messages, and its name alone.

    Raises RepdiffError for anything else; for a file of another command, which one that is.
    """
    place = os.fspath(path)
    name = "<stdin>" if place == STDIN else shown(place)
    data = read_bytes(place)
    if len(data) > _LARGEST:
        raise RepdiffError(f"{name}: {len(data) >> 20} MB are too many for a file of decisions.", _AGAIN)
    try:
        found = json.loads(data, object_pairs_hook=lambda pairs: _once(pairs, name))
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise RepdiffError(f"{name}: no JSON{where}, so no decisions.", _AGAIN) from None
    if not isinstance(found, dict) or key not in found:
        other = next((each for each in _COMMANDS if isinstance(found, dict) and each in found), "")
        hint = f"It is for {_COMMANDS[other]}." if other else _KINDS[key]
        raise RepdiffError(f"{name}: not a file of decisions{' of this kind' if other else ''}.", hint)
    if found.get("format") not in _FORMATS[key] or type(found["format"]) is not int:
        read = " and ".join(map(str, _FORMATS[key]))
        hint = f"This repdiff reads format {read}: export again with the same version, or update repdiff."
        raise RepdiffError(f"{name}: format {json.dumps(found.get('format'))[:20]} is unknown.", hint)
    if not isinstance(found[key], list):
        raise RepdiffError(f"{name}: {key} is no list.", _AGAIN)
    return found, name, PurePath(name).name


def _once(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    """An object of the file. Raises RepdiffError for a key that stands in it twice: which of the two is meant, nobody knows."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for n, key in enumerate(keys) if key in keys[:n])
        shown_key = json.dumps(twice, ensure_ascii=True)[:40]
        raise RepdiffError(f"{name}: the key {shown_key} stands twice in one object.", "Keep the one that is meant.")
    return found


def _listed(found: dict[str, Any], key: str, name: str) -> list[Any]:
    """The list under a key that may be left out."""
    entries = found.get(key, [])
    if not isinstance(entries, list):
        raise RepdiffError(f"{name}: {key} is no list.", _AGAIN)
    return entries


def signatures_of(found: dict[str, Any], name: str) -> tuple[Signature, ...]:
    """Who signed a file of decisions. Raises RepdiffError for what is no signature."""
    return tuple(_signature(each, f"{name}, signature {n}") for n, each in enumerate(_listed(found, "signed", name), 1))


def _signature(found: Any, where: str) -> Signature:
    if not isinstance(found, dict):
        raise RepdiffError(f"{where}: no object.", _AGAIN)
    author, files = author_of(found, where), found.get("files")
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        raise RepdiffError(f"{where}: files is no list of digests.", _AGAIN)
    decisions, left = found.get("decisions"), found.get("open")
    if not author.at or type(decisions) is not int or type(left) is not int or min(decisions, left) < 0:
        raise RepdiffError(f"{where} says not when, or of how many decisions.", _AGAIN)
    return Signature(author.by, author.at, tuple(files), decisions, left)


def author_of(found: dict[str, Any], where: str, key: str = "by") -> Author:
    """Who decided an entry, and when. Raises RepdiffError where the name is no text or the time is none."""
    by, at, settles = found.get(key, ""), found.get("at", ""), found.get("settles", False)
    if not isinstance(by, str):
        raise RepdiffError(f"{where}: {key} is no name.", "Write it in quotation marks, or leave it out.")
    if not isinstance(at, str) or (at and not _TIME.fullmatch(at)):
        raise RepdiffError(f"{where}: at is no time.", 'Write it as "2026-03-01T10:00:00Z", or leave it out.')
    if not isinstance(settles, bool):
        raise RepdiffError(f"{where}: settles is neither true nor false.", _AGAIN)
    return Author(by.strip(), _instant(at), settles)


def _instant(at: str) -> str:
    """A time with as many digits as all others, so that they compare as texts."""
    whole, _, part = at.removesuffix("Z").partition(".")
    return at and f"{whole}.{part:0<6}Z"


def side_of(found: Any, where: str) -> Side:
    """The document that a file speaks of. Raises RepdiffError where its name or its digest is missing."""
    if not isinstance(found, dict) or not isinstance(found.get("name"), str):
        raise RepdiffError(f"{where} has no name.", 'Give {"name": the file\'s name, "sha256": its digest}.')
    digest = found.get("sha256")
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest.lower()):
        raise RepdiffError(f"{where} has no sha256 of 64 hex digits.", "sha256sum FILE prints it.")
    return Side(found["name"], digest.lower())


def _decision(found: Any, where: str) -> Decision:
    verdict = _verdict_of(found, where, (Verdict.RIGHT, Verdict.WRONG, Verdict.JOIN, Verdict.QUESTION))
    note = note_of(found, where)
    spans = [span_of(found.get(side), f"{where}: {side}") for side in ("old", "new")]
    quotes = [_quote(found.get(side), f"{where}: {side}") for side in ("quote_old", "quote_new")]
    return Decision(spans[0], spans[1], verdict, quotes[0], quotes[1], note, author_of(found, where))


def _tick(found: Any, where: str) -> Tick:
    verdict = _verdict_of(found, where, (Verdict.CLEARED, Verdict.QUESTION))
    if found.get("side") not in ("old", "new"):
        raise RepdiffError(f"{where}: side is none.", 'Write "old" or "new".')
    span, quote = span_of(found.get("span"), f"{where}: span"), _quote(found.get("quote"), f"{where}: quote")
    return Tick(int(found["side"] == "new"), span, verdict, quote, note_of(found, where), author_of(found, where))


def _verdict_of(found: Any, where: str, allowed: tuple[Verdict, ...]) -> Verdict:
    if not isinstance(found, dict):
        raise RepdiffError(f"{where}: no object.", _AGAIN)
    verdict = found.get("verdict")
    if verdict not in allowed:
        told = f"{where}: verdict {json.dumps(verdict)[:20]} is unknown."
        raise RepdiffError(told, f"Write one of {', '.join(allowed)}.")
    return Verdict(verdict)


def note_of(found: dict[str, Any], where: str) -> str:
    """What a person wrote on an entry; empty where nothing. Raises RepdiffError where it is no text."""
    note = found.get("note", "")
    if not isinstance(note, str):
        raise RepdiffError(f"{where}: note is no text.", "Write it in quotation marks, or leave it out.")
    return note.strip()


def span_of(found: Any, where: str) -> Span:
    """Two whole numbers as a span. Raises RepdiffError for anything else."""
    numbers = found if isinstance(found, list) else []
    if len(numbers) != _ENDS or not all(type(number) is int for number in numbers) or not 0 <= numbers[0] < numbers[1]:
        raise RepdiffError(f"{where} is no span.", "Write [start, end], two whole numbers with 0 <= start < end.")
    return Span(*numbers)


def _quote(found: Any, where: str) -> str:
    if not isinstance(found, str) or not any(map(str.isalnum, found)):
        raise RepdiffError(f"{where} holds no words.", "Write the text that the span covers, as it stands in the file.")
    return found
