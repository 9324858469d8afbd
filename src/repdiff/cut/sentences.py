"""Cut paragraphs into sentences.

One pass over the sentence-final marks of a paragraph decides each of them by its neighbours, in every script alike. No
language has to be named: what differs between languages (abbreviations, ordinals, French spaces, quotation marks) is
told apart by form. A semicolon or colon is no border: annotators of Chinese, English and German texts hardly ever end a
sentence there.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from repdiff.cut.flat import Flat
from repdiff.cut.footnotes import end_of_mark, is_plain_mark
from repdiff.cut.marked import flat_of, paragraphs_of, with_words
from repdiff.cut.roles import assign_roles
from repdiff.languages import all_languages
from repdiff.languages.abbreviations import FURTHER
from repdiff.languages.marks import (
    CLOSERS,
    GREEK_QUESTION,
    NEVER_FIRST,
    NO_END_AFTER,
    PAIRS,
    QUOTES,
    SENTENCE_ENDS,
    STROKES,
    WIDE_ENDS,
    WORD_DOTS,
)
from repdiff.languages.numerals import COUNTING
from repdiff.languages.patterns import joined
from repdiff.languages.scripts import ACCENTS, BLANKS, GREEK, has_no_blanks
from repdiff.model.said import Said
from repdiff.model.texts import Role, Section, Sentence, Source, Span

_SKIP = re.compile(rf"[{BLANKS}]*")
_MARKS = re.compile(rf"[{SENTENCE_ENDS}{GREEK_QUESTION}{WORD_DOTS}]+")
_COMMON = frozenset((".", "。", "!", "?", "！", "？"))
_GREEK_LETTER = re.compile(f"[{GREEK}]")
_CLOSERS = re.compile(rf"[{re.escape(CLOSERS)}]*(?:[ \u00a0\u202f]?»)?")
_UNDERLINE = r"(?:[ \t]*\n[ \t]*(?:={2,}|-{2,})[ \t]*(?=\n|$))?"
_TAIL = rf"{WIDE_ENDS}.．!?…:：”’」』）)】\]》"
_HEADING_TAIL = re.compile(rf"[{_TAIL}]*(?:[ \t]+#+(?=\n|$))?{_UNDERLINE}")
_BOLD_HEADING_TAIL = re.compile(rf"[{_TAIL}*_]*(?:[ \t]+#+(?=\n|$))?{_UNDERLINE}")
_BRACKETS = re.compile(f"[{re.escape(''.join({*PAIRS, *''.join(PAIRS.values())}))}]")
_LONGEST_ASIDE = 400
"""Code points of a quotation or bracket that reads as part of one sentence; a longer one is a speech, or unclosed."""
_LOOKED_BACK = 24
"""Code points before a full stop that tell whether it is one."""

_WORD_BEFORE = re.compile(rf"[^\W_](?:[\w.\-{ACCENTS}]{{0,14}})$")
_WORD_AFTER = re.compile(r"\w+")
_LEAD = "**lead"  # the style of a heading that is a bold lead
_SET_OFF = re.compile(
    r"^(?!.*(?:\*\*|__))|(?:\*\*|__)[.。]\s*$", re.DOTALL
)  # not bold at all, or bold before its full stop
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_SPACED = re.compile(r"[^\W\d_]\.")
_SPACED_BEFORE = re.compile(r"(?:\b[^\W\d_]{1,3}\.[ \u00a0]){1,3}[^\W\d_]{1,3}\Z")
_SHORT, _PAIR = 3, 2  # letters of a word
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+")
_BEHIND_NUMBER = re.compile(r"\d[ \u00a0]?[^\W\d_]+\Z")
_DOUBLED, _DOUBLED_BELOW = re.compile(r"\b([A-Z])\1\Z"), re.compile(r"([A-Z])\1\.")
_FIGURE_BEFORE = re.compile(r"[^\dA-Za-z_\s][^\w\s]?[A-Za-z]*\d{1,6}\Z")
_ROMAN = re.compile(r"[IVXLC]+\b|[§(\[]")
_NUMBERING = re.compile(rf"[(（]?(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}|[A-Za-z]|[ivxIVX]{{1,5}}|[{COUNTING}]{{1,3}})")


def cut_sentences(source: Source, sections: tuple[Section, ...], flat: Flat | None = None) -> tuple[Sentence, ...]:
    """Every sentence of a document in the order of the text, with its section and role.

    The heading of a section is a sentence of its own, but for a bold lead (`**Cookies.** We use ...`): that opens the
    sentence it stands in. Sentences tile the text up to white space: nothing else is lost, and nothing is in two
    sentences. `sections` must tile `source.text`; `flat` is what `flat_of` gives for the source, where it is at hand.
    """
    found: list[tuple[Span, int, bool]] = []
    text = source.bare
    paragraphs = _ParagraphsInOrder(paragraphs_of(flat or flat_of(source)))
    for section in sections:
        heading = _heading(text, section)
        lead = section.style == _LEAD and _runs_on(text, heading)
        if lead:
            heading = Span(section.span.start, section.span.start)
        elif heading.start < heading.end:
            found.append((heading, section.id, True))
        body = Span(max(heading.end, section.span.start), section.span.end)
        for paragraph in paragraphs.within(body):
            spans = split(text, paragraph.start, paragraph.end)
            if lead:
                spans = _open_with(section.heading.end, spans)
            found.extend((span, section.id, False) for span in spans)
    found = with_words(source, found)
    verdicts = iter(
        assign_roles(source, sections, tuple((span, section) for span, section, title in found if not title))
    )
    return tuple(
        Sentence(number, span, section, *((Role.HEADING, Said("heading")) if title else next(verdicts)))
        for number, (span, section, title) in enumerate(found)
    )


def _runs_on(text: str, heading: Span) -> bool:
    """Whether a bold lead is the first word of a sentence: text follows on its line, and no full stop outside the bold."""
    stop = text.find("\n", heading.end)
    follows = text[heading.end : len(text) if stop < 0 else stop].strip()
    return bool(follows) and _SET_OFF.search(text[heading.start : heading.end]) is None


def _open_with(end: int, spans: list[Span]) -> list[Span]:
    """The sentences, those that end by `end` joined to the one after them."""
    inside = [span for span in spans if span.end <= end]
    rest = spans[len(inside) :]
    return [Span(inside[0].start, rest[0].end), *rest[1:]] if inside and rest else spans


class _ParagraphsInOrder:
    """Hands out paragraphs clipped to one range after another; the ranges must come in the order of the text."""

    def __init__(self, paragraphs: tuple[Span, ...]) -> None:
        self._paragraphs = paragraphs
        self._next = 0

    def within(self, body: Span) -> Iterator[Span]:
        while self._next < len(self._paragraphs):
            start, end = self._paragraphs[self._next]
            if start >= body.end:
                return
            if end > body.start:
                yield Span(max(start, body.start), min(end, body.end))
            if end > body.end:
                return
            self._next += 1


def _heading(text: str, section: Section) -> Span:
    """The heading with the marks that else would stand alone: `##` before it, `**` or a line of `====` after it."""
    start, end = section.heading
    if start >= end:
        return Span(section.span.start, section.span.start)
    bold = any(sign in text[section.span.start : start + 1] for sign in "*_")
    tail = (_BOLD_HEADING_TAIL if bold else _HEADING_TAIL).match(text, end, section.span.end)
    return _trim(text, _skip(text, section.span.start, start), tail.end() if tail else end)


def split(text: str, start: int, end: int) -> list[Span]:
    """The sentences of one paragraph, in order.

    `start` and `end` bound the paragraph in code points of `text`; so do the spans. Spans are trimmed, and between
    neighbours stand only white space and characters without width. A piece without letter or digit is joined to its
    neighbour.
    """
    spans: list[Span] = []
    first = _skip(text, start, end)
    for border in _borders(text, first, end):
        spans.append(_trim(text, first, border))
        first = _skip(text, border, end)
    if first < end:
        spans.append(_trim(text, first, end))
    return _join_fragments(text, spans)


def _skip(text: str, start: int, end: int) -> int:
    match = _SKIP.match(text, start, end)
    return match.end() if match else start


def _trim(text: str, start: int, end: int) -> Span:
    while end > start and _SKIP.fullmatch(text[end - 1]):
        end -= 1
    return Span(start, end)


def _join_fragments(text: str, spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    bare = False
    for span in spans:
        silent = not any(map(str.isalnum, text[span.start : span.end]))
        if joined and (bare or silent):
            joined[-1] = Span(joined[-1].start, span.end)
            bare = bare and silent
        else:
            joined.append(span)
            bare = silent
    return joined


def _borders(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence ends and another one follows."""
    asides = _asides(text, start, end)
    nearest = 0
    first = start
    for mark in _MARKS.finditer(text, start, end):
        if mark.start() < first or not (mark[0] in _COMMON or _may_end(text, mark)):
            continue
        while nearest < len(asides) and asides[nearest].end <= mark.start():
            nearest += 1
        aside = asides[nearest] if nearest < len(asides) and asides[nearest].start < mark.start() else None
        border = _border(text, start, Span(first, end), mark, aside)
        if border is not None:
            first = _skip(text, border, end)
            if first >= end:
                return
            yield border


