"""What is said to have moved, and what only stands under other headings; headings whose text stands elsewhere."""

import csv
import io
import re
from dataclasses import replace

import pytest

import repdiff
from repdiff import Comparison, Kind, Source
from repdiff.model.links import Ruling
from repdiff.model.view import View
from repdiff.pair.order import Placed, passed, steady
from repdiff.renderers import Format, render

LETTERS = {
    "en": (
        "Dear neighbours, the old mill at the river will be rebuilt this spring. The roof has been leaking since the storm. "
        "We ask everyone to lend a hand on Saturdays.",
        "The bakery on the square has a new owner. She bakes with rye and spelt from the valley. Her shop opens at six.",
        "The school choir sings on the first of May. Rehearsals are held in the parish hall. All children are welcome.",
        "The bus to the station now runs every half hour. The last one leaves at ten. Tickets are sold by the driver.",
        "The library has been given two hundred picture books. Volunteers sort them by age. Readings begin in June.",
    ),
    "de": (
        "Liebe Nachbarn, die alte Mühle am Fluss wird wieder aufgebaut. Seit dem Sturm regnet es durch das Dach. "
        "Wir bitten alle, samstags mit anzupacken.",
        "Die Bäckerei am Markt hat eine neue Inhaberin. Sie backt mit Roggen und Dinkel. Ihr Laden öffnet um sechs.",
        "Der Schulchor singt am ersten Mai. Geprobt wird im Gemeindesaal. Kinder ab acht Jahren sind willkommen.",
        "Der Bus zum Bahnhof fährt jetzt jede halbe Stunde. Der letzte geht um zehn. Fahrkarten gibt es beim Fahrer.",
        "Die Bücherei hat zweihundert Bilderbücher bekommen. Freiwillige ordnen sie. Gelesen wird ab dem Juni.",
    ),
    "fr": (
        "Chers voisins, le vieux moulin sera reconstruit ce printemps. Le toit fuit depuis la tempête de l'automne. "
        "Nous demandons à chacun de venir aider le samedi.",
        "La boulangerie de la place a une nouvelle patronne. Elle pétrit le seigle de la vallée. Elle ouvre à six heures.",
        "La chorale de l'école chante le premier mai. On répète dans la salle paroissiale. Tous les enfants sont invités.",
        "Le car pour la gare passe toutes les demi-heures. Le dernier part à dix heures. Le chauffeur vend les billets.",
        "La bibliothèque a reçu deux cents albums. Des bénévoles les classent. Les lectures commencent en juin.",
    ),
    "es": (
        "Queridos vecinos, el viejo molino se reconstruirá esta primavera. El tejado gotea desde la tormenta. "
        "Pedimos a todos que ayuden los sábados.",
        "La panadería de la plaza tiene una nueva dueña. Amasa con centeno del valle. Su tienda abre a las seis.",
        "El coro de la escuela canta el primero de mayo. Los ensayos son en la parroquia. Los niños son bienvenidos.",
        "El autobús a la estación pasa cada media hora. El último sale a las diez. Los billetes los vende el conductor.",
        "La biblioteca ha recibido doscientos libros. Unos voluntarios los ordenan. Las lecturas empiezan en junio.",
    ),
    "zh": (
        "各位邻居，河边的老磨坊今年春天重新修建。去年秋天的风暴以后屋顶一直漏雨。请大家星期六来帮忙。",
        "广场上的面包店换了新主人。她用山谷里的黑麦和小麦烤面包。店铺每天早上六点开门。",
        "学校合唱团五月一日演出。排练在教堂大厅进行。欢迎八岁以上的孩子参加。",
        "去火车站的公共汽车现在每半小时一班。末班车晚上十点开出。车票只在司机那里买。",
        "图书馆收到了二百本图画书。志愿者正在按年龄分类。读书会从六月开始。",
    ),
}
RULES = """# Hausordnung

## Wohnen

### Ruhe

Nach zehn Uhr abends ist Musik nur leise erlaubt. Bohren und Hämmern ist sonntags verboten. Kinder dürfen tagsüber im Hof spielen.

### Müll

Papier gehört in die blaue Tonne. Glas wird am Ende der Straße gesammelt. Die Tonnen werden dienstags an den Rand gestellt.

## Garten

### Beete

Jede Familie pflegt ein Beet am Zaun. Gegossen wird nur mit Regenwasser. Kompost steht hinter dem Schuppen bereit.

### Feuer

Gegrillt wird nur auf dem Platz neben der Linde. Der Rauch darf nicht in die Fenster ziehen. Danach wird die Asche gelöscht.
"""
COMPOST = "Kompost steht hinter dem Schuppen bereit."
WASTE = RULES[RULES.index("### Müll") : RULES.index("## Garten")]
REPORT = """一、去年工作
（一）强化工业根基
1．推进技术改造。改造生产线四十条，淘汰旧设备一千台。企业利润增长百分之九。
2．培育新兴产业。建成传感器产业园，引进企业十八家。
（二）改善居民生活
1．增加就业岗位。举办招聘会六十场，新增就业三万人。
2．完善养老服务。新建日间照料中心十二所，配送午餐二十万份。
二、今年安排
（一）扩大有效投资
1．加快项目建设。开工城北大桥和绕城公路，完成投资八十亿元。
2．优化审批服务。审批时限压缩一半，推行一窗受理。
（二）保护生态环境
1．治理河流污染。关闭排污口三十个，建设湿地两处。
2．植树造林。绿化荒山五千亩，建设口袋公园九个。
"""


