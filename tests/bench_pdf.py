"""Set documents as PDF in several looks and count the paragraphs that are read whole, and letters that are lost or added.

Run with `pytest -m benchmark tests/bench_pdf.py -s`; REPDIFF_TEXTS names a folder of texts (skipped without it), which LibreOffice and
Chromium set in one, two and three columns, on paper of several sizes, ragged and justified, each with two tables.
"""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from making import CHROMIUM, OFFICE, Block, as_flat_office, as_page, as_text, export
from test_formats import _blocks

import repdiff
from repdiff.files.request import Request
from repdiff.sources.pdf import read_pdf

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not OFFICE or not CHROMIUM, reason="LibreOffice and Chromium make the files: not installed"),
]
TEXTS = Path(os.environ.get("REPDIFF_TEXTS", ""))
FILES = {"zh": "hunan-2025.txt", "en": "en/gwr-2019.txt"}
LEAST = 0.9
"""Share of the paragraphs that are whole, at least; what LibreOffice leaves out of its files (hanging commas) counts against us."""
LOOKS = {
    "a5 ragged": ("A5", "body{font-size:9pt;text-align:left;line-height:1.4} p{margin:0 0 6pt 0}"),
    "letter two columns": (
        "Letter",
        "body{font-size:9.5pt;columns:2;column-gap:18pt;text-align:justify} p{margin:0;text-indent:2em} h1{column-span:all}",
    ),
    "book": ("A5", "body{font-size:10.5pt;text-align:justify;line-height:1.5} p{margin:0;text-indent:2em}"),
    "wide": ("A4", "body{font-size:12pt;line-height:1.9;text-align:justify} p{margin:0;text-indent:2em}"),
}
TABLES = {
    "zh": (("指标名称", "单位", "2023年"), ("规模以上工业增加值增速，按可比价格计算，包括全部企业", "%", "8.4")),
    "en": (
        ("Indicator", "Unit", "2023"),
        ("Growth of the added value of industrial enterprises above a certain size", "%", "8.4"),
    ),
}


def bare(text: str) -> str:
    return re.sub(r"[\s|*•-]+", "", text)


@pytest.mark.parametrize("lang", sorted(FILES))
def test_paragraphs_are_whole(lang: str, tmp_path: Path) -> None:
    if not (TEXTS / FILES[lang]).is_file():
        pytest.skip(f"no {FILES[lang]} in REPDIFF_TEXTS")
    blocks = tuple(_blocks(repdiff.cut_document(repdiff.read(TEXTS / FILES[lang]))))
    table, half = Block("table", rows=TABLES[lang]), len(blocks) // 2
    blocks = (*blocks[:half], table, *blocks[half:], table)
    known = [line for line in map(bare, as_text(blocks).split("\n")) if line]
    low = {}
    for look, path in _made(blocks, lang, tmp_path).items():
        source = read_pdf(path.read_bytes(), Request(look))
        ours = Counter(map(bare, source.text.split("\n")))
        whole = sum(line in ours for line in known) / len(known)
        wanted, found = Counter("".join(known)), Counter("".join(ours.elements()))
        print(f"{lang} {look:20} whole {whole:.3f} lost {(wanted - found).total()} added {(found - wanted).total()}")
        if whole < LEAST and not look.startswith("office"):
            low[look] = whole
    assert not low


def _made(blocks: tuple[Block, ...], lang: str, folder: Path) -> dict[str, Path]:
    from playwright.sync_api import sync_playwright

    made = {}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for look, (paper, style) in LOOKS.items():
            tab = browser.new_page()
            tab.set_content(as_page(blocks, lang, title=look).replace("</head>", f"<style>{style}</style></head>"))
            made[look] = folder / f"{look}.pdf"
            tab.pdf(
                path=str(made[look]),
                format=paper,
                display_header_footer=True,
                header_template='<div style="font-size:8px;width:100%;text-align:right">A report</div>',
                footer_template='<div style="font-size:8px;width:100%">Page <span class="pageNumber"></span></div>',
                margin={"top": "18mm", "bottom": "18mm", "left": "16mm", "right": "16mm"},
            )
        browser.close()
    for columns in (1, 2):
        office = folder / f"office {columns}.fodt"
        office.write_text(as_flat_office(blocks, lang, columns=columns, title="A report"), encoding="utf-8")
        made[office.stem] = export(office, "pdf", folder)
    return made
