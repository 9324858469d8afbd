"""What stands under which heading: text without a lead of its own goes back to the chapter around the last run-in heading."""

import json
from pathlib import Path

import pytest

import repdiff
from repdiff.cut.document import cut_document
from repdiff.model.options import Options
from repdiff.model.texts import Source
from repdiff.model.view import View
from repdiff.renderers import Format, render

SEEDS = Path(__file__).parent.parent / "seeds"
ROADS = (
    "加快道路建设。新建城市道路三十公里，打通断头路十二条，改造老旧管网二百公里。"
    "完成桥梁检测加固工程，优化公交线路二十条，让市民出行更加便捷安全。"
)
WATER = (
    "改善河湖水质。治理河道八条，新建污水处理厂两座，铺设雨水管网六十公里。"
    "完成小流域生态修复工程，严格落实河长制，让城市的河湖更加清澈、更有活力。"
)
TREES = (
    "增加城市绿地。新建街头公园二十个，栽植行道树五万株，完成环城林带建设。"
    "绿道连通所有城区，养护管理责任到人，让市民推窗就能见绿、出门就能入园。"
)
LATER = "全年工作圆满收官，政府自身建设不断加强，政务公开更加及时，群众的满意度继续提高。"


def homes(text: str) -> dict[str, str]:
    """Sentence -> the title of the heading it stands under."""
    document = cut_document(Source("x", text))
    return {document.text(s.id): document.chapter(s.section).title for s in document.sentences}


def titles(text: str) -> list[str]:
    return [s.title for s in cut_document(Source("x", text)).sections if s.title]


def test_a_run_in_heading_ends_with_its_paragraph() -> None:
    # The break before 三是 was lost but for a blank; the headings stand inside the paragraph of 二是.
    text = (
        f"二、今后五年的目标\n我们要做好三件事。 一是发展产业，扩大就业。引进企业一百家，新增岗位三万个。 "
        f"二是建设城市，改善环境。统筹规划，分步实施，注重长远。{ROADS}{WATER}{TREES} 三是改善民生，增进福祉。建好学校和医院。"
    )
    found = homes(text)
    assert titles(text) == ["二、今后五年的目标", "加快道路建设。", "改善河湖水质。", "增加城市绿地。"]
    assert found[TREES.split("。")[2] + "。"] == "增加城市绿地。"
    assert found["三是改善民生，增进福祉。"] == found["建好学校和医院。"] == "二、今后五年的目标"


def test_an_address_to_the_audience_ends_the_sub_chapter() -> None:
    text = f"一、工作回顾去年工作进展顺利。 （一）建设城市，成效明显。{ROADS}{WATER}{TREES}各位代表！{LATER}"
    text += " （二）改善民生，稳步推进。新建学校十所。"
    found = homes(text)
    assert found[TREES.split("。")[2] + "。"] == "增加城市绿地。"
    assert found["各位代表！"] == found[LATER] == titles(text)[0]
    assert found["新建学校十所。"].startswith("（二）")


def test_a_finished_statement_is_no_heading() -> None:
    text = f"一、工作回顾去年工作进展顺利。 （一）建设城市，成效明显。{ROADS}{WATER}城市面貌焕然一新。{TREES}"
    text += " （二）改善民生，稳步推进。新建学校十所。"
    assert titles(text)[2:-1] == ["加快道路建设。", "改善河湖水质。", "增加城市绿地。"]
    assert homes(text)["城市面貌焕然一新。"] == "改善河湖水质。"


def test_paragraphs_between_two_headings_of_a_kind_stay_with_the_first() -> None:
    more = "河长制落实到村，巡河两万人次，发现的问题全部整改。"
    rest = "其他各项工作也要抓紧抓好，不留空白。"
    text = "\n\n".join(("一、今年的工作", ROADS, WATER, more, TREES, rest, "二、政府建设", "依法办事。"))
    found = homes(text)
    assert found[more] == "改善河湖水质。"
    assert found[rest] == "一、今年的工作"


@pytest.mark.parametrize("items", [("一是新建十里长廊；", "二是改造三座公园。"), ("- 长廊十里", "- 公园三座")])
def test_a_list_below_a_heading_belongs_to_it(items: tuple[str, str]) -> None:
    text = "\n\n".join(("一、今年的工作", ROADS, WATER, TREES, *items, "二、政府建设", "依法办事。"))
    found = homes(text)
    assert {found[item] for item in items} == {"增加城市绿地。"}


def test_a_salutation_right_below_a_heading_opens_its_text() -> None:
    text = f"一、工作回顾\n（一）致辞\n各位代表！\n{LATER}\n各位代表！\n谢谢。\n（二）结语\n工作完成。"
    assert homes(text)[LATER] == "（一）致辞"
    assert homes(text)["谢谢。"] == "一、工作回顾"


def test_without_a_chapter_to_go_back_to_the_heading_keeps_the_text() -> None:
    text = f"{ROADS}\n{WATER}\n{TREES}\n各位代表！\n{LATER}\n"
    assert homes(text)[LATER] == "增加城市绿地。"


def test_bold_leads_of_a_policy_keep_their_paragraphs() -> None:
    text = (
        "# Policy\n\n**Cookies.** We use cookies to remember you.\n\nYou may refuse them at any time.\n\n"
        "**Sharing.** We share data with partners.\n\nThey may not sell it.\n"
    )
    found = homes(text)
    assert found["You may refuse them at any time."] == "Cookies."
    assert found["They may not sell it."] == "Sharing."


def test_the_outline_counts_the_passage_in_its_chapter() -> None:
    document = cut_document(repdiff.read(SEEDS / "xuchang-2021.txt"))
    lines = render(document, Format.TERMINAL, View(lang="en")).splitlines()
    assert not [line for line in lines[1:] if "(opening)" in line]
    sizes = {s["title"]: s["sentences"] for s in json.loads(render(document, Format.JSON))["sections"] if s["title"]}
    assert sizes["推动文化繁荣兴盛。"] == 2
    assert all("  3 sentences" in line or ", 3 sentences" in line for line in lines if "提高社会治理水平。" in line)


def test_a_comparison_names_the_chapter_of_a_passage() -> None:
    old, new = repdiff.read(SEEDS / "xuchang-2020.txt"), repdiff.read(SEEDS / "xuchang-2021.txt")
    shown = render(repdiff.compare(old, new), Format.TERMINAL, View(lang="en"))
    head = shown.split("marks: ", 1)[0]
    assert "推动文化繁荣兴盛" not in head
    assert "二、2035年远景目标" in head
    page = render(repdiff.compare(old, new), Format.HTML, View(lang="en"))
    assert "again in 二、2035年远景目标" in page.replace("<bdi>", "")
    assert "(opening)" not in page.split("<main")[0]
    under = repdiff.compare(old, new, Options(section="推动文化繁荣兴盛"))
    assert not any("推动绿色发展" in under.new.text(s.id) for s in under.new.sentences)
    whole = repdiff.compare(old, new, Options(section="2035年远景目标"))
    assert any("三是推动绿色发展" in whole.new.text(s.id) for s in whole.new.sentences)
