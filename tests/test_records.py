"""Results from Python: rows for data frames, and what a notebook shows."""

import json
import re
import sys
from html.parser import HTMLParser

import pytest

from repdiff import (
    Check,
    Comparison,
    RepdiffError,
    Source,
    Track,
    TrackOptions,
    check,
    check_places,
    compare,
    cut_document,
    track,
)
from repdiff.comparison.doubt import set_apart

OLD = "一、重点工作\n新增城镇就业5万人。建设学校3至5所。修水库。\n"
NEW = "一、工作回顾\n新增城镇就业6万人。\n二、重点工作\n新增城镇就业6万人。建设学校4至6所。种树。\n"


@pytest.fixture(scope="module")
def checked() -> Check:
    return check(Source("2020.txt", OLD), Source("2021.txt", NEW))


@pytest.fixture(scope="module")
def tracked() -> Track:
    return track([Source("2020.txt", OLD), Source("2021.txt", NEW)], TrackOptions(results=True))


def test_every_sentence_is_in_one_record_in_the_order_of_the_new_text(seed_pair: Comparison) -> None:
    for comparison in (seed_pair, set_apart(seed_pair, 0.7)):
        rows = comparison.records()
        for side, document in (("old", comparison.old), ("new", comparison.new)):
            spans = [tuple(span) for row in rows for span in row[f"{side}_spans"]]
            assert sorted(spans) == [tuple(sentence.span) for sentence in document.sentences]
        starts = [row["new_spans"][0][0] for row in rows if row["new_spans"]]
        assert starts == sorted(starts)
        json.dumps(rows)


def test_a_record_says_what_became_of_a_sentence(small_comparison: Comparison) -> None:
    rows = small_comparison.records()
    moved = next(row for row in rows if row["old_text"] == "稳定粮食生产。")
    assert (moved["kind"], moved["moved"], moved["score"]) == ("identical", True, 1.0)
    assert (moved["old_section"], moved["new_section"]) == ("二、农业", "一、制造业")
    assert moved["old_places"] == ["8:1"]
    dropped = next(row for row in rows if row["old_text"] == "发展旅游业。")
    assert (dropped["kind"], dropped["score"], dropped["new_text"], dropped["roles"]) == (
        "dropped",
        None,
        "",
        ["commitment"],
    )
    split = next(row for row in rows if row["shape"] == "split")
    assert len(split["new_places"]) == 2
    merged = next(row for row in rows if row["shape"] == "merged")
    assert merged["perhaps"]


def test_a_turn_of_meaning_is_in_words() -> None:
    found = compare(Source("a", "水泥产能要增长百分之五。\n"), Source("b", "水泥产能要下降百分之五。\n")).records()
    assert found[0]["turned"] == ["增长 → 下降"]


def test_promises_and_points_are_numbers_in_the_base_unit(checked: Check, tracked: Track) -> None:
    first = checked.records()[0]
    assert (first["verdict"], first["target"], first["target_number"], first["target_unit"]) == (
        "met",
        "5万人",
        50000,
        "人",
    )
    assert (first["result_number"], first["gap"], first["condition_unit"]) == (60000, 10000, "agrees")
    assert first["promise_place"] == "2:7"
    school = next(row for row in tracked.records() if row["indicator"].startswith("建设学校"))
    assert (school["target_number"], school["target_high"], school["target_bound"]) == (3, 5, "between")
    assert {row["version"] for row in tracked.records()} == {"2020", "2021"}


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_data_frames_have_the_same_columns_with_and_without_rows(
    package: str, checked: Check, tracked: Track, small_comparison: Comparison
) -> None:
    pytest.importorskip(package)
    nothing = Source("a", "")
    for full, empty in (
        (small_comparison, compare(nothing, nothing)),
        (tracked, track([nothing, nothing])),
    ):
        frame, bare = (getattr(each, f"to_{package}")() for each in (full, empty))
        assert list(frame.columns) == list(bare.columns) == list(full.records()[0])
        assert (len(frame), len(bare)) == (len(full.records()), 0)
    frame = getattr(checked, f"to_{package}")()
    assert list(frame.columns) == list(checked.records()[0])
    assert next(iter(frame["target_number"])) == 50000


def test_a_package_that_is_missing_is_named(small_comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(RepdiffError, match=r"polars is not installed\. Run: pip install polars"):
        small_comparison.to_polars()


class _Page(HTMLParser):
    """Notes the tags and attributes, and whether every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(html: str) -> _Page:
    found = _Page()
    found.feed(html)
    assert not found.open
    return found


def test_a_notebook_shows_a_short_safe_report(
    seed_pair: Comparison, checked: Check, tracked: Track, small_comparison: Comparison
) -> None:
    for result in (seed_pair, small_comparison, checked, tracked, seed_pair.new, cut_document(Source("a", ""))):
        html = result._repr_html_()
        found = page(html)
        assert found.tags <= {"div", "p", "b", "br", "table", "caption", "tr", "td", "ins", "del", "span"}
        assert found.names <= {"style", "dir", "colspan"}
        assert len(html) < 60_000
        assert html.count("<tr>") <= 70
        assert "url(" not in html
    assert re.search(r"另有\d+行", seed_pair._repr_html_())
    hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> \x1b[31m \ud800"
    made = compare(Source(hostile, f"{hostile} one.\n"), Source("b", f"{hostile} two.\n"))
    html = made._repr_html_()
    assert not page(html).tags & {"script", "img"}
    html.encode("utf-8")


def test_many_places_are_shown_too() -> None:
    from repdiff import Place, Places

    table = Places("t.csv", ("old", "new"), (Place("here", (Source("2020.txt", OLD), Source("2021.txt", NEW))),))
    assert "here" in check_places(table)._repr_html_()
