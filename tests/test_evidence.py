"""What pairing rests on: models as plain numbers, what sentences are about, the chain of sure pairs; and pairs that nobody may see."""

from pathlib import Path

import numpy as np
import pytest

import repdiff
from repdiff import Source
from repdiff.cut.document import cut_document
from repdiff.model.view import View
from repdiff.pair.candidates import Candidates
from repdiff.pair.chain import find_chain
from repdiff.pair.decided import Decided
from repdiff.pair.evidence import first_look, survey
from repdiff.pair.judge import Model, Trees, judge, load_models
from repdiff.pair.vectors import find_topics, load_vectors

FOLDER = Path(repdiff.__file__).parent / "pair"
SCHOOLS = "新建改扩建幼儿园二十所。\n实施老旧小区改造八十个。\n推进高速公路建设，开工三条。\n扩大义务教育学位供给，办好中小学。\n"
NEXT = "增加学前教育公办学位六千个。\n完成城镇危旧房改造，惠及居民一万户。\n加快铁路项目建设。\n"


def topics(old: str, new: str) -> "np.typing.NDArray[np.float32] | None":
    """How near each old sentence is to each new one; None without vectors."""
    scene = survey(cut_document(Source("o", old)), cut_document(Source("n", new)), Decided())
    found = find_topics(scene.similarity.space)
    return None if found is None else found.old @ found.new.T


def test_a_tree_answers_as_a_walk_from_question_to_question_does() -> None:
    chance = np.random.default_rng(3)
    trees = Trees(
        ("a", "b", "c"),
        chance.integers(0, 3, (7, 4)),
        np.round(chance.normal(size=(7, 4)), 1) + 0.00005,
        chance.normal(size=(7, 16)),
        -0.3,
    )
    features = {name: chance.normal(size=50) for name in trees.names}
    for at, found in enumerate(trees.probability(features).tolist()):
        odds = trees.bias
        for asked, borders, leaves in zip(trees.questions, trees.borders, trees.leaves, strict=True):
            answers = [features[trees.names[k]][at] > border for k, border in zip(asked, borders, strict=True)]
            odds += leaves[sum(yes << bit for bit, yes in enumerate(answers))]
        assert found == pytest.approx(1 / (1 + np.exp(-odds)), abs=1e-5)


def test_a_feature_beyond_what_was_seen_counts_as_the_last_that_was() -> None:
    model = Model({"far": 2.0}, 0.0, {"far": (-0.5, 0.5)})
    found = model.probability({"far": np.array([-9.0, -0.5, 0.2, 0.5, 9.0])}).tolist()
    assert found[0] == found[1] < found[2] < found[3] == found[4]


def test_what_is_shipped_is_small() -> None:
    assert (FOLDER / "vectors.npy").stat().st_size <= 2_000_000
    assert (FOLDER / "weights.json").stat().st_size <= 400_000
    assert len(load_vectors().grams) == len(load_vectors().table)


def test_sentences_about_one_thing_are_near_without_a_word_in_common() -> None:
    found = topics("新建幼儿园二十所。\n修复古城墙。\n", "扩大学前教育公办学位。\n打通高速公路。\n")
    assert found is not None
    assert found[0].argmax() == 0


def test_traditional_characters_are_about_the_same() -> None:
    simple, traditional = topics(SCHOOLS, NEXT), topics("新建改擴建幼兒園二十所。\n實施老舊小區改造八十個。\n", NEXT)
    assert simple is not None
    assert traditional is not None
    assert np.array_equal(simple[:2].argmax(axis=1), traditional.argmax(axis=1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We will build schools.\nTaxes fall.\n", "Schools are built.\nTaxes rise.\n"),
        ("学校をつくります。\n税金をさげます。\n", "がっこうをふやします。\nぜいきんをあげます。\n"),
        ("", "增加学位。\n"),
    ],
)
def test_other_languages_go_without(old: str, new: str) -> None:
    assert topics(old or "x\n", new) is None


def test_the_chain_leaves_out_what_moved_and_says_where_the_others_stand() -> None:
    pairs = Candidates(np.array([0, 1, 1, 2, 3, 4]), np.array([0, 1, 3, 4, 2, 3]), 5, 5)
    chain = find_chain(pairs, np.array([0.9, 0.1, 0.2, 0.0, 0.4, 0.8]))
    assert chain.steady == 1.0
    assert chain.gap.tolist() == [12.0, 6.0, 10000.0, 10000.0, 6.0, 16.0]
    crossed = find_chain(Candidates(np.array([0, 1, 2]), np.array([2, 0, 1]), 3, 3), np.array([0.9, 0.9, 0.9]))
    assert crossed.steady == pytest.approx(2 / 3)


def test_a_second_look_is_taken_only_at_what_may_be_a_link() -> None:
    old, new = cut_document(Source("o", SCHOOLS * 8)), cut_document(Source("n", NEXT * 8))
    scene = survey(old, new, Decided())
    closer, belief = judge(old, new, scene, load_models())
    assert len(closer.pairs) == len(belief) < len(scene.pairs)
    assert closer.details is not None
    assert scene.details is None
    assert set(load_models().first.weights) <= set(first_look(scene))


FRAMES = [
    ("推进农房抗震改造，完成两千户。", "推进适老化改造，完成一千户。"),
    ("加快建设国家级科技馆。", "加快建设污水处理厂二期。"),
    ("深入实施古城保护工程。", "深入实施奶业振兴工程。"),
]


@pytest.mark.parametrize(("old", "new"), FRAMES)
def test_a_frame_in_common_is_no_pair_for_a_reader(old: str, new: str) -> None:
    """Such frames stand all over a report; the object is another one."""
    reports = [(FOLDER.parents[2] / "seeds" / f"xuchang-{year}.txt").read_text("utf-8") for year in (2020, 2021)]
    found = repdiff.compare(Source("o", f"{reports[0]}\n{old}\n"), Source("n", f"{reports[1]}\n{new}\n"))
    links = [k for k in found.links if found.old.text(k.old).strip() == old and found.new.text(k.new).strip() == new]
    assert all(link.score < View().min_score for link in links)
