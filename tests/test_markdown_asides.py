"""What a Markdown file holds beside its text: front matter and comments are left out and listed, tags and footnote marks are no words."""

import pytest

from repdiff.cut.document import cut_document
from repdiff.files.request import Request
from repdiff.model.texts import Aside, Role, Source
from repdiff.sources.markdown import read_markdown

FRONT = "---\ntitle: Harbour plan\ntags:\n  - port\ndate: 2031-04-01\n---\n"


def read(text: str) -> Source:
    return read_markdown(text.encode(), Request("plan.md"))


def sentences(text: str) -> list[str]:
    document = cut_document(read(text), numbers=False)
    return [" ".join(document.source.shown(s.span).split()) for s in document.sentences]


def headings(text: str) -> list[str]:
    document = cut_document(read(text), numbers=False)
    return [f"{s.level} {s.title}" for s in document.sections if s.level]


def test_front_matter_is_left_out_and_listed() -> None:
    source = read(f"{FRONT}\n# Harbour\n\nWe will dredge the port.\n")
    assert [(each.why, each.text) for each in source.left_out] == [(Aside.HIDDEN, FRONT.rstrip("\n"))]
    assert sentences(source.text) == ["Harbour", "We will dredge the port."]
    assert headings(source.text) == ["1 Harbour"]


@pytest.mark.parametrize(
    "text", ["---\n\nThe quay is long.\n\n---\n", "---\nThe quay is long. It is old.\n---\n", "a\n---\nb: c\n---\n"]
)
def test_what_stands_between_rules_is_text(text: str) -> None:
    assert read(text).left_out == ()


def test_a_comment_is_left_out_unless_it_is_code() -> None:
    text = "The quay <!-- draft\n# no heading --> is long.\n\n```\n<!-- shown -->\n```\n"
    assert [each.why for each in read(text).left_out] == [Aside.COMMENT]
    assert headings(text) == []
    assert sentences(text)[0] == "The quay is long."


def test_tags_and_footnote_marks_are_no_words() -> None:
    assert sentences("The <b>quay</b> is 40 m[^2] long, a < b.<br/>\n") == ["The quay is 40 m long, a < b."]


def test_a_heading_between_tags_has_its_level() -> None:
    text = '# Port\n\n<h3 align="center">Cranes &amp; quays</h3>\n\nThere are four cranes.\n'
    assert headings(text) == ["1 Port", "2 Cranes &amp; quays"]


@pytest.mark.parametrize(
    "line",
    [
        "**[Read the old plan](https://port.example/old)**",
        "**Effective date: 4 May 2031**",
        "**Last changed 2031-05-04**",
        "**We will not close the old quay.**",
        "**Please ask the master of the port before you enter the quay.**",
        "**Note:** ships of more than forty metres need a pilot at any time.",
        "**Mail:** port@harbour.example",
        "- **Depth:** nine metres at low tide in front of the old quay",
        "> **Quay**",
    ],
)
def test_bold_words_that_are_no_title(line: str) -> None:
    text = f"# Port\n\nThe port has two quays and four cranes.\n\n{line}\n\nShips may enter by day and by night.\n"
    assert headings(text) == ["1 Port"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("**Old quay**", "Old quay"),
        ("__Old quay__", "Old quay"),
        ("**What is the old quay?**", "What is the old quay?"),
        ("**Old quay.** It was built before the railway came to town.", "Old quay."),
        ("**Old quay**: It was built before the railway came to town.", "Old quay"),
        ("***Old quay.*** It was built before the railway came to town.", "Old quay."),
        ("**Old quay** – It was built before the railway came to town.", "Old quay"),
        ("* **Old quay.** It was built before the railway came to town.", "Old quay."),
        ("1. **Old quay.** It was built before the railway came to town.", "1. Old quay."),
        ("<p><strong>Old quay</strong></p>", "Old quay"),
    ],
)
def test_bold_words_that_are_a_title(line: str, title: str) -> None:
    text = f"# Port\n\nThe port has two quays and four cranes.\n\n{line}\n\nShips may enter by day and by night.\n"
    assert headings(text) == ["1 Port", f"2 {title}"]


def test_an_item_in_bold_that_promises_stays_a_promise() -> None:
    document = cut_document(
        read("# Port\n\n**We will build two quays by 2033.**\n\nThey are of stone.\n"), numbers=False
    )
    assert Role.COMMITMENT in {s.role for s in document.sentences}