def compared(old: str, new: str, kind: str = "txt") -> Comparison:
    return repdiff.compare(Source("old", old, kind=kind), Source("new", new, kind=kind))


def rules(new: str, old: str = RULES) -> Comparison:
    return compared(old, new, "md")


def moved(comparison: Comparison) -> list[str]:
    """The old side of all pairs that moved."""
    return [comparison.old.text(link.old) for link in comparison.links if link.moved]


def moved_sections(comparison: Comparison) -> list[str]:
    return [comparison.old.sections[link.old].title for link in comparison.section_links if link.moved]


def printed(comparison: Comparison, form: Format = Format.TERMINAL, **view: object) -> str:
    """The report as text, without colours."""
    made = render(comparison, form, replace(View(lang="en", width=0), **view))
    return re.sub(r"\x1b\[[0-9;]*m", "", made if isinstance(made, str) else made.decode())


@pytest.mark.parametrize("language", LETTERS)
def test_of_a_letter_the_paragraph_that_was_taken_along_moved(language: str) -> None:
    first, *others = LETTERS[language]
    comparison = compared("\n\n".join([first, *others]), "\n\n".join([*others, first]))
    assert " ".join(moved(comparison)).replace(" ", "") == first.replace(" ", "")
    assert {link.reason.rpartition("; ")[2] for link in comparison.links if link.moved} == {"among other neighbours"}


@pytest.mark.parametrize("language", LETTERS)
def test_a_swap_of_two_sentences_is_no_move(language: str) -> None:
    old = [re.split(r"(?<=[.。])\s*", text) for text in LETTERS[language]]
    new = [[b, a, *rest] for a, b, *rest in old]
    comparison = compared(*("\n\n".join(" ".join(text).strip() for text in texts) for texts in (old, new)))
    assert len(comparison.links) == sum(sentence != "" for text in old for sentence in text)
    assert moved(comparison) == []


def test_only_past_whole_sentences_of_other_paragraphs_a_text_moves() -> None:
    pairs = [" ".join(re.split(r"(?<=[.])\s", text)[:2]) for text in LETTERS["de"]]
    assert moved(compared("\n\n".join(pairs), "\n\n".join([pairs[1], pairs[0], *pairs[2:]]))) == []
    fable = LETTERS["de"][:3]
    assert " ".join(moved(compared("\n\n".join(fable), "\n\n".join([*fable[1:], fable[0]])))) == fable[0]


def test_a_sentence_that_was_split_did_not_move() -> None:
    old = "\n\n".join(LETTERS["en"])
    comparison = compared(old, old.replace("this spring. The roof has", "this spring. Because the roof has"))
    assert moved(comparison) == []
    comparison = compared(old, old.replace("of the valley. Her", "of the valley, and her"))
    assert moved(comparison) == []


