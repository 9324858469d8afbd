"""What lines of a page belong to its site: judged by where they stand, what is linked in them, and the words of sites."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from repdiff.languages import spoken
from repdiff.languages.han import folded
from repdiff.languages.patterns import Field, words
from repdiff.languages.record import Language
from repdiff.model.texts import Aside, What
from repdiff.sources.html_furniture import Core, Region
from repdiff.sources.html_lines import Block, Line
from repdiff.sources.html_measures import Measures
from repdiff.sources.html_notes import target_of
from repdiff.sources.html_tree import Page

_LINKED = 0.5
"""Share of a line that is links from which it is a menu's, around the document."""
_ALL_LINKS = 0.9
_LONGEST = 160
"""Code points of the longest line that a site's words make one of the site's."""
_BRANCH, _BRANCH_SHARE = 200, 0.03
"""Columns of prose, and share of that of the document, from which a part of the page that also has links is a text."""
_NAMES = 4
"""Code points of the shortest title that a line may repeat."""
_NEAR = 3
"""Elements around a link of which it may bear the name."""
_CONTENTS, _INDEX = 3, 5
"""Lines in a row that each are a link to a place in the page, and links of one line, that make a table of contents."""


class Seen(NamedTuple):
    """A page with what is known of it: measures, the document's own part, its title in the tab, and the names that links lead to."""

    page: Page
    measures: Measures
    core: Core
    title: str
    targets: frozenset[str]


def without_site(seen: Seen, lines: Sequence[Line], blocks: Sequence[Block]) -> list[Line]:
    """The lines, with why each is left out that is the site's, or that of a table of contents."""
    found = list(lines)
    headings = {at for block in blocks if block.what is What.HEADING for at in range(block.first, block.end)}
    words_of = _words(spoken("\n".join(line.text[:_LONGEST] for line in lines)))
    _leave_contents(seen, found, words_of)
    titles = _titles(seen, found, headings)
    imprint = -1
    for at, line in enumerate(found):
        block = seen.measures.blocks[line.node]
        below = block == imprint and line.broken and at not in headings and at not in titles
        if line.why is None and (below or _is_site(seen, line, words_of, (at in headings, at in titles))):
            found[at] = line._replace(why=Aside.NAVIGATION, root=-at - 1)
            if seen.core.prose and line.node >= seen.core.end and words_of.imprint.match(folded(line.text)):
                imprint = block
    _leave_empty_headings(seen, found, blocks)
    return found


class _Words(NamedTuple):
    button: re.Pattern[str]
    buttons: re.Pattern[str]
    labels: re.Pattern[str]
    trail: re.Pattern[str]
    imprint: re.Pattern[str]
    contents: re.Pattern[str]


@cache
def _words(languages: tuple[Language, ...]) -> _Words:
    def of(field: Field) -> str:
        return words(languages, field).replace(" ", r"\s*")

    button = of(lambda each: each.pages.buttons)
    return _Words(
        re.compile(button, re.IGNORECASE),
        re.compile(rf"\W*(?:(?:{button})\W*)+", re.IGNORECASE),
        re.compile(rf"\W*(?:{of(lambda each: each.pages.labels)})\s*:", re.IGNORECASE),
        re.compile(rf"\W*(?:{of(lambda each: each.pages.trail)}).{{0,20}}?[>›»＞→/|]", re.IGNORECASE),
        re.compile(rf"\W*(?:{of(lambda each: each.pages.imprint)}|©)", re.IGNORECASE),
        re.compile(rf"\W*(?:{of(lambda each: each.pages.contents)})\W*", re.IGNORECASE),
    )


def _titles(seen: Seen, lines: Sequence[Line], headings: set[int]) -> set[int]:
    """The lines around the document's own part that are its title, and those between it and that part."""
    core = seen.core
    before = [at for at, line in enumerate(lines) if line.why is None and core.prose and line.node < core.node]
    named = [
        at for at in before if _is_title(seen.title, lines[at].text) or (at in headings and lines[at].linked < _LINKED)
    ]
    return {at for at in before if named and at >= named[-1]} | set(named)


def _is_title(title: str, text: str) -> bool:
    """Whether a line is the title of the page, or what that begins with or names."""
    line, own = "".join(text.split()).casefold(), "".join(title.split()).casefold()
    return len(line) >= _NAMES and bool(own) and (own.startswith(line) or (len(own) >= _NAMES and own in line))


def _is_site(seen: Seen, line: Line, told: _Words, known: tuple[bool, bool]) -> bool:
    heading, title = known
    region = seen.core.region(seen.page, line.node)
    text = folded(line.text).replace("：", ":")
    if region is not Region.TEXT and not any(map(str.isalnum, text)):
        return True
    if len(text) <= _LONGEST and not heading and _says_site(line, text, told, region):
        return region is not Region.EDGE or line.linked > 0 or not _is_set_as_text(seen, line)
    if region is Region.TEXT or (heading and (region is Region.EDGE or line.node < seen.core.node)):
        return False
    if line.linked >= _ALL_LINKS and line.node < seen.core.first and _leads_down(seen, line):
        return True
    if region is Region.EDGE or title:
        return False
    if line.linked >= _LINKED and not heading:
        return True
    return _in_company(seen, line)


