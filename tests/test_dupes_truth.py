"""`repdiff dupes` as its users call it: counts, places, runs, annotated records, and bad input."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
FOUND = ROOT / "seeds" / "found"
MAKER = SHARED / "bench" / "make_corpus.py"
TRUTH = {"document": "doc", "paragraph": "paragraph", "sentence": "sentence"}

with_maker = pytest.mark.skipif(not MAKER.exists(), reason="../shared/bench/make_corpus.py is not beside the project")


def dupes(*words: object, code: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from repdiff.cli import main; main()", "dupes", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return done


def summary(*words: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dupes(*words, "--format", "json").stdout)
    return found


def flags(*words: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in dupes(*words, "--format", "jsonl").stdout.splitlines()]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of 2 MB with exactly known duplicates."""
    path = tmp_path_factory.mktemp("corpus") / "pages"
    subprocess.run([sys.executable, str(MAKER), "--mb", "2", "--out", str(path)], capture_output=True, check=True)
    return path


@with_maker
@pytest.mark.parametrize("raw", [False, True])
def test_counts_equal_the_truth(corpus: Path, raw: bool) -> None:
    truth = json.loads(corpus.with_suffix(".truth.json").read_text("utf-8"))
    found = summary(corpus.with_suffix(".jsonl"), *(["--raw"] if raw else []))["levels"]
    for level, name in TRUTH.items():
        wanted = truth[name if raw or level == "document" else f"{name}_normalised"]
        keys = {
            "distinct": "distinct",
            "groups": "dup_groups",
            "occurrences": "dup_occurrences",
            "removable": "removable",
        }
        assert {key: found[level][key] for key in keys} == {key: wanted[old] for key, old in keys.items()}
        assert found[level]["units"] == wanted["occurrences"]


@with_maker
def test_every_flag_is_a_verbatim_copy_of_the_first(corpus: Path) -> None:
    texts = {r["id"]: r["text"] for r in map(json.loads, corpus.with_suffix(".jsonl").open(encoding="utf-8"))}
    rows = flags(corpus.with_suffix(".jsonl"), "--raw", "--level", "sentence")
    assert len(rows) > 500
    for row in rows:
        first = texts[row["first_document"]][row["first_start"] : row["first_end"]]
        assert texts[row["document"]][row["start"] : row["end"]].strip() == first.strip()


@with_maker
def test_same_bytes_whatever_the_number_of_processes(corpus: Path) -> None:
    one, two = (dupes(corpus.with_suffix(".jsonl"), "--jobs", jobs, "--format", "jsonl").stdout for jobs in (1, 2))
    assert one == two
    assert one


@with_maker
def test_annotated_records_are_the_input_with_flags(corpus: Path, tmp_path: Path) -> None:
    target = tmp_path / "annotated.jsonl"
    dupes(corpus.with_suffix(".jsonl"), "--annotate", target)
    before = [json.loads(line) for line in corpus.with_suffix(".jsonl").open(encoding="utf-8")]
    after = [json.loads(line) for line in target.open(encoding="utf-8")]
    assert [{k: v for k, v in row.items() if k != "duplicates"} for row in after] == before
    assert any(row["duplicates"]["sentences"] for row in after)


def test_a_page_pasted_eight_times_and_a_page_of_eight_documents() -> None:
    found = summary(FOUND)
    pasted = next(FOUND.glob("003*")).name
    repeats = [run for run in found["runs"]["repeats"] if pasted in json.dumps(run)]
    assert [84, 8] in [sorted((v for v in run.values() if v in (84, 8)), reverse=True) for run in repeats]
    assert found["documents"] == 19
    assert "84 paragraphs stands 8 times" in dupes(FOUND, "--lang", "en").stdout


def test_two_digits_make_a_difference(tmp_path: Path) -> None:
    path = tmp_path / "numbers.txt"
    path.write_text("".join(f"生产总值增长{n}%以上。\n" for n in range(10, 100)), encoding="utf-8")
    found = summary(path, "--no-split")["levels"]
    assert found["sentence"] == {"units": 90, "distinct": 90, "groups": 0, "occurrences": 0, "removable": 0}


def test_width_and_spaces_are_folded_unless_raw(tmp_path: Path) -> None:
    path = tmp_path / "widths.txt"
    path.write_text("生产总值增长７％，达到目标。\n生产总值 增长7%,达到目标。\n", encoding="utf-8")
    assert summary(path)["levels"]["paragraph"]["groups"] == 1
    assert summary(path, "--raw")["levels"]["paragraph"]["groups"] == 0


def test_packed_records_and_standard_input(tmp_path: Path) -> None:
    rows = b"".join(json.dumps({"id": str(n), "text": "同一句话。"}).encode() + b"\n" for n in range(3))
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(rows))
    assert summary(path)["levels"]["document"]["occurrences"] == 3
    assert dupes(path, "--exit-code", code=1).stdout


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('{"id":"a","text":"甲。"}\nbroken\n', "bad.jsonl:2: not valid JSON"),
        ('{"id":"a","text":"甲。"}\n{"id":"b"}\n', "bad.jsonl:2: no field 'text'"),
    ],
)
def test_bad_records_are_told_with_their_line(tmp_path: Path, rows: str, told: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(rows, encoding="utf-8")
    refused = dupes(path, code=2)
    assert told in refused.stderr
    assert "--keep-going" in refused.stderr
    assert refused.stdout == ""
    kept = dupes(path, "--keep-going")
    assert told in kept.stderr
    assert "1 document" in kept.stdout


def test_no_half_output(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id":"a","text":"甲。"}\nbroken\n', encoding="utf-8")
    target = tmp_path / "flags.csv"
    target.write_text("before", encoding="utf-8")
    dupes(path, "-o", target, code=2)
    assert target.read_text("utf-8") == "before"


def test_a_comparison_loads_none_of_it() -> None:
    program = (
        "import sys; from repdiff import compare, Source; compare(Source('a', '甲。'), Source('b', '乙。'));"
        "print([m for m in ('duckdb', 'orjson', 'xxhash', 'zstandard', 'pyarrow') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"
