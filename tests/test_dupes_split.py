"""Scraped files are cut into the documents they hold, and whole ones are left whole."""

from pathlib import Path

import pytest

from repdiff.sources.parts import documents

ROOT = Path(__file__).parent.parent
FOUND = ROOT / "seeds" / "found"
BODY = "各位代表：现在，我代表市人民政府报告工作。" * 20


def cut(name: str) -> list[str]:
    text = next(FOUND.glob(f"{name}_*")).read_text("utf-8")
    return [text[start:end] for start, end in documents(text)]


def test_a_report_pasted_eight_times() -> None:
    found = cut("003")
    assert len(found) == 8
    assert len({"".join(each.split()) for each in found}) == 1


def test_a_page_that_lists_documents() -> None:
    found = cut("002")
    assert len(found) == 8
    assert sum("工作报告" in each.split("\n")[0] for each in found) == 3
    for name in ("xuchang-2021", "changge-2020", "xuchang-2020"):
        report = (ROOT / "seeds" / f"{name}.txt").read_text("utf-8")
        assert any("".join(report.split()) in "".join(each.split()) for each in found)


@pytest.mark.parametrize("name", ["000", "001", "004"])
def test_one_document_stays_one(name: str) -> None:
    assert len(cut(name)) == 1


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_reports_stay_whole(path: Path) -> None:
    text = path.read_text("utf-8")
    assert documents(text) == [(0, len(text))]


@pytest.mark.parametrize("glued", ["二号首长2017年工作报告", "2017年二号首长工作报告", "2017年工作报告二号首长"])
def test_an_advertisement_in_a_heading_hides_no_copy(glued: str) -> None:
    text = f"2017年工作报告\n各位代表：\n{BODY}\n{glued}\n各位代表：\n{BODY}\n"
    assert [text[start:end].split("\n", maxsplit=1)[0] for start, end in documents(text)] == ["2017年工作报告", glued]


def test_rules_within_one_text_are_no_borders() -> None:
    text = "\n".join(f"Part {number}\n{'Words of a part. ' * 30}\n---" for number in range(5))
    assert len(documents(text)) == 1


def test_a_title_that_is_mentioned_again_is_no_border() -> None:
    text = f"2017年工作报告\n各位代表：\n{BODY}\n2017年工作报告\n（解读）{BODY}"
    assert len(documents(text)) == 1