def test_it_is_said_whether_a_text_without_headings_stood_further_up_or_down() -> None:
    first, *others = LETTERS["en"]
    down = compared("\n\n".join([first, *others]), "\n\n".join([*others, first]))
    text, page = printed(down), printed(down, Format.HTML)
    assert text.count("> moved from further up") == 3
    assert "from further up" in page
    assert "moved further down" in page
    assert "from (opening)" not in text + page
    up = compared("\n\n".join([*others, first]), "\n\n".join([first, *others]))
    assert printed(up).count("> moved from further down") == 3
    assert "移自上文" in printed(down, lang="zh")
    assert "déplacé depuis plus haut" in printed(down, lang="fr")


def test_in_a_text_with_one_chapter_order_tells_what_moved() -> None:
    first, *others = LETTERS["de"]
    comparison = rules("# Brief\n\n" + "\n\n".join([*others, first]), "# Brief\n\n" + "\n\n".join([first, *others]))
    assert " ".join(moved(comparison)) == first


def test_where_one_side_lost_its_lower_headings_nothing_moved() -> None:
    flat = re.sub(r"### .*\n\n", "", RULES)
    for comparison in (rules(flat), rules(RULES, flat)):
        assert len(comparison.links) == 15
        assert moved(comparison) == []
        assert moved_sections(comparison) == []


@pytest.mark.parametrize("swapped", [False, True])
def test_where_one_side_has_headings_run_in_nothing_moved(swapped: bool) -> None:
    flat = re.sub(r"(?m)^\d．(.+?)。", r"\1，", REPORT)
    comparison = compared(flat, REPORT) if swapped else compared(REPORT, flat)
    assert len(comparison.old.sections) != len(comparison.new.sections)
    assert len(comparison.links) >= 15
    assert moved(comparison) == []


def test_where_a_heading_was_put_one_sentence_later_nothing_moved() -> None:
    later = RULES.replace("### Müll\n\n", "").replace("Glas wird", "### Müll\n\nGlas wird")
    comparison = rules(later)
    assert len(comparison.links) == len(comparison.old.sentences)
    assert moved(comparison) == []
    assert moved(rules(RULES, later)) == []


def test_where_sections_were_cut_at_other_places_nothing_moved() -> None:
    text = [
        f"Punkt {name} wird von der Gruppe {name} im Jahr geprüft."
        for name in "Amsel Birke Calla Dachs Esche Farn Ginster".split()
    ]
    old = f"# Plan\n\n## Erste Stufe\n\n{' '.join(text[:2])}\n\n## Mitte\n\n{' '.join(text[2:5])}\n\n## Ende\n\n{' '.join(text[5:])}\n"
    new = f"# Plan\n\n## Anfang\n\n{' '.join(text[:4])}\n\n## Schluss\n\n{' '.join(text[4:])}\n"
    for comparison in (rules(new, old), rules(old, new)):
        assert moved(comparison) == []


def test_where_two_sections_became_one_nothing_moved() -> None:
    merged = RULES.replace("### Müll\n\n", "").replace("### Ruhe", "### Ruhe und Müll")
    for comparison in (rules(merged), rules(RULES, merged)):
        assert moved(comparison) == []
        assert moved_sections(comparison) == []


def test_a_heading_that_was_a_sentence_did_not_move() -> None:
    heading = RULES.replace("### Müll", "### Der Müll wird getrennt.")
    sentence = RULES.replace("### Müll\n\n", "Der Müll wird getrennt. ").replace("### Ruhe\n\n", "")
    for comparison in (rules(sentence, heading), rules(heading, sentence)):
        assert any("Der Müll wird getrennt." in comparison.old.text(link.old) for link in comparison.links)
        assert moved(comparison) == []


def test_what_stands_above_all_headings_may_stand_below_the_title() -> None:
    greeting = "Wir bitten alle, diese Regeln zu beachten. Fragen beantwortet der Hausmeister.\n\n"
    chapters = RULES[RULES.index("## Wohnen") :]
    for comparison in (rules(f"# Hausordnung\n\n{greeting}{chapters}", greeting + chapters),):
        assert moved(comparison) == []


def test_a_sentence_in_another_section_moved_and_nothing_else() -> None:
    comparison = rules(RULES.replace(f" {COMPOST}", "").replace("Papier gehört", f"{COMPOST} Papier gehört"))
    assert moved(comparison) == [COMPOST]
    assert "> moved from Beete" in printed(comparison)