def _may_end(text: str, mark: re.Match[str]) -> bool:
    """Whether marks may end a sentence that do so in one script alone, or behind some words do not."""
    last = mark[0][-1]
    if last in GREEK_QUESTION or mark[0][0] in GREEK_QUESTION:
        return _GREEK_LETTER.match(text, mark.start() - 1) is not None
    if last in WORD_DOTS:
        return len(mark[0]) > 1
    return last not in STROKES or NO_END_AFTER.search(text, max(0, mark.start() - _LOOKED_BACK), mark.start()) is None


def _asides(text: str, start: int, end: int) -> list[Span]:
    """The outermost quotations and brackets that are closed again before long, in order and apart from each other."""
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(text, start, end):
        sign = match[0]
        while opened and match.start() - opened[-1][1] > _LONGEST_ASIDE:
            opened.pop()
        if opened and sign in PAIRS[opened[-1][0]]:
            _, begin = opened.pop()
            while found and found[-1].start > begin:
                found.pop()
            found.append(Span(begin, match.end()))
        elif sign in PAIRS:
            opened.append((sign, match.start()))
    return found


def _border(text: str, begin: int, sentence: Span, mark: re.Match[str], aside: Span | None) -> int | None:
    """The end of the sentence that `mark` closes in the paragraph from `begin` on, or None where it closes none."""
    closed = _closed(text, begin, mark, sentence.end)
    border = closed
    if closed < sentence.end and not text[closed].isspace():
        border = end_of_mark(text, Span(begin, sentence.end), Span(*mark.span()), closed)
    noted = border > closed
    if aside and border == aside.end - 1:
        border = aside.end  # a mark that opens in one language closes in another: „…“
    if aside and border < aside.end and not _stands_alone(text, sentence, aside):
        return None
    follows = _skip(text, border, sentence.end)
    if follows >= sentence.end:
        return border
    after = text[follows]
    if after in NEVER_FIRST:
        return None
    if aside and border >= aside.end and not _ends_after_aside(text, sentence, aside, after):
        return None
    if mark[0][-1] in WIDE_ENDS or mark[0][-1] in WORD_DOTS or (noted and text[closed].isdigit()):
        return border
    return border if _narrow_mark_ends(text, sentence, mark, Span(border, follows)) else None


