"""Reports as HTML pages: each self-contained and readable without script; nothing of the documents is ever taken for markup."""

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from markupsafe import Markup

from repdiff.renderers.html.passage import marked, plain_text, shown_text
from repdiff.report.nouns import Report
from repdiff.report.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment

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
        ("base.css", "tools.css", "compare.css", "map.css", "review.css"),
        ("base.js", "compare.js", "review.js", "copy.js", "start.js"),
    ),
    "promises": Page(
        "promises.html.jinja",
        ("base.css", "tools.css", "compare.css", "years.css"),
        ("base.js", "decide.js", "start.js"),
    ),
    "timeline": Page("timeline.html.jinja", ("base.css", "tools.css", "years.css"), drawing="timeline"),
    "places": Page("places.html.jinja", ("base.css", "tools.css", "years.css", "places.css")),
    "batch": Page("index.html.jinja", ("base.css", "index.css"), ("index.js",)),
    "duplicates": Page("duplicates.html.jinja", ("base.css", "tools.css", "dupes.css")),
}
"""Job -> its page."""


def render(report: Report) -> str:
    """The whole page as text, to be written as UTF-8."""
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
    return rendered(page.template, page.styles, report.words, scripts=page.scripts, **values)


def rendered(
    template: str,
    styles: Iterable[str],
    words: Words,
    *,
    scripts: Iterable[str] = ("base.js", "start.js"),
    **values: object,
) -> str:
    """A page of a template, with its styles and scripts in it and a policy that allows no others."""
    style, script = (Markup("\n".join(_bare(asset(name)) for name in each)) for each in (styles, scripts))
    values = {"data": {"words": words.for_script("rows")}} | values
    found = environment().get_template(template)
    return found.render(w=words, lang=words.tag, style=style, script=script, policy=policy(style, script), **values)


def _bare(text: str) -> str:
    """A style or script without its comments: the page is read by people, its source hardly ever."""
    return _COMMENTS.sub("", text)


@cache
def asset(name: str) -> str:
    """A file beside this module: style, script or template."""
    return (files(__package__) / name).read_text(encoding="utf-8").strip()


def policy(style: str, script: str) -> str:
    """A Content-Security-Policy under which only the page's own style and script count, and nothing is ever fetched."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


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
    environment.filters["marked"] = marked
    environment.filters["shown"] = shown_text
    environment.filters["shown_plain"] = plain_text
    return environment
