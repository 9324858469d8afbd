"""The user's own words as a file: reading it and saying what is wrong with it.

    about = 5                                  # percent that a result may be off and still be about its target

    [synonyms]
    "economic growth" = "growth of the gross domestic product"

    [direction]
    "complaints" = "less is better"            # or "more is better"

    [units]
    "TEU" = "1 container"                      # how many of which known unit

The file is TOML in UTF-8. Every section may be left out; a word stands once in a section, whatever its case and script.
"""

import os
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from repdiff.languages.han import folded
from repdiff.model.terms import OwnUnit, Terms, Way
from repdiff.sources.toml_file import TomlFile, read_toml

_SECTIONS = ("synonyms", "direction", "units")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*(\S.*)", re.DOTALL)
_MOST = 100
"""Percent that `about` may allow: with more, a result of nothing would be about every target."""


def read_terms(path: str | os.PathLike[str]) -> Terms:
    """Read and check a file of the user's own words; "-" is standard input.

    Raises RepdiffError naming the file, the line, and what to do.
    """
    hint = 'Write lines like "word" = "other word" below [synonyms], [direction] or [units], words in quotation marks.'
    file, found = read_toml(path, "terms", hint)
    return _terms(found, file)


def _terms(found: dict[str, Any], file: TomlFile) -> Terms:
    for key, value in found.items():
        if key != "about" and key not in _SECTIONS:
            what, section = (f"section [{key}]", key) if isinstance(value, dict) else (f"key {key}", "")
            hint = f"Known are about and the sections {', '.join(f'[{each}]' for each in _SECTIONS)}."
            raise file.wrong(f"{what} is unknown.", hint, key, section)
    about = _about(found["about"], file) if "about" in found else None
    terms = Terms(
        PurePath(file.name).name,
        _resolved(dict(_entries(found, "synonyms", file)), file),
        tuple(_direction(word, said, file) for word, said in _entries(found, "direction", file)),
        tuple(_unit(word, said, file) for word, said in _entries(found, "units", file)),
        about,
    )
    if about is None and not terms.words:
        raise file.wrong("says nothing.", 'Write a line like "word" = "other word" below [synonyms].')
    return terms


def _about(found: Any, file: TomlFile) -> Decimal:
    hint = "Write about = 5 above the first section: percent that a result may be off."
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise file.wrong("about is no number.", hint, "about")
    if not 0 <= found < _MOST:
        raise file.wrong(f"about is not from 0 to below {_MOST}.", hint, "about")
    return Decimal(str(found))


def _entries(found: dict[str, Any], section: str, file: TomlFile) -> Iterator[tuple[str, str]]:
    """The words of a section with what is said of each: all texts, none empty, none twice."""
    entries = found.get(section, {})
    if not isinstance(entries, dict):
        raise file.wrong(f"{section} is no section.", f"Write [{section}] on a line of its own.", section)
    seen: dict[str, str] = {}
    for word, said in entries.items():
        if word == "about" and not isinstance(said, str):
            raise file.wrong(f"about stands below [{section}].", "Move it above the first section.", word, section)
        if not isinstance(said, str):
            raise file.wrong(f"what is said of {word!r} is no text.", "Put it in quotation marks.", word, section)
        if not any(map(str.isalnum, word)) or not any(map(str.isalnum, said)):
            raise file.wrong(f"an entry of [{section}] holds no words.", "Fill it in, or leave it out.", word, section)
        key = folded(word).casefold().strip()
        if key in seen:
            what = f"{word!r} and {seen[key]!r} are the same word."
            raise file.wrong(what, "Keep one of the two.", word, section)
        seen[key] = word
        yield word.strip(), said.strip()


def _resolved(synonyms: dict[str, str], file: TomlFile) -> tuple[tuple[str, str], ...]:
    """Each word with the one that is meant in the end, where that one has a synonym itself."""
    known = {folded(word).casefold(): said for word, said in synonyms.items()}
    found = []
    for word, said in synonyms.items():
        passed = {folded(word).casefold()}
        while (key := folded(said).casefold()) in known:
            if key in passed:
                hint = "Let every word lead to the one that counts."
                raise file.wrong(f"{word!r} leads back to itself.", hint, word, "synonyms")
            passed.add(key)
            said = known[key]  # noqa: PLW2901
        found.append((word, said))
    return tuple(found)


def _direction(word: str, said: str, file: TomlFile) -> tuple[str, Way]:
    if said not in tuple(Way):
        hint = " or ".join(f'"{each}"' for each in Way).join(("Write ", "."))
        raise file.wrong(f"direction {said!r} is unknown.", hint, word, "direction")
    return word, Way(said)


def _unit(word: str, said: str, file: TomlFile) -> OwnUnit:
    found = _AMOUNT.fullmatch(said)
    factor = Decimal(found[1]) if found else Decimal(1)
    base = found[2].strip() if found else said
    if not factor or base[:1].isdigit() or not any(map(str.isalpha, base)):
        hint = 'Write how many of which known unit, like "2 km".'
        raise file.wrong(f"{said!r} is no amount of a unit.", hint, word, "units")
    if folded(base).casefold() == folded(word).casefold():
        raise file.wrong(f"{word!r} is explained by itself.", "Name another unit that is known.", word, "units")
    return OwnUnit(word, factor, base)
