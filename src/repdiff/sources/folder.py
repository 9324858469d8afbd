"""The folder of a file, left out of what is said of it: what is sent around tells nobody's folders."""

from dataclasses import replace
from pathlib import Path

from repdiff.files.paths import shown
from repdiff.model.said import Said
from repdiff.model.texts import Source


def folder_of(path: str) -> str:
    """The folder as it stands before the name of a file in it, in names and messages; empty where the path is a name alone."""
    return shown(str(Path(path).parent / "-")[:-1])


def without_folder(source: Source, folder: str) -> Source:
    """The source without the folder in its name and its notes. `folder` ends as it does before a name (see `folder_of`)."""
    notes = tuple(_without(note, folder) for note in source.notes)
    return replace(source, name=source.name.removeprefix(folder), notes=notes)


def _without(note: Said, folder: str) -> Said:
    if not folder:
        return note
    values = {key: value.replace(folder, "") if type(value) is str else value for key, value in note.values.items()}
    return type(note)(note.template, **values)