def test_the_only_sentence_left_of_a_section_moved_where_its_place_is_another_chapter() -> None:
    water = "Gegossen wird nur mit Regenwasser."
    beds = RULES[RULES.index("### Beete") : RULES.index("### Feuer")]
    comparison = rules(RULES.replace(beds, "").replace("Nach zehn Uhr", f"{water} Nach zehn Uhr"))
    assert moved(comparison) == [water]


def test_of_a_section_that_moved_as_a_whole_it_is_said_once() -> None:
    comparison = rules(RULES.replace(WASTE, "").replace("### Feuer", f"{WASTE}### Feuer"))
    assert moved_sections(comparison) == ["Müll"]
    assert moved(comparison) == ["### Müll"]
    text = printed(comparison)
    assert text.count("section moved") == 1
    assert "> moved from" not in text
    page = printed(comparison, Format.HTML)
    assert "from Wohnen" in page
    assert "moved to Garten" in page


def test_of_a_section_that_is_now_the_first_of_the_next_chapter_it_is_said_too() -> None:
    comparison = rules(RULES.replace(WASTE, "").replace("### Beete", f"{WASTE}### Beete"))
    assert moved_sections(comparison) == ["Müll"]
    assert moved(comparison) == ["### Müll"]


def test_the_sentences_of_a_section_that_another_chapter_took_in_moved() -> None:
    body = WASTE.split("\n\n")[1]
    comparison = rules(RULES.replace(WASTE, "").replace(COMPOST, f"{COMPOST} {body}"))
    assert " ".join(moved(comparison)) == body
    assert printed(comparison).count("> moved from Müll") == 3


def test_of_two_chapters_that_changed_places_the_smaller_moved() -> None:
    at = RULES.index("## Wohnen"), RULES.index("## Garten")
    long = RULES.replace(
        COMPOST, f"{COMPOST} Die Hecke wird im Herbst gemeinsam geschnitten. Laub bleibt für die Igel liegen."
    )
    turned = long[: at[0]] + long[at[1] :] + "\n" + long[at[0] : at[1]]
    comparison = rules(turned, long)
    assert moved_sections(comparison) == ["Wohnen"]
    assert moved(comparison) == ["## Wohnen"]
    assert "in another section" not in {link.reason.rpartition("; ")[2] for link in comparison.links}


def test_a_chapter_that_moved_takes_its_sections_along_silently() -> None:
    at = RULES.index("## Wohnen"), RULES.index("## Garten")
    third = "## Keller\n\nDer Keller ist abends abgeschlossen. Fahrräder stehen an der linken Wand. Farben werden dort nicht gelagert.\n\n"
    old = RULES[: at[1]] + third + RULES[at[1] :]
    new = RULES[: at[0]] + third + RULES[at[1] :] + "\n" + RULES[at[0] : at[1]]
    comparison = rules(new, old)
    assert set(moved_sections(comparison)) == {"Wohnen"}


@pytest.mark.parametrize("name", ["sentence", "section", "letter", "flat"])
def test_the_other_direction_says_the_same_of_moves(name: str) -> None:
    old, new = {
        "sentence": (RULES, RULES.replace(f" {COMPOST}", "").replace("Papier gehört", f"{COMPOST} Papier gehört")),
        "section": (RULES, RULES.replace(WASTE, "").replace("### Feuer", f"{WASTE}### Feuer")),
        "letter": ("\n\n".join(LETTERS["en"]), "\n\n".join((*LETTERS["en"][2:], *LETTERS["en"][:2]))),
        "flat": (RULES, re.sub(r"### .*\n\n", "", RULES)),
    }[name]
    there, back = rules(new, old), rules(old, new)
    assert {(k.old, k.new, k.moved) for k in there.links} == {(k.new, k.old, k.moved) for k in back.links}
    assert {(k.old, k.new, k.moved) for k in there.section_links} == {
        (k.new, k.old, k.moved) for k in back.section_links
    }


