"""Many places at once: a table of pairs or of versions, every place a row, what fails told in its row and by the exit code."""

import csv
import io
import json
from pathlib import Path

import pytest

from repdiff import (
    CheckOptions,
    Outcome,
    RepdiffError,
    View,
    check_places,
    read_pairs,
    read_terms,
    read_versions,
    render,
    track_places,
)
from repdiff.cli import run

PLANS = {
    "east-2021.txt": "一、重点工作\n地区生产总值增长8%。新增就业5万人。建成公园30个。\n",
    "east-2022.txt": "一、工作回顾\n地区生产总值增长8.2%。新增就业4万人。\n一、重点工作\n地区生产总值增长7%以上。\n",
    "west-2021.txt": "一、重点工作\n地区生产总值增长6%。新增就业2万人。\n",
    "west-2022.txt": "一、工作回顾\n地区生产总值增长5%。新增就业2.5万人。\n一、重点工作\n地区生产总值增长6.5%。\n",
    "empty.txt": "一、工作回顾\n全年工作已经总结。\n",
}
PAIRS = "place,old,new\n东市,east-2021.txt,east-2022.txt\n西市,west-2021.txt,west-2022.txt\n"
VERSIONS = "place,2021,2022\n东市,east-2021.txt,east-2022.txt\n西市,west-2021.txt,west-2022.txt\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PLANS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def table(folder: Path, text: str, name: str = "places.csv") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def test_every_place_is_checked_and_common_indicators_stand_together(folder: Path) -> None:
    found = check_places(read_pairs(table(folder, PAIRS)))
    assert [(p.name, p.error, p.check and len(p.check.promises)) for p in found.places] == [
        ("东市", "", 3),
        ("西市", "", 2),
    ]
    assert [(i.name, [place for place, _ in i.held]) for i in found.indicators] == [
        ("地区生产总值增长", [0, 1]),
        ("新增就业", [0, 1]),
    ]
    east, west = (place.check for place in found.places)
    assert east is not None
    assert west is not None
    assert [p.verdict for p in east.promises] == [Outcome.MET, Outcome.MISSED, Outcome.SILENT]
    assert [p.verdict for p in west.promises] == [Outcome.MISSED, Outcome.MET]


def test_an_indicator_that_is_asked_for_is_shown_of_one_place_too(folder: Path) -> None:
    found = check_places(read_pairs(table(folder, PAIRS)), indicator="公园")
    assert [(i.name, i.held) for i in found.indicators] == [("建成公园", ((0, 2),))]


def test_targets_of_every_place_stand_by_version(folder: Path) -> None:
    found = track_places(read_versions(table(folder, VERSIONS)), indicator="生产总值")
    assert found.labels == ("2021", "2022")
    rows = list(csv.reader(io.StringIO(str(render(found, "csv")))))
    assert rows == [
        ["indicator", "place", "error", "2021", "2022"],
        ["地区生产总值增长", "东市", "", "8%", "7%以上"],
        ["地区生产总值增长", "西市", "", "6%", "6.5%"],
    ]


def test_a_version_may_be_missing_of_a_place(folder: Path) -> None:
    text = "place,2020,2021,2022\n东市,,east-2021.txt,east-2022.txt\n西市,west-2021.txt,,\n"
    found = track_places(read_versions(table(folder, text)), indicator="生产总值")
    assert [p.error for p in found.places] == ["", "Fewer than two versions are named."]
    assert found.places[0].versions == (1, 2)
    assert "| 东市 |  | 8% | 7%以上 |" in str(render(found, "markdown"))


def test_a_table_has_a_row_for_each_place_in_every_form(folder: Path) -> None:
    found = check_places(read_pairs(table(folder, PAIRS)))
    (head, *rows) = csv.reader(io.StringIO(str(render(found, "csv"))))
    assert head[:7] == ["place", "promises", "met", "missed", "undetermined", "silent", "error"]
    assert head[7:10] == ["地区生产总值增长: promised", "地区生产总值增长: result", "地区生产总值增长: verdict"]
    assert rows[0][:10] == ["东市", "3", "1", "1", "0", "1", "", "8%", "8.2%", "met"]
    assert rows[1][:10] == ["西市", "2", "1", "1", "0", "0", "", "6%", "5%", "missed"]
    shown = str(render(found, "terminal", View(lang="en", width=0)))
    assert "2 places, 5 measurable promises: 2 met, 2 missed, 0 undetermined, 1 silent." in shown
    assert "东市   8%       8.2%    met" in shown
    page = str(render(found, "html", View(lang="en")))
    assert page.count('class="row ') == 4, "two places in two grids"
    record = json.loads(str(render(found, "json")))
    assert [place["name"] for place in record["places"]] == ["东市", "西市"]
    assert len(record["places"][0]["check"]["promises"]) == 3
    assert record["indicators"][0]["places"] == [{"place": 0, "promise": 0}, {"place": 1, "promise": 0}]


