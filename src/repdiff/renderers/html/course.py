"""The pages within the page of several versions: each is a document of its own, so that its ids, its script and its style are too."""

import re
from typing import Any, NamedTuple

from markupsafe import Markup

from repdiff.renderers.html import render
from repdiff.report.nouns import Report


class Framed(NamedTuple):
    """A page within the page: its anchor, its name, and its whole text as the value of an attribute in single quotes."""

    id: str
    name: str
    text: Markup


def values(report: Report) -> dict[str, object]:
    """The framed pages, and their styles and scripts, which the policy of the whole must let count."""
    leaves: Any = report.page["leaves"]
    texts = [render(leaf.report, within=True) for leaf in leaves]
    styles, scripts = (dict.fromkeys(each) for each in zip(*map(_inside, texts), strict=True))
    return {
        "framed": tuple(Framed(leaf.id, leaf.name, _quoted(text)) for leaf, text in zip(leaves, texts, strict=True)),
        "inner": (tuple(styles), tuple(scripts)),
    }


def _inside(text: str) -> tuple[str, str]:
    """The style and the script of a page."""
    found = [re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL) for tag in ("style", "script")]
    style, script = (each[1] if each else "" for each in found)
    return style, script


def _quoted(text: str) -> Markup:
    """Only what must be is escaped: pages are full of signs. The end of `<noscript>`, in which it stands, must not be found in it."""
    quoted = text.replace("&", "&amp;").replace("'", "&#39;").replace("</noscript", "&lt;/noscript")
    return Markup(quoted)
