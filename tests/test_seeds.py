"""The seeds are what their README says: verbatim slices of documents as they were found."""

import re
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"
README = (SEEDS / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([\w-]+\.txt)` \| `(found/\w+\.txt)` \| (\d+)–(\d+) \|", re.MULTILINE)
ROWS = ROW.findall(README)


@pytest.mark.parametrize(("report", "source", "start", "end"), ROWS)
def test_a_report_is_a_verbatim_slice_of_its_source(report, source, start, end):
    assert (SEEDS / report).read_bytes() == (SEEDS / source).read_bytes()[int(start) : int(end)]


def test_the_readme_names_every_file():
    assert sorted(row[0] for row in ROWS) == sorted(path.name for path in SEEDS.glob("*.txt"))
    for path in (SEEDS / "found").iterdir():
        assert f"\n- `found/{path.name}`" in README or f" `found/{path.name}`" in README.partition("The sources:")[2]


def test_the_report_of_2017_was_pasted_eight_times():
    report = (SEEDS / "xuchang-2017.txt").read_bytes()
    assert (SEEDS / "found" / "003_0466c8760ef6a5b8.txt").read_bytes() == report * 8


def test_the_oddities_the_readme_tells_of_are_there():
    text = {path.stem: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    for name, longest in (("xuchang-2020", 14606), ("xuchang-2021", 16532), ("changge-2020", 14584)):
        assert max(map(len, text[name].splitlines())) == longest
    assert [name for name in sorted(text) if "二号首长" in text[name]] == ["xuchang-2017", "xuchang-2020"]
    assert not text["huiji-2022"].endswith("\n")
