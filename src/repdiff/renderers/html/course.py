"""The pages within the page of several versions: each is a document of its own, so that its ids, its script and its style are too."""

from typing import Any, NamedTuple

from markupsafe import Markup

from repdiff.renderers.html import PAGES, joined, policy, render, scripts_of
from repdiff.report.nouns import Report


class Framed(NamedTuple):
    """A page within the page: its anchor, its name, and its whole text as the value of an attribute in single quotes."""

    id: str
    name: str
    text: Markup


def values(report: Report) -> dict[str, object]:
    """The framed pages, and a policy that lets the styles and scripts of all of them count."""
    leaves: Any = report.page["leaves"]
    pages = [PAGES[job] for job in ("course", *dict.fromkeys(leaf.report.job for leaf in leaves))]
    scripts = [joined(scripts_of(page, within=page.drawing != "course")) for page in pages]
    return {
        "framed": tuple(Framed(leaf.id, leaf.name, _quoted(render(leaf.report, within=True))) for leaf in leaves),
        "policy": policy([joined(page.styles) for page in pages], scripts),
    }


def _quoted(text: str) -> Markup:
    """Only what must be is escaped: pages are full of signs. The end of `<noscript>`, in which it stands, must not be found in it."""
    quoted = text.replace("&", "&amp;").replace("'", "&#39;").replace("</noscript", "&lt;/noscript")
    return Markup(quoted)
