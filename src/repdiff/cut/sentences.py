"""Cut paragraphs into sentences.

One pass over the sentence-final marks of a paragraph decides each of them by its neighbours, in every script alike. No language has to
be named: what differs between languages (abbreviations, ordinals, French spaces, quotation marks) is told apart by form. A semicolon is
no border: hand annotators of Chinese, English and German texts hardly ever end a sentence there.
"""

import re
from collections.abc import Iterator

from repdiff.model import Span

# White space and the characters that take no room: soft hyphen, joiners, marks of direction, byte order mark.
_BLANK = r"\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
_SKIP = re.compile(rf"[{_BLANK}]*")
_WIDE_MARKS = "。！？｡।॥؟۔։።"
_MARKS = re.compile(rf"[{_WIDE_MARKS}.．!?…‼⁇⁈⁉]+")
_CLOSERS = re.compile(r"[”’」』»›）)】\]〕〉》\"'*_]*(?:[ \u00a0\u202f]?»)?")
_PAIRS = {
    "“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "（": "）)", "(": ")）", "【": "】", "《": "》", "〈": "〉",
    "[": "]", "〔": "〕", "„": "“”", "‚": "‘’",
}  # fmt: skip
_QUOTES = frozenset("“‘「『«„‚")
_BRACKETS = re.compile(r"[“”‘’「」『』«»（）()【】《》〈〉\[\]〔〕„‚]")
_LONGEST_ASIDE = 400
"""Code points of a quotation or bracket that still reads as part of one sentence; a longer one is a speech or a lost closing mark."""

_HAN = r"\u2e80-\u30ff\u31f0-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_EAST_ASIAN = re.compile(rf"[{_HAN}]")
_NEVER_FIRST = frozenset("，、；：,;:。！？!?.…%‰）)】》」』”’»›的地得")
_AFTER_QUOTE = frozenset("等和与與及或为為是之とをにはがのでも")
# Words before a full stop that the sentence goes on after: titles, references, "for example". Small letters, without their last stop.
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof rev hon st mt messrs gen col sgt lt capt gov sen rep pres supt vs cf e.g i.e viz ca approx est resp incl excl
    no nos nr art arts abs sec secs sect fig figs eq vol vols p pp ch chap par para cl ed eds ex jan feb mar apr jun jul aug sept sep oct nov dec
    m mm mme mlle mgr me fr hr frl z.b u.a d.h v.a o.ä s.o s.u i.d.r u.u z.t vgl bzw ggf evtl bspw sog ziff kap bd tab abb anm hrsg tel
    str inkl zzgl max min mind p.ex env cad c.-à-d av bd sr sra srta dña núm pág ing arq dott sig""".split()
)
_WORD_BEFORE = re.compile(r"[^\W_](?:[\w.\-]{0,14})$")
_ORDINAL = re.compile(
    r"(?:^|\b(?:am|vom|zum|beim|ab|bis|seit|im|der|die|das|dem|den|des|und|jeder|jedes|ihr|sein)\s)\(?\d{1,2}$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"[(（]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3})$")


def split(text: str, start: int, end: int) -> list[Span]:
    """The sentences of one paragraph, in order.

    `start` and `end` bound the paragraph in code points of `text`; so do the spans. Spans are trimmed, and between neighbours stand only
    white space and characters without width. A piece without letter or digit is joined to its neighbour.
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
    for span in spans:
        bare = bool(joined) and not any(map(str.isalnum, text[joined[-1].start : joined[-1].end]))
        if joined and (bare or not any(map(str.isalnum, text[span.start : span.end]))):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _borders(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence ends and another one follows."""
    asides = _asides(text, start, end)
    nearest = 0
    first = start
    for mark in _MARKS.finditer(text, start, end):
        if mark.start() < first:
            continue
        while nearest < len(asides) and asides[nearest].end <= mark.start():
            nearest += 1
        aside = asides[nearest] if nearest < len(asides) and asides[nearest].start < mark.start() else None
        border = _border(text, Span(first, end), mark, aside)
        if border is not None:
            first = _skip(text, border, end)
            if first >= end:
                return
            yield border


def _asides(text: str, start: int, end: int) -> list[Span]:
    """The outermost quotations and brackets that are closed again before long, in order and apart from each other."""
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(text, start, end):
        sign = match[0]
        while opened and match.start() - opened[-1][1] > _LONGEST_ASIDE:
            opened.pop()
        if opened and sign in _PAIRS[opened[-1][0]]:
            _, begin = opened.pop()
            while found and found[-1].start > begin:
                found.pop()
            found.append(Span(begin, match.end()))
        elif sign in _PAIRS:
            opened.append((sign, match.start()))
    return found


def _border(text: str, sentence: Span, mark: re.Match[str], aside: Span | None) -> int | None:
    """The end of the sentence that `mark` closes, or None where it closes none."""
    closed = _CLOSERS.match(text, mark.end(), sentence.end)
    border = closed.end() if closed else mark.end()
    if aside and border < aside.end:
        # Inside a quotation: a border only where the quotation opens the sentence, so that its sentences stand on their own.
        if aside.start != sentence.start or border != mark.end():
            return None
    follows = _skip(text, border, sentence.end)
    if follows >= sentence.end:
        return border
    after = text[follows]
    if after in _NEVER_FIRST:
        return None
    if aside and border >= aside.end and not _ends_after_aside(text, sentence, aside, after):
        return None
    if mark[0][-1] in _WIDE_MARKS:
        return border
    return border if _narrow_mark_ends(text, sentence, mark, Span(border, follows)) else None


def _ends_after_aside(text: str, sentence: Span, aside: Span, after: str) -> bool:
    """Whether a sentence-final mark just inside a closing quotation mark or bracket also ends the sentence around it."""
    if text[aside.start] in _QUOTES:
        return after not in _AFTER_QUOTE
    return aside.start == sentence.start


def _narrow_mark_ends(text: str, sentence: Span, mark: re.Match[str], gap: Span) -> bool:
    """Whether `.`, `!`, `?` or an ellipsis ends a sentence. `gap` is the white space between it and what follows."""
    after = text[gap.end]
    wide = bool(_EAST_ASIAN.match(after))
    if not gap.end > gap.start and not wide:
        return False
    if after.islower():
        return False
    if mark[0][-1] == "…" and wide:
        return False
    if mark[0] not in (".", "．"):
        return True
    return not _goes_on_after_stop(text, sentence, mark.start(), after)


def _goes_on_after_stop(text: str, sentence: Span, stop: int, after: str) -> bool:
    """Whether the full stop at `stop` belongs to a number, a numbering or an abbreviation."""
    before = text[max(sentence.start, stop - 24) : stop]
    opening = stop - sentence.start <= 24
    if opening and _NUMBERING.fullmatch(before):
        return True
    if _ORDINAL.search(before) and (after.isupper() or after.isdigit()):
        return True
    word = _WORD_BEFORE.search(before)
    if not word:
        return False
    bare = word[0]
    if len(bare) == 1 and bare.isupper() and bare != "I" and not _EAST_ASIAN.match(bare):
        return True
    return bare.lower() in _ABBREVIATIONS
