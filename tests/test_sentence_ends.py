"""Where sentences end, in many languages: each line of a case is a sentence, a blank line parts paragraphs; and marks of footnotes."""

from itertools import accumulate
from pathlib import Path

import pytest

from repdiff.cut.document import cut_document
from repdiff.cut.sentences import split
from repdiff.model.texts import Source

CASES = sorted((Path(__file__).parent / "cases" / "sentence_ends").glob("*.txt"))
UNBROKEN = {"chinese", "japanese"}
FOUND, INVENTED = 0.95, 0.05
"""Shares of the ends in the cases that are found at least, and invented at most."""


def paragraphs(path: Path) -> list[list[str]]:
    return [block.split("\n") for block in path.read_text(encoding="utf-8").strip().split("\n\n")]


def ends(sentences: list[str]) -> set[int]:
    """Ends of sentences, as counts of the characters before them that are no blanks."""
    return set(accumulate(len("".join(sentence.split())) for sentence in sentences))


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


def test_ends_of_sentences_are_found_in_many_languages() -> None:
    found = wanted = given = 0
    for path in CASES:
        for sentences in paragraphs(path):
            ours = ends(cut(("" if path.stem in UNBROKEN else " ").join(sentences)))
            known = ends(sentences)
            found, wanted, given = found + len(ours & known), wanted + len(known), given + len(ours)
    assert found / wanted >= FOUND
    assert (given - found) / wanted <= INVENTED


@pytest.mark.parametrize(
    "sentences",
    [
        ["រដ្ឋាភិបាលនឹងសាងសង់។", "ផ្លូវនឹងត្រូវពង្រីក៕"],
        ["လမ်းများကို ပြင်ဆင်မည်။", "ကျောင်း ဆောက်မည်။"],
        ["བོད་ཡིག་བསླབ་རྒྱུ་ཡིན།", "གྲོང་ཁྱེར་དང་། གྲོང་གསེབ་ཡར་རྒྱས་གཏོང་རྒྱུ་རེད།"],
        ["መንገዶች ይሰፋሉ፡፡", "አዲስ ድልድይ ይሠራል።", "ማን ይከፍላል፧"],
        ["Ճանապարհը կլայնացվի։", "Դպրոց կկառուցվի։"],
        ["Ποιος πληρώνει;", "Το κράτος."],
        ["सड़क चौड़ी होगी।", "डॉ. वर्मा आएँगे॥"],
        ["سڑک چوڑی ہوگی۔", "اسکول بنے گا۔"],
        ["من سيدفع؟", "ستدفع الدولة."],
        ["「行きます。」", "道路を広げる。"],
    ],
    ids=["Khmer", "Burmese", "Tibetan", "Amharic", "Armenian", "Greek", "Hindi", "Urdu", "Arabic", "Japanese"],
)
def test_scripts_end_sentences_with_signs_of_their_own(sentences: list[str]) -> None:
    assert cut(("" if sentences[0] > "\u2e80" else " ").join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Costs stayed below the budget.1", "Two shops will open."],
        ['He said "we shall build."12', "Then he left."],
        ["Costs stayed below it.[3]", "Two shops will open."],
        ["Costs stayed below it.[3,4]", "Two shops will open."],
        ["Costs stayed below it.[^a]", "Two shops will open."],
        ["Costs stayed below it.¹²", "Two shops will open."],
        ["Costs stayed below it.(2)", "Two shops will open."],
        ["Die Kosten sanken.⁴", "Zwei Läden öffnen."],
        ["支出下降。[2]", "明年开店。"],
        ["支出下降[2]。", "明年开店。"],
        ["支出下降。③", "明年开店。"],
        ["支出下降。（注2）", "明年开店。"],
    ],
)
def test_the_mark_of_a_footnote_stands_with_the_sentence_before_it(sentences: list[str]) -> None:
    assert cut(("" if sentences[0] > "\u2e80" else " ").join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["It grew to 2.1 million.", "See item 1.", "No.1 is open."],
        ["任务如下。", "①修路。", "②建校。"],
        ["任务如下。", "（1）修路。", "（2）建校。"],
        ["Use Nr.5 Der rest stays."],
        ["It needs 10⁵ litres and 4 m². We pump CO₂ out."[:29], "We pump CO₂ out."],
    ],
)
def test_what_counts_is_no_mark_of_a_footnote(sentences: list[str]) -> None:
    assert cut(("" if sentences[0] > "\u2e80" else " ").join(sentences)) == sentences


def keys(text: str) -> tuple[str, ...]:
    return cut_document(Source("a.txt", text), numbers=False).keys


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Costs fell.[3] We go on.", "Costs fell.[4] We go on."),
        ("Costs fell.¹ We go on.", "Costs fell. We go on."),
        ("Costs fell[3]. We go on.", "Costs fell[12]. We go on."),
        ("支出下降。[2]明年开店。", "支出下降。[3]明年开店。"),
        ("Costs fell this year.1 Rents rose.2 We go on.", "Costs fell this year.4 Rents rose.5 We go on."),
    ],
)
def test_a_mark_that_got_another_number_changes_nothing(old: str, new: str) -> None:
    assert keys(old) == keys(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We need 10⁵ litres.", "We need 10⁶ litres."),
        ("A field of 3 m² is free.", "A field of 3 m³ is free."),
        ("See item 1. We go on.", "See item 2. We go on."),
        ("It rose to 2.1 million.", "It rose to 2.2 million."),
        ("The list is in [1] and [2].", "The list is in [1] and [3]."),
        ("Read clause.1 We go on.", "Read clause.2 We go on."),
        ("支出下降（图1）。", "支出下降（图2）。"),
    ],
)
def test_a_number_that_says_something_is_no_mark(old: str, new: str) -> None:
    assert keys(old) != keys(new)
