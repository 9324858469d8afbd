"""Every job in every form that makes sense for it, and in French."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from repdiff import (
    Place,
    Places,
    Source,
    View,
    check,
    check_places,
    compare,
    cut_document,
    find_duplicates,
    track,
)
from repdiff.batch.outcome import Task, compared
from repdiff.cli import run
from repdiff.model.batch import Batch, BatchOptions, Pair
from repdiff.model.errors import RepdiffError
from repdiff.renderers import Format, forms_of, render
from repdiff.renderers.registry import ALL_JOBS, RENDERERS

OLD = """Programme 2020

1. Emploi

Nous allons créer 500 emplois dans la ville. Les écoles de la ville ont été rénovées en 2019.

2. Logement

Nous construirons 120 logements pour les familles.
"""
NEW = """Programme 2021

1. Emploi

Nous allons créer 650 emplois dans la ville et dans les communes. Une crèche sera ouverte au centre.

2. Logement

La ville a construit 130 logements pour les familles.
"""
ANGLICISMS = r"\b(?:unchanged|reworded|dropped|added|moved|search|keys|sentences|headings|met|missed|silent)\b"


@pytest.fixture(scope="module")
def pair() -> tuple[Source, Source]:
    return Source("2020.txt", OLD), Source("2021.txt", NEW)


@pytest.fixture(scope="module")
def results(pair: tuple[Source, Source], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A result of each job, of French texts."""
    twice = tmp_path_factory.mktemp("twice") / "deux.txt"
    twice.write_text("Nous allons créer des emplois dans la ville.\n\n" * 3, "utf-8")
    return {
        "comparison": compare(*pair),
        "promises": check(*pair),
        "timeline": track(pair),
        "duplicates": find_duplicates([str(twice)]),
        "outline": cut_document(pair[0]),
        "batch": made_of(pair, tmp_path_factory.mktemp("batch")),
        "places": check_places(Places("lieux.csv", ("old", "new"), (Place("Lyon", pair), Place("Nice", pair)))),
    }


def made_of(pair: tuple[Source, Source], folder: Path) -> Batch:
    """The pair, and one that failed, as many pairs at once."""
    for source in pair:
        (folder / source.name).write_text(source.text, "utf-8")
    paths = [str(folder / name) for name in ("2020.txt", "2021.txt", "2022.txt")]
    pairs = (Pair("Lyon", *paths[:2]), Pair("Nice", *paths[1:]))
    options = BatchOptions(check=True)
    return Batch("villes.csv", tuple(compared(Task(each, each.name, str(folder)), options) for each in pairs))


@pytest.mark.parametrize("job", sorted(ALL_JOBS))
def test_every_form_of_every_job_is_made(results: dict[str, Any], job: str) -> None:
    for form, row in RENDERERS.items():
        if job not in row.jobs:
            with pytest.raises(RepdiffError, match="There is no report of this kind"):
                render(results[job], form)
            continue
        if form is Format.XLSX:
            pytest.importorskip("openpyxl")
        made = render(results[job], form)
        assert isinstance(made, bytes if row.binary else str), form
        assert made, form


@pytest.mark.parametrize("job", ["comparison", "promises", "timeline", "outline", "places", "batch"])
def test_french_documents_get_a_french_report(results: dict[str, Any], job: str) -> None:
    shown = str(render(results[job], "terminal", View(width=0)))
    assert re.search("engagement|promesse|titre", shown)
    assert not re.search(ANGLICISMS, shown, re.IGNORECASE)
    if job != "outline":
        page = str(render(results[job], "html"))
        assert '<html lang="fr">' in page
        text = re.sub("<[^>]*>", " ", re.sub("<(style|script).*?</(style|script)>", "", page, flags=re.DOTALL))
        assert not re.search(ANGLICISMS, text, re.IGNORECASE)


def test_a_french_page_speaks_french_in_its_script(results: dict[str, Any]) -> None:
    page = str(render(results["comparison"], "html"))
    (data,) = re.findall(r'<script type="application/json" id="page">(.*?)</script>', page, re.DOTALL)
    assert json.loads(data)["words"]["copied"] == "Copié."


COMMANDS: dict[str, Callable[[str, str], list[str]]] = {
    "comparison": lambda old, new: [old, new],
    "promises": lambda old, new: ["check", old, new],
    "timeline": lambda old, new: ["track", old, new],
    "outline": lambda old, new: ["outline", old],
    "duplicates": lambda old, new: ["dupes", old, new, "--jobs", "1"],
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """A Chinese pair."""
    old, new = tmp_path / "2020.txt", tmp_path / "2021.txt"
    old.write_text("一、重点工作\n新增城镇就业5万人。建设学校。\n", "utf-8")
    new.write_text("一、工作回顾\n新增城镇就业6万人。\n二、重点工作\n新增城镇就业6万人。建设学校。\n", "utf-8")
    return str(old), str(new)


@pytest.mark.parametrize("job", sorted(COMMANDS))
def test_every_command_speaks_french_when_asked(
    job: str, files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*COMMANDS[job](*files), "--lang", "fr"]) == 0
    assert re.search("engagement|promesse|titre|documents : ", capsys.readouterr().out.replace("\u00a0", " "))


@pytest.mark.parametrize("job", sorted(COMMANDS))
def test_the_forms_of_a_command_stand_in_its_help(
    job: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run([*(COMMANDS[job]("a", "b")[:1] if job != "comparison" else []), "--help"]) == 0
    assert "|".join(forms_of(job)) in capsys.readouterr().out


@pytest.mark.parametrize("job", sorted(COMMANDS))
def test_markdown_of_every_job(job: str, files: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    assert run([*COMMANDS[job](*files), "-o", str(out)]) == 0
    lines = out.read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert "****" not in "".join(lines)
    assert any("就业" in line or "学校" in line or "重点工作" in line for line in lines[1:])


def test_the_outline_as_a_table(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["outline", files[0], "--format", "csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row == {
        "level": "1",
        "title": "一、重点工作",
        "place": "1:1",
        "style": "一、",
        "sentences": "2",
        "commitments": "2",
    }


def test_a_record_says_which_options_made_it(pair: tuple[Source, Source]) -> None:
    from repdiff import CheckOptions, TrackOptions

    checked = json.loads(str(render(check(*pair, CheckOptions(promises_under="Emploi")), "json")))
    assert checked["options"]["promises_under"] == "Emploi"
    tracked = json.loads(str(render(track(pair, TrackOptions(labels=("a", "b"))), "json")))
    assert tracked["options"]["labels"] == ["a", "b"]
