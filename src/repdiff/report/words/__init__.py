"""Every word that a report says by itself: a catalogue per language, one file each, with the same keys and the same placeholders.

A text has a stable key (`comparison.summary`); one that takes a number has two forms, for one and for several. What a stage says about
what it found is a `Said`: its English template is the key under which the other languages keep it, as gettext keeps its messages.
Not gettext nor Babel: their catalogues are keyed by wordings, so that an English text mended is a translation lost, they need compiled
files in the wheel, and importing gettext alone takes 8 ms, as long as all of our own start; plurals of three forms would change that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Final, NamedTuple

from repdiff.model.document import Document
from repdiff.model.said import Said
from repdiff.model.view import LANGUAGES, View

_Text = str | tuple[str, str]
_SCOPES: Final = ("page", "comparison", "kinds", "roles", "sides", "text")
_BEGINNING = 4_000  # characters at its beginning that show which language of an alphabet it is in


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language. `lang` is the name of its catalogue, `tag` its BCP 47 tag.

    A key without a dot is looked up in `scopes`, the first that has it (`skip`: `page.dupes.skip`, else `page.skip`).
    """

    lang: str
    tag: str
    texts: Mapping[str, _Text]
    said: Mapping[str, str]
    singular: tuple[int, ...]
    scopes: tuple[str, ...] = _SCOPES

    def __getitem__(self, key: str) -> str:
        """The text of a key. Raises KeyError for an unknown one."""
        found = self.texts.get(key)
        for scope in self.scopes:
            if found is not None:
                break
            found = self.texts.get(f"{scope}.{key}")
        if not isinstance(found, str):
            raise KeyError(key)
        return found

    def within(self, *scopes: str) -> "Words":
        """The same words, where a key without a dot is looked up in these scopes first."""
        return replace(self, scopes=(*scopes, *_SCOPES))

    def count(self, key: str, number: int, shown: str = "") -> str:
        """`1 heading`, `2 headings`: the text of a key in the form that the number takes, the number as it is to be `shown`."""
        forms = self.texts[key]
        if isinstance(forms, str):
            raise KeyError(key)
        return forms[number not in self.singular].format(count=shown or number)

    def number(self, number: int) -> str:
        """A whole number with its thousands apart."""
        return f"{number:,}".replace(",", self["text.thousands"])

    def percent(self, share: float, digits: int = 0) -> str:
        """A share, 0..1, in percent."""
        return f"{100 * share:.{digits}f}".replace(".", self["text.point"]) + self["text.percent"]

    def say(self, text: str) -> str:
        """What a stage said, in this language; a text that was not said by a stage stays as it is."""
        if not isinstance(text, Said):
            return text
        values = {name: self.say(value) if isinstance(value, str) else value for name, value in text.values.items()}
        return self.said.get(text.template, text.template).format(**values)

    def for_script(self, *names: str) -> dict[str, str]:
        """What the script of a page says: the texts of these names, or all of them."""
        found = names or [key.removeprefix("script.") for key in self.texts if key.startswith("script.")]
        return {name: self[f"script.{name}"] for name in found}


class _Hard(NamedTuple):
    """Where blanks stand that no line may be broken at."""

    places: tuple[str, ...]

    def text(self, text: str) -> str:
        for place in self.places:
            text = text.replace(place, place.replace(" ", "\u00a0"))
        return text

    def forms(self, one: str, more: str) -> tuple[str, str]:
        return self.text(one), self.text(more)


@cache
def words_in(lang: str) -> Words:
    """The words of one of the LANGUAGES."""
    catalogue = import_module(f"{__name__}.{lang}")
    hard = catalogue.HARD
    texts: Mapping[str, _Text] = catalogue.TEXTS
    said: Mapping[str, str] = catalogue.SAID
    if catalogue.HARD:
        hard = _Hard(catalogue.HARD)
        texts = {key: hard.text(text) if isinstance(text, str) else hard.forms(*text) for key, text in texts.items()}
        said = {key: hard.text(text) for key, text in said.items()}
    return Words(catalogue.LANG, catalogue.TAG, texts, said, catalogue.SINGULAR)


ENGLISH: Final = words_in("en")
"""What is said to programs is said in English."""


def words_for(view: View, *documents: Document) -> Words:
    """The words of the view's language; where it names none, those of the language that all documents are in."""
    return words_for_texts(view, (document.source.text for document in documents))


def words_for_texts(view: View, texts: Iterable[str]) -> Words:
    """The same for texts that are no documents."""
    return words_in(view.lang or language_of(*texts))


def language_of(*texts: str) -> str:
    """The language that all texts are in, as far as reports speak it; else English."""
    found = {_language(text) for text in texts}
    return found.pop() if len(found) == 1 else LANGUAGES[0]


def _language(text: str) -> str:
    from repdiff.languages.guess import Languages, is_chinese

    if is_chinese(text):
        return "zh"
    found = Languages(text[:_BEGINNING]).main
    return found if found in LANGUAGES else LANGUAGES[0]