def _leads_down(seen: Seen, line: Line) -> bool:
    """Whether all links of a line lead to places in the page, as one that leads over the menus does."""
    return bool(line.links) and all(link.startswith("#") or target_of(link) in seen.targets for link in line.links)


def _says_site(line: Line, text: str, told: _Words, region: Region) -> bool:
    """Whether a short line says what only a site says."""
    if told.buttons.fullmatch(text):
        return region is Region.AROUND or line.linked >= _LINKED or len(told.button.findall(text)) > 1
    if region is Region.TEXT:
        return False
    return bool(told.labels.match(text) or told.trail.match(text) or told.imprint.match(text))


def _is_set_as_text(seen: Seen, line: Line) -> bool:
    """Whether a line is set as the first or last long paragraph of the document is, beside it: then it is the document's own."""
    page, core = seen.page, seen.core
    block, ends = seen.measures.blocks[line.node], (core.first, seen.measures.blocks[max(core.last - 1, 0)])
    return any(_set_as(page, block) == _set_as(page, each) for each in ends)


def _set_as(page: Page, node: int) -> tuple[int, str, str]:
    return page.parents[node], page.tags[node], page.get(node, "class")


def _in_company(seen: Seen, line: Line) -> bool:
    """Whether a line around the document stands in a part of the page that has links or controls and hardly any prose."""
    page, measures, core = seen.page, seen.measures, seen.core
    branch = line.node
    for each in page.above(line.node):
        if each <= core.node < page.ends[each]:
            break
        branch = each
    if (not page.tags[branch] and not page.is_block(branch)) or (page.tags[branch] == "p" and measures.prose[branch]):
        return False
    alone = not measures.links[branch] and not measures.controls[branch]
    return not alone and measures.prose[branch] < max(_BRANCH, _BRANCH_SHARE * core.prose)


def _leave_contents(seen: Seen, lines: list[Line], told: _Words) -> None:
    """Leave out runs of lines that are nothing but links to places in the page, with the title above."""
    run: list[int] = []
    for at, line in enumerate([*lines, Line("", 0)]):
        if line.text and line.why is not None:
            continue
        inside = _leads_inside(seen, line)
        if inside and len(line.links) >= _INDEX:
            lines[at] = line._replace(why=Aside.CONTENTS, root=-at - 1)
            continue
        if inside:
            run.append(at)
            continue
        if len(run) >= _CONTENTS:
            for each in run:
                lines[each] = lines[each]._replace(why=Aside.CONTENTS, root=-run[0] - 1)
        run = []
    for at, line in enumerate(lines[:-1]):
        if line.why is None and len(line.text) <= _LONGEST and told.contents.fullmatch(folded(line.text)):
            below = next((each for each in lines[at + 1 :] if each.text), None)
            if below is not None and below.why is Aside.CONTENTS:
                lines[at] = line._replace(why=Aside.CONTENTS, root=below.root)


def _leads_inside(seen: Seen, line: Line) -> bool:
    """Whether a line is nothing but links to other places in the page: one to itself is a name that can be linked to."""
    if line.linked < _ALL_LINKS or not line.links:
        return False
    names = [target_of(link) for link in line.links if "#" in link]
    inside = len(names) == len(line.links) and seen.targets.issuperset(names)
    return inside and names[0] not in _own_names(seen.page, line.node)


def _own_names(page: Page, node: int) -> set[str]:
    """The names of the elements right around a node."""
    return {page.get(each, "id") for each, _ in zip(page.above(node), range(_NEAR), strict=False)}


def _leave_empty_headings(seen: Seen, lines: list[Line], blocks: Sequence[Block]) -> None:
    """A heading with nothing below it but what is left out goes with that."""
    headings = sorted(
        (block for block in blocks if block.what is What.HEADING and block.first < block.end), reverse=True
    )
    ends = len(lines)
    level_below = 0
    for block in headings:
        below = range(block.end, ends)
        left = [lines[at] for at in below if lines[at].text and lines[at].why not in (None, Aside.HIDDEN)]
        kept = any(lines[at].text and lines[at].why is None for at in below)
        title = block is headings[-1] and left and left[0].why is Aside.CONTENTS
        if (
            left
            and not kept
            and not title
            and level_below <= block.level
            and _goes_with(seen, lines[block.first], left[0])
        ):
            for at in range(block.first, block.end):
                if lines[at].why is None:
                    lines[at] = lines[at]._replace(why=left[0].why, root=left[0].root)
        ends, level_below = block.first, block.level


def _goes_with(seen: Seen, heading: Line, left: Line) -> bool:
    """Whether what is left out stands below a heading as its text: notes and contents do, a part of the site where both have one parent."""
    if left.why is not Aside.NAVIGATION:
        return True
    parents = seen.page.parents
    return left.root > 0 and parents[left.root] == parents[seen.measures.blocks[heading.node]]
