"""Promises held against results, and targets followed over the years."""

import csv
import io
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from repdiff import (
    Check,
    CheckOptions,
    Document,
    Fate,
    Outcome,
    RepdiffError,
    Source,
    Track,
    TrackOptions,
    View,
    check,
    read,
    track,
)
from repdiff.cli import run
from repdiff.renderers import render
from repdiff.report import promises as promises_report
from repdiff.report import tell

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
GOLD = ROOT.parent / "shared"
HOSTILE = "</script><img src=x onerror=alert(1)>"


def plan(text: str) -> Source:
    return Source("plan.txt", f"一、重点工作\n{text}\n")


def review(text: str) -> Source:
    return Source("review.txt", f"一、工作回顾\n{text}\n")


def told(form: str, result: Check | Track, view: View | None = None) -> str:
    """A report that is a text."""
    report = render(result, form, view)
    assert isinstance(report, str)
    return report


def verdict(promised: str, reported: str) -> tuple[Outcome, str]:
    (promise,) = check(plan(promised), review(reported)).promises
    return promise.verdict, promise.reason


@pytest.mark.parametrize(
    ("promised", "reported", "wanted"),
    [
        ("新增城镇就业5万人。", "新增城镇就业5.4万人。", Outcome.MET),
        ("新增城镇就业5万人。", "新增城镇就业4.4万人。", Outcome.MISSED),
        ("城镇调查失业率控制在5.5%以内。", "城镇调查失业率为5.2%。", Outcome.MET),
        ("固定资产投资增长6.5%。", "工业投资增长20.7%。", Outcome.SILENT),
        ("居民消费价格涨幅3%左右。", "居民消费价格涨幅1%。", Outcome.UNDETERMINED),
        ("新增省级以上“小巨人”企业15家。", "新增国家级“小巨人”企业11家。", Outcome.UNDETERMINED),
        ("粮食产量保持在280万吨以上。", "粮食播种面积670万亩。", Outcome.SILENT),
        ("固定资产投资增长8%。", "固定资产投资1300亿元。", Outcome.UNDETERMINED),
        ("粮食产量保持在280万吨以上。", "粮食生产再获丰收，总产达到289万吨。", Outcome.MET),
        ("企业开办时间压缩到2天。", "企业开办时间压缩到3天。", Outcome.MISSED),
        ("企业开办时间压缩到2天。", "企业开办时间压缩到1天。", Outcome.MET),
    ],
)
def test_a_verdict_needs_indicator_unit_and_scope(promised: str, reported: str, wanted: Outcome) -> None:
    assert verdict(promised, reported)[0] is wanted


@pytest.fixture(scope="module")
def xuchang() -> Check:
    return check(read(SEEDS / "xuchang-2021.txt"), read(SEEDS / "xuchang-2022-review.txt"))


def test_both_sides_are_quoted_where_they_stand(xuchang: Check) -> None:
    entries = json.loads(told("json", xuchang))["promises"]
    for entry in entries:
        sides = ((xuchang.promised, entry), *([(xuchang.reported, entry["result"])] if entry["result"] else []))
        for document, side in sides:
            assert document.source.text[slice(*side["span"])] == side["text"]
    assert {"met", "missed", "undetermined", "silent"} == {entry["verdict"] for entry in entries}


@pytest.mark.parametrize("columns", [0, 60, 100, 200])
def test_no_text_of_a_check_is_cut(xuchang: Check, columns: int) -> None:
    """Every promise, reason and result stands whole in the terminal, with its place, whatever its width."""
    from repdiff.report.runs import visible, width

    report = told("terminal", xuchang, View(width=columns))
    assert "…" not in re.sub(r"“[^”]*”", "", report)
    assert not columns or max(map(width, report.splitlines())) <= columns
    for promise in xuchang.promises:
        places = [xuchang.promised.source.place(promise.quantity.span.start)]
        places += [xuchang.reported.source.place(promise.result.span.start)] if promise.result else []
        assert all(f"{line}:{column} " in report for line, column in places)
    assert all("{}:{} ".format(*xuchang.reported.source.place(q.span.start)) in report for q in xuchang.unpromised)
    if not columns:
        wanted = [visible(xuchang.promised.source.quote(p.quantity.clause)) for p in xuchang.promises]
        assert all(clause.strip("，。；、,;: ") in report for clause in wanted)