def test_what_fails_is_a_row_with_its_error_and_the_rest_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{PAIRS}南市,missing.txt,east-2022.txt\n北市,east-2021.txt,\n中市,empty.txt,east-2022.txt\n"
    path = table(folder, text)
    assert run(["check", path, "--format", "csv"]) == 2
    done = capsys.readouterr()
    rows = {row[0]: row for row in csv.reader(io.StringIO(done.out))}
    assert rows["东市"][1] == "3"
    assert "missing.txt: no such file." in rows["南市"][6]
    assert rows["北市"][6] == "No document stands in the column new."
    assert rows["中市"][6]
    assert done.err == "repdiff: places.csv: 3 of 5 places failed (南市, 北市, 中市). The report says why.\n"


def test_terms_hold_for_all_places_and_are_stale_only_where_no_place_has_them(folder: Path) -> None:
    (folder / "terms.toml").write_text('[synonyms]\n"公园" = "绿地"\n"无此词" = "绿地"\n', "utf-8")
    terms = read_terms(folder / "terms.toml")
    found = check_places(read_pairs(table(folder, PAIRS)), CheckOptions(terms=terms), indicator="绿地")
    assert found.notes == ("terms.toml: “无此词” is stale, it stands in none of the texts.",)
    assert [i.name for i in found.indicators] == ["建成绿地"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", ":1: no column place."),
        ("place,old\nx,y\n", ":1: no column new."),
        ("place,old,new\n", "a header and no place"),
        ("place,old,new,old\nx,y,z,a\n", ":1: two columns old."),
        ("place,old,new\n,y,z\n", ":2: no place."),
        ("place,old,new\nx,y,z\nx,a,b\n", ":3: x stands twice."),
        ('place,old,new\nx,"y,z\n', "no table"),
    ],
)
def test_what_is_wrong_with_a_table_is_told_by_line(folder: Path, text: str, said: str) -> None:
    with pytest.raises(RepdiffError) as error:
        read_pairs(table(folder, text))
    assert said in error.value.message
    assert error.value.hint


def test_a_table_of_one_version_is_refused(folder: Path) -> None:
    with pytest.raises(RepdiffError, match="fewer than two versions"):
        read_versions(table(folder, "place,2021\nx,y\n"))


@pytest.mark.parametrize(("name", "sign"), [("t.tsv", "\t"), ("t.csv", ";"), ("t.CSV", ",")])
def test_tables_come_with_other_signs_too(folder: Path, name: str, sign: str) -> None:
    found = read_pairs(table(folder, PAIRS.replace(",", sign).replace("place", "Place"), name))
    assert [(place.name, place.error) for place in found.rows] == [("东市", ""), ("西市", "")]


def test_standard_input_is_no_document_of_a_table(folder: Path) -> None:
    (place,) = read_pairs(table(folder, "place,old,new\nx,-,east-2022.txt\n")).rows
    assert "Standard input" in place.error


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "east-2021.txt"], "nothing to hold the promises against"),
        (["check", "east-2021.txt", "east-2022.txt", "--indicator", "x"], "--indicator is for a table"),
        (["check", "places.csv", "--decisions", "x.json"], "--decisions is for one pair"),
        (["track", "east-2021.txt"], "nothing to follow"),
        (["track", "east-2021.txt", "east-2022.txt", "--indicator", "x"], "--indicator is for a table"),
        (["track", "places.csv", "--sort"], "--sort is for the reports of one place"),
    ],
)
def test_arguments_that_do_not_go_together_are_refused(
    folder: Path, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table(folder, PAIRS)
    monkeypatch.chdir(folder)
    assert run(arguments) == 2
    assert said in capsys.readouterr().err
