"""`repdiff dupes` as a user meets it: counts, flags, runs, annotated records, bad input."""

import csv
import gzip
import io
import json
import os
import random
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from repdiff.duplicates.search import searched
from repdiff.duplicates.settings import Level, Settings

ROOT = Path(__file__).parent.parent
FOUND = str(ROOT / "seeds" / "found")


def repdiff(*arguments: str, stdin: bytes = b"", folder: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "repdiff", "dupes", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=folder, check=False)


def summary(*arguments: str, stdin: bytes = b"") -> Any:
    done = repdiff(*arguments, "--format", "json", stdin=stdin)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def jsonl(*texts: str) -> bytes:
    rows = ({"id": f"d{n}", "url": f"http://s{n % 2}.cn/{n}", "text": text} for n, text in enumerate(texts))
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def corpus() -> tuple[bytes, list[list[str]]]:
    """Pages of random sentences, some of them copies, blocks in a row, pages within pages; and their paragraphs."""
    pick = random.Random(7)
    words = (
        "加快 发展 现代 工业 农业 增长 百分之 完成 投资 推进 改革 开放 城市 建设 民生 保障 ５G 7.5% 二〇二〇年".split()
    )
    pages: list[list[str]] = []

    def fresh() -> list[str]:
        return ["".join("".join(pick.choices(words, k=9)) + "。" for _ in range(3)) for _ in range(pick.randint(4, 9))]

    for number in range(300):
        kind = number % 10
        if kind == 3:
            pages.append(list(pages[pick.randrange(len(pages))]))
        elif kind == 5:
            pages.append(fresh() * 3)
        elif kind == 7:
            pages.append(fresh() + pages[pick.randrange(len(pages) - 3)] + fresh())
        else:
            pages.append(["首页 | 政务公开", *fresh(), "版权所有"])
    return jsonl(*("\n".join(page) for page in pages)), pages


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dupes") / "pages.jsonl"
    path.write_bytes(corpus()[0])
    return path


def counted(units: list[str]) -> dict[str, int]:
    """What a plain dictionary says of these units."""
    found: dict[str, int] = {}
    for unit in units:
        found[unit] = found.get(unit, 0) + 1
    several = [count for count in found.values() if count > 1]
    return {
        "units": len(units),
        "distinct": len(found),
        "groups": len(several),
        "occurrences": sum(several),
        "removable": sum(several) - len(several),
    }


def test_counts_are_those_of_a_dictionary(pages: Path) -> None:
    paragraphs = [paragraph for page in corpus()[1] for paragraph in page]
    sentences = [s + "。" * (s[-1] not in "开有") for p in paragraphs for s in p.split("。") if s]
    levels = summary(str(pages), "--raw")["levels"]
    assert levels["paragraph"] == counted(paragraphs)
    assert levels["sentence"] == counted(sentences)
    assert levels["document"] == counted(["\n".join(page) for page in corpus()[1]])


