"""Over how long a quantity is counted: a quarter, the year, five years, or all the time so far.

The nearest words before the quantity in its sentence say it (`一季度`, `over the past five years`); else the sentence before it that
opened with such words (`这五年，…`), as far as its section goes; else the heading (`一、2019年工作回顾`).
"""

import re
from collections.abc import Iterator

from repdiff.model.document import Document
from repdiff.model.quantities import NOT_SAID, Stretch
from repdiff.model.texts import Role, Span

_HAN = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2, "兩": 2}
_ENGLISH = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten".split())}
_NUMBER = r"(?:\d{1,2}|[一二两兩三四五六七八九十]|(?i:one|two|three|four|five|six|seven|eight|nine|ten))"
# The order matters: what comes first is the more telling reading of the same words. Only words that have letters in two cases are
# looked for in both: for all others that would take many times as long.
_SAID = re.compile(
    r"(?P<since>(?:(?<![今本])年(?![初内])|大|后|後|会|會|届|屆)以[来來]|(?i:since (?:\w+ )?(?:19|20)\d\d|to date|so far(?! this year)))"
    r"|(?P<from>(?:19|20)\d\d)年?(?:[-–—~～至到]| (?i:to|through) )(?P<until>(?:19|20)\d\d)(?!\d)"
    rf"|(?:[这這近前]|过去|過去|最近|今后|今後|未来|未來|接下来|此后)(?:的)?(?P<these>{_NUMBER})年(?![级級])"
    rf"|(?<![第\d.])(?P<years>{_NUMBER})年(?:[来來间間]|以[来來]|累计|累計|共|总计)"
    rf"|(?P<done>{_NUMBER})年[^，。；,;]{{0,12}}?(?:收官|告捷|结束|結束|(?:圆满|圓滿|全面|顺利|順利|如期)(?:完成|实现|實現))"
    r"|(?P<plan>[“”\"]?十[一二三四五六七八九]?[·•]?五[“”\"]?(?:时期|時期|期间|期間|以来|以來|五年))|(?P<term>本届政府(?:以来|任期))"
    rf"|(?i:past|last|next|coming|previous|over|within) (?P<past>{_NUMBER}) (?i:years)"
    r"|(?P<quarters>前[二三]季度|(?:前|头)三个季度|(?i:first (?:two|three) quarters))"
    r"|(?P<quarter>第?[一二三四1-4]季度|首季|\b[Qq][1-4]\b|(?i:(?:first|second|third|fourth|last) quarter))"
    r"|(?P<half>[上下]半年|\b[Hh][12]\b|(?i:(?:first|second) half(?: of (?:the year|20\d\d))?))"
    rf"|(?<!\d)(?P<first>\d{{1,2}})月?(?:份)?[-–—~～至到](?P<last>\d{{1,2}})月"
    rf"|(?:前|头|(?i:first) )(?P<months>{_NUMBER})(?:个月|個月| (?i:months))"
    r"|(?P<month>(?<!\d)\d{1,2}月份|(?i:(?:in|for) (?:January|February|March|April|May|June|"
    r"July|August|September|October|November|December))\b)"
    r"|(?P<year>全年|当年|當年|一年来|一年來|过去一年|過去一年|今年(?!以来|以來)|本年度|"
    r"(?<!\d)20\d\d年(?!度?(?:远景|規劃|规划|末|底|初|来|來|以来|以來|\d{1,2}月))|"
    r"(?i:in|during|for|fiscal|FY) ?20\d\d(?!\d|[-–—])|(?i:this year|full[- ]year|over the year))"
)
_SO_FAR = re.compile(r"累[计計]|历年|歷年|(?i:cumulative(?:ly)?|all[- ]time)")
# What a number is compared with is another time than its own.
_COMPARED = re.compile(r"(?:[比较較与與同由从從是到为為至]|(?i:than|from|by|until))\s?[“”\"]?\Z")
# What may stand before the words that open a sentence: marks, a salutation, a preposition.
_BEFORE_OPENING = re.compile(r"(?:[^，。；,;]{0,12}[！!：:])?[\W_]*(?:(?:在|回顾|回顧|(?i:in|over|during|the))[\W_]*)*")
_HINT = re.compile(
    r"[年月季届屆大后後会會累]|20\d\d|(?i:year|quarter|month|half|since|date|far|Q[1-4]|H[12]|cumul|all)|十[一二三四五六七八九]?[·•]?五"
)
_YEAR = 12
_PLAN = 60
_ONE_YEAR = Stretch(_YEAR)
_TOPIC = re.compile(
    r"[”\"]?(?:[，,、：:]|\Z|的[^，。；,;]{0,16}[是为：:])"
)  # the words before it stand for all that follows
_COMING = re.compile(r"今[后後]|未[来來]|接下来|此后|(?i:next|coming)")
_OPENING = 40  # characters in which a sentence says of what time it and the next ones speak


