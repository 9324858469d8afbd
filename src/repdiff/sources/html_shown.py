"""What a page shows at all: elements that browsers do not show, that the page hides, and that are for programs which read aloud."""

import re
from typing import Final

from repdiff.sources.html_tree import Page

UNSEEN: Final = frozenset(
    {"script", "style", "head", "title", "param", "source", "track", "area", "meta", "link", "base", "rp"}
)
"""Elements whose text is none of the page at all."""
_NOT_SHOWN = frozenset(
    "noscript template iframe noembed noframes datalist object audio video canvas annotation annotation-xml desc metadata".split()
)
"""Elements whose text stands in for something else that browsers show."""
_STRUCK = frozenset({"del", "s", "strike"})
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|(?:^|;)\s*font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)"
    r"|text-decoration(?:-line)?\s*:[^;]*line-through|(?:^|;)\s*opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)"
)
_ALOUD = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only u-visually-hidden govuk-visually-hidden"
    " ecl-u-sr-only assistive-text a11y-hidden katex-mathml mjx_assistive_mathml show-for-sr wb-inv offscreen".split()
)
"""Class names under which style sheets hide what programs that read aloud are to say."""
_RULES = re.compile(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
_AT_RULE = re.compile(r"@[^@{};]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ONE_CLASS = re.compile(r"\s*([a-z][a-z0-9]*)?\.([\w-]+)\s*", re.IGNORECASE)
_NAMED = re.compile(r"\.([\w-]+)")
_HIDDEN_BY = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)"
    r"|text-decoration(?:-line)?\s*:[^;]*line-through"
)
_SHOWN_BY = re.compile(r"(?:^|;)\s*(?:display\s*:|visibility\s*:|text-decoration)")
_HIDDEN_AT_ALL = re.compile(r"none|hidden|collapse|mso-hide|line-through", re.IGNORECASE)
_SHEETS = 2_000_000
"""Code points of style sheets within a page that are looked through."""


def hidden(page: Page) -> frozenset[int]:
    """The outermost nodes that the page does not show and that may hold text, in no order."""
    classes = _hidden_classes(page)
    found: set[int] = set()
    at = 1
    while at < len(page.tags):
        tag = page.tags[at]
        if tag and tag not in UNSEEN and tag not in ("html", "body") and _is_hidden(page, at, classes):
            found.add(at)
            at = page.ends[at]
        elif tag in UNSEEN:
            at = page.ends[at]
        else:
            at += 1
    return frozenset(found)


def _is_hidden(page: Page, node: int, classes: frozenset[str]) -> bool:
    tag, own = page.tags[node], page.attributes(node)
    if tag == "template" and "shadowrootmode" in own:
        return False
    if tag in _NOT_SHOWN or tag in _STRUCK or (tag == "dialog" and "open" not in own):
        return True
    if tag in ("title", "desc") or not own:
        return False
    if "hidden" in own and page.get(node, "hidden") != "until-found":
        return True
    if "style" in own and _HIDING.search(own["style"].lower()):
        return True
    if classes and "class" in own:
        named = own["class"].split()
        if not classes.isdisjoint(named) or any(f"{tag}.{name}" in classes for name in named):
            return True
    names = own.get("class", "").lower().split()
    if not _ALOUD.isdisjoint(names):
        return True
    return page.get(node, "aria-hidden") == "true" and not any(map(str.isalnum, _short_text(page, node)))


def _short_text(page: Page, node: int) -> str:
    """The text of a node, of its first few hundred nodes alone: enough to tell a sign from words."""
    last = min(page.ends[node], node + 300)
    return "".join(page.texts[each] for each in range(node, last) if each in page.texts)


def _hidden_classes(page: Page) -> frozenset[str]:
    """Classes that the page's own style sheets hide, always and with nothing that shows them again; `p.name` hides paragraphs alone."""
    sheets = [page.texts[n + 1] for n, tag in enumerate(page.tags) if tag == "style" and n + 1 in page.texts]
    css = _COMMENT.sub(" ", " ".join(sheets)[:_SHEETS])
    if not _HIDDEN_AT_ALL.search(css):
        return frozenset()
    hiding: dict[str, str] = {}
    showing: set[str] = set()
    for selectors, written in _RULES.findall(_AT_RULE.sub(" ", css)):
        rules = written.lower()
        hides = bool(_HIDDEN_BY.search(rules))
        if not hides and not _SHOWN_BY.search(rules):
            continue
        for selector in selectors.split(","):
            alone = _ONE_CLASS.fullmatch(selector) if hides else None
            if alone:
                hiding[f"{alone[1].lower()}.{alone[2]}" if alone[1] else alone[2]] = alone[2]
            elif not hides:
                showing.update(_NAMED.findall(selector))
    return frozenset(name for name, own in hiding.items() if own not in showing)