def test_the_read_me_counts_the_promises_as_the_command_does(xuchang: Check) -> None:
    (count,) = re.findall(r"(\d+) measurable promises", (ROOT / "README.md").read_text("utf-8"))
    assert f"Of {count} measurable promises" in promises_report.sentence(xuchang)


def test_every_promise_has_one_row_and_every_result_one_use(xuchang: Check) -> None:
    used = [p.result.span for p in xuchang.promises if p.result]
    assert len(set(used)) == len(used)
    assert not set(used) & {q.span for q in xuchang.unpromised}
    rows = list(csv.DictReader(io.StringIO(told("csv", xuchang))))
    assert len(rows) == len(xuchang.promises)


def test_the_front_door_stays_cheap() -> None:
    """What `check` and `track` need is loaded when they run, and they are still functions then."""
    program = (
        "import sys, repdiff; print({'repdiff.promises.hold', 'repdiff.timeline.follow', 'repdiff.pair', 'numpy'} & set(sys.modules));"
        "old, new = repdiff.Source('1999.txt', '新增就业5万人。'), repdiff.Source('2000.txt', '新增就业6万人。');"
        "print(repdiff.check(old, new).promises[0].verdict is repdiff.Outcome.MET, "
        "repdiff.track([new, old], repdiff.TrackOptions(by_year=True)).labels);"
        "print(callable(repdiff.check), callable(repdiff.track))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["set()", "True ('1999', '2000')", "True True"]


@pytest.mark.parametrize(
    "promised",
    [
        "当前距年底不到8个月，全市上下要争分夺秒。",
        "第二轮土地承包到期后再延长30年。",
        "围绕用地、产权、转化、平台和服务5个方面，先行先试。",
        "在完成11件省定民生实事的同时，再办好一批市定民生实事。",
        "落实民营经济32条政策。",
    ],
)
def test_a_time_a_list_and_a_rule_are_no_measurable_promise(promised: str) -> None:
    found = check(plan(promised), review("全市上下共同努力。"))
    assert found.promises == ()
    assert [found.promised.text(each.promise) for each in found.suggestions] == [promised]


@pytest.mark.parametrize(
    "promised",
    [
        "空气优良天数达到262天以上。",
        "企业开办时间压缩到2天以内。",
        "建设东湖、西湖、南湖3个停车场。",
        "再办好10件市定民生实事。",
    ],
)
def test_a_goal_stays_measurable_whatever_its_unit(promised: str) -> None:
    assert len(check(plan(promised), review("全市上下共同努力。")).promises) == 1


def test_a_result_of_five_years_keeps_no_promise_of_one() -> None:
    assert verdict("新增城镇就业5万人。", "五年来，新增城镇就业26万人。")[0] is Outcome.UNDETERMINED


def test_a_file_can_hold_both_halves() -> None:
    both = Source("both.txt", "一、工作回顾\n新增就业4万人。\n二、重点工作\n新增就业5万人。\n")
    found = check(both, both, CheckOptions(promises_under="重点", results_under="回顾"))
    assert [(p.quantity.numbers[0], p.verdict) for p in found.promises] == [(5, Outcome.MISSED)]
    with pytest.raises(RepdiffError, match="no heading"):
        check(both, both, CheckOptions(promises_under="没有这一节"))


@pytest.fixture(scope="module")
def timeline() -> Track:
    return track([read(SEEDS / f"xuchang-{year}.txt") for year in (2017, 2020, 2021)])


def targets(found: Track) -> list[tuple[str, ...]]:
    """The rows of the workbook's targets: name, what stands in each version, course."""
    (sheet,) = (sheet for sheet in tell(found, View()).book if sheet.name == "series")
    size = len(found.labels)
    return [(str(row[0]), *map(str, row[2 : 3 + size])) for row in sheet.rows]


def test_a_target_runs_through_the_years(timeline: Track) -> None:
    rows = {row[0]: row[1:] for row in targets(timeline)}
    assert rows["生产总值增长"] == ("8%以上", "7%以上", "7.5%以上", "█▁▄")
    assert timeline.labels == ("2017", "2020", "2021")


def test_two_series_of_one_name_are_told_apart(timeline: Track) -> None:
    rows = targets(timeline)
    names = [row[0] for row in rows]
    assert len(set(names)) == len(names)
    found = {row[0]: row[1:4] for row in rows}
    assert found["重点项目 / 完成年度投资"] == ("900亿元以上", "1000亿元以上", "1100亿元以上")
    assert found["城建重点项目 / 完成年度投资"][:2] == ("353亿元", "461亿元")


@pytest.mark.parametrize("columns", [0, 60, 100, 200])
def test_every_commitment_can_be_found_again(timeline: Track, columns: int) -> None:
    report = told("terminal", timeline, View(width=columns))
    rows = report.partition("承诺\n2017")[2]
    for life in timeline.lives:
        last = next(stage for stage in reversed(life.stages) if stage.sentence is not None)
        if len(life.stages) > 1 and any(stage.fate not in (Fate.FIRST, Fate.DROPPED) for stage in life.stages):
            document = timeline.documents[last.version]
            line, column = document.source.place(document.sentences[last.sentence or 0].span.start)
            assert re.search(rf"{timeline.labels[last.version]}\s+{line}:{column}\b", rows)
            assert columns or " ".join(document.text(last.sentence or 0).split()) in rows


def test_a_gap_is_no_zero() -> None:
    texts = ("完成直接融资100亿元。修水库。", "完成直接融资工作。修水库。", "完成直接融资135亿元。修水库。")
    found = track([plan(text) for text in texts])
    (series,) = found.series
    assert [p.quantity and int(p.quantity.numbers[0]) for p in series.points] == [100, None, 135]


def test_last_year_and_later_years_are_no_targets() -> None:
    texts = ("今年赤字率拟按3%安排，去年赤字率为2%。", "今年赤字率拟按4%安排，五年内赤字率降到1%。")
    found = track([plan(text) for text in texts])
    assert [[int(p.quantity.numbers[0]) for p in s.points if p.quantity] for s in found.series] == [[3, 4]]


def test_lives_begin_once_and_go_on_in_order(timeline: Track) -> None:
    assert len(timeline.lives) > 100
    for life in timeline.lives:
        versions = [stage.version for stage in life.stages]
        assert versions == sorted(set(versions))
        assert life.stages[0].fate is Fate.FIRST
        assert all(stage.fate is not Fate.FIRST for stage in life.stages[1:])
        assert all((stage.sentence is None) == (stage.fate is Fate.DROPPED) for stage in life.stages)


def test_points_are_verbatim(timeline: Track) -> None:
    for indicator in json.loads(told("json", timeline))["indicators"]:
        for point in indicator["points"]:
            document = timeline.documents[point["version"]]
            assert document.source.text[slice(*point["span"])] == point["text"]


def years(*texts: str, results: bool = False) -> Track:
    """Reports of the years from 2031 on, each a review of the year before and a plan, parted by a bar."""
    sources = []
    for year, text in enumerate(texts, 2031):
        back, _, ahead = text.partition("|")
        sources.append(Source(f"{year}.txt", f"一、{year - 1}年工作回顾\n{back}\n二、{year}年重点工作\n{ahead}\n"))
    return track(sources, TrackOptions(results=results))


def test_a_series_that_turns_says_so_and_is_drawn_with_its_signs() -> None:
    found = years(
        "完成了各项任务。|渔船租金下降2%。", "完成了各项任务。|渔船租金增长3%。", "完成了各项任务。|渔船租金下降1%。"
    )
    assert targets(found) == [("渔船租金", "▼2%", "▲3%", "▼1%", "▁█▂")]
    (indicator,) = json.loads(told("json", found))["indicators"]
    assert [(p["value"], p["signed"], p["direction"]) for p in indicator["points"]] == [
        (2, -2, "down"),
        (3, 3, "up"),
        (1, -1, "down"),
    ]
    assert [(row["number"], row["signed"]) for row in csv.DictReader(io.StringIO(told("csv", found)))] == [
        ("2", "-2"),
        ("3", "3"),
        ("1", "-1"),
    ]


def test_a_step_that_only_one_text_gives_a_direction_is_doubtful() -> None:
    texts = ("压减落后水泥产能20万吨。", "淘汰落后水泥产能20万吨。", "压减落后水泥产能10万吨。")
    found = years(*(f"完成了各项任务。|{text}" for text in texts))
    (series,) = found.series
    assert [bool(point.doubt) for point in series.points] == [False, True, True]
    (row,) = targets(found)
    assert row[1:] == ("▼20万吨", "20万吨 ?", "▼10万吨 ?", "??▁")
    assert "unsure" in told("html", found)


def test_a_target_stands_beside_what_the_next_report_says_of_it() -> None:
    texts = (
        "完成了各项任务。|新增渔港泊位50个。",
        "新增渔港泊位54个。|新增渔港泊位60个。",
        "新增渔港泊位58个。|新增渔港泊位70个。",
    )
    found = years(*texts, results=True)
    (series,) = found.series
    assert [(p.verdict, p.result and p.result.quantity and int(p.result.quantity.value)) for p in series.points] == [
        (Outcome.MET, 54),
        (Outcome.MISSED, 58),
        (None, None),
    ]
    for point in series.points[:2]:
        document = found.documents[point.version + 1]
        assert point.result
        assert document.source.quote(point.result.span) in document.text(point.result.sentence)
    assert targets(found)[0][1:4] == ("50个 → 54个", "60个 → 58个", "70个")
    assert told("html", found).count('<rect class="reported"') == 2
    assert [row["result"] for row in csv.DictReader(io.StringIO(told("csv", found)))] == ["54个", "58个", ""]
    points = json.loads(told("json", found))["indicators"][0]["points"]
    assert [point["result"] and point["result"]["value"] for point in points] == [54, 58, None]
    assert "result" not in json.loads(told("json", years(*texts)))["indicators"][0]["points"][0]


def test_a_report_of_a_later_year_gives_no_results() -> None:
    texts = ("完成了各项任务。|新增渔港泊位50个。", "新增渔港泊位54个。|新增渔港泊位60个。")
    sources = [
        Source(f"{year}.txt", f"一、工作回顾\n{a}\n二、重点工作\n{b}\n")
        for year, (a, _, b) in zip((2031, 2034), (t.partition("|") for t in texts), strict=True)
    ]
    found = track(sources, TrackOptions(results=True))
    assert [point.result for point in found.series[0].points] == [None, None]
    assert any("not the report of the year after" in note for note in found.notes)


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            assert name not in {"src", "href"} or (value or "#").startswith("#")

    def handle_data(self, data: str) -> None:
        self.text += data


def test_pages_are_whole_and_harmless(timeline: Track, xuchang: Check) -> None:
    tracked, checked = (
        Tags(told("html", timeline, View(lang="en"))),
        Tags(told("html", xuchang, View(lang="en"))),
    )
    assert tracked.tags.count("polyline") > 10
    assert all(p.reason in checked.text for p in xuchang.promises)
    for life in timeline.lives:
        for stage in life.stages:
            if stage.sentence is not None:
                assert "".join(timeline.documents[stage.version].text(stage.sentence).split()) in "".join(
                    tracked.text.split()
                )
    hostile = [plan(f"建设{HOSTILE}项目{n}个。") for n in (5, 6)]
    for page in (
        told("html", track(hostile), View()),
        told("html", check(hostile[0], review(f"建设{HOSTILE}项目6个。")), View()),
    ):
        assert "img" not in Tags(page).tags
        assert Tags(page).tags.count("script") == page.count("</script>") == 2


def own_words(shown: str, *documents: Document) -> set[str]:
    """Words in Latin letters that a report says and no document does."""
    theirs = {word for document in documents for word in re.findall("[A-Za-z]+", document.source.text)}
    return set(re.findall("[A-Za-z]+", shown)) - theirs


def test_the_reports_speak_the_language_of_the_documents(timeline: Track, xuchang: Check) -> None:
    view = View(width=0)
    assert own_words(told("terminal", xuchang, view), xuchang.promised, xuchang.reported) == set()
    assert own_words(told("terminal", timeline, view), *timeline.documents) == set()
    for page in (told("html", xuchang, view), told("html", timeline, view)):
        assert '<html lang="zh-Hans">' in page
        shown = Tags(re.sub("<(style|script).*?</(style|script)>", "", page, flags=re.DOTALL)).text
        assert not re.search("met|missed|silent|reworded|Search|Keys|score", shown)


def test_the_reports_speak_english_where_they_are_asked_to(
    xuchang: Check, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    files = [str(SEEDS / name) for name in ("xuchang-2021.txt", "xuchang-2022-review.txt")]
    assert run(["check", *files, "--lang", "en"]) == 0
    assert "79家 against 100家" in capsys.readouterr().out
    assert run(["track", *files, "--lang", "en"]) == 0
    assert "marks: + first seen" in capsys.readouterr().out
    assert run(["track", *files, "--lang", "xx"]) == 2
    assert '<html lang="en">' in told("html", xuchang, View(lang="en"))


def test_without_the_extra_one_line_says_what_to_install(timeline: Track, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(RepdiffError, match=r"pip install 'repdiff\[xlsx\]'"):
        render(timeline, "xlsx")


def test_terminal_reports_fit(timeline: Track, xuchang: Check) -> None:
    from repdiff.report.runs import width

    for columns in (60, 120):
        view = View(width=columns)
        for report in (told("terminal", timeline, view), told("terminal", xuchang, view)):
            assert max(map(width, report.splitlines())) <= columns


@pytest.mark.parametrize(
    "arguments", [["track", "a.txt"], ["track", "a.txt", "b.txt", "--format", "xlsx"], ["check", "no.txt", "no.txt"]]
)
def test_bad_input_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def scored(script: str, gold: Path, report: Path) -> dict[str, float]:
    command = [sys.executable, str(GOLD / "bench" / script), str(gold), str(report)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name: float(value) for name, value in re.findall(r'"(\w+)": ([\d.]+)', done.stdout)}


@pytest.mark.skipif(not (GOLD / "bench" / "score_check.py").exists(), reason="the annotated promises are not here")
def test_verdicts_agree_with_an_annotation(xuchang: Check, tmp_path: Path) -> None:
    report = tmp_path / "check.json"
    report.write_text(told("json", xuchang), "utf-8")
    found = scored("score_check.py", GOLD / "gold" / "promises-xuchang-2021.json", report)
    assert found["detected"] >= 0.95
    assert found["result_precision"] >= 0.9
    assert found["result_recall"] >= 0.85
    assert found["verdict_precision"] >= 0.95
    assert found["verdict_recall"] >= 0.85


@pytest.mark.skipif(not (GOLD / "bench" / "score_track.py").exists(), reason="the annotated series are not here")
@pytest.mark.parametrize(
    ("name", "recall"), [("series-national-2015-2019", 1.0), ("series-en-gwr-2017-2022", 0.82)], ids=["zh", "en"]
)
def test_series_agree_with_an_annotation(name: str, recall: float, tmp_path: Path) -> None:
    gold = GOLD / "gold" / f"{name}.json"
    files = json.loads(gold.read_text("utf-8"))["files"]
    report = tmp_path / "track.json"
    report.write_text(told("json", track([read(GOLD / name) for name in files])), "utf-8")
    found = scored("score_track.py", gold, report)
    assert found["recall"] >= recall
    assert found["precision"] == 1.0
    assert found["values"] == 1.0
