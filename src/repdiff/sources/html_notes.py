"""Footnotes of a page: the marks in its sentences, and what they lead to, wherever that stands."""

import re
from collections.abc import Iterator
from typing import Final

from repdiff.sources.html_measures import Measures, columns
from repdiff.sources.html_tree import Page

_SIGN = r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5}|[*†‡§¶#]{1,3}|[①-⑳]|[^\W\d_]{1,4}[\s\xa0]?\d{1,3})"
_NAMED_SIGN = rf"(?:{_SIGN}|[^\W\d_]{{5,12}}[\s\xa0]\d{{1,3}})"
"""The same in brackets, where a word may say what it is: `[footnote 1]`."""
_MARK = re.compile(rf"\s*(?:[\[(（【〔]\s*{_NAMED_SIGN}\s*[\])）】〕]|{_SIGN}[.)]?)\s*")
_BETWEEN = r"[\s\[\]()（）【】〔〕,;，、–-]"
_MARKS = re.compile(rf"{_BETWEEN}*(?:{_SIGN}(?:{_BETWEEN}+{_SIGN})*|(?<=[\[(（【〔]){_NAMED_SIGN}){_BETWEEN}*")
_BARE = re.compile(r"\s*(?:\d{1,2}|[*†‡]{1,3})\s*")
_BRACKETED = re.compile(r"\s*[\[【〔]\s*(?:\d{1,3}|[a-z*†‡])\s*[\]】〕]\s*")
_SIGNS = re.compile(r"[^\w*†‡§¶#]+")
_BEHIND_WORD = re.compile(r"(?:[^\W\d_a-zA-Z]|[a-zA-Z]){4}\Z")
_BEHIND_MARK = re.compile(r"[.,;:!?。，；：！？、)）”’»」』\"']\Z")
_OF_MARKS = frozenset(
    "noteref footnote-ref footnoteref footnote_ref footnote-reference msofootnotereference fnref reference".split()
)
_OF_NOTES = frozenset(
    "footnote footnotes endnote endnotes fn fns footnotelist footnote-list footnotes-list doc-footnote doc-endnote doc-endnotes rearnote"
    " rearnotes wp-block-footnotes govspeak-footnotes msofootnotetext msoendnotetext mso-element:footnote mso-element:endnote".split()
)
_OF_LISTS = frozenset({"references", "reflist", "mw-references", "easy-footnotes-wrapper", "footnotes_container"})
_BODIES: Final = frozenset({"li", "dd", "tr", "p", "div", "aside", "section", "blockquote"})
_NAMED_BODY = re.compile(r"(?:^|[-_])(?:ft?n|footnote|endnote|note|edn)[-_:]?\d")
_LONGEST = 3000
"""Columns of the longest note."""
_MOST_PROSE = 0.4
"""Share of the prose of a page that its notes hold at most: pages of notes alone are their own text."""
_LONGEST_MARK = 40
_CLIMBED = 4
"""Nodes around a link among which the raised element of its mark is looked for."""


def footnotes(page: Page, measures: Measures, without: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """The nodes that are nothing but marks of footnotes, and those that are footnotes; the nodes of `without` are not looked into."""
    targets = _targets(page)
    marks: set[int] = set()
    bodies = set(_named(page, measures))
    raised: dict[str, int] = {}
    before = ""
    skip = 0
    for node, tag in enumerate(page.tags):
        if node in without:
            skip = max(skip, page.ends[node])
        if node < skip:
            continue
        if tag == "a" and "#" in page.get(node, "href"):
            _linked(page, measures, node, targets, (marks, bodies))
        elif tag == "sup" and (sign := _unlinked(page, node, before)):
            _raised(page, measures, node, sign, (raised, marks, bodies))
        elif not tag and node in page.texts:
            before = (before + page.texts[node])[-8:]
        elif tag and page.is_block(node):
            before = ""
    return frozenset(marks), frozenset(_kept(measures, bodies))


def _targets(page: Page) -> dict[str, int]:
    """The nodes that links within the page lead to, by their names."""
    found: dict[str, int] = {}
    for node, tag in enumerate(page.tags):
        own = page.attributes(node) if tag else None
        if own:
            for name in (own.get("id"), own.get("name") if tag == "a" else None):
                if name:
                    found.setdefault(name.strip().lower(), node)
    return found


def is_mark(text: str) -> bool:
    """Whether a text is nothing but marks of footnotes."""
    return len(text) <= _LONGEST_MARK and bool(_MARKS.fullmatch(text))


def target_of(href: str) -> str:
    """The name in a page that an address leads to, in small letters; empty where it names none."""
    return href.partition("#")[2].strip().lower()


def targets_of(page: Page) -> frozenset[str]:
    """The names that links within a page can lead to, in small letters."""
    return frozenset(_targets(page))


def _names(page: Page, node: int) -> set[str]:
    """What a node is called: classes, role, kind of publishing, and what Word says of it."""
    own = page.attributes(node)
    if not own:
        return set()
    words = " ".join(own.get(name, "") for name in ("class", "role", "epub:type", "id")).lower().split()
    return {*words, *own.get("style", "").lower().replace(" ", "").split(";")}


def _named(page: Page, measures: Measures) -> Iterator[int]:
    """Blocks that are called footnotes."""
    for node, tag in enumerate(page.tags):
        if tag not in _BODIES and tag not in ("ol", "ul", "footer", "details", "dl"):
            continue
        names = _names(page, node)
        if names and (not _OF_NOTES.isdisjoint(names) or not _OF_LISTS.isdisjoint(page.get(node, "class").split())):
            yield node


def _linked(
    page: Page, measures: Measures, node: int, targets: dict[str, int], found: tuple[set[int], set[int]]
) -> None:
    """Take note of the mark that a link is, and of the note that it leads to."""
    marks, bodies = found
    if measures.text[node] > _LONGEST or page.ends[node] - node > _LONGEST:
        return
    text = page.text(node)
    if not _MARK.fullmatch(text):
        return
    around = [node, *(each for each, _ in zip(page.above(node), range(_CLIMBED), strict=False))]
    raised = next((each for each in around if page.tags[each] == "sup"), None)
    inner = next((each for each in page.within(node) if page.tags[each] == "sup"), None)
    called = any(not _OF_MARKS.isdisjoint(_names(page, each)) for each in around if not page.is_block(each))
    called = called or page.get(node, "role") == "doc-noteref" or "noteref" in page.get(node, "epub:type")
    target = targets.get(target_of(page.attributes(node).get("href", "")))
    body = _body(page, measures, target, node) if target is not None else None
    sure = raised is not None or inner is not None or called
    if body is not None and body > node and (sure or _answers(page, body, text)):
        bodies.add(body)
        sure = True
    elif body is not None or (target is not None and target < node):
        return  # a note's own link back to its mark
    if sure:
        whole = raised is not None and raised != node and _MARKS.fullmatch(page.text(raised))
        marks.add(raised if whole and raised is not None else node)


def _body(page: Page, measures: Measures, target: int, mark: int) -> int | None:
    """The note that a target stands in; None where that is none."""
    if page.tags[target] in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return None
    if page.tags[target] == "dt":
        return next(
            (
                each
                for each in page.children(page.parents[target])
                if each >= page.ends[target] and page.tags[each] == "dd"
            ),
            None,
        )
    body = next((each for each in (target, *page.above(target)) if page.tags[each] in _BODIES), None)
    if body is None or measures.text[body] > _LONGEST or measures.headings[body]:
        return None
    parent = page.parents[body]
    if page.tags[parent] in ("div", "li", "aside") and _NAMED_BODY.search(page.get(parent, "id")):
        body = parent
    return None if body <= mark < page.ends[body] or not measures.text[body] else body


def _answers(page: Page, body: int, mark: str) -> bool:
    """Whether a note begins with its mark."""
    own = _SIGNS.sub("", mark)
    begins = page.text(body).strip()[: len(mark) + 4]
    return _SIGNS.sub(" ", begins).strip().split(" ")[0] == own


def _unlinked(page: Page, node: int, before: str) -> str:
    """The sign of a raised mark without a link; empty where it is an exponent, or none."""
    if page.ends[node] - node > _LONGEST:
        return ""
    text = page.text(node)
    if any(page.tags[each] == "a" and page.get(each, "href") for each in page.within(node)):
        return ""
    if _BRACKETED.fullmatch(text):
        return _SIGNS.sub("", text)
    if not _BARE.fullmatch(text):
        return ""
    before = before.rstrip()
    return text.strip() if not before or _BEHIND_MARK.search(before) or _BEHIND_WORD.search(before) else ""


def _raised(
    page: Page, measures: Measures, node: int, sign: str, found: tuple[dict[str, int], set[int], set[int]]
) -> None:
    """Take note of a raised mark; where it opens a block behind the place that it was raised in, that is the note."""
    raised, marks, bodies = found
    block = measures.blocks[node]
    opens = (
        not "".join(page.texts.get(each, "") for each in range(block, node)).strip()
        if node - block < _LONGEST
        else False
    )
    if not opens:
        raised.setdefault(sign, node)
        marks.add(node)
    elif sign in raised and measures.text[block] <= _LONGEST and columns(page.text(block)) > len(sign):
        bodies.add(block)


def _kept(measures: Measures, bodies: set[int]) -> set[int]:
    """The notes, unless they hold so much of the page that they are its text."""
    most = _MOST_PROSE * measures.prose[0]
    return {body for body in bodies if measures.prose[body] <= most}
