"""The user's own words as a file: they count where they should, what is wrong with the file is told by line, what is stale is named."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from repdiff import (
    CheckOptions,
    Options,
    Outcome,
    RepdiffError,
    Source,
    Terms,
    TrackOptions,
    check,
    compare,
    read_terms,
    render,
    track,
)
from repdiff.cli import run
from repdiff.model.terms import Way

PLAN = Source(
    "plan.txt", "一、重点工作\n经济增长8%以上。投诉200件。完成吞吐量20万标箱。新建厂房100座左右。培训护工900人左右。\n"
)
REVIEW = Source(
    "review.txt", "一、工作回顾\n地区生产总值增长8.2%。投诉150件。完成吞吐量41万箱。新建厂房89座。培训护工700人。\n"
)
WORDS = """
about = 12

[synonyms]
"经济增长" = "地区生产总值增长"

[direction]
"投诉" = "less is better"

[units]
"标箱" = "2 箱"
"""


def write(folder: Path, text: str) -> str:
    path = folder / "terms.toml"
    path.write_text(text, "utf-8")
    return str(path)


@pytest.fixture
def terms(tmp_path: Path) -> Terms:
    return read_terms(write(tmp_path, WORDS))


def test_a_file_is_read_whole(terms: Terms) -> None:
    assert terms.name == "terms.toml"
    assert terms.synonyms == (("经济增长", "地区生产总值增长"),)
    assert terms.directions == (("投诉", Way.LESS),)
    assert [tuple(unit) for unit in terms.units] == [("标箱", Decimal(2), "箱")]
    assert terms.about == Decimal(12)


def verdicts(terms: Terms | None) -> dict[str, Outcome]:
    found = check(PLAN, REVIEW, CheckOptions(terms=terms))
    return {found.promised.source.quote(each.quantity.span): each.verdict for each in found.promises}


def test_each_kind_of_word_counts_in_a_check(terms: Terms) -> None:
    before, after = verdicts(None), verdicts(terms)
    assert (before["8%以上"], after["8%以上"]) == (Outcome.SILENT, Outcome.MET)
    assert after["200件"] is Outcome.MET, "fewer complaints are better"
    assert after["100座左右"] is Outcome.MET, "89 is about 100 where twelve percent are"
    assert after["900人左右"] is Outcome.UNDETERMINED, "far from about, not so far as to miss"


def test_a_unit_of_the_users_own_is_counted_in_the_known_one(terms: Terms) -> None:
    found = {change.old.unit: change for change in compare(PLAN, REVIEW, Options(terms=terms)).numbers}
    assert found["箱"].old.value == Decimal(400_000)
    assert found["箱"].difference == Decimal(10_000)


def test_a_unit_behind_the_number_is_taken_in() -> None:
    old = Source("a.txt", "Goals\nWe will handle 3 million TEU in the port.\n")
    new = Source("b.txt", "Goals\nWe will handle 7 million containers in the port.\n")
    terms = Terms("t.toml", units=(read_terms_unit("TEU", "2 containers"),))
    (change,) = compare(old, new, Options(terms=terms)).numbers
    assert change.old.value == Decimal(6_000_000)
    assert old.text[slice(*change.old.span)] == "3 million TEU"
    assert change.old.written == "million TEU"


def read_terms_unit(word: str, said: str) -> object:
    from repdiff.model.terms import OwnUnit

    factor, base = said.split()
    return OwnUnit(word, Decimal(factor), base)


def test_synonyms_join_a_series_and_the_numbers_of_a_comparison(terms: Terms) -> None:
    later = Source("later.txt", "一、重点工作\n地区生产总值增长7%以上。\n")
    assert [s.name for s in track([PLAN, later]).series if len(s.points) > 1] != ["地区生产总值增长"]
    joined = track([PLAN, later], TrackOptions(terms=terms)).series
    assert [len(s.points) for s in joined if s.name == "地区生产总值增长"] == [2]
    assert any(c.old.name == "地区生产总值增长" for c in compare(PLAN, later, Options(terms=terms)).numbers)


def test_a_word_that_is_part_of_what_is_meant_is_not_replaced_twice(tmp_path: Path) -> None:
    terms = read_terms(write(tmp_path, '[synonyms]\n"产值" = "工业产值"\n'))
    found = check(
        Source("a.txt", "一、重点工作\n工业产值增长5%。\n"),
        Source("b.txt", "一、工作回顾\n产值增长6%。\n"),
        CheckOptions(terms=terms),
    )
    assert [(p.quantity.name, p.verdict) for p in found.promises] == [("工业产值增长", Outcome.MET)]


def test_synonyms_of_synonyms_lead_to_the_last(tmp_path: Path) -> None:
    terms = read_terms(write(tmp_path, '[synonyms]\n"a" = "b"\n"B" = "c"\n'))
    assert terms.synonyms == (("a", "c"), ("B", "c"))


def test_a_short_word_is_not_found_inside_another() -> None:
    old = Source("a.txt", "Goals\nWe will cut the rate of illness by 5 percent.\n")
    found = compare(old, old, Options(terms=Terms("t.toml", synonyms=(("ill", "well"),))))
    assert found.notes == ("t.toml: “ill” is stale, it stands in none of the texts.",)
    assert "illness" in found.numbers[0].old.name


def test_what_stands_there_by_a_synonym_is_not_stale() -> None:
    terms = Terms("t.toml", synonyms=(("经济增长", "增速"),), directions=(("增速", Way.MORE),))
    assert check(PLAN, REVIEW, CheckOptions(terms=terms)).notes == ()


def test_stale_words_are_named_in_every_job_and_the_file_in_the_options(tmp_path: Path) -> None:
    terms = read_terms(write(tmp_path, '[synonyms]\n"无此词" = "增长"\n'))
    note = "terms.toml: “无此词” is stale, it stands in none of the texts."
    jobs = (
        compare(PLAN, REVIEW, Options(terms=terms)),
        check(PLAN, REVIEW, CheckOptions(terms=terms)),
        track([PLAN, REVIEW], TrackOptions(terms=terms)),
    )
    for result in jobs:
        assert note in result.notes
        assert json.loads(str(render(result, "json")))["options"]["terms"] == "terms.toml"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "says nothing"),
        ("[synonyms]\n", 1, "says nothing"),
        ("a b c", 1, "no TOML"),
        ('[synonyms]\n"a" = \n', 2, "no TOML"),
        ('[synonyms]\n"a" = "b"\n"a" = "c"\n', 3, "stands twice"),
        ('[synonyms]\n"GDP" = "b"\n"gdp" = "c"\n', 3, "the same word"),
        ('[synonyms]\n"a" = "b"\n\n[words]\n"a" = "b"\n', 4, "section [words] is unknown"),
        ('near = 5\n[synonyms]\n"a" = "b"\n', 1, "key near is unknown"),
        ('[synonyms]\n\n"a" = 5\n', 3, "no text"),
        ('[synonyms]\n"a" = ""\n', 2, "holds no words"),
        ('[synonyms]\n"a" = "b"\n"b" = "a"\n', 2, "leads back"),
        ('synonyms = "a"\n', 1, "no section"),
        ('[direction]\n"a" = "down"\n', 2, "direction 'down' is unknown"),
        ('[units]\n"a" = "0 km"\n', 2, "no amount"),
        ('[units]\n"a" = "5"\n', 2, "no amount"),
        ('[units]\n"a" = "2 A"\n', 2, "explained by itself"),
        ('[units]\n"a" = "2 km"\nabout = 5\n', 3, "about stands below [units]"),
        ('about = "5"\n', 1, "about is no number"),
        ("about = 200\n", 1, "about is not from 0"),
        ("about = true\n", 1, "about is no number"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_its_place(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(RepdiffError) as error:
        read_terms(path)
    assert error.value.message.startswith(f"{path}:{line}: ")
    assert said in error.value.message
    assert error.value.hint


def test_a_file_that_is_not_in_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "terms.toml"
    path.write_bytes('[synonyms]\n"经济" = "生产"\n'.encode("gb18030"))
    with pytest.raises(RepdiffError, match="not in UTF-8"):
        read_terms(path)


@pytest.mark.parametrize("command", [[], ["check"], ["track"]])
def test_every_command_takes_the_file(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for source in (PLAN, REVIEW):
        (tmp_path / source.name).write_text(source.text, "utf-8")
    files = [str(tmp_path / source.name) for source in (PLAN, REVIEW)]
    path = write(tmp_path, '[synonyms]\n"无此词" = "增长"\n')
    assert run([*command, *files, "--terms", path, "--lang", "en"]) == 0
    assert "“无此词” is stale" in capsys.readouterr().out
    assert run([*command, *files, "--terms", str(tmp_path / "missing.toml")]) == 2
    assert run([*command, *files, "--terms", path, "-o", path]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
