"""Headings without any mark: the short slogan a paragraph opens with, and those run into flattened text.

Only the document can tell them: a slogan is a heading where slogans recur, section after section, each followed by the
longer sentences it announces. So candidates are chosen together, by a dynamic program over each stretch of text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from repdiff.cut.forms import first_action
from repdiff.cut.formulas import formula
from repdiff.languages import all_languages
from repdiff.languages.marks import EVEN_ENDS
from repdiff.languages.patterns import joined
from repdiff.languages.record import Language
from repdiff.languages.scripts import EAST_LETTER
from repdiff.model.texts import Span

_STOP = re.compile(rf"[{EVEN_ENDS}]+[”’\")」』]*\s*")
_EAST = re.compile(EAST_LETTER)
_QUOTED = re.compile(r"[“\"‘《「『(][^”\"’》」』)]{1,12}[”\"’》」』)]")
_ORDINAL = re.compile(joined(all_languages(), lambda each: each.headings.ordinals))
_LONGEST_OPENING = 27
"""Letters of a slogan at the head of a paragraph."""
_LONGEST_RUN_IN = 17
"""Letters of a slogan inside a paragraph, where nothing but its form sets it apart."""
_IN_A_ROW = 0.8
"""What it costs a run-in slogan to follow another one: only one of the two can be a heading."""
_ENOUGH_BODY = 35
"""Code points of text that a run-in heading announces at least."""
_SHORTEST = 4
"""Letters of a slogan at least."""
_EAST_SHARE = 0.6
"""Share of the letters of a slogan that are of an East Asian script at least."""
_USUAL, _SHORTEST_USUAL, _LONGEST_USUAL = 8, 6.0, 9.0
"""Letters of the usual slogan of a text that shows none at the head of a paragraph, and the bounds of what others show."""
_BODY_OF_OPENING, _BODY_PER_LETTER = 25, 1.5
"""Code points of text behind an opening at least: at all, and for each of its own."""
_OF_A_LONG_ONE, _LONG = 2, 60
"""Sentences and code points from which a paragraph is one that an opening may head."""
_RECURRING = 2
"""Openings of a region that count as recurring."""
_RHYTHM, _RHYTHM_EVERYWHERE = 0.3, 0.25
"""Share of the long paragraphs of a region that have an opening: by itself, and where the whole document has the rhythm."""
_MANY_OPENINGS = 5
"""Openings from which a document has a habit of them."""
_LINES = 0.5
"""Share of the openings on lines of their own above which no others are headings."""
_LEAD_INS = 0.5
"""Share of the regions with openings from which those at the first paragraph are headings too."""
_SENTENCES, _SENTENCES_BESIDE = 4, 8
"""Sentences of a stretch that may hold run-in slogans: at all, and where others of its region have an opening but it has none."""
_FEWEST, _FEWEST_BESIDE = 2, 4
"""Run-in slogans that make a chain: at all, and in a whole paragraph of a document with many openings."""
_ALIKE = 3
"""Run-in slogans that make a refrain."""
_REACH = 24
"""Slogans behind one among which the next heading is looked for."""
_ENOUGH_WORTH = 1.0
"""What a chain must be worth."""
_MOST = 0.5
"""Share of the slogans above which opening with a verb of action is their habit."""
_WORTH, _AT_HEAD = 0.7, 0.6
"""What a run-in slogan of the usual length is worth, and how much more at the head of its stretch or after one lead-in."""
_PER_LETTER_OVER, _PER_LETTER_UNDER = 0.18, 0.1
"""What it costs a run-in slogan to be a letter longer or shorter than usual; the first letter is free."""
_AMPLE, _SHORT_BODY, _NO_BODY = 1.7, -0.4, -1.6
"""How many times the least body costs nothing; the cost of a shorter one, and of one below the least."""


class Stretch(NamedTuple):
    """One paragraph of body text, or what a heading left of its paragraph; `region` counts the marked headings so far.

    `whole` says that the stretch begins where its paragraph begins.
    """

    span: Span
    region: int
    whole: bool


def find_leads(text: str, stretches: Sequence[Stretch], languages: tuple[Language, ...]) -> list[Span]:
    """Slogans that are headings, in order. `text` is evened, in these languages; `stretches` the body paragraphs of the document."""
    apart = {s.span.start: s.span.end for s in stretches}
    stretches = _with_lines(text, stretches, languages)
    sentences = {s.span.start: _sentences(text, s.span) for s in stretches}
    opening = [s for s in stretches if _opens(text, s, sentences[s.span.start])]
    lines = [s for s in opening if apart[s.span.start] != s.span.end]
    opening = (
        lines if len(lines) >= max(_MANY_OPENINGS, _LINES * len(opening)) else _without_lead_ins(opening, stretches)
    )
    chosen = _in_rhythm(opening, stretches, sentences)
    usual = min(_LONGEST_USUAL, max(_SHORTEST_USUAL, _middle([_letters(text, s) for s in chosen] or [_USUAL])))
    taken = {s.start: s for s in chosen}
    regions = {s.region for s in stretches if s.span.start in taken}
    found: list[Span] = []
    for stretch in stretches:
        parts = sentences[stretch.span.start]
        opens = taken.get(stretch.span.start)
        chain = []
        beside = not opens and stretch.region in regions
        if len(parts) >= (_SENTENCES_BESIDE if beside else _SENTENCES):
            chain = _chain(_Run(text, stretch.span, parts, languages), usual)
        refrain = _refrain(text, chain)
        few = _FEWEST_BESIDE if stretch.whole and len(chosen) >= _MANY_OPENINGS else _FEWEST
        if opens:
            chain = refrain or [opens]
        elif len(chain) < few:
            chain = refrain
        found += chain
    return sorted(found)


def _with_lines(text: str, stretches: Sequence[Stretch], languages: tuple[Language, ...]) -> list[Stretch]:
    """Stretches, a slogan on a line of its own joined with the paragraph below, which it opens as if they were one."""
    kept: list[Stretch] = []
    alone = [
        s.whole and s.span.end - s.span.start <= _LONGEST_OPENING and _is_slogan(text, s.span, _LONGEST_OPENING)
        for s in stretches
    ]
    at = 0
    while at < len(stretches):
        one, two = stretches[at], stretches[min(at + 1, len(stretches) - 1)]
        below = two.span.end - two.span.start
        opens = alone[at] and not alone[min(at + 1, len(stretches) - 1)] and two.whole and two.region == one.region
        if opens and below >= _ENOUGH_BODY and not formula(text[one.span.start : one.span.end], languages):
            kept.append(Stretch(Span(one.span.start, two.span.end), one.region, True))
            at += 1
        else:
            kept.append(one)
        at += 1
    return kept


def _middle(sizes: Sequence[int]) -> float:
    return float(sorted(sizes)[len(sizes) // 2])


def _without_lead_ins(opening: Sequence[Stretch], stretches: Sequence[Stretch]) -> list[Stretch]:
    """Openings without the first paragraphs of regions, where these as a rule introduce what follows."""
    first = {s.region: s.span.start for s in reversed(stretches)}
    rich = {s.region for s in opening if s.span.start != first[s.region]}
    heads = sum(s.region in rich and s.span.start == first[s.region] for s in opening)
    if heads >= _LEAD_INS * len(rich):
        return list(opening)
    return [s for s in opening if s.span.start != first[s.region]]


def _refrain(text: str, chain: Sequence[Span]) -> list[Span]:
    """Run-in slogans so much alike (three or more, of one length and first letter) that they alone are the headings."""
    if len(chain) < _ALIKE:
        return []
    letter, many = Counter(text[s.start] for s in chain).most_common(1)[0]
    alike = [s for s in chain if text[s.start] == letter]
    sizes = [_letters(text, s) for s in alike]
    return alike if many >= _ALIKE and many >= len(chain) - 1 and max(sizes) - min(sizes) <= 1 else []


def _sentences(text: str, span: Span) -> list[Span]:
    found, at = [], span.start
    for stop in _STOP.finditer(text, span.start, span.end):
        found.append(Span(at, at + len(text[at : stop.end()].rstrip())))
        at = stop.end()
    return found


def _letters(text: str, span: Span) -> int:
    return span.end - span.start - 1


def _is_slogan(text: str, span: Span, longest: int) -> bool:
    """Short, ends in a full stop, one clause, no figures but in a name, in a script without capital letters."""
    sentence = text[span.start : span.end]
    if not _SHORTEST <= len(sentence) - 1 <= longest or not sentence.endswith("。"):
        return False
    if _ORDINAL.match(sentence):
        return False
    bare = _QUOTED.sub("", sentence)
    return not re.search(r"[,:;\d]", bare) and len(_EAST.findall(sentence)) >= _EAST_SHARE * (len(sentence) - 1)


def _opens(text: str, stretch: Stretch, parts: Sequence[Span]) -> bool:
    if (
        not stretch.whole
        or not parts
        or parts[0].start != stretch.span.start
        or not _is_slogan(text, parts[0], _LONGEST_OPENING)
    ):
        return False
    size = parts[0].end - parts[0].start
    return stretch.span.end - parts[0].end >= max(_BODY_OF_OPENING, _BODY_PER_LETTER * size)


def _in_rhythm(
    opening: Sequence[Stretch], stretches: Sequence[Stretch], sentences: dict[int, list[Span]]
) -> list[Span]:
    """Openings that recur among the long paragraphs of their region, or all through the document."""
    long = [
        s for s in stretches if len(sentences[s.span.start]) >= _OF_A_LONG_ONE and s.span.end - s.span.start >= _LONG
    ]
    everywhere = len(opening) / len(long) if long else 0.0
    opened, held = Counter(s.region for s in opening), Counter(s.region for s in long)
    found = []
    for stretch in opening:
        mine, all_here = opened[stretch.region], held[stretch.region] or 1
        if (mine >= _RECURRING and mine / all_here >= _RHYTHM) or (
            everywhere >= _RHYTHM and len(opening) >= _MANY_OPENINGS and mine / all_here >= _RHYTHM_EVERYWHERE
        ):
            found.append(sentences[stretch.span.start][0])
    return found


class _Run(NamedTuple):
    """The sentences of one stretch of text, and the languages of the text."""

    text: str
    span: Span
    parts: Sequence[Span]
    languages: tuple[Language, ...]


def _chain(run: _Run, usual: float) -> list[Span]:
    """The best chain of run-in slogans of one stretch: like in length, each with a body of its own; empty below two."""
    text, span, parts = run.text, run.span, run.parts
    nodes = [n for n, s in enumerate(parts) if _is_slogan(text, s, _LONGEST_RUN_IN) and n + 1 < len(parts)]
    if len(nodes) < _FEWEST:
        return []
    worth = [_worth(text, parts, n, usual) for n in nodes]
    finished = _finished(run, nodes)
    for n in finished:
        worth[n] -= _IN_A_ROW
        worth[n + 1] += _IN_A_ROW
    best = [0.0] * len(nodes)
    link = [-1] * len(nodes)
    for at in range(len(nodes) - 1, -1, -1):
        best[at] = worth[at] + _body(parts[nodes[at]].end, span.end)
        for after in range(at + 1, min(at + _REACH, len(nodes))):
            value = worth[at] + _body(parts[nodes[at]].end, parts[nodes[after]].start) + best[after]
            if value > best[at]:
                best[at], link[at] = value, after
    at = max(range(len(nodes)), key=lambda n: (best[n], -n))
    chain = []
    while at >= 0:
        chain.append(parts[nodes[at]])
        at = link[at]
    most = best[max(range(len(nodes)), key=lambda n: (best[n], -n))]
    return chain if len(chain) >= _FEWEST and most >= _ENOUGH_WORTH else []


def _finished(run: _Run, nodes: Sequence[int]) -> list[int]:
    """Which of the slogans are told to be statements by the slogan right behind: it alone opens with a verb of action, as most do.

    A short statement that ends a passage ("... is well under way.") looks like the heading of the next one.
    """
    acts = [bool(first_action(run.text[run.parts[n].start : run.parts[n].end], run.languages, 1)) for n in nodes]
    if sum(acts) <= _MOST * len(nodes):
        return []
    return [k for k, (n, after) in enumerate(pairwise(nodes)) if after == n + 1 and acts[k + 1] and not acts[k]]


def _worth(text: str, parts: Sequence[Span], at: int, usual: float) -> float:
    """How much a short sentence looks like a heading: of the usual length, first or after one lead-in, not in a row."""
    over = _letters(text, parts[at]) - usual
    worth = _WORTH - (_PER_LETTER_OVER * max(0.0, over - 1) if over > 0 else _PER_LETTER_UNDER * max(0.0, -over - 1))
    worth += _AT_HEAD if at <= 1 else 0.0
    before = parts[at - 1] if at else None
    if before is not None and _is_slogan(text, before, _LONGEST_RUN_IN):
        worth -= _IN_A_ROW
    return worth


def _body(start: int, end: int) -> float:
    size = end - start
    return 0.0 if size >= _AMPLE * _ENOUGH_BODY else _SHORT_BODY if size >= _ENOUGH_BODY else _NO_BODY
