"""What of a page belongs to its site and not to the document: menus, notices, buttons, related pages, by structure alone.

First the document's own part of the page is found: the smallest element that holds nearly all prose. Then each element around it is
judged by tag, role, name, share of links and controls, and those within it far more carefully: what is in doubt stays.
"""

import re
from bisect import bisect_left
from enum import IntEnum
from typing import NamedTuple

from repdiff.model.texts import Aside
from repdiff.sources.html_measures import CONTROLS, STRONG, Measures
from repdiff.sources.html_notes import target_of, targets_of
from repdiff.sources.html_tree import Page

_NEARLY_ALL = 0.9
"""Share of the prose of a page, outside what is furniture by its tag, that the document's own element holds."""
_MOST = 0.5
"""The same, of an element that the page calls its main part."""
_PROSE = 0.4
"""Share of the text outside links that is prose, from which a page is one of prose."""
_MUCH = 0.4
"""Share of that prose that no piece of furniture has."""
_LITTLE = 0.1
"""Share of it that a piece has at most that is known by its name alone."""
_NOTICE = 1600
"""Columns of the longest notice with buttons."""
_LINKS = 0.5
"""Share of links from which a piece outside the document's own part is a menu."""
_MENU, _MENU_LINKS = 0.6, 3
"""The same before and behind the document's text within that part, and how many links it has there at least."""
_LABEL = 100
"""Columns of the longest piece between the paragraphs of a document that is known by its name alone."""
_NEAR = 8
"""Elements around a heading among which the head of the site is looked for."""
_CARDS = 2
"""Headings that are links from which a piece is a list of other pages."""
_BY_ROLE = frozenset("navigation banner contentinfo search menu menubar toolbar dialog alertdialog tablist".split())
_SITE = frozenset(
    "nav navbar navigation menu menus submenu mainmenu breadcrumb breadcrumbs crumb crumbs cookie cookies consent gdpr share sharing"
    " sharedaddy addthis addtoany bdsharebuttonbox bdshare bshare social pagination pager pagenav prevnext related recommend recommended"
    " recommendations newsletter skip skiplink skiplinks toolbar advert advertisement advertisements ads promo popup copyright printfooter"
    " catlinks navbox editsection headerlink jumplink backtotop gotop toplink feedback"
    " noprint no-print hidden-print d-print-none print-none dqwz weizhi ewm qrcode fontsize".split()
)
"""Words of class names that sites give to their own parts."""
_AROUND = _SITE | frozenset(
    "footer foot bottom masthead topbar top header head sidebar side subscribe subscription comments comment respond disqus modal dialog"
    " overlay toast language languages lang login banner breaking trending popular tags logo branding widget widgets ad sitemap links"
    " location position friendlink copyrights crumbnav tools tool actions utility".split()
)
"""The same, of those around a document."""
_TABLES_OF_CONTENTS = frozenset("toc tableofcontents contentslist contents mw-toc doc-toc tocnav".split())
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SIGNS = frozenset({"editsection", "headerlink"})
"""Class names of signs that sites set into headings."""
_ADVERTISING = frozenset({"amp-ad", "amp-embed", "amp-sticky-ad", "amp-social-share"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADS = _HEADINGS | {"summary", "dt", "legend"}


class Region(IntEnum):
    """Where something stands: around the document's own part of the page, in it but before or behind its text, or in that text."""

    AROUND = 0
    EDGE = 1
    TEXT = 2


class Core(NamedTuple):
    """The document's own part of a page: its element, the nodes from the first to behind the last of its long paragraphs, and its prose."""

    node: int
    end: int
    first: int
    last: int
    prose: int

    def region(self, page: Page, node: int) -> Region:
        """Where a node stands. A page without prose is the document as a whole."""
        if not self.prose:
            return Region.TEXT
        if not self.node <= node < self.end:
            return Region.AROUND
        return Region.EDGE if page.ends[node] <= self.first or node >= self.last else Region.TEXT


class Furniture(NamedTuple):
    """The outermost nodes that are left out, with why, and where the document's own part is."""

    why: dict[int, Aside]
    core: Core


def furniture(page: Page, measures: Measures, known: dict[int, Aside]) -> Furniture:
    """What of a page is furniture besides what is known to be left out (whose nodes count as empty)."""
    core = _core(page, measures)
    judge = _Judge(page, measures, core, targets_of(page))
    why: dict[int, Aside] = {}
    at = 1
    while at < len(page.tags):
        if at in known:
            at = page.ends[at]
            continue
        found = judge.judged(at) if page.tags[at] else None
        if found is None:
            at += 1
        else:
            why[at] = found
            at = page.ends[at]
    return Furniture(why, core)


def _core(page: Page, measures: Measures) -> Core:
    """Find the smallest element that holds nearly all prose that is in no furniture by its tag or name; on a page of lists and figures,
    nearly all text outside links.
    """
    counted = _counted(page, measures, measures.own)
    total, plain = sum(counted), _counted(page, measures, measures.plain)
    if total < _PROSE * sum(plain):
        counted, total = plain, sum(plain)
    if not total:
        return Core(0, len(page.tags), 0, len(page.tags), 0)
    sums = _summed(page, counted)
    at = _main(page, sums)
    while inner := next((each for each in page.children(at) if sums[each] >= _NEARLY_ALL * total), 0):
        if not page.is_block(inner) or page.tags[inner] in ("p", "li", "dd"):
            break
        at = inner
    told = [node for node in page.within(at) if counted[node]]
    prose = [node for node in told if measures.own[node]]
    strong = [node for node in prose if measures.own[node] >= STRONG] or prose or told
    return Core(at, page.ends[at], strong[0], page.ends[strong[-1]], total)


def _main(page: Page, sums: list[int]) -> int:
    """The element that the page itself calls its main part, where there is one and it holds most of what is counted; else the page."""
    told = [n for n, tag in enumerate(page.tags) if tag and (tag == "main" or page.get(n, "role") == "main")]
    called = told[0] if told and all(n < page.ends[told[0]] for n in told) else 0
    return called if sums[called] >= _MOST * sums[0] else 0


def _counted(page: Page, measures: Measures, own: list[int]) -> list[int]:
    """What text stands right in each block, but for what is furniture by its tag or name and not much of the page."""
    plain = _summed(page, measures.plain)
    counted = [0] * len(page.tags)
    skip = 0
    for node, tag in enumerate(page.tags):
        if node < skip:
            continue
        if tag and plain[node] < _MUCH * plain[0] and _is_apart(page, node):
            skip = page.ends[node]
        else:
            counted[node] = own[node]
    return counted


def _is_apart(page: Page, node: int) -> bool:
    """Whether an element is furniture by its tag, role or name, as far as these tell."""
    outside = page.tags[node] in ("nav", "footer", "aside", "dialog") or page.get(node, "role") in _BY_ROLE
    return outside or not _names(page, node).isdisjoint(_SITE)


def _summed(page: Page, own: list[int]) -> list[int]:
    """What each node holds with all in it."""
    sums = own[:]
    for node in range(len(sums) - 1, 0, -1):
        sums[page.parents[node]] += sums[node]
    return sums


def _names(page: Page, node: int) -> set[str]:
    """The words of a node's class and id, in small letters."""
    own = page.attributes(node)
    if not own:
        return set()
    named = f"{own.get('class', '')} {own.get('id', '')}"
    return {word.lower() for word in (*_WORD.findall(named), *named.split())}


class _Judge:
    """Judges one element after another."""

    def __init__(self, page: Page, measures: Measures, core: Core, targets: frozenset[str]) -> None:
        self._page = page
        self._measures = measures
        self._core = core
        tags = page.tags
        self._links = [n for n, many in enumerate(measures.links) if many and tags[n] == "a"]
        self._inside = [n for n in self._links if target_of(page.attributes(n).get("href", "")) in targets]
        self._heads = [n for n, tag in enumerate(tags) if tag in _HEADINGS]
        self._linked = [n for n in self._heads if measures.density(n) >= _MENU or tags[page.parents[n]] == "a"]
        self._titled = any(tags[n] == "h1" for n in _between(self._heads, core.node, core.end))
        any_head = any(True for _ in _between(self._heads, core.node, core.end))
        wanted = ("h1",) if any_head else ("h1", "h2")
        self._titles = [n for n in self._heads if tags[n] in wanted and not self._is_site_title(n)]
        self._beside = {page.parents[n] for n, own in enumerate(measures.own) if own}

    def judged(self, node: int) -> Aside | None:
        """Why an element is left out as a whole; None where it is not, and its parts are to be judged."""
        page, measures, core = self._page, self._measures, self._core
        tag = page.tags[node]
        if tag in ("button", "select", "textarea", "input", "progress", "meter"):
            return None if any(page.tags[each] in _HEADS for each in self._near(node)) else Aside.NAVIGATION
        if tag == "svg" or tag in _ADVERTISING:
            return Aside.NAVIGATION
        holds_core = core.prose and node <= core.node < page.ends[node]
        if holds_core or measures.prose[node] > _MUCH * core.prose:
            return Aside.NAVIGATION if self._is_menu_by_tag(node) and not measures.prose[node] else None
        if self._is_contents(node):
            return Aside.CONTENTS
        if tag == "div" and page.get(node, "title") in ("header", "footer") and page.tags[page.parents[node]] == "body":
            return Aside.RUNNING_HEAD  # what word processors write of the head and foot of each page
        region = core.region(page, node)
        if not page.is_block(node):
            return Aside.NAVIGATION if page.attributes(node) and self._is_sign(node, region) else None
        rules = (self._around, self._edge, self._text)
        return Aside.NAVIGATION if rules[region](node) else None

    def _near(self, node: int) -> list[int]:
        return [each for each, _ in zip(self._page.above(node), range(3), strict=False)]

    def _is_menu_by_tag(self, node: int) -> bool:
        role = self._page.get(node, "role")
        return (self._page.tags[node] == "nav" and role in ("", "navigation")) or role in _BY_ROLE

    def _is_contents(self, node: int) -> bool:
        """Whether an element is a list of links to headings of this page: by its tag or name, nearly all links lead there."""
        page, measures = self._page, self._measures
        if measures.links[node] < _CARDS or measures.density(node) < _LINKS:
            return False
        called = _names(page, node) | {page.get(node, "role"), page.get(node, "id")}
        if page.tags[node] != "nav" and called.isdisjoint(_TABLES_OF_CONTENTS):
            return False
        return len(self._within(self._inside, node)) > len(self._within(self._links, node)) / 2

    def _within(self, nodes: list[int], node: int) -> range:
        """The places in a list of nodes of those that stand within a node."""
        return range(bisect_left(nodes, node), bisect_left(nodes, self._page.ends[node]))

    def _is_sign(self, node: int, region: Region) -> bool:
        """Whether an inline element is a site's: a link without words in a heading, an edit button, a link around the document's part."""
        page, measures = self._page, self._measures
        names = _names(page, node)
        if page.tags[node] == "a" and self._is_anchor(node, names):
            return True
        if names and not names.isdisjoint(_SITE) and measures.text[node] <= _LABEL:
            return region is not Region.TEXT or page.tags[node] == "sup" or not names.isdisjoint(_SIGNS)
        return False

    def _is_anchor(self, node: int, names: set[str]) -> bool:
        """Whether a link in a heading is the sign by which that can be linked to (`#`, `¶`); the sign of a section may be its number's."""
        page = self._page
        near = self._near(node)
        if "#" not in page.get(node, "href") or not any(page.tags[each] in _HEADS for each in near):
            return False
        text = page.text(node).strip()
        return bool(text) and not any(map(str.isalnum, text)) and ("§" not in text or "anchor" in names)

    def _around(self, node: int) -> bool:
        page, measures = self._page, self._measures
        if not measures.text[node]:
            return False
        tag, prose = page.tags[node], measures.prose[node]
        if tag in _HEADS:
            return self._is_site_title(node)
        if tag == "header" or "header" in _names(page, node):
            return not self._holds_title(node)
        if tag in ("footer", "aside") or self._is_menu_by_tag(node) or self._is_notice(node) or self._is_cards(node):
            return True
        if (
            not _names(page, node).isdisjoint(_AROUND)
            and prose <= _LITTLE * self._core.prose
            and not self._holds_title(node)
        ):
            return True
        return not prose and measures.density(node) >= _LINKS and not self._holds_title(node)

    def _edge(self, node: int) -> bool:
        page, measures = self._page, self._measures
        tag, prose = page.tags[node], measures.prose[node]
        if tag in _HEADS or not measures.text[node]:
            return False
        dense = (
            measures.density(node) >= _MENU
            and measures.links[node] >= _MENU_LINKS
            and not prose
            and not measures.headings[node]
        )
        if self._is_menu_by_tag(node):
            return measures.density(node) >= _MENU or measures.text[node] <= _LABEL
        if tag == "aside":
            return dense or not prose or self._is_notice(node) or measures.density(node) >= 1 - _MENU
        if (
            not self._class_words(node).isdisjoint(_SITE)
            and prose <= _LITTLE * self._core.prose
            and not measures.headings[node] - measures.links[node] > 0
        ):
            return True
        if self._is_notice(node) or (node >= self._core.last and self._is_cards(node)):
            return True
        before = page.ends[node] <= self._core.first
        return dense and (before or not self._core_has_paragraphs_beside(node)) and not self._holds_title(node)

    def _text(self, node: int) -> bool:
        page, measures = self._page, self._measures
        if not measures.text[node] or page.tags[node] in _HEADS:
            return False
        if self._is_menu_by_tag(node):
            return measures.density(node) >= _MENU
        dense = measures.density(node) >= _LINKS and measures.links[node] > 1 and not measures.prose[node]
        if page.tags[node] == "aside":
            return dense
        named = not self._class_words(node).isdisjoint(_SITE)
        small = not measures.prose[node] and measures.text[node] <= _LABEL
        return (
            bool(self._core.prose)
            and named
            and (dense or (small and bool(measures.links[node] or measures.controls[node])))
        )

    def _class_words(self, node: int) -> set[str]:
        """The words of its class alone: an id within a document names what the document says there."""
        own = self._page.attributes(node)
        named = own.get("class", "") if own else ""
        return {word.lower() for word in (*_WORD.findall(named), *named.split())}

    def _is_notice(self, node: int) -> bool:
        """Whether an element is a short text with controls: a notice to be closed, a form to be filled in."""
        measures = self._measures
        controls = measures.controls[node] and self._page.tags[node] not in CONTROLS | {"body", "html", "pre"}
        controls = controls or self._page.tags[node] == "form"
        return (
            bool(controls)
            and measures.text[node] <= _NOTICE
            and not self._holds_title(node)
            and measures.prose[node] <= _LITTLE * 2 * self._core.prose
        )

    def _is_cards(self, node: int) -> bool:
        """Whether an element is a list of other pages: headings that are links, with a few words below."""
        measures = self._measures
        if measures.headings[node] < _CARDS or measures.headings[node] > measures.links[node] + 1:
            return False
        linked = len(self._within(self._linked, node))
        return linked >= _CARDS and linked >= len(self._within(self._heads, node)) - 1

    def _holds_title(self, node: int) -> bool:
        """Whether an element around the document's part holds a heading that may be the document's."""
        return len(self._within(self._titles, node)) > 0

    def _is_site_title(self, node: int) -> bool:
        """Whether a heading around the document's part is a link, or stands in the head of the site above the document's own title."""
        page = self._page
        if self._measures.density(node) >= _LINKS:
            return True
        if page.tags[node] != "h1" or not self._titled:
            return False
        around = [page.tags[each] for each, _ in zip(page.above(node), range(_NEAR), strict=False)]
        return "header" in around and not {"main", "article"} & set(around)

    def _core_has_paragraphs_beside(self, node: int) -> bool:
        """Whether paragraphs of prose stand beside an element, in one parent."""
        return self._page.parents[node] in self._beside


def _between(nodes: list[int], start: int, end: int) -> list[int]:
    """The nodes of an ordered list from one to before another."""
    return nodes[bisect_left(nodes, start) : bisect_left(nodes, end)]