def _closed(text: str, begin: int, mark: re.Match[str], end: int) -> int:
    """Where the quotes and brackets end that close behind `mark`. A straight quote opens after an even number of them, at a letter."""
    closed = _CLOSERS.match(text, mark.end(), end)
    if closed is None:
        return mark.end()
    at = text.find('"', *closed.span())
    opens = at >= 0 and text.count('"', begin, at) % 2 == 0 and text[at + 1 : at + 2].isalnum()
    return at if opens and not is_plain_mark(text, at + 1, end) else closed.end()


def _stands_alone(text: str, sentence: Span, aside: Span) -> bool:
    """Whether a quotation or bracket is made of whole sentences, so that each of them is cut."""
    if aside.start > sentence.start or text[aside.end - 2] not in SENTENCE_ENDS:
        return False
    follows = _skip(text, aside.end, sentence.end)
    return follows >= sentence.end or text[follows] not in NEVER_FIRST | _words().after_quotes


def _ends_after_aside(text: str, sentence: Span, aside: Span, after: str) -> bool:
    """Whether a final mark just inside a closing quotation mark or bracket also ends the sentence around it."""
    if text[aside.start] in QUOTES:
        return after not in _words().after_quotes
    return aside.start <= sentence.start


def _narrow_mark_ends(text: str, sentence: Span, mark: re.Match[str], gap: Span) -> bool:
    """Whether `.`, `!`, `?` or an ellipsis ends a sentence. `gap` is the white space between it and what follows."""
    after = text[gap.end]
    wide = has_no_blanks(after)
    glued = gap.end == gap.start and not wide
    if glued and not has_no_blanks(text[max(sentence.start, mark.start() - 1)]):
        return False
    if after.islower() or (wide and mark[0][-1] == "…") or _broken_decimal(text, sentence, mark, gap):
        return False
    if mark[0] not in (".", "．"):
        return True
    return not _goes_on_after_stop(text, sentence, mark.start(), gap.end)


