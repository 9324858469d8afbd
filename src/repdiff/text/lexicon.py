"""Han words: jieba's own algorithm over a memory-mapped trie of jieba's own dictionary and model.

Importing jieba and loading its dictionary takes most of a second and writes to stderr and to a shared folder;
the trie opens in milliseconds. It is built once into the user's cache folder rather than shipped: four
megabytes that nobody can review would also tie the words to one version of jieba. Algorithm: jieba 0.42
`Tokenizer.cut` (most probable path through the words of the dictionary) and `finalseg` (hidden Markov model
over runs of single characters), MIT.
"""

import mmap
import os
import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_FORMAT = 1
_MAGIC = b"repdiffw"
_FOOTER = struct.Struct("<8sQ")
_LONGEST = 16  # characters of the longest word of the dictionary, checked when the trie is built
_DIVISIBLE = 2  # characters of a run at least in which words are looked for
_NEVER = -3.14e100  # jieba's logarithm of an impossible probability
_BEFORE = {"B": "ES", "M": "MB", "S": "SE", "E": "BM"}  # which state of a character may precede which
_EMIT, _START, _NEXT, _FLOOR = "\x01", "\x02", "\x03", "\x04"  # first characters of the keys that are not words


class Lexicon:
    """Words with the logarithm of their probability, and jieba's model of unknown words.

    `trie` is a marisa trie from key to id, `values` a float per id.
    """

    def __init__(self, trie: Any, values: "memoryview[float]") -> None:
        self._trie = trie
        self._values = values
        self._floor: float = values[trie[_FLOOR]]
        self._starts = [self._value(_START + y) for y in "BMES"]
        self._steps = [(y, [(x, self._value(_NEXT + x + y)) for x in _BEFORE[y]]) for y in "BMES"]
        self._emissions = lru_cache(maxsize=1 << 12)(self._emitted)  # the same characters are met again and again

    def cut(self, run: str) -> list[str]:
        """Cut a run of Han characters into words, as `jieba.lcut` does."""
        words: list[str] = []
        single = ""
        at = 0
        ends = self._route(run)[1]
        while at < len(run):
            end = ends[at]
            if end - at == 1:
                single += run[at]
            else:
                if single:
                    words += self._unknown(single)
                    single = ""
                words.append(run[at:end])
            at = end
        return words + self._unknown(single)

    def cost_of_border(self, run: str, at: int) -> float:
        """How much less likely `run` is if a word must end at `at`: difference of logarithms, 0 if one does."""
        return self._route(run)[0] - self._route(run[:at])[0] - self._route(run[at:])[0]

    def _route(self, run: str) -> tuple[float, list[int]]:
        """The probability of the best path, and for each character the end of the best word that starts there."""
        values, prefixes = self._values, self._trie.iter_prefixes_with_ids
        best = [0.0] * (len(run) + 1)
        ends = [0] * len(run)
        for at in range(len(run) - 1, -1, -1):
            top, end = _NEVER, 0
            for word, number in prefixes(run[at : at + _LONGEST]):
                score = values[number] + best[at + len(word)]
                if score >= top:
                    top, end = score, at + len(word)
            if not end:
                top, end = self._floor + best[at + 1], at + 1
            best[at], ends[at] = top, end
        return best[0], ends

    def _unknown(self, single: str) -> list[str]:
        """Words out of a run of characters that the dictionary leaves single."""
        if len(single) < _DIVISIBLE:
            return [single] if single else []
        return list(single) if single in self._trie else list(_spelled(single, self._states(single)))

    def _states(self, run: str) -> str:
        """The most probable state (begin, middle, end, single) of every character: Viterbi."""
        score = {
            y: start + emitted for y, start, emitted in zip("BMES", self._starts, self._emissions(run[0]), strict=True)
        }
        path = {y: y for y in "BMES"}
        for char in run[1:]:
            best = {
                y: max((score[x] + step + emitted, x) for x, step in before)
                for (y, before), emitted in zip(self._steps, self._emissions(char), strict=True)
            }
            score = {y: top for y, (top, _) in best.items()}
            path = {y: path[x] + y for y, (_, x) in best.items()}
        return path[max((score[y], y) for y in "ES")[1]]

    def _emitted(self, char: str) -> tuple[float, ...]:
        """The logarithm of the probability of a character in each state, in the order BMES."""
        return tuple([self._value(_EMIT + y + char) for y in "BMES"])

    def _value(self, name: str) -> float:
        number: int | None = self._trie.get(name)
        return _NEVER if number is None else self._values[number]


