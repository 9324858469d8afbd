"""The made corpus, where it is there: every count and every injected duplicate; and Spark beside the embedded engine."""

import json
import subprocess
import sys
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from repdiff.duplicates.findings import findings
from repdiff.duplicates.search import searched
from repdiff.duplicates.settings import Level, Settings
from repdiff.model.findings import Findings

ROOT = Path(__file__).parent.parent
MAKER = ROOT.parent / "shared" / "bench" / "make_corpus.py"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus without its endings; beside it its truth and its injections."""
    if not MAKER.exists():
        pytest.skip("the maker of corpora is not here")
    out = tmp_path_factory.mktemp("corpus") / "c5"
    subprocess.run([sys.executable, str(MAKER), "--mb", "5", "--out", str(out)], check=True, capture_output=True)
    return out


def search(corpus: Path, settings: Settings) -> Findings:
    with searched([f"{corpus}.jsonl"], settings) as found:
        return findings(found)


def injected(corpus: Path, kind: str) -> list[dict[str, Any]]:
    lines = map(json.loads, Path(f"{corpus}.inject.jsonl").read_text("utf-8").splitlines())
    return [line for line in lines if line["kind"] == kind]


@pytest.mark.parametrize("raw", [False, True])
def test_counts_equal_the_truth(corpus: Path, raw: bool) -> None:
    truth = json.loads(Path(f"{corpus}.truth.json").read_text("utf-8"))
    found = search(corpus, Settings(raw=raw)).levels
    for level, count in found.items():
        name = "doc" if level == "document" else level if raw else f"{level}_normalised"
        assert truth[name] == {
            "distinct": count.distinct,
            "occurrences": count.units,
            "dup_groups": count.groups,
            "dup_occurrences": count.occurrences,
            "removable": count.removable,
        }


def test_every_injection_is_found(corpus: Path) -> None:
    found = search(corpus, Settings(near=True))
    runs = [run for run in found.runs if run.level == "paragraph"]
    repeats = {(run.place.document, run.period, run.times) for run in runs if run.kind == "repeat"}
    assert repeats >= {(each["doc"], each["period"], each["times"]) for each in injected(corpus, "block_repeat")}
    contained = {(run.place.document, run.units) for run in runs if run.kind == "contains"}
    assert contained >= {(each["doc"], each["n"]) for each in injected(corpus, "contains")}
    near = {(pair.document, pair.other) for pair in found.near}
    assert near >= {(each["doc"], each["of"]) for each in injected(corpus, "near_dup")}


def checksums(path: str, where: tuple[str, str]) -> dict[tuple[str, str], str]:
    """A checksum of every column of every table that reports ask."""
    found = {}
    levels = (Level.DOCUMENT, Level.PARAGRAPH)  # what differs between levels is the cutting, which is not Spark's
    with searched([path], Settings(levels=levels, near=True), where=where) as search:
        names = [row[0] for row in search.store.rows("SELECT table_name FROM information_schema.tables ORDER BY 1")]
        for name in names:
            if not name.startswith(("sizes_", "groups_", "heads_", "flags_", "runs_", "sites_", "near", "documents")):
                continue
            columns = sorted(row[0] for row in search.store.rows(f"DESCRIBE {name}"))
            for column in columns:
                rows = search.store.rows(f"SELECT {column} FROM {name} ORDER BY {', '.join(columns)}")
                found[name, column] = sha256(repr(rows).encode()).hexdigest()
    return found


@pytest.mark.skipif(not (find_spec("pyspark") and which("java")), reason="Spark is not installed")
def test_spark_gives_the_same_columns(tmp_path: Path) -> None:
    pages = [
        f"第{n % 7}页。完成投资{n % 5}亿元。\n首页 | 公开\n" + f"第{n % 3}段，内容{n % 4}。\n" * 3 for n in range(60)
    ]
    path = tmp_path / "pages.jsonl"
    path.write_text(
        "".join(json.dumps({"id": f"d{n}", "url": f"http://s/{n}", "text": t}) + "\n" for n, t in enumerate(pages))
    )
    local = checksums(str(path), ("local", ""))
    assert len(local) > 70
    assert checksums(str(path), ("spark", "local[2]")) == local
