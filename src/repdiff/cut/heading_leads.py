"""Headings without any mark: the short slogan a paragraph opens with, and those run into flattened text.

Only the document can tell them: a slogan is a heading where slogans recur, section after section, each followed by the
longer sentences it announces. So candidates are chosen together, by a dynamic program over each stretch of text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from repdiff.cut.forms import first_action
from repdiff.languages import all_languages, spoken
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """One paragraph of body text, or what a heading left of its paragraph; `region` counts the marked headings so far.

    `whole` says that the stretch begins where its paragraph begins.
    """

    span: Span
    region: int
    whole: bool


def find_leads(text: str, stretches: Sequence[Stretch]) -> list[Span]:
    """Slogans that are headings, in order. `text` is evened; `stretches` the body paragraphs of the document."""
    sentences = {s.span.start: _sentences(text, s.span) for s in stretches}
    opening = [s for s in stretches if _opens(text, s, sentences[s.span.start])]
    opening = _without_lead_ins(opening, stretches)
    chosen = _in_rhythm(opening, stretches, sentences)
    usual = min(9.0, max(6.0, _middle([_letters(text, s) for s in chosen] or [8])))
    taken = {s.start: s for s in chosen}
    languages = spoken(text)
    regions = {s.region for s in stretches if s.span.start in taken}
    found: list[Span] = []
    for stretch in stretches:
        parts = sentences[stretch.span.start]
        opens = taken.get(stretch.span.start)
        chain = []
        if len(parts) >= 4 and (opens or stretch.region not in regions or len(parts) >= 8):
            chain = _chain(_Run(text, stretch.span, parts, languages), usual)
        refrain = _refrain(text, chain)
        few = 4 if stretch.whole and len(chosen) >= 5 else 2
        if opens:
            chain = refrain or [opens]
        elif len(chain) < few:
            chain = refrain
        found += chain
    return sorted(found)


def _middle(sizes: Sequence[int]) -> float:
    return float(sorted(sizes)[len(sizes) // 2])


def _without_lead_ins(opening: Sequence[Stretch], stretches: Sequence[Stretch]) -> list[Stretch]:
    """Openings without the first paragraphs of regions, where these as a rule introduce what follows."""
    first = {s.region: s.span.start for s in reversed(stretches)}
    rich = {s.region for s in opening if s.span.start != first[s.region]}
    heads = sum(s.region in rich and s.span.start == first[s.region] for s in opening)
    if heads >= 0.5 * len(rich):
        return list(opening)
    return [s for s in opening if s.span.start != first[s.region]]


def _refrain(text: str, chain: Sequence[Span]) -> list[Span]:
    """Run-in slogans so much alike (three or more, of one length and first letter) that they alone are the headings."""
    if len(chain) < 3:
        return []
    letter, many = Counter(text[s.start] for s in chain).most_common(1)[0]
    alike = [s for s in chain if text[s.start] == letter]
    sizes = [_letters(text, s) for s in alike]
    return alike if many >= 3 and many >= len(chain) - 1 and max(sizes) - min(sizes) <= 1 else []


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
    if not 4 <= len(sentence) - 1 <= longest or not sentence.endswith("。"):
        return False
    if _ORDINAL.match(sentence):
        return False
    bare = _QUOTED.sub("", sentence)
    return not re.search(r"[,:;\d]", bare) and len(_EAST.findall(sentence)) >= 0.6 * (len(sentence) - 1)


def _opens(text: str, stretch: Stretch, parts: Sequence[Span]) -> bool:
    if (
        not stretch.whole
        or not parts
        or parts[0].start != stretch.span.start
        or not _is_slogan(text, parts[0], _LONGEST_OPENING)
    ):
        return False
    size = parts[0].end - parts[0].start
    return stretch.span.end - parts[0].end >= max(25, 1.5 * size)


def _in_rhythm(
    opening: Sequence[Stretch], stretches: Sequence[Stretch], sentences: dict[int, list[Span]]
) -> list[Span]:
    """Openings that recur among the long paragraphs of their region, or all through the document."""
    long = [s for s in stretches if len(sentences[s.span.start]) >= 2 and s.span.end - s.span.start >= 60]
    everywhere = len(opening) / len(long) if long else 0.0
    opened, held = Counter(s.region for s in opening), Counter(s.region for s in long)
    found = []
    for stretch in opening:
        mine, all_here = opened[stretch.region], held[stretch.region] or 1
        if (mine >= 2 and mine / all_here >= 0.3) or (
            everywhere >= 0.3 and len(opening) >= 5 and mine / all_here >= 0.25
        ):
            found.append(sentences[stretch.span.start][0])
    return found


@dataclass(frozen=True, slots=True)
class _Run:
    """The sentences of one stretch of text, and the languages of the text."""

    text: str
    span: Span
    parts: Sequence[Span]
    languages: tuple[Language, ...]


def _chain(run: _Run, usual: float) -> list[Span]:
    """The best chain of run-in slogans of one stretch: like in length, each with a body of its own; empty below two."""
    text, span, parts = run.text, run.span, run.parts
    nodes = [n for n, s in enumerate(parts) if _is_slogan(text, s, _LONGEST_RUN_IN) and n + 1 < len(parts)]
    if len(nodes) < 2:
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
        for after in range(at + 1, min(at + 24, len(nodes))):
            value = worth[at] + _body(parts[nodes[at]].end, parts[nodes[after]].start) + best[after]
            if value > best[at]:
                best[at], link[at] = value, after
    at = max(range(len(nodes)), key=lambda n: (best[n], -n))
    chain = []
    while at >= 0:
        chain.append(parts[nodes[at]])
        at = link[at]
    return chain if len(chain) >= 2 and best[max(range(len(nodes)), key=lambda n: (best[n], -n))] >= 1.0 else []


def _finished(run: _Run, nodes: Sequence[int]) -> list[int]:
    """Which of the slogans are told to be statements by the slogan right behind: it alone opens with a verb of action, as most do.

    A short statement that ends a passage ("... is well under way.") looks like the heading of the next one.
    """
    acts = [bool(first_action(run.text[run.parts[n].start : run.parts[n].end], run.languages, 1)) for n in nodes]
    if sum(acts) <= 0.5 * len(nodes):
        return []
    return [k for k, (n, after) in enumerate(pairwise(nodes)) if after == n + 1 and acts[k + 1] and not acts[k]]


def _worth(text: str, parts: Sequence[Span], at: int, usual: float) -> float:
    """How much a short sentence looks like a heading: of the usual length, first or after one lead-in, not in a row."""
    over = _letters(text, parts[at]) - usual
    worth = 0.7 - (0.18 * max(0.0, over - 1) if over > 0 else 0.1 * max(0.0, -over - 1))
    worth += 0.6 if at <= 1 else 0.0
    before = parts[at - 1] if at else None
    if before is not None and _is_slogan(text, before, _LONGEST_RUN_IN):
        worth -= _IN_A_ROW
    return worth


def _body(start: int, end: int) -> float:
    size = end - start
    return 0.0 if size >= 1.7 * _ENOUGH_BODY else -0.4 if size >= _ENOUGH_BODY else -1.6