def test_the_part_of_a_sentence_that_went_elsewhere_is_named() -> None:
    """A split whose other part stands in another section: where the first part came from is no news."""
    comparison = rules(RULES)
    (index,) = [i for i, g in enumerate(comparison.groups) if COMPOST in comparison.old.text(g.old[0])]
    group = comparison.groups[index]
    target = next(s.id for s in comparison.new.sentences if "Papier gehört" in comparison.new.text(s.id))
    link = comparison.links[group.links[0]]
    far = replace(link, new=target, moved=True, kind=Kind.REWORDED)
    links = (*comparison.links, far)
    groups = tuple(
        replace(group, links=(*g.links, len(links) - 1), moved=True, kind=Kind.REWORDED) if i == index else g
        for i, g in enumerate(comparison.groups)
    )
    text = printed(replace(comparison, links=links, groups=groups))
    assert "> a part moved to Müll" in text
    assert "> moved from" not in text


def test_headings_whose_text_stands_elsewhere_are_one_line() -> None:
    flat = re.sub(r"### .*\n\n", "", RULES)
    comparison = rules(flat)
    text = printed(comparison)
    assert text.count("dropped headings whose text stands elsewhere: 4") == 1
    assert "Ruhe · Müll · Beete · Feuer" in text
    assert "only in" not in text
    page = printed(comparison, Format.HTML)
    assert page.count("dropped headings whose text stands elsewhere: 2</summary>") == 2
    assert all(f"### {title}" in page or f">{title}" in page for title in ("Ruhe", "Müll", "Beete", "Feuer"))


def test_such_headings_are_shown_whole_where_they_are_asked_for_and_in_tables() -> None:
    comparison = rules(re.sub(r"### .*\n\n", "", RULES))
    text = printed(comparison, only=frozenset({"dropped"}))
    assert "stands elsewhere" not in text
    assert all(title in text for title in ("Ruhe", "Müll", "Beete", "Feuer"))
    rows = list(csv.DictReader(io.StringIO(printed(comparison, Format.CSV, table="sentences"))))
    assert sum(row["kind"] == "dropped" for row in rows) == 4


def test_a_dropped_heading_with_a_dropped_sentence_below_stays_as_it_is() -> None:
    flat = re.sub(r"### .*\n\n", "", RULES).replace("Papier gehört in die blaue Tonne. ", "")
    text = printed(rules(flat))
    assert "dropped headings whose text stands elsewhere: 1" in text
    assert "Papier gehört in die blaue Tonne." in text
    assert re.search(r"(?m)^- Müll", text)


def test_a_chapter_of_which_a_sentence_was_dropped_keeps_its_heading() -> None:
    text = printed(rules(RULES.replace("## Garten\n\n### Beete\n\nJede Familie pflegt ein Beet am Zaun. ", "")))
    assert "stands elsewhere" not in text
    assert re.search(r"(?m)^- Garten", text)
    assert re.search(r"(?m)^- Beete", text)


def test_a_dropped_heading_that_a_person_decided_on_is_not_folded() -> None:
    comparison = rules(re.sub(r"### .*\n\n", "", RULES))
    heading = next(s for s in comparison.old.sentences if "Müll" in comparison.old.text(s.id))
    ruling = Ruling(heading.span, comparison.new.sentences[1].span, together=False, note="nicht dasselbe")
    text = printed(replace(comparison, rulings=(ruling,)))
    assert "nicht dasselbe" in text
    assert re.search(r"(?m)^- Müll", text)


def test_what_keeps_its_order_is_the_heaviest_part() -> None:
    things = [Placed(0, 5, 9.0), *(Placed(k, k - 1, 1.0) for k in range(1, 6))]
    assert steady(things) == [True, *[False] * 5]
    things[0] = Placed(0, 5, 1.0)
    kept = steady(things)
    assert kept == [False, *[True] * 5]
    alone = [(range(t.old, t.old + 1), range(t.new, t.new + 1)) for t in things]
    assert passed(things, kept, alone) == [5, 0, 0, 0, 0, 0]
    assert passed(things, kept, [(range(3), range(4, 6)), *alone[1:]])[0] == 2


def test_one_place_of_several_partners_is_in_order() -> None:
    assert steady([Placed(0, 0, 1.0), Placed(0, 1, 1.0), Placed(1, 1, 1.0), Placed(2, 1, 1.0)]) == [True] * 4
    assert steady([]) == []
