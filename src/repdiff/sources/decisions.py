"""What a person decided about pairs, as a file: reading it and saying what is wrong with it.

    {"format": 1, "old": {"name": "2020.txt", "sha256": "..."}, "new": {"name": "2021.txt", "sha256": "..."},
     "pairs": [{"old": [120, 163], "new": [98, 150], "verdict": "right", "quote_old": "...", "quote_new": "...", "note": ""}]}

Spans are [start, end) in code points of the decoded text, as in the JSON report. `right` and `join` say that the two
belong together (one confirms a pair, the other makes one), `wrong` that they do not. A quotation is the text of the span.
Other keys are left alone.
"""

import json
import os
import re
from pathlib import PurePath
from typing import Any

from repdiff.files.paths import STDIN, read_bytes, shown
from repdiff.model.decisions import Decision, Decisions, Side, Verdict
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Span

FORMAT = 1


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
    return Decisions(file, sides[0], sides[1], tuple(entries))


def loaded(path: str | os.PathLike[str], key: str) -> tuple[dict[str, Any], str, str]:
    """What a file of decisions holds, a list under its chief key; its name in messages, and its name alone.

    Raises RepdiffError for anything else; for a file of another command, which one that is.
    """
    place = os.fspath(path)
    name = "<stdin>" if place == STDIN else shown(place)
    data = read_bytes(place)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise RepdiffError(f"{name}: no JSON{where}, so no decisions.", _AGAIN) from None
    if not isinstance(found, dict) or key not in found:
        other = next((each for each in _COMMANDS if isinstance(found, dict) and each in found), "")
        hint = f"It is for {_COMMANDS[other]}." if other else _KINDS[key]
        raise RepdiffError(f"{name}: not a file of decisions{' of this kind' if other else ''}.", hint)
    if found.get("format") != FORMAT or isinstance(found["format"], bool):
        hint = f"This repdiff reads format {FORMAT}: export again with the same version, or update repdiff."
        raise RepdiffError(f"{name}: format {json.dumps(found.get('format'))[:20]} is unknown.", hint)
    if not isinstance(found[key], list):
        raise RepdiffError(f"{name}: {key} is no list.", _AGAIN)
    return found, name, PurePath(name).name


def side_of(found: Any, where: str) -> Side:
    """The document that a file speaks of. Raises RepdiffError where its name or its digest is missing."""
    if not isinstance(found, dict) or not isinstance(found.get("name"), str):
        raise RepdiffError(f"{where} has no name.", 'Give {"name": the file\'s name, "sha256": its digest}.')
    digest = found.get("sha256")
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest.lower()):
        raise RepdiffError(f"{where} has no sha256 of 64 hex digits.", "sha256sum FILE prints it.")
    return Side(found["name"], digest.lower())


def _decision(found: Any, where: str) -> Decision:
    if not isinstance(found, dict):
        raise RepdiffError(f"{where}: no object.", _AGAIN)
    verdict = found.get("verdict")
    if verdict not in tuple(Verdict):
        allowed = ", ".join(Verdict)
        raise RepdiffError(f"{where}: verdict {json.dumps(verdict)[:20]} is unknown.", f"Write one of {allowed}.")
    note = note_of(found, where)
    spans = [span_of(found.get(side), f"{where}: {side}") for side in ("old", "new")]
    quotes = [_quote(found.get(side), f"{where}: {side}") for side in ("quote_old", "quote_new")]
    return Decision(spans[0], spans[1], Verdict(verdict), quotes[0], quotes[1], note)


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