def _broken_decimal(text: str, sentence: Span, mark: re.Match[str], gap: Span) -> bool:
    """Whether a line break stands inside a decimal: in scripts with a full stop of their own `增长8.` ends no sentence."""
    if mark[0] not in (".", "．") or text[gap.start : gap.end] != "\n" or not text[gap.end].isdecimal():
        return False
    figure = _FIGURE_BEFORE.search(text, max(sentence.start, mark.start() - 12), mark.start())
    return figure is not None and has_no_blanks(figure[0][0])


def _goes_on_after_stop(text: str, sentence: Span, stop: int, follows: int) -> bool:
    """Whether the full stop at `stop` belongs to a number, a numbering or an abbreviation."""
    before = text[max(sentence.start, stop - _LOOKED_BACK) : stop]
    if stop - sentence.start <= _LOOKED_BACK and _NUMBERING.fullmatch(before):
        return True
    if _words().ordinal.search(before):
        return True
    word = _WORD_BEFORE.search(before)
    if not word:
        return False
    if _is_abbreviation(before, word[0], text, Span(follows, sentence.end)):
        return True
    if word[0] == "I" or not word[0][0].isupper() or not _INITIALS.fullmatch(word[0]):
        return False
    opener = _WORD_AFTER.match(text, follows, sentence.end)
    return opener is not None and text[follows].isupper() and opener[0].lower() not in _words().openers


def _is_abbreviation(before: str, word: str, text: str, rest: Span) -> bool:
    """Whether the word that ends `before`, and stands before a full stop, is shortened in front of the rest."""
    words, bare = _words(), word.lower()
    spaced = _SPACED_BEFORE.search(before) if len(word) <= _SHORT else None
    whole = re.sub(r"\s", "", spaced[0]).lower() if spaced else bare
    acronym = word.isalpha() and len(word) > 1 and word.isupper() and not spaced
    if not acronym and not words.abbreviations.isdisjoint((bare, whole, whole.split(".", 1)[-1])):
        return True
    if len(bare) == 1 and (_SPACED.match(text, *rest) or (bare.isalpha() and bare.upper() == bare)):
        return True
    if bare in words.before_names and not spaced and not _BEHIND_NUMBER.search(before):
        return True
    if len(word) == _PAIR and _DOUBLED.search(before) and _DOUBLED_BELOW.match(text, *rest):
        return True
    numbered = text[rest.start].isdigit()
    if numbered and _DOTTED.fullmatch(whole) and whole not in words.times:
        return True
    return bare in words.before_numbers and (numbered or _ROMAN.match(text, *rest) is not None)


class _Words(NamedTuple):
    """What stands beside a mark that ends no sentence, in all languages at once: which one it is need not be known."""

    abbreviations: frozenset[str]
    before_numbers: frozenset[str]
    before_names: frozenset[str]
    openers: frozenset[str]
    times: frozenset[str]
    ordinal: re.Pattern[str]
    after_quotes: frozenset[str]


@cache
def _words() -> _Words:
    languages = all_languages()
    words = [*(each.sentences for each in languages), *FURTHER.values()]
    before = joined(languages, lambda each: each.sentences.before_ordinals)
    return _Words(
        abbreviations=frozenset().union(*(each.abbreviations for each in words)),
        before_numbers=frozenset().union(*(each.before_numbers for each in words)),
        before_names=frozenset().union(*(each.before_names for each in words)),
        times=frozenset().union(*(each.times for each in words)),
        openers=frozenset().union(*(each.openers for each in words)),
        ordinal=re.compile(rf"(?:^|\b(?:{before})\s)\(?\d{{1,2}}$", re.IGNORECASE),
        after_quotes=frozenset("".join(each.after_quotes for each in words)),
    )
