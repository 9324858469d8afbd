"""Writes small PDF files: text in any script at any place, ruled lines, outlines. Nothing is embedded: text can be read, not seen well."""

from collections.abc import Sequence
from typing import NamedTuple

A4 = (595.0, 842.0)


class Put(NamedTuple):
    """Text at a place: x, and y from the top, of the left end of its base line; size; bold; its turn in degrees against the clock."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False
    turn: int = 0
    mode: int = 0


class Rule(NamedTuple):
    """A ruled line from one place to another."""

    x0: float
    y0: float
    x1: float
    y1: float


def width_of(char: str, size: float) -> float:
    """How wide the writer sets a character: half a square, a whole one for East Asian characters, nothing for a mark above another."""
    import unicodedata

    if unicodedata.combining(char) or unicodedata.category(char) == "Mn":
        return 0.0
    return size if unicodedata.east_asian_width(char) in "WF" else size / 2


def pdf(pages: Sequence[Sequence[Put | Rule]], *, size=A4, rotate: int = 0, outline=(), unmapped: str = "") -> bytes:
    """A file with these pages; `outline` holds titles with page and level, `unmapped` letters whose font does not tell what they are."""
    chars = sorted({char for page in pages for put in page if isinstance(put, Put) for char in put.text})
    codes = {char: at for at, char in enumerate(chars, 1)}
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    def stream(content: str) -> int:
        data = content.encode("latin-1")
        return add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data))

    catalog, tree = add(""), add("")
    mapped = "\n".join(
        f"<{code:04x}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items() if char not in unmapped
    )
    cmap = stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes) - sum(char in unmapped for char in codes)} beginbfchar\n{mapped}\nendbfchar\nendcmap end end"
    )
    widths = " ".join(f"{code} [{round(width_of(char, 1000))}]" for char, code in codes.items())
    fonts = []
    for name, weight in (("Plain", 400), ("Plain-Bold", 700)):
        descriptor = add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 "
            f"/Descent -200 /CapHeight 700 /StemV {weight // 5} /FontWeight {weight} >>"
        )
        descendant = add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
            f"/Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 /W [{widths}] /CIDToGIDMap /Identity >>"
        )
        fonts.append(
            add(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] "
                f"/ToUnicode {cmap} 0 R >>"
            )
        )
    kids = []
    for page in pages:
        content = stream("\n".join(_drawn(put, codes, size[1]) for put in page))
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Rotate {rotate} /Contents {content} 0 R "
                f"/Resources << /Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >> >> >>"
            )
        )
    objects[tree - 1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    marks = _outlined(add, objects, outline, kids)
    objects[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R {marks} >>".encode()
    return written(objects)


def _outlined(add, objects, outline, kids) -> str:
    if not outline:
        return ""
    root = add("")
    first = len(objects) + 1
    for at, (title, page, _level) in enumerate(outline):
        after = f"/Next {first + at + 1} 0 R" if at + 1 < len(outline) else ""
        hexed = ("\ufeff" + title).encode("utf-16-be").hex()
        add(f"<< /Title <{hexed}> /Parent {root} 0 R /Dest [{kids[page]} 0 R /Fit] {after} >>")
    objects[root - 1] = (
        f"<< /Type /Outlines /First {first} 0 R /Last {len(objects)} 0 R /Count {len(outline)} >>".encode()
    )
    return f"/Outlines {root} 0 R"


def _drawn(put: Put | Rule, codes: dict[str, int], height: float) -> str:
    if isinstance(put, Rule):
        return f"0.5 w {put.x0} {height - put.y0} m {put.x1} {height - put.y1} l S"
    across = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[put.turn]
    hexed = "".join(f"{codes[char]:04x}" for char in put.text)
    font = "F2" if put.bold else "F1"
    return f"BT /{font} {put.size} Tf {put.mode} Tr {across} {put.x} {height - put.y} Tm <{hexed}> Tj ET"


def written(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, the first of them its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def set_in(  # noqa: PLR0913 -- what a program is told to set a paragraph
    text: str,
    x: float,
    y: float,
    width: float,
    *,
    size: float = 11,
    pitch: float = 16,
    indent: float = 0,
    bold: bool = False,
) -> list[Put]:
    """A paragraph set ragged in lines of a width, as a program breaks them; `indent` is that of its first line."""
    lines: list[str] = []
    line, room = "", width - indent
    for token in _tokens(text):
        full = sum(width_of(char, size) for char in (line + token).rstrip()) > room and line.strip()
        if full:
            lines.append(line.rstrip())
            line, room = "", width
        line += token.lstrip() if full else token
    lines.append(line)
    return [Put(x + (0 if at else indent), y + at * pitch, each, size, bold) for at, each in enumerate(lines)]


def _tokens(text: str) -> list[str]:
    import re

    return re.findall(r" *(?:[\u2e80-\u9fff\uff00-\uffef][，。、；：！？）”]*|[^\s\u2e80-\u9fff\uff00-\uffef]+)", text)
