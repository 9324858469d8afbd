"""How long the page keeps a reader waiting. Run with `pytest -m benchmark tests/bench_page.py -s`."""

import random
from html import escape
from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, settle, until
from conftest import document

from repdiff import Comparison, View
from repdiff.model.document import Document
from repdiff.model.links import Edit, Group, Kind, Link, Op, SectionLink, Shape
from repdiff.model.texts import Role, Span
from repdiff.renderers import render

BUSY = """() => { window.busy = []; new PerformanceObserver((list) => busy.push(...list.getEntries().map((e) => e.duration)))
  .observe({ type: 'longtask' }); }"""


@pytest.mark.benchmark
def test_two_megabytes_filter_and_scroll_without_a_long_task(watched: Watched, tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text(render(long_comparison(), "html", View(lang="en")), encoding="utf-8")
    tab = watched.tab
    tab.goto(path.as_uri())
    tab.wait_for_timeout(1_000)
    tab.evaluate(BUSY)
    for step in (
        "byId('fold').click()",
        "shows[0].click()",
        "showAll()",
        "search.value = '产业'; apply()",
        "showAll()",
    ):
        tab.evaluate(step + "; 0")
        settle(tab)
        tab.wait_for_timeout(200)
    for _ in range(10):
        tab.mouse.wheel(0, 5_000)
        tab.wait_for_timeout(60)
    busy = tab.evaluate("busy")
    print(f"longest task {max(busy, default=0):.0f} ms")
    assert max(busy, default=0) <= 200


@pytest.mark.benchmark
def test_the_first_change_is_shown_within_twice_the_time_of_a_plain_page(
    browser: Any, address: str, seed_pair: Comparison, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.html"
    texts = (escape(document.source.text) for document in (seed_pair.old, seed_pair.new))
    plain.write_text(f"<!doctype html><meta charset=utf-8><p>{'<p>'.join(texts)}", encoding="utf-8")

    def opened(url: str) -> float:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        tab = context.new_page()
        tab.goto(url)
        until(tab, "performance.getEntriesByName('first-contentful-paint').length > 0")
        took: float = tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        context.close()
        return took

    ours, theirs = (min(opened(url) for _ in range(5)) for url in (address, plain.as_uri()))
    print(f"first paint: {ours:.0f} ms, plain page {theirs:.0f} ms")
    assert ours <= 2 * theirs


def long_comparison() -> Comparison:
    """Two documents of about 1 MB, made up and linked by hand: sentence k of one is sentence k of the other, but for one in seven."""
    words = "建设推进加快实施完善城乡产业项目服务改革创新生态环境交通教育医疗农业工业数字经济"
    draw = random.Random(1)
    parts = [
        (
            f"{k}、章节{k}",
            [("".join(draw.choices(words, k=28)) + f"增长{draw.randint(1, 99)}%", Role.COMMITMENT) for _ in range(80)],
        )
        for k in range(120)
    ]
    old = document("a.txt", tuple((title, [(f"{text}。", role) for text, role in rows]) for title, rows in parts))
    new = document("b.txt", tuple((title, [(f"{text}左右。", role) for text, role in rows]) for title, rows in parts))
    kept = [s.id for s in old.sentences if s.id % 7]
    lost = tuple(s.id for s in old.sentences if not s.id % 7)
    links = tuple(Link(k, k, Kind.REWORDED, False, 0.9, "same place") for k in kept)
    groups = tuple(
        Group((k,), (k,), (n,), Kind.REWORDED, Shape.ONE, False, 0.9, _insert(old, new, k)) for n, k in enumerate(kept)
    )
    sections = tuple(SectionLink(s.id, s.id, 0.9, False, False, "") for s in old.sections)
    return Comparison(old, new, sections, links, groups, lost, lost, ())


def _insert(old: Document, new: Document, k: int) -> tuple[Edit, ...]:
    a, b = old.sentences[k].span, new.sentences[k].span
    same = min(a.end - a.start, b.end - b.start) - 1
    return (
        Edit(Op.EQUAL, Span(a.start, a.start + same), Span(b.start, b.start + same)),
        Edit(Op.INSERT, Span(a.start + same, a.start + same), Span(b.start + same, b.end)),
    )
