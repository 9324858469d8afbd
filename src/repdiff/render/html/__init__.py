"""A comparison as one HTML page: self-contained, readable without script, nothing of the documents ever taken for markup."""

from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from repdiff.model import Comparison, Source
from repdiff.options import View
from repdiff.render import numbers, summary
from repdiff.render.html.page import Body, Part, shown_text
from repdiff.render.html.top import bar, most_changed

if TYPE_CHECKING:
    from jinja2 import Environment

_FILTERS = ("dropped", "reworded", "moved", "split", "added", "identical", "unsure")


def render(comparison: Comparison, view: View) -> str:
    """The whole page as text, to be written as UTF-8.

    `view.only`, `view.roles` and `view.context` choose the rows; the counts above them stay those of the whole comparison.
    """
    names = summary.side_names(comparison)
    body = Body(comparison, view, names)
    parts = tuple(body.parts())
    style = "\n".join(asset(name) for name in ("base.css", "compare.css"))
    script = asset("compare.js")
    return (
        environment()
        .get_template("compare.html.jinja")
        .render(
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script),
            names=names,
            sides=_sides(comparison, names, body),
            sentence=summary.sentence(comparison),
            bar=bar(comparison),
            most_changed=most_changed(comparison, body.anchors),
            parts=parts,
            counts=_counts(parts),
            filters=_FILTERS,
            notes=comparison.notes,
            numbers=numbers.rows(comparison),
            numbers_sentence=numbers.sentence(comparison),
            view=view,
            languages=body.languages,
        )
    )


def _sides(comparison: Comparison, names: tuple[str, str], body: Body) -> list[dict[str, object]]:
    documents = (comparison.old, comparison.new)
    return [
        {
            "name": name,
            "title": summary.title(document),
            "lang": language,
            "file": document.source.name,
            "decoded": _decoded(document.source),
            "digest": document.source.sha256[:12],
        }
        for name, document, language in zip(names, documents, body.languages, strict=True)
    ]


def _decoded(source: Source) -> str:
    return f"{source.encoding}, assumed from its bytes" if source.assumed else source.encoding


def _counts(parts: tuple[Part, ...]) -> Counter[str]:
    """How many rows each filter of the page shows."""
    rows = (row for part in parts for run in part.runs for row in run.rows)
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(_filters_of(row.classes))
    return counts


def _filters_of(classes: str) -> set[str]:
    found = set(classes.split())
    if found & {"merged", "regrouped"}:
        found.add("split")
    return found


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
    environment.filters["shown"] = shown_text
    return environment
