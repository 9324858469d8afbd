"""Reports as HTML pages: each self-contained and readable without script; nothing of the documents is ever taken for markup."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from markupsafe import Markup

from repdiff.renderers.html.passage import laid, marked, plain_text, shown_text
from repdiff.report.nouns import Report
from repdiff.report.runs import clip, visible
from repdiff.report.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment

_HEAD = 90  # columns of the title above a sheet of paper
_COMMENTS = re.compile(r"/\*[^*]*\*/\n?|^ *//[^\n]*\n", re.MULTILINE)


class Page(NamedTuple):
    """A kind of page: its template, its styles and its scripts; and the module whose `values` draws what the template cannot."""

    template: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...] = ("base.js", "start.js")
    drawing: str = ""


PAGES: Final = {
    "comparison": Page(
        "compare.html.jinja",
        (
            "base.css",
            "tools.css",
            "compare.css",
            "head.css",
            "index.css",
            "paragraphs.css",
            "map.css",
            "review.css",
            "print.css",
            "brief.css",
        ),
        ("base.js", "compare.js", "index.js", "ledger.js", "signoff.js", "review.js", "copy.js", "start.js"),
    ),
    "promises": Page(
        "promises.html.jinja",
        ("base.css", "tools.css", "compare.css", "print.css", "years.css", "review.css"),
        ("base.js", "ledger.js", "signoff.js", "decide.js", "promises.js", "start.js"),
    ),
    "timeline": Page(
        "timeline.html.jinja",
        ("base.css", "tools.css", "years.css", "review.css"),
        ("base.js", "ledger.js", "signoff.js", "decide.js", "series.js", "start.js"),
        drawing="timeline",
    ),
    "course": Page("course.html.jinja", ("base.css", "course.css"), ("course.js",), drawing="course"),
    "places": Page("places.html.jinja", ("base.css", "tools.css", "years.css", "places.css")),
    "batch": Page("batch.html.jinja", ("base.css", "batch.css"), ("batch.js",)),
    "duplicates": Page("duplicates.html.jinja", ("base.css", "tools.css", "dupes.css")),
}
"""Job -> its page."""


def render(report: Report, *, within: bool = False) -> str:
    """The whole page as text, to be written as UTF-8; one that is to stand `within` another tells that where its reader is."""
    page = PAGES[report.job]
    parts = tuple(part for part in report.parts if part.heads or part.stretches)
    shared = {
        "names": report.names,
        "title": report.title,
        "sentence": report.sentence,
        "notes": report.notes,
        "parts": parts,
    }
    values = shared | dict(report.page)
    if page.drawing:
        values |= import_module(f"{__name__}.{page.drawing}").values(report)
    return rendered(page.template, page.styles, report.words, scripts=scripts_of(page, within=within), **values)


def scripts_of(page: Page, *, within: bool = False) -> tuple[str, ...]:
    """The scripts of a kind of page, and before them what one needs that stands within another."""
    return ("within.js", *page.scripts) if within else page.scripts


def rendered(
    template: str,
    styles: Iterable[str],
    words: Words,
    *,
    scripts: Iterable[str] = ("base.js", "start.js"),
    **values: object,
) -> str:
    """A page of a template, with its styles and scripts in it and a policy that allows no others but the `inner` ones: those of pages
    that stand within it.
    """
    style, script = joined(styles), joined(scripts)
    style += _running_head(values)
    inner: Any = values.get("inner", ((), ()))
    allowed = policy((style, *inner[0]), (script, *inner[1]))
    values = {"data": {"words": words.for_script("rows")}, "policy": allowed} | values
    found = environment().get_template(template)
    return found.render(w=words, lang=words.tag, style=style, script=script, **values)


def joined(names: Iterable[str]) -> Markup:
    """Styles or scripts as one text."""
    return Markup("\n".join(_bare(asset(name)) for name in names))


def _running_head(values: Mapping[str, object]) -> Markup:
    """A style that prints names and title above every sheet but the first. Each character is an escape: none of them ends a string."""
    names: Any = values.get("names", ())
    told = " – ".join(filter(None, names)), str(values.get("title", ""))
    text = "".join(f"\\{ord(char):06x}" for char in clip(visible(" · ".join(filter(None, told))), _HEAD))
    return Markup(f'\n@page{{@top-left{{content:"{text}";font-size:8pt}}}}@page:first{{@top-left{{content:none}}}}')


def _bare(text: str) -> str:
    """A style or script without its comments: the page is read by people, its source hardly ever."""
    return _COMMENTS.sub("", text)


@cache
def asset(name: str) -> str:
    """A file beside this module: style, script or template."""
    return (files(__package__) / name).read_text(encoding="utf-8").strip()


def policy(styles: tuple[str, ...], scripts: tuple[str, ...]) -> str:
    """A Content-Security-Policy under which only the page's own styles and scripts count, and nothing is ever fetched."""
    own, runs = (" ".join(f"'{_digest(text)}'" for text in texts) for texts in (styles, scripts))
    return f"default-src 'none'; style-src {own}; script-src {runs}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def environment() -> "Environment":
    """The templates, escaping everything that is not marked as markup."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.filters["laid"] = laid
    environment.filters["marked"] = marked
    environment.filters["shown"] = shown_text
    environment.filters["shown_plain"] = plain_text
    return environment
