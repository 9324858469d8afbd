"""How much text each part of a page holds, how much of it is links, and how much of it is sentences."""

import re
from functools import cache
from typing import Final, NamedTuple

from repdiff.languages.marks import WIDE_ENDS
from repdiff.languages.scripts import FIRST_EAST_ASIAN
from repdiff.sources.html_shown import UNSEEN
from repdiff.sources.html_tree import Page

_ENDS = re.compile(rf"[{WIDE_ENDS}]|[.!?…](?:\s|$)")
_SENTENCE = 36
"""Columns from which a block that ends a sentence counts as prose."""
_PARAGRAPH = 200
"""Columns from which a block without such an end does."""
STRONG: Final = 100
"""Columns of a block of prose that no notice or teaser is likely to have."""
_LONGEST_LINK = 400
"""Columns of the longest link: within a longer one stands the text of a page, whose link nobody closed."""
_MOST_IN_LINK = 500
"""Nodes in such a link."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CONTROLS: Final = frozenset({"button", "input", "select", "textarea", "form"})


class Measures(NamedTuple):
    """Of each node, with all in it: columns of text, those in links, those of prose outside links; links, controls and headings.

    `blocks` is the nearest block around each node, `own` the columns of prose that stand right in a block, `plain` those of any text
    outside links.
    """

    text: list[int]
    linked: list[int]
    prose: list[int]
    links: list[int]
    controls: list[int]
    headings: list[int]
    blocks: list[int]
    own: list[int]
    plain: list[int]

    def density(self, node: int) -> float:
        """Share of a node's text that is links."""
        return self.linked[node] / self.text[node] if self.text[node] else 0.0


def measured(page: Page, without: frozenset[int]) -> Measures:
    """The measures of a page; the nodes of `without` count as empty."""
    count = len(page.tags)
    measures = Measures(*([0] * count for _ in range(9)))
    ends = _blocks(page, measures, without)
    for block, sentence in ends.items():
        own = measures.own[block]
        if own >= _PARAGRAPH or (sentence and own >= _SENTENCE):
            measures.prose[block] += own
        else:
            measures.own[block] = 0
    sums = (measures.text, measures.linked, measures.prose, measures.links, measures.controls, measures.headings)
    parents = page.parents
    for each in sums:
        for node in range(count - 1, 0, -1):
            if each[node]:
                each[parents[node]] += each[node]
    return measures


def _blocks(page: Page, measures: Measures, without: frozenset[int]) -> dict[int, bool]:
    """Fill in what single nodes hold; whether each block with text ends a sentence."""
    ends: dict[int, bool] = {}
    link_end, node, count = 0, 0, len(page.tags)
    tags, parents, texts, blocks = page.tags, page.parents, page.texts, measures.blocks
    while node < count:
        tag = tags[node]
        parent = parents[node]
        if not tag:
            blocks[node] = blocks[parent]
            if node in texts and not texts[node].isspace() and node not in without:
                _add_text(measures, node, texts[node], ends, linked=node < link_end)
            node += 1
            continue
        blocks[node] = node if not node or page.is_block(node) else blocks[parent]
        if tag in UNSEEN or node in without:
            node = _skipped(page, measures, node)
            continue
        if (
            tag == "a"
            and page.is_link(node)
            and not (page.get(node, "href")[:1] == "#" and page.tags[parent] in _HEADINGS)
        ):
            if _columns_within(page, node) <= _LONGEST_LINK:
                link_end = max(link_end, page.ends[node])
                measures.links[node] = 1
        elif tag in CONTROLS or page.get(node, "role") == "button":
            measures.controls[node] = 1
        elif tag in _HEADINGS:
            measures.headings[node] = 1
        node += 1
    return ends


def _add_text(measures: Measures, node: int, written: str, ends: dict[int, bool], *, linked: bool) -> None:
    """What a text adds to its block."""
    wide = columns(written)
    block = measures.blocks[node]
    measures.text[node] = wide
    if linked:
        measures.linked[node] = wide
    else:
        measures.own[block] += wide
        measures.plain[block] += wide
        ends[block] = ends.get(block, False) or bool(_ENDS.search(written))


def _skipped(page: Page, measures: Measures, node: int) -> int:
    for each in range(node + 1, page.ends[node]):
        measures.blocks[each] = measures.blocks[node]
    return page.ends[node]


def _columns_within(page: Page, node: int) -> int:
    """Columns of a node's text, counted no further than the longest link."""
    total = 0
    if page.ends[node] - node > _MOST_IN_LINK:
        return _LONGEST_LINK + 1
    for each in page.within(node):
        if each in page.texts:
            total += columns(page.texts[each])
            if total > _LONGEST_LINK:
                break
    return total


def columns(text: str) -> int:
    """Columns of a text without its white space."""
    text = "".join(text.split())
    return len(text) if text.isascii() else len(text) + len(_wide().findall(text))


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(rf"[{FIRST_EAST_ASIAN}-\U0010ffff]")
