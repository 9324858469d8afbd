"""A small comparison built by hand: every kind and shape once, with what a document can do to a terminal."""

import signal

import pytest
from browsing import address, browser, seed_pair, tab, watched  # noqa: F401 - fixtures, found here by their names
from hypothesis import settings

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Edit, Group, Kind, Link, Op, SectionLink, Shape
from repdiff.model.said import Said
from repdiff.model.texts import Role, Section, Sentence, Source, Span

# The same examples in every run: what passes here passes there, and a failure is found again.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

_H, _C, _S, _F = Role.HEADING, Role.COMMITMENT, Role.STATEMENT, Role.FORMULA

OLD = (
    ("", [("各位代表！", _F), ("去年成绩显著。", _S)]),
    ("一、工业", [("加快发展现代工业，增长7%。", _C), ("建设[bold]园区[/]。", _C), ("新增就业3万人，扩大社保。", _C)]),
    ("二、农业", [("稳定粮食生产。", _C), ("修水库。", _C), ("修渠道。", _C)]),
    ("三、旅游", [("发展旅游业。", _C)]),
)
NEW = (
    ("", [("各位代表!", _F), ("去年成绩显著。", _S)]),
    (
        "一、制造业",
        [("加快发展先进制造业，增长7.5%。", _C), ("稳定粮食生产。", _C), ("新增就业4万人。", _C), ("扩大社保。", _C)],
    ),
    ("二、农业", [("修水库、渠道。", _C), ("种\x1b[31m树\u202e。", _C)]),
)


def pytest_configure() -> None:
    """A run in the background ignores interrupts, and so would the commands that tests start and interrupt."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def document(name: str, parts: tuple[tuple[str, list[tuple[str, Role]]], ...]) -> Document:
    """A document of one line per sentence; an empty title opens the text without a heading."""
    text, sections, sentences = "", [], []
    for title, rows in parts:
        start, number = len(text), len(sections)
        heading = Span(start, start + len(title))
        for line, role in ([(title, _H)] if title else []) + rows:
            sentences.append(Sentence(len(sentences), Span(len(text), len(text) + len(line)), number, role))
            text += line + "\n"
        sections.append(Section(number, 1, title, heading, Span(start, len(text)), None, "一、" if title else ""))
    return Document(Source(name, text, sha256="0" * 64), tuple(sections), tuple(sentences))


def _find(doc: Document, text: str) -> int:
    return next(sentence.id for sentence in doc.sentences if doc.text(sentence.id) == text)


def edits(old: Document, new: Document, olds: tuple[int, ...], news: tuple[int, ...]) -> tuple[Edit, ...]:
    """A plain character diff: enough for tests of what is shown."""
    from difflib import SequenceMatcher

    left = [i for s in olds for i in range(*old.sentences[s].span)]
    right = [i for s in news for i in range(*new.sentences[s].span)]
    matcher = SequenceMatcher(None, [old.source.text[i] for i in left], [new.source.text[i] for i in right], False)
    found = []
    for tag, a, b, c, d in matcher.get_opcodes():
        before, after = _cover(left, a, b), _cover(right, c, d)
        if tag == "equal":
            found.append(Edit(Op.EQUAL, before, after))
            continue
        if b > a:
            found.append(Edit(Op.DELETE, before, Span(after.start, after.start)))
        if d > c:
            found.append(Edit(Op.INSERT, Span(before.end, before.end), after))
    return tuple(found)


def _cover(offsets: list[int], start: int, end: int) -> Span:
    if start == end:
        at = offsets[start] if start < len(offsets) else offsets[-1] + 1
        return Span(at, at)
    return Span(offsets[start], offsets[end - 1] + 1)


@pytest.fixture(scope="session")
def small_comparison() -> Comparison:
    """identical, reworded, moved, split, merged, dropped, added; a renamed and a dropped section."""
    old, new = document("plan-2020.txt", OLD), document("plan-2021.txt", NEW)
    rows = [
        (["各位代表！"], ["各位代表!"], Kind.IDENTICAL, Shape.ONE, False, 1.0),
        (["去年成绩显著。"], ["去年成绩显著。"], Kind.IDENTICAL, Shape.ONE, False, 1.0),
        (["一、工业"], ["一、制造业"], Kind.REWORDED, Shape.ONE, False, 0.8),
        (["加快发展现代工业，增长7%。"], ["加快发展先进制造业，增长7.5%。"], Kind.REWORDED, Shape.ONE, False, 0.9),
        (["新增就业3万人，扩大社保。"], ["新增就业4万人。", "扩大社保。"], Kind.REWORDED, Shape.SPLIT, False, 0.8),
        (["二、农业"], ["二、农业"], Kind.IDENTICAL, Shape.ONE, False, 1.0),
        (["稳定粮食生产。"], ["稳定粮食生产。"], Kind.IDENTICAL, Shape.ONE, True, 1.0),
        (["修水库。", "修渠道。"], ["修水库、渠道。"], Kind.REWORDED, Shape.MERGED, False, 0.5),
    ]
    reason = Said("{kept} of {count} clauses reappear", kept=2, count=3)
    links: list[Link] = []
    groups: list[Group] = []
    for olds, news, kind, shape, moved, score in rows:
        a, b = tuple(_find(old, text) for text in olds), tuple(_find(new, text) for text in news)
        pairs = [Link(i, j, kind, moved, score, reason) for i in a for j in b]
        spelled = edits(old, new, a, b) if kind is Kind.REWORDED else ()
        groups.append(
            Group(a, b, tuple(range(len(links), len(links) + len(pairs))), kind, shape, moved, score, spelled)
        )
        links += pairs
    linked_old, linked_new = {i for g in groups for i in g.old}, {i for g in groups for i in g.new}
    return Comparison(
        old,
        new,
        (
            SectionLink(0, 0, 1.0, False, False, "both open the text"),
            SectionLink(1, 1, 0.7, True, False, "2 sentences in common"),
            SectionLink(2, 2, 0.6, False, False, "same title"),
        ),
        tuple(links),
        tuple(groups),
        tuple(s.id for s in old.sentences if s.id not in linked_old),
        tuple(s.id for s in new.sentences if s.id not in linked_new),
        (Said("{name} was read as {encoding} (assumed from its bytes).", name="plan-2020.txt", encoding="gb18030"),),
    )
