"""A file of defaults: `repdiff.toml`, or the table `[tool.repdiff]` of a `pyproject.toml`. Finding and reading it; what it says is data."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from repdiff.files.paths import read_bytes
from repdiff.model.errors import RepdiffError
from repdiff.sources.toml_file import TomlFile, read_toml

OWN = "repdiff.toml"
_PROJECT = "pyproject.toml"
_TABLE = re.compile(rb"^\s*(?:\[\s*tool\s*\.\s*[\"']?repdiff\b|\[\s*tool\s*\]|tool\.repdiff\b)", re.MULTILINE)
_ENTRY = re.compile(r"(\S(?:.*?\S)?)(?: +[0-9]+)?(?: +[a-z]+)?")  # as jieba reads it


class Settings(NamedTuple):
    """A file of defaults: where it is, its lines, and what it says."""

    path: Path
    file: TomlFile
    values: Mapping[str, Any]

    def beside(self, path: str) -> str:
        """A path in the file, which is relative to the file."""
        return str(self.path.parent / path)


def find_settings(start: Path) -> Path | None:
    """The file of defaults of a folder: the nearest from there upwards, not beyond the root of a repository; None where there is none."""
    for folder in (start, *start.parents):
        own, project = folder / OWN, folder / _PROJECT
        if os.path.isfile(own):  # noqa: PTH113 - a folder that may not be read has none, and is no error
            return own
        if os.path.isfile(project) and _holds_table(project):  # noqa: PTH113
            return project
        if os.path.exists(folder / ".git"):  # noqa: PTH110
            return None
    return None


def _holds_table(project: Path) -> bool:
    try:
        content = project.read_bytes()
    except OSError:
        return False
    return _TABLE.search(content) is not None and b"repdiff" in content


def read_settings(path: Path) -> Settings:
    """Read a file of defaults. Raises RepdiffError naming file and line where it is no TOML, or a pyproject.toml without the table."""
    hint = 'Write lines like min-score = 0.8, words in quotation marks, or "Twitter" = "X" below [glossary].'
    file, found = read_toml(path, "settings", hint)
    if path.name != _PROJECT:
        return Settings(path, file, found)
    tool = found.get("tool", {})
    table = tool.get("repdiff", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise file.wrong("tool.repdiff is no table.", "Write [tool.repdiff] on a line of its own.")
    return Settings(path, file._replace(root="tool.repdiff"), table)


def read_dictionary(path: str) -> tuple[str, ...]:
    """The words of a dictionary as jieba reads one: a word per line, and behind it how often it is met and its kind, if at all.

    Raises RepdiffError for what is no such file.
    """
    try:
        lines = read_bytes(path).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise RepdiffError(f"{path}:1: not in UTF-8, so no dictionary.", "Save the file as UTF-8.") from None
    found = [match[1] for line in lines if (match := _ENTRY.fullmatch(line.strip()))]
    for number, line in enumerate(lines, 1):
        if line.strip() and not any(map(str.isalnum, line)):
            raise RepdiffError(f"{path}:{number}: no word.", "Write one word per line.")
    return tuple(dict.fromkeys(found))