def test_runs_have_exact_period_and_place(pages: Path) -> None:
    runs = summary(str(pages), "--level", "paragraph")["runs"]
    paragraphs = corpus()[1]
    repeats = {each["document"]: (each["period"], each["times"]) for each in runs["repeats"]}
    assert repeats.items() >= {f"d{n}": (len(paragraphs[n]) // 3, 3) for n in range(5, 300, 10)}.items()
    texts = ["\n".join(page) for page in paragraphs]
    assert runs["contains"]
    for each in runs["contains"]:
        there = texts[int(each["other"][1:])]
        assert texts[int(each["document"][1:])][each["start"] : each["end"]] == there
    inside = {each["document"] for kind in ("contains", "passages") for each in runs[kind]}
    assert inside >= {f"d{n}" for n in range(7, 300, 10)}


def test_boilerplate_names_the_site(pages: Path) -> None:
    found = summary(str(pages), "--level", "paragraph")["boilerplate"]
    assert not found  # the same two lines stand on both sites
    lines = [f"首页 | {n % 2}\n正文{n}。" for n in range(40)]
    first = summary("-", "--level", "paragraph", stdin=jsonl(*lines))["boilerplate"][0]
    assert (first["site"], first["pages"], first["copies"]) == ("s0.cn", 20, 20)


def test_every_flag_points_at_its_text(pages: Path) -> None:
    texts = ["\n".join(page) for page in corpus()[1]]
    rows = list(csv.DictReader(io.StringIO(repdiff(str(pages), "--format", "csv").stdout.decode())))
    assert len(rows) > 1000
    for row in rows:
        here = texts[int(row["document"][1:])][int(row["start"]) : int(row["end"])]
        first = texts[int(row["first_document"][1:])][int(row["first_start"]) : int(row["first_end"])]
        assert here == first
        assert int(row["copies"]) > 1
        assert (row["is_first"] == "true") == (
            (row["document"], row["start"], row["level"]) == (row["first_document"], row["first_start"], row["level"])
        )


def test_the_formats_agree(pages: Path, tmp_path: Path) -> None:
    import duckdb

    lines = [json.loads(line) for line in repdiff(str(pages), "--format", "jsonl").stdout.splitlines()]
    assert repdiff(str(pages), "-o", str(tmp_path / "flags.parquet")).returncode == 0
    table = duckdb.sql(f"SELECT * FROM '{tmp_path / 'flags.parquet'}'")
    assert [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()] == lines


def test_same_bytes_whatever_the_number_of_processes(tmp_path: Path) -> None:
    path = tmp_path / "large.jsonl"
    rows = corpus()[0].splitlines()
    path.write_bytes(b"".join(row.replace(b'"id": "', b'"id": "%d-' % n) + b"\n" for n in range(22) for row in rows))
    one, two = (repdiff(str(path), "--format", "jsonl", "--jobs", jobs) for jobs in "12")
    assert one.stdout == two.stdout
    assert one.stdout


def test_every_kind_of_input_gives_the_same(pages: Path, tmp_path: Path) -> None:
    import duckdb
    import zstandard

    content = pages.read_bytes()
    (tmp_path / "p.jsonl.gz").write_bytes(gzip.compress(content))
    (tmp_path / "p.jsonl.zst").write_bytes(zstandard.compress(content))
    duckdb.sql(f"COPY (SELECT * FROM read_json('{pages}')) TO '{tmp_path / 'p.parquet'}'")
    expected = summary(str(pages))
    for name in ("p.jsonl.gz", "p.jsonl.zst", "p.parquet"):
        assert summary(str(tmp_path / name)) == expected
    assert summary("-", stdin=content) == expected


def test_annotated_records_are_the_input_with_flags(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "flagged.jsonl.gz"
    assert repdiff(str(pages), "--annotate", str(out)).returncode == 0
    lines = gzip.decompress(out.read_bytes()).splitlines()
    originals = pages.read_bytes().splitlines()
    assert len(lines) == len(originals)
    for line, original in zip(lines, originals, strict=True):
        assert line.startswith(original.removesuffix(b"}"))
        record = json.loads(line)
        for flag in record["duplicates"]["sentences"]:
            assert record["text"][flag["start"] : flag["end"]].strip()
    copy = json.loads(lines[3])["duplicates"]
    assert copy["share"] == pytest.approx(1, abs=0.1)
    assert copy["document"]["first"] in {f"d{n}" for n in range(3)}


def test_found_files_hold_what_they_hold() -> None:
    found = summary(FOUND)
    repeats = [(each["period"], each["times"]) for each in found["runs"]["repeats"] if each["level"] == "paragraph"]
    assert repeats == [(84, 8)]
    listed = [part for part in found["parts"] if "/002_" in part["file"]]
    assert (len(listed), sum(part["report"] for part in listed)) == (8, 3)
    whole = summary(FOUND, "--no-split", "--level", "paragraph")
    assert [(each["period"], each["times"]) for each in whole["runs"]["repeats"]] == [(84, 8)]
    assert whole["documents"] == 5


def test_near_duplicates_are_told_by_the_clauses_in_common() -> None:
    clauses = [f"完成{number}项工程" for number in range(40)]
    near = summary("-", "--near", stdin=jsonl("，".join(clauses), "，".join([*clauses[:36], "其余不变"]), "另一篇。"))[
        "near"
    ]
    assert [(each["document"], each["other"]) for each in near] == [("d1", "d0")]
    assert near[0]["clauses"] >= 35
    assert 0.85 < near[0]["share"] < 1


def test_the_terminal_tells_which_copy_it_was(pages: Path) -> None:
    out = repdiff(str(pages), "--lang", "en").stdout.decode()
    assert "stands 3 times in a row" in out
    assert " is d" in out
    assert "首页 | 政务公开" in out


def test_the_report_speaks_the_language_of_the_texts(pages: Path) -> None:
    out = repdiff(str(pages)).stdout.decode()
    assert "连续出现3次" in out
    assert not {"documents", "stands", "copies"} & set(out.split())
    assert repdiff(str(pages), "--lang", "xx").returncode == 2


def test_the_page_is_whole_and_escaped(tmp_path: Path) -> None:
    out = tmp_path / "d.html"
    done = repdiff(
        "-", "-o", str(out), stdin=jsonl(*["<script>alert(1)</script>重复的一段话。\n另一段话。\n第三段。"] * 2)
    )
    assert done.returncode == 0, done.stderr
    page = out.read_text("utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "http://" not in page.replace("http://s", "")


def test_html_files_are_read_as_seen(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(
            f"<title>{name}</title><p>同<b>一</b>段。</p><script>{name}</script>", "utf-8"
        )
    assert summary(str(tmp_path))["levels"]["paragraph"]["removable"] == 1


BAD = {
    "broken": (b'{"id":"a","text":"x"}\n{"id":\n', ":2: not valid JSON"),
    "field": (b'{"id":"a","text":"x"}\n\n{"id":"b"}\n', ":3: no field 'text'"),
    "number": (b'{"id":"a","text":"x"}\n{"id":"b","text":5}\n', ":2: the field 'text' is not a text"),
    "half": (
        b'{"id":"a","text":"x"}\n{"id":"s\\ud800","text":"y"}\n',
        ":2: the field 'id' holds half a surrogate pair",
    ),
    "twice": (b'{"id":"a","text":"x"}\n{"id":"a","text":"y"}\n', ":2: the name 'a' is that of"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_records_are_told_with_file_and_line(case: str, tmp_path: Path) -> None:
    content, message = BAD[case]
    (tmp_path / "in.jsonl").write_bytes(content)
    done = repdiff("in.jsonl", "-o", "out.json", folder=tmp_path)
    assert done.returncode == 2
    assert f"in.jsonl{message}" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert not (tmp_path / "out.json").exists()
    done = repdiff("in.jsonl", "--keep-going", "--format", "json", folder=tmp_path)
    assert done.returncode == 0
    assert f"in.jsonl{message}" in done.stderr.decode()
    assert json.loads(done.stdout)["documents"] >= 1


def test_what_is_half_a_character_elsewhere_is_compared_as_it_is() -> None:
    row = b'{"id":"%d","url":"http://x\\udfff/","text":"a\\ud800."}\n'
    assert summary("-", stdin=row % 1 + row % 2)["levels"]["document"]["removable"] == 1


def test_empty_standard_input_is_called_by_its_name() -> None:
    done = repdiff("-")
    assert done.returncode == 0
    assert done.stderr == b"repdiff: Files without any text: 1 (<stdin>).\n"


def test_a_truncated_archive_is_told_and_what_was_read_counts(pages: Path, tmp_path: Path) -> None:
    packed = gzip.compress(pages.read_bytes())
    (tmp_path / "t.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    done = repdiff("t.jsonl.gz", folder=tmp_path)
    assert done.returncode == 2
    assert b"t.jsonl.gz:" in done.stderr
    assert b"damaged or cut off" in done.stderr
    done = repdiff("t.jsonl.gz", "--keep-going", "--format", "json", folder=tmp_path)
    assert json.loads(done.stdout)["documents"] > 50


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "no such file or folder"),
        (["empty"], "no text in this folder"),
        (["x.bin"], "a kind of file that is not read"),
        (["x.jsonl", "--memory", "10MB"], "too little"),
        (["x.jsonl", "--memory", "much"], "no amount of memory"),
        (["x.jsonl", "--level", "word"], "none of document"),
        (["x.jsonl", "--annotate", "x.csv"], "JSON Lines"),
        (["x.jsonl", "-o", "no/x.json"], "no such folder"),
        (["x.jsonl", "--engine", "hadoop"], "none of local, spark"),
    ],
)
def test_bad_arguments_are_one_line_and_exit_two(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.bin").write_bytes(b"\0")
    (tmp_path / "x.jsonl").write_bytes(jsonl("一。"))
    done = repdiff(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "x.bin", "x.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("seconds", [0.3, 0.8])
def test_an_interrupted_run_leaves_nothing(seconds: float, tmp_path: Path) -> None:
    content = corpus()[0].replace(b'"id"', b'"number"')
    with (tmp_path / "large.jsonl").open("wb") as file:
        for _ in range(60):
            file.write(content)
    (tmp_path / "tmp").mkdir()
    command = [sys.executable, "-m", "repdiff", "dupes", "large.jsonl", "-o", "flags.csv"]
    environment = {**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGINT)
    _, talk = process.communicate()
    assert b"a fault of repdiff" not in talk
    assert not list((tmp_path / "tmp").iterdir())
    assert process.returncode in (0, 130, -2)
    assert {path.name for path in tmp_path.iterdir()} - {"flags.csv"} == {"large.jsonl", "tmp"}
    written = (tmp_path / "flags.csv").read_bytes() if (tmp_path / "flags.csv").exists() else None
    assert written is not None or process.returncode != 0
    if written is not None:  # done before the interrupt came: then it is whole
        assert repdiff("large.jsonl", "-o", "flags.csv", folder=tmp_path).returncode == 0
        assert written == (tmp_path / "flags.csv").read_bytes()


_DISGUISED = """
import os, signal, sys
from repdiff.cli import main
from repdiff.duplicates.store import Store

def interrupted(*_):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        raise {error} from None

Store.{method} = interrupted
sys.argv[0] = "repdiff"
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("method", ["add", "flush", "rows", "define", "run"])
@pytest.mark.parametrize("error", ["RuntimeError('Query interrupted')", "ImportError('initialization failed')"])
def test_an_interrupt_that_a_library_disguises_is_no_fault_of_ours(method: str, error: str, tmp_path: Path) -> None:
    (tmp_path / "small.jsonl").write_bytes(jsonl("一。", "一。"))
    code = _DISGUISED.format(method=method, error=error)
    command = [sys.executable, "-c", code, "dupes", "small.jsonl", "-o", "flags.csv"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["small.jsonl"]


def test_exit_code_says_whether_anything_occurs_twice() -> None:
    assert repdiff("-", "--exit-code", stdin=jsonl("一。", "二。")).returncode == 0
    assert repdiff("-", "--exit-code", stdin=jsonl("一。", "一。")).returncode == 1


def test_the_library_gives_the_same(pages: Path) -> None:
    import repdiff as library

    found = library.find_duplicates([str(pages)], Settings(levels=(Level.PARAGRAPH,)))
    assert found.levels["paragraph"].removable == summary(str(pages))["levels"]["paragraph"]["removable"]


def test_little_memory_gives_the_same(pages: Path) -> None:
    def counts(memory: int) -> list[tuple[Any, ...]]:
        with searched([str(pages)], Settings(memory=memory)) as search:
            return search.store.rows("SELECT * FROM flags_sentence ORDER BY doc, unit")

    assert counts(300_000_000) == counts(2_000_000_000)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc: the peak of memory is not known")
def test_the_process_stays_within_its_memory(tmp_path: Path) -> None:
    # A million short lines, each there twice: without a bound the tables alone take 350 MB.
    count = 1000
    texts = (
        "\n".join(str((page * count + line) * 7919 % (count * 500)) for line in range(count)) for page in range(count)
    )
    (tmp_path / "short.jsonl").write_bytes(jsonl(*texts))
    arguments = ["dupes", "short.jsonl", "--level", "paragraph", "--jobs", "1", "-o", "found.json", "--memory", "290MB"]
    code = f"from repdiff.cli import run; run({arguments}); print(open('/proc/self/status').read())"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads((tmp_path / "found.json").read_bytes())["levels"]["paragraph"]["removable"] == count * count // 2
    peak = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    assert peak
    assert int(peak[1]) * 1024 < 290_000_000


def test_a_comparison_loads_none_of_it() -> None:
    heavy = ("duckdb", "orjson", "xxhash", "zstandard", "repdiff.duplicates.records", "repdiff.duplicates.store")
    code = (
        "import sys; from repdiff.cli import run; "
        "run(['seeds/xuchang-2020.txt', 'seeds/xuchang-2021.txt', '-o', '/dev/null']); "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
