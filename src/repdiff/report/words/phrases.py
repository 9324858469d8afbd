"""The words of one language by the names that the reports of a comparison know."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Kind, Shape
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report import words as catalogue
from repdiff.report.words import Words

_OWN = (
    ("old", "sides.old"),
    ("new", "sides.new"),
    ("side", "sides.year"),
    ("comma", "text.comma"),
    ("aside", "text.aside"),
    ("name", "text.name"),
    ("note", "text.note"),
    ("marks", "marks.all"),
    ("mark_delete", "marks.delete"),
    ("mark_insert", "marks.insert"),
    ("mark_move", "marks.move"),
    ("moved", "kinds.moved"),
    ("outline_head", "outline.head"),
)


class Phrases(NamedTuple):
    """The words of one language. Names in braces are the placeholders of a phrase; all languages have the same ones."""

    lang: str
    old: str
    new: str
    side: str
    summary: str
    no_commitments: str
    no_difference: str
    nothing_shown: str
    of_these: str
    of_these_moved: str
    of_these_unsure: str
    most_changed: str
    change: str
    comma: str
    aside: str
    name: str
    note: str
    marks: str
    signs: tuple[str, ...]
    mark_delete: str
    mark_insert: str
    mark_move: str
    commitments: str
    others: str
    columns: tuple[str, ...]
    kinds: Mapping[Kind, str]
    shapes: Mapping[Shape, str]
    roles: Mapping[Role, str]
    moved_from: str
    moved: str
    opening: str
    section_was: str
    section_new: str
    section_dropped: str
    section_moved: str
    unchanged: str
    reason: str
    decided_wrong: str
    outline_head: str


@cache
def phrases_in(lang: str) -> Phrases:
    """The phrases of a language."""
    words = catalogue.words_in(lang)
    known = dict(_OWN)
    found = {
        name: words[known.get(name, f"comparison.{name}")]
        for name in Phrases._fields
        if name not in ("lang", "signs", "columns", "kinds", "shapes", "roles")
    }
    columns = ("identical", "reworded", "moved", "split", "merged", "dropped", "added")
    return Phrases(
        lang=lang,
        signs=tuple(words[f"marks.{name}"] for name in ("reworded", "added", "dropped", "moved")),
        columns=tuple(words[f"kinds.{name}"] for name in columns),
        kinds={kind: words[f"kinds.{kind}"] for kind in Kind},
        shapes={shape: "" if shape is Shape.ONE else words[f"shapes.{shape}"] for shape in Shape},
        roles={role: words[f"roles.{role}"] for role in Role},
        **found,
    )


ENGLISH: Final = phrases_in("en")
LANGUAGES: Final = {lang: phrases_in(lang) for lang in catalogue.LANGUAGES}


def phrases_for(view: View, *documents: Document) -> Phrases:
    """The words of the view's language; where it names none, those of the language that the documents are in."""
    return phrases_in(catalogue.words_for(view, *documents).lang)


def phrases_for_texts(view: View, texts: Iterable[str]) -> Phrases:
    """The same for texts that are no documents: most of their letters decide."""
    return phrases_in(catalogue.words_for_texts(view, texts).lang)


def counted(words: Phrases, count: int, noun: str) -> str:
    """`1 heading`, `2 headings`: the number with its noun."""
    return catalogue.words_in(words.lang).count(f"nouns.{noun}", count)


def say(text: str, words: Phrases | Words) -> str:
    """What a stage said, in the language of the report; a text that was not said by a stage stays as it is."""
    return catalogue.words_in(words.lang).say(text)
