"""The same two documents give the same changes whatever they were saved as: files made by LibreOffice and Chromium."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alike import Alike, alike, compared
from making import CHROMIUM, OFFICE, Block, Run, as_flat_office, as_page, as_text, blocks_of, export, print_page

import repdiff
from repdiff import Role

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
MADE = pytest.mark.skipif(not OFFICE or not CHROMIUM, reason="LibreOffice and Chromium make the files: not installed")
FLOORS = {
    # A heading that only the file knows moves the few links that are in doubt anyhow: below the limit that readers are shown.
    "zh": {
        "html": 0.985,
        "docx": 0.985,
        "odt": 0.985,
        "office.pdf": 0.95,
        "chromium.pdf": 0.95,
        "office-2.pdf": 0.92,
        "chromium-2.pdf": 0.92,
    },
    "en": {
        "html": 0.99,
        "docx": 0.99,
        "odt": 0.99,
        "office.pdf": 0.92,
        "chromium.pdf": 0.92,
        "office-2.pdf": 0.90,
        "chromium-2.pdf": 0.90,
    },
}
"""Links F1 against the comparison of the texts, at least."""


def chinese(year: int) -> tuple[Block, ...]:
    """A report as a person would set it: its paragraphs, with its chapters as headings."""
    document = repdiff.cut_document(repdiff.read(SEEDS / f"xuchang-{year}.txt"))
    return tuple(blocks_in(document))


def blocks_in(document: repdiff.Document) -> Iterator[Block]:
    text: list[str] = []
    for sentence in document.sentences:
        section = document.sections[sentence.section]
        chapter = sentence.role is Role.HEADING and section.style not in ("lead", "——")
        begins = sentence.role is Role.HEADING or len("".join(text)) > 300
        if text and begins:
            yield Block("paragraph", 0, (Run("".join(text)),))
            text = []
        if chapter:
            yield Block("heading", section.level, (Run(document.text(sentence.id)),))
        else:
            text.append(document.text(sentence.id))
    if text:
        yield Block("paragraph", 0, (Run("".join(text)),))


def documents(lang: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    if lang == "zh":
        return chinese(2020), chinese(2021)
    old, new = (
        blocks_of((HERE / "policies" / f"store-{year}.md").read_text(encoding="utf-8")) for year in (2023, 2024)
    )
    return old, new


def save(blocks: tuple[Block, ...], lang: str, folder: Path) -> None:
    """The document in every form, called by it, in a folder."""
    title = blocks[0].text
    folder.mkdir()
    (folder / "a.txt").write_text(as_text(blocks), encoding="utf-8")
    (folder / "a.html").write_text(as_page(blocks, lang, title=title), encoding="utf-8")
    if lang == "zh":
        (folder / "a.gb.txt").write_text(as_text(blocks), encoding="gb18030")
    for columns, name in ((1, ""), (2, "-2")):
        office = folder / "a.fodt"
        office.write_text(as_flat_office(blocks, lang, columns=columns, title=title), encoding="utf-8")
        export(office, "docx", folder)
        export(office, "odt", folder)
        export(office, "pdf", folder).rename(folder / f"a.office{name}.pdf")
        print_page(as_page(blocks, lang, columns=columns, title=title), folder / f"a.chromium{name}.pdf", title)


def measured(lang: str, folder: Path) -> dict[str, Alike]:
    """How alike the comparison of each kind is to that of the texts."""
    for side, blocks in zip(("old", "new"), documents(lang), strict=True):
        save(blocks, lang, folder / side)
    known = compared(folder / "old" / "a.txt", folder / "new" / "a.txt")
    return {
        kind: alike(known, compared(folder / "old" / f"a.{kind}", folder / "new" / f"a.{kind}"))
        for kind in FLOORS[lang]
    }


@MADE
@pytest.mark.parametrize("lang", sorted(FLOORS))
def test_every_kind_of_file_gives_the_same_changes(lang: str, tmp_path: Path) -> None:
    found = measured(lang, tmp_path)
    low = {kind: figures for kind, figures in found.items() if figures.f1 < FLOORS[lang][kind]}
    assert not low
    if lang == "zh":
        old, new = (tmp_path / side for side in ("old", "new"))
        text, gb = (compared(old / name, new / name) for name in ("a.txt", "a.gb.txt"))
        assert (text.links, text.dropped, text.added) == (gb.links, gb.dropped, gb.added)


def test_the_comparison_of_texts_loads_none_of_what_other_formats_need(tmp_path: Path) -> None:
    for name, count in (("a.txt", 10), ("b.txt", 12)):
        (tmp_path / name).write_text(f"We build {count} schools.", encoding="utf-8")
    code = (
        "import sys; from repdiff.cli import run; run(['a.txt', 'b.txt', '-o', '/dev/null']); "
        "print(sorted({'lxml', 'pypdfium2', 'openpyxl'} & set(sys.modules)), [name for name in sys.modules "
        "if name.startswith(tuple(f'repdiff.sources.{kind}' for kind in ('pdf', 'docx', 'odt', 'html')))])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] []"


def test_the_command_starts_without_the_words_of_any_language() -> None:
    code = "import sys, repdiff.cli; print([name for name in sys.modules if name.startswith('repdiff.languages')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
