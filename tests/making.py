"""The same document as text, Markdown, web page, Word file and PDF: made for the tests by LibreOffice and Chromium.

A document is a tuple of blocks; `blocks_of` makes them from Markdown. Each writer gives what a person who sets the text would: headings in
the styles of headings, lists as lists, tables as tables; PDFs have a running head and a page number on every page.
"""

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OFFICE = shutil.which("soffice")


class Run(NamedTuple):
    """A stretch of text of one look."""

    text: str
    bold: bool = False
    link: str = ""


class Block(NamedTuple):
    """A heading of a level from 1, a paragraph (level 0), an item (`bullet`, level of its list from 1), or a table of rows of cells."""

    kind: str
    level: int = 0
    runs: tuple[Run, ...] = ()
    bullet: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    reader = _Reader()
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        reader.take(token)
    return tuple(reader.found)


class _Reader:
    """Goes through the tokens of a Markdown text."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._lists: list[int] = []  # the next number of each open list, -1 of one with bullets
        self._fresh = False
        self._rows: list[list[str]] = []
        self._level = 0

    def take(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(-1 if token.type[0] == "b" else int(token.attrs.get("start", 1)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._fresh = True
        elif token.type == "heading_open":
            self._level = int(token.tag[1])
        elif token.type == "tr_open":
            self._rows.append([])
        elif token.type == "table_close":
            self.found.append(Block("table", rows=tuple(map(tuple, self._rows))))
            self._rows = []
        elif token.type == "inline":
            self._inline(_runs(token.children or ()))

    def _inline(self, runs: tuple[Run, ...]) -> None:
        if self._rows:
            self._rows[-1].append("".join(run.text for run in runs))
        elif self._level:
            self.found.append(Block("heading", self._level, runs))
            self._level = 0
        elif self._lists and self._fresh:
            number = self._lists[-1]
            self.found.append(Block("item", len(self._lists), runs, "•" if number < 0 else f"{number}."))
            self._lists[-1] += number >= 0
            self._fresh = False
        else:
            self.found.append(Block("paragraph", 0, runs))


def _runs(children: Iterable[Token]) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold, link = 0, ""
    for child in children:
        kind = child.type
        bold += {"strong_open": 1, "strong_close": -1}.get(kind, 0)
        if kind in ("link_open", "link_close"):
            link = str(child.attrs.get("href", "")) if kind == "link_open" else ""
        text = " " if kind in ("softbreak", "hardbreak") else child.content
        if text:
            runs.append(Run(text, bold > 0, link))
    return tuple(runs)


def as_text(blocks: Sequence[Block]) -> str:
    """A line per paragraph; blank lines around headings, blanks between cells."""
    lines: list[str] = []
    for block in blocks:
        if block.kind == "table":
            lines += ["\t".join(row) for row in block.rows]
        elif block.kind == "heading":
            lines += ["", block.text, ""]
        else:
            lines.append(f"{block.bullet} {block.text}".strip())
    return "\n".join(lines).strip() + "\n"


def as_page(blocks: Sequence[Block], lang: str, *, columns: int = 1, title: str = "") -> str:
    """A page in HTML."""
    body: list[str] = []
    depth: list[str] = []
    for block in blocks:
        while depth and (block.kind != "item" or len(depth) > block.level):
            body.append(f"</li></{depth.pop()}>")
        if block.kind == "item":
            _open_item(block, depth, body)
        elif block.kind == "table":
            body.append(_table(block))
        else:
            tag = f"h{block.level}" if block.kind == "heading" else "p"
            body.append(f"<{tag}>{_inline(block.runs)}</{tag}>")
    body += [f"</li></{tag}>" for tag in reversed(depth)]
    style = (
        "body{font:11pt/1.5 'Noto Serif CJK SC',serif;text-align:justify}p{margin:.4em 0}td,th{border:1px solid;padding:3pt}"
        f"table{{border-collapse:collapse}}main{{columns:{columns};column-gap:8mm}}"
        + ("p{text-indent:2em}" if lang == "zh" else "")
    )
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style></head>'
        f"<body><main>\n" + "\n".join(body) + "\n</main></body></html>"
    )


def _open_item(block: Block, depth: list[str], body: list[str]) -> None:
    tag = "ul" if block.bullet == "•" else "ol"
    if len(depth) == block.level:
        body.append("</li>")
    while len(depth) < block.level:
        start = "" if tag == "ul" or block.bullet == "1." else f' start="{block.bullet[:-1]}"'
        body.append(f"<{tag}{start}>" if len(depth) == block.level - 1 else f"<{tag}><li>")
        depth.append(tag)
    body.append(f"<li>{_inline(block.runs)}")


def _table(block: Block) -> str:
    head, *rest = block.rows
    lines = ["<table><tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rest]
    return "\n".join([*lines, "</table>"])


def _inline(runs: Iterable[Run]) -> str:
    parts = []
    for run in runs:
        text = f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text)
        parts.append(f'<a href="{escape(run.link)}">{text}</a>' if run.link else text)
    return "".join(parts)


def as_flat_office(blocks: Sequence[Block], lang: str, *, columns: int = 1, title: str = "") -> str:
    """A document for LibreOffice, as one file of XML: what is exported as Word and PDF."""
    body = "".join(_office(block) for block in blocks)
    indent = ' fo:text-indent="0.74cm"' if lang == "zh" else ""
    column = f'<style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/>' if columns > 1 else ""
    heads = "".join(
        f'<style:style style:name="Heading_20_{n}" style:display-name="Heading {n}" style:family="paragraph" '
        f'style:default-outline-level="{n}"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" '
        f'fo:keep-with-next="always"/><style:text-properties fo:font-size="{max(20 - 2 * n, 11)}pt" fo:font-weight="bold" '
        f'style:font-weight-asian="bold" style:font-size-asian="{max(20 - 2 * n, 11)}pt"/></style:style>'
        for n in range(1, 7)
    )
    levels = "".join(
        f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="•"><style:list-level-properties '
        f'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" '
        f'fo:text-indent="-0.6cm" fo:margin-left="{0.6 * n}cm"/></style:list-level-properties></text:list-level-style-bullet>'
        for n in range(1, 7)
    )
    return _OFFICE.format(
        heads=heads, levels=levels, indent=indent, columns=column, body=body, title=escape(title), lang=lang
    )


def _office(block: Block) -> str:
    if block.kind == "table":
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell table:style-name="Cell"><text:p>{escape(cell)}</text:p></table:table-cell>'
                for cell in row
            )
            + "</table:table-row>"
            for row in block.rows
        )
        return f'<table:table><table:table-column table:number-columns-repeated="{len(block.rows[0])}"/>{rows}</table:table>'
    inner = "".join(_office_run(run) for run in block.runs)
    if block.kind == "heading":
        style = f'text:style-name="Heading_20_{block.level}" text:outline-level="{block.level}"'
        return f"<text:h {style}>{inner}</text:h>"
    if block.kind == "item" and block.bullet == "•":
        opened = '<text:list text:style-name="L1"><text:list-item>' + "<text:list><text:list-item>" * (block.level - 1)
        return f"{opened}<text:p>{inner}</text:p>" + "</text:list-item></text:list>" * block.level
    if block.kind == "item":
        return f'<text:p text:style-name="Item">{escape(block.bullet)} {inner}</text:p>'
    return f'<text:p text:style-name="Body">{inner}</text:p>'


def _office_run(run: Run) -> str:
    text = f'<text:span text:style-name="Bold">{escape(run.text)}</text:span>' if run.bold else escape(run.text)
    return f'<text:a xlink:href="{escape(run.link)}">{text}</text:a>' if run.link.startswith("http") else text


_OFFICE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt" style:font-size-asian="11pt"
 style:font-name-asian="Noto Serif CJK SC" fo:language="{lang}"/></style:default-style>
{heads}
<style:style style:name="Body" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify"{indent}
 fo:margin-bottom="0.15cm" fo:line-height="140%"/></style:style>
<style:style style:name="Item" style:family="paragraph">
<style:paragraph-properties fo:margin-left="0.8cm" fo:text-indent="-0.8cm"/></style:style>
<style:style style:name="Bold" style:family="text">
<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<text:list-style style:name="L1">{levels}</text:list-style>
</office:styles>
<office:automatic-styles><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties
 fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm">{columns}</style:page-layout-properties>
<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">
<style:header><text:p>{title}</text:p></style:header>
<style:footer><text:p>- <text:page-number text:select-page="current">1</text:page-number> -</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""


def export(source: Path, ending: str, folder: Path) -> Path:
    """What LibreOffice makes of a file: `ending` is docx or pdf."""
    profile = (folder / "office-profile").resolve().as_uri()
    command = [
        OFFICE or "soffice",
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        ending,
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=300)
    return folder / f"{source.stem}.{ending}"


def print_page(page: str, target: Path, title: str) -> Path:
    """What Chromium prints of a page: A4, the title above and the page number below the text of every page."""
    # A thread of its own: where other tests drive a browser, this one has its loop already.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(_print, page, target, title).result()
    return target


def _print(page: str, target: Path, title: str) -> None:
    from playwright.sync_api import sync_playwright

    small = "font-size:8px;width:100%;text-align:center"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.set_content(page)
        tab.pdf(
            path=str(target),
            format="A4",
            display_header_footer=True,
            header_template=f'<div style="{small}">{escape(title)}</div>',
            footer_template=f'<div style="{small}"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
            margin={"top": "20mm", "bottom": "20mm", "left": "20mm", "right": "20mm"},
        )
        browser.close()
