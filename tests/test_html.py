"""The page: complete without script, self-contained, and nothing of a document is ever taken for markup."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from repdiff import Comparison, Kind, Source, View, compare, read, render

SEEDS = Path(__file__).parent.parent / "seeds"
HOSTILE = "</script><img src=x onerror=alert(1)>{{7*7}}\u202e<b>&amp;"


class Page(HTMLParser):
    """The text of a page, its tags, and the text between `<del>` and `<ins>`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: dict[str, str] = {"del": "", "ins": ""}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self._open):
            self.text += data
        for tag in self.marked:
            if tag in self._open:
                self.marked[tag] += data


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(read(SEEDS / "xuchang-2020.txt"), read(SEEDS / "xuchang-2021.txt"))


@pytest.fixture(scope="module")
def page(comparison: Comparison) -> str:
    return render(comparison, "html", View())


def test_every_sentence_is_on_the_page(comparison: Comparison, page: str) -> None:
    text = bare(Page(page).text)
    for document in (comparison.old, comparison.new):
        missing = [document.text(s.id) for s in document.sentences if bare(document.text(s.id)) not in text]
        assert missing == []


def test_marks_hold_words_of_their_side(comparison: Comparison, page: str) -> None:
    marked = Page(page).marked
    assert "7%以上" in marked["del"]
    assert "7.5%以上" in marked["ins"]
    assert "居民消费价格涨幅" not in marked["del"] + marked["ins"]


def test_nothing_is_fetched(page: str) -> None:
    for tag, attributes in Page(page).tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        for name in ("src", "href", "action"):
            assert not (attributes.get(name) or "#").startswith(("http", "//", "data:"))
    policies = [a["content"] or "" for tag, a in Page(page).tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert len(policies) == 1
    assert "default-src 'none'" in policies[0]
    assert "unsafe" not in policies[0]


def test_size_stays_in_bounds(comparison: Comparison, page: str) -> None:
    texts = sum(len(d.source.text.encode()) for d in (comparison.old, comparison.new))
    doubtful = 500 * page.count('<div class="maybe">')  # what is perhaps a pair stands with both of its sentences
    drawn = 250 * page.count("<svg") + 500 * page.count('class="part')  # charts of numbers; the index
    ticked = 60 * page.count('class="ck"')  # each row can be ticked off
    assert len(page.encode()) <= 4 * texts + 200_000 + doubtful + drawn + ticked


def test_hostile_text_stays_text() -> None:
    old = Source("old.txt", f"一、甲\n推进{HOSTILE}建设。\n二、乙\n{HOSTILE}。\n")
    new = Source("new.txt", f"一、甲\n加快推进{HOSTILE}建设工作。\n" + "长" * 10_000 + "\n")
    page = render(compare(old, new), "html", View())
    parsed = Page(page)
    assert "img" not in {tag for tag, _ in parsed.tags}
    assert not any(name.startswith("on") for _, attributes in parsed.tags for name in attributes)
    assert "49" not in parsed.text
    assert "onerror=alert(1)" in parsed.text
    assert page.count("<script") == page.count("</script>")


def test_a_moved_commitment_stands_at_both_ends(comparison: Comparison, page: str) -> None:
    anchors = {attributes["id"] for _, attributes in Page(page).tags if attributes.get("id")}
    links = {
        (attributes["href"] or "")[1:]
        for tag, attributes in Page(page).tags
        if tag == "a" and (attributes.get("href") or "").startswith("#")
    }
    assert sum(group.moved for group in comparison.groups) > 10
    assert len(links) > 10
    assert links <= anchors


def test_view_chooses_rows(comparison: Comparison) -> None:
    page = Page(render(comparison, "html", View(only=frozenset({Kind.DROPPED}))))
    dropped = comparison.dropped[5]
    kept = next(
        group.old[0]
        for group in comparison.groups
        if group.kind is Kind.REWORDED and group.score > 0.95 and len(comparison.old.text(group.old[0])) > 60
    )
    assert bare(comparison.old.text(dropped)) in bare(page.text)
    assert bare(comparison.old.text(kept)) not in bare(page.text)


def test_what_makes_no_other_text_is_unchanged_and_marked_nowhere() -> None:
    """Other quotation marks, another width, a pause written otherwise."""
    old = Source("a.txt", 'We use "driverless" cars in the city, and pay 1,000 euros.\n')
    new = Source("b.txt", "We use “driverless” cars in the city; and pay 1000 euros.\n")
    found = compare(old, new)
    assert [group.kind for group in found.groups] == [Kind.IDENTICAL]
    assert Page(str(render(found, "html"))).marked["ins"] == "underlineddotted underline"
    for form in ("terminal", "markdown"):
        shown = str(render(found, form, View(only=frozenset({Kind.IDENTICAL}))))
        assert "cars in the city" in shown