def stretches(document: Document) -> tuple[Stretch, ...]:
    """For every sentence, what the sentences before it in its section, and its headings, say of the time that it speaks of."""
    titles = _titles(document)
    found = []
    running, section, before = NOT_SAID, -1, 0
    line: Stretch | None = None
    for sentence in document.sentences:
        if sentence.section != section:
            deeper = section >= 0 and document.sections[sentence.section].level > document.sections[section].level
            said = _first(document.sections[sentence.section].title)
            running = said or (running if deeper else titles[sentence.section])
            section, line = sentence.section, None
        if "\n" in document.source.quote(Span(before, sentence.span.start)):
            line = None
        before = sentence.span.end
        found.append(line or running)
        opened = _opening(document.text(sentence.id)) if sentence.role is not Role.HEADING else None
        if opened is not None:
            # What the coming years bring is told in one paragraph; what the past ones brought may fill a chapter.
            line = opened[0] if opened[1] else None
            running = running if opened[1] else opened[0]
    return tuple(found)


def stretch_of(ahead: str, clause: tuple[str, str], running: Stretch) -> Stretch:
    """The time over which a quantity counts.

    `ahead` is its sentence up to the quantity, `clause` its clause before and after it, `running` what the text before the sentence says.
    """
    before, after = clause
    if not _HINT.search(ahead) and not _HINT.search(after):
        return running
    said = _last(before) or _last(after) or _last(ahead)
    if said is not None:
        return said
    # A sum within five years is that of the five years; where no more than a year is spoken of, it is that of all years.
    return Stretch(0, True) if _SO_FAR.search(before) and running.months <= _YEAR else running


def _titles(document: Document) -> list[Stretch]:
    """What the heading of each section says, else the one above it; the title of the whole says when it was written."""
    found: list[Stretch] = []
    for section in document.sections:
        said = None if section.style == "title" else _first(section.title)
        above = found[section.parent] if section.parent is not None else NOT_SAID
        found.append(said or above)
    return found


def _opening(text: str) -> tuple[Stretch, bool] | None:
    """The time that a sentence begins with, for itself and for those that follow (`五年来，…`, `2020年…`), and whether it is to come.

    A year may also begin its second clause (`根据规划，今年…`): it is what a report speaks of anyway.
    """
    if not _HINT.search(text, 0, _OPENING):
        return None
    for match in _SAID.finditer(text, 0, _OPENING):
        said, before = _read(match), text[: match.start()]
        if said == _ONE_YEAR and (_BEFORE_OPENING.fullmatch(before) or before[-1:] in "，,"):
            return said, False
        if said.months > _YEAR and _BEFORE_OPENING.fullmatch(before) and _TOPIC.match(text, match.end()):
            return said, bool(_COMING.search(match[0]))
    return None


def _first(text: str) -> Stretch | None:
    """The time that a heading names first; one that names several says it only of a year, and leaves the longer ones to the text."""
    found = list(_all(text)) if _HINT.search(text) else []
    if not found:
        return None
    return found[0] if len(set(found)) == 1 or found[0] == _ONE_YEAR else NOT_SAID


def _last(text: str) -> Stretch | None:
    found = list(_all(text))
    return found[-1] if found else None


def _all(text: str) -> Iterator[Stretch]:
    for match in _SAID.finditer(text):
        if not _COMPARED.search(text[: match.start()][-8:]):
            yield _read(match)


def _read(match: re.Match[str]) -> Stretch:
    """The stretch that a match of `_SAID` names."""
    name = match.lastgroup or ""
    if match["since"]:
        return Stretch(0, True)
    if match["from"]:
        return Stretch(_YEAR * max(1, int(match["until"]) - int(match["from"]) + 1))
    if match["first"]:
        return Stretch(max(1, int(match["last"]) - int(match["first"]) + 1))
    if name in ("these", "years", "done", "past"):
        return Stretch(_YEAR * _number(match[name]))
    if name == "months":
        return Stretch(_number(match[name]))
    if name == "quarters":
        return Stretch(6 if re.search("二|two", match[name]) else 9)
    return Stretch({"plan": _PLAN, "term": _PLAN, "quarter": 3, "half": 6, "month": 1}.get(name, _YEAR))


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _HAN.get(word) or _ENGLISH.get(word.lower(), 1)