def _spelled(run: str, states: str) -> Iterator[str]:
    """The words that begin at B and end at E; S is a word by itself."""
    start = 0
    for at, state in enumerate(states):
        if state in "ES":
            yield run[start : at + 1]
            start = at + 1
    if start < len(run):
        yield run[start:]


@cache
def lexicon() -> Lexicon:
    """The lexicon of the installed jieba: from the user's cache folder, where it is built first (about a second).

    Where the folder cannot be written, it is built in memory and nothing is said: the words are the same.
    """
    folder = _jieba()
    opening = (folder / "__init__.py").read_text("utf-8")[:2000]
    version = re.search(r"__version__ = '([\w.]+)'", opening)
    path = _cache_folder() / f"words-{version[1] if version else 'x'}-{_FORMAT}.bin"
    with suppress(Exception):  # a damaged file raises whatever the trie's reader meets
        return _open(path)
    content = _build(folder)
    with suppress(OSError):
        _write(path, content)
    return _loaded(content)


def _jieba() -> Path:
    """Where jieba is installed, without importing it."""
    from importlib.util import find_spec

    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'jieba'", name="jieba")
    return Path(spec.origin).parent


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("repdiff", appauthor=False)


def _open(path: Path) -> Lexicon:
    import marisa_trie

    with path.open("rb") as file:
        mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    values = _values(mapped)
    trie = marisa_trie.Trie()
    trie.mmap(str(path))
    return Lexicon(trie, values)


def _loaded(content: bytes) -> Lexicon:
    import marisa_trie

    trie = marisa_trie.Trie()
    trie.frombytes(content)
    return Lexicon(trie, _values(memoryview(content)))


def _values(content: memoryview) -> "memoryview[float]":
    """The floats between the trie and the footer; ValueError when the content was not written whole."""
    magic, start = _FOOTER.unpack(content[-_FOOTER.size :])
    if magic != _MAGIC:
        raise ValueError("not a lexicon")
    return content[start : -_FOOTER.size].cast("d")


def _build(folder: Path) -> bytes:
    """The trie of jieba's dictionary and model, a float per id, and a footer that says where the floats start."""
    from array import array

    import marisa_trie

    entries = _words(folder / "dict.txt") | _model(folder / "finalseg")
    trie = marisa_trie.Trie(entries)
    values = array("d", bytes(8 * len(entries)))
    for name, value in entries.items():
        values[trie[name]] = value
    head: bytes = trie.tobytes()
    head += b"\0" * (-len(head) % 8)
    return head + values.tobytes() + _FOOTER.pack(_MAGIC, len(head))


def _words(path: Path) -> dict[str, float]:
    from math import log

    counts = {word: int(count) for word, count, *_ in map(str.split, path.read_text("utf-8").splitlines())}
    if max(map(len, counts)) > _LONGEST:
        raise ValueError(f"{path}: a word is longer than {_LONGEST} characters")
    total = log(sum(counts.values()))
    return {word: log(count or 1) - total for word, count in counts.items()} | {_FLOOR: log(1) - total}


def _model(folder: Path) -> dict[str, float]:
    """The probabilities of states that jieba has, read from its files of literals: importing them would import jieba."""
    import json

    def table(name: str) -> Any:
        source = (folder / f"{name}.py").read_text("utf-8").partition("=")[2].replace("'", '"')
        # Python escapes and JSON escapes of the basic plane are the same.
        return json.loads(re.sub(r",(\s*})", r"\1", source))

    entries: dict[str, float] = {_START + state: value for state, value in table("prob_start").items()}
    for first, following in table("prob_trans").items():
        entries |= {_NEXT + first + state: value for state, value in following.items()}
    for state, characters in table("prob_emit").items():
        entries |= {_EMIT + state + char: value for char, value in characters.items()}
    return entries


def _write(path: Path, content: bytes) -> None:
    """Write beside and rename, so that another process never meets half a file; readable by the user alone."""
    import tempfile

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
