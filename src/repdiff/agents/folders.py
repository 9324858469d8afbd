"""The folders that an agent may read: what leads out of them, by `..`, by a link or outright, is refused."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from repdiff.files.paths import shown
from repdiff.model.errors import RepdiffError
from repdiff.sources import file_and_part

_NAMED = 12
"""Files that an error names: enough to see how they are called."""


class Found(NamedTuple):
    """A file that may be read: its path, the part of it behind a `#`, what it is called in answers, from its folder on, and that folder
    as it stands before a name.
    """

    path: Path
    part: str
    name: str
    folder: str

    @property
    def given(self) -> str:
        """What `read` is given."""
        return f"{self.path}#{self.part}" if self.part else str(self.path)


class Folders:
    """Folders that were named on the command line."""

    def __init__(self, folders: Sequence[str]) -> None:
        """Raises RepdiffError where one is none."""
        for each in folders:
            if not Path(each).is_dir():
                raise RepdiffError(f"{shown(each)}: no such folder.", "Name folders whose files may be read.")
        self._roots = tuple(Path(os.path.realpath(each)) for each in folders)

    def find(self, given: str) -> Found:
        """The file of that path, absolute or from one of the folders on. Raises RepdiffError where it is not in any of them.

        Whether a file that lies elsewhere exists is not told.
        """
        for root in self._roots:
            found = self._within(root, given)
            if found is not None:
                return found
        raise RepdiffError(f"{shown(given)[:200]}: no such file in the folders that may be read.", self._hint())

    def _within(self, root: Path, given: str) -> Found | None:
        try:
            file, part = file_and_part(str(root / given))
            path = Path(os.path.realpath(file))
            if not path.is_relative_to(root) or not path.is_file():
                return None
        except (OSError, ValueError):  # a name that is too long, or holds a NUL
            return None
        name = path.relative_to(root).as_posix()
        return Found(path, part, f"{name}#{part}" if part else name, str(root / "-")[:-1])

    def _hint(self) -> str:
        files = sorted(
            path.relative_to(root).as_posix()
            for root in self._roots
            for path in root.iterdir()
            if path.is_file() and not path.name.startswith(".")
        )
        if not files:
            return "There are only folders in them: name a file from there on."
        more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
        return f"There are {', '.join(map(shown, files[:_NAMED]))}{more}."
