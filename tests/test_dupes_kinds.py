"""What `repdiff dupes` reads and what it passes over: records of every kind, packed or not, folders, links, empty files."""

import bz2
import csv
import gzip
import io
import json
import lzma
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import zstandard

import repdiff
from repdiff.duplicates.search import searched
from repdiff.duplicates.settings import Settings
from repdiff.model.findings import Findings

TEXTS = ["One line here.\nAnother \u201cline\u201d, with a comma.", "Something else.", "One line here.\nThird."]
ROWS = [{"id": f"d{n}", "url": f"http://s{n}.org/{n}", "text": text} for n, text in enumerate(TEXTS)]
PACKERS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstandard.compress, "": bytes}


def table(sign: str) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, ["id", "url", "text"], delimiter=sign)
    writer.writeheader()
    writer.writerows(ROWS)
    return out.getvalue().encode()


def wet() -> bytes:
    parts = [b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nx: y\n\r\n\r\n"]
    for row in ROWS:
        body = row["text"].encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {row['url']}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        parts.append(head.encode() + body + b"\r\n\r\n")
    return b"".join(parts)


CORPORA = {
    "a.jsonl": b"".join(json.dumps(row).encode() + b"\n" for row in ROWS),
    "a.json": json.dumps(ROWS, indent=1).encode(),
    "b.json": json.dumps({"total": 3, "tags": ["x", "y"], "data": {"items": ROWS}}).encode(),
    "c.json": b"\n".join(json.dumps(row).encode() for row in ROWS),
    "a.csv": table(","),
    "b.csv": table(";"),
    "a.tsv": table("\t"),
    "a.warc.wet": wet(),
}


def dupes(*arguments: str, folder: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "repdiff", "dupes", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=folder, check=False)


def found(*paths: Path, **settings: Any) -> Findings:
    return repdiff.find_duplicates(paths, Settings(**settings))


@pytest.mark.parametrize("packed", PACKERS)
@pytest.mark.parametrize("name", CORPORA)
def test_records_of_every_kind_are_read(name: str, packed: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}{packed}"
    path.write_bytes(PACKERS[packed](CORPORA[name]))
    result = found(path)
    assert result.documents == 3
    assert result.levels["paragraph"].units == 5
    assert result.levels["paragraph"].removable == 1
    assert not result.notes


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.warc.wet", "a.jsonl"])
def test_annotated_records_keep_what_they_had(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(CORPORA[name])
    assert dupes(name, "--annotate", "out.jsonl", folder=tmp_path).returncode == 0
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [(line["url"], line["text"]) for line in lines] == [(row["url"], row["text"]) for row in ROWS]
    assert lines[2]["duplicates"]["paragraphs"][0]["first"]["start"] == 0


@pytest.mark.parametrize("packed", PACKERS)
def test_packed_texts_are_documents(packed: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt{packed}").write_bytes(PACKERS[packed]("Gleicher Satz für alle.\n".encode()))
    assert found(tmp_path).levels["document"].removable == 1


@pytest.mark.parametrize("packed", PACKERS)
def test_piped_records_are_unpacked(packed: str, tmp_path: Path) -> None:
    done = dupes("-", "--format", "json", folder=tmp_path, stdin=PACKERS[packed](CORPORA["a.jsonl"]))
    assert json.loads(done.stdout)["documents"] == 3


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.warc.wet"])
def test_a_damaged_file_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(CORPORA[name])[:-20])
    done = dupes(f"{name}.gz", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert f"{name}.gz: the compressed file is damaged or cut off" in done.stderr.decode()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.json", b"{", "not valid JSON"),
        ("a.json", b"5", "no array of records"),
        ("a.json", json.dumps({"a": ROWS, "b": ROWS}).encode(), "several arrays of records"),
        ("a.wet", b"plain text", "no WET file"),
        ("a.wet", wet()[:-10], "ends within a record"),
        ("a.warc", wet(), "Give its WET file"),
        ("a.csv", b"id,body\n1,x\n", "no column 'text'. It has id, body: give --text-field"),
        ("a.json", b'[{"id": 1, "body": "x"}]', "no column 'text'. It has id, body: give --text-field"),
        ("a.jsonl", b'{"id": 1, "body": "x"}\n', "no field 'text': it has id, body; give --text-field"),
    ],
)
def test_what_cannot_be_used_is_one_line(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    done = dupes(name, folder=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_a_wrong_text_field_is_one_line_for_each_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "%d", "body": "x"}\n' * 50 % tuple(range(50)))
    (tmp_path / "b.jsonl").write_bytes(b'{"id": "y", "text": "z"}\n')
    done = dupes("a.jsonl", "b.jsonl", "--keep-going", folder=tmp_path)
    assert done.returncode == 0
    (line,) = done.stderr.decode().splitlines()
    assert line == (
        "repdiff: a.jsonl:1: no field 'text': it has id, body; give --text-field (nor have 49 more records of this file)."
    )


def test_a_folder_says_what_it_did_not_read(tmp_path: Path) -> None:
    for name in ("a.bin", "b.BIN", "c.bin.gz", "d.exe", "LICENSE"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "a.txt").write_text("Ein Satz.", "utf-8")
    done = dupes(".", "-o", "out.json", folder=tmp_path)
    told = ".: 5 of 6 files not read: 3 .bin, 1 .exe, 1 LICENSE."
    assert done.stderr.decode() == f"repdiff: {told}\n"
    assert json.loads((tmp_path / "out.json").read_bytes())["notes"] == [told]
    (tmp_path / "figures.csv").write_text("year,value\n2020,5\n", "utf-8")
    done = dupes(".", folder=tmp_path)
    assert done.stderr.decode().splitlines()[1] == (
        "repdiff: Files without records that have a text: 2 (figures.csv, out.json)."
    )
    assert dupes(".", "-o", "out.html", "--lang", "fr", folder=tmp_path).returncode == 0
    assert "fichiers sur" in (tmp_path / "out.html").read_text("utf-8")


def test_empty_files_are_no_error(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.html", "d.jsonl", "e.csv", "f.json", "g.jsonl.gz"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "h.txt").write_text("Ein Satz.", "utf-8")
    done = dupes(".", folder=tmp_path)
    assert done.returncode == 0
    assert done.stderr == b"repdiff: Files without any text: 3 (a.txt, b.md, c.html).\n"


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_links_are_no_copies(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ein Satz.", "utf-8")
    (tmp_path / "b.txt").symlink_to("a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "c.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to("nowhere")
    for given in ([tmp_path], [tmp_path, tmp_path / "a.txt", tmp_path]):
        result = found(*given)
        assert result.documents == 1
        assert not result.any
        assert any("Links to files that were read already" in note for note in result.notes)
        assert any("links to folders were not followed (1)" in note for note in result.notes)


def test_one_path_may_be_given_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ein Satz. Ein Satz.", "utf-8")
    for given in (str(path), path, [path], [str(path)]):
        assert repdiff.find_duplicates(given).documents == 1


def test_settings_reach_every_kind(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"no,body\n1,x y z\n2,x y z\n")
    with searched([str(tmp_path / "a.csv")], Settings(text_field="body", id_field="no")) as search:
        assert search.store.rows("SELECT name FROM documents ORDER BY doc") == [("1",), ("2",)]


def test_the_empty_device_is_an_empty_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One line.\n")
    found = repdiff.find_duplicates([os.devnull, str(tmp_path / "a.txt")])
    assert any("without any text" in str(note) for note in found.notes)
