"""Words of human languages, and the scripts they are written in: frozen data that the algorithms ask for.

A language is one file of this folder, with a record called LANGUAGE; no other file names it.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repdiff.languages.record import Language
    from repdiff.languages.scripts import Script


def spoken(text: str) -> "tuple[Language, ...]":
    """The languages that a text may be in: those all of whose scripts it has words in."""
    from repdiff.languages.scripts import scripts_of

    return _written_in(scripts_of(text))


@cache
def _written_in(scripts: "frozenset[Script]") -> "tuple[Language, ...]":
    return tuple(language for language in all_languages() if language.scripts <= scripts)


@cache
def all_languages() -> "tuple[Language, ...]":
    """The languages that are known, by the names of their files."""
    from importlib import import_module
    from pkgutil import iter_modules

    from repdiff.languages.record import Language

    names = sorted(module.name for module in iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(found for module in modules if isinstance(found := getattr(module, "LANGUAGE", None), Language))
