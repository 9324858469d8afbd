"""Pages in HTML: the text that a reader sees, a line per block, and what the tags say of it."""

import hashlib
import re
from dataclasses import replace

from repdiff.files.request import Request
from repdiff.files.text import decoded
from repdiff.model.said import Said
from repdiff.model.texts import Placing, Source
from repdiff.sources.html_archive import page_in_archive
from repdiff.sources.html_document import Shown, shown
from repdiff.sources.html_tree import Page, parse

_FEW = 0.1
"""Share of the text of a page that stands around a piece of set text which is the page."""
_LITTLE = 200
"""Code points of a page that hardly has a text of its own."""
_LOOKED_AT = 4096  # bytes from the first in which a page declares its encoding; browsers look at 1024
_CHARSET = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# What browsers take these names for (WHATWG Encoding Standard): the wider codec, which pages of that name really use.
_MEANT = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
}
# A page whose declaration can be read byte by byte is in none of these; Python's other codecs of that kind are no encodings of pages.
_NEVER = re.compile(
    r"(?:utf-?(?:7|8|16|32)|unicode|ucs|idna|punycode|hex|base64|rot|bz2|zip|zlib|quopri|uu|raw)", re.IGNORECASE
)


def read_html(data: bytes, request: Request) -> Source:
    """The bytes of a page, or of an archive of one (MHTML), as a source: what the page shows, with marks for headings, list items and
    table cells; what is the site's and no part of the document, notes, contents and what is hidden is left out.

    The encoding is the one given, one that a byte order mark or valid UTF-8 tells, or the one that the page declares; else it is
    recognised. Every line is a paragraph, a row of a table of data is one line with tabs; a page that is nothing but set text (`<pre>`)
    keeps its lines. Errors as those of `repdiff.files.text.decoded`; a page without any text is an empty source with a note.
    """
    name = request.name
    packed = page_in_archive(data, name)
    inner, declared = packed or (data, "")
    decoded_as = decoded(inner, request, _codec_of(declared) or _declared(inner))
    page = parse(decoded_as.text, name)
    digest = hashlib.sha256(data).hexdigest()
    found = Source(
        name, "", "html", decoded_as.encoding, decoded_as.assumed, digest, hard_lines=True, places=Placing.PARAGRAPHS
    )
    if (text := set_text(page)) is not None:
        return replace(found, text=text, notes=decoded_as.notes, hard_lines=False, places=Placing.LINES)
    what = shown(page)
    notes = (*decoded_as.notes, *_notes(name, page, what))
    return replace(found, text=what.text, marks=what.marks, left_out=what.left_out, notes=notes)


def seen(page: str) -> str:
    """The text of an HTML page, as that of a source that is read from it."""
    tree = parse(page)
    text = set_text(tree)
    return shown(tree).text if text is None else text


def set_text(page: Page) -> str | None:
    """The lines of a page that is nothing but one piece of set text (`<pre>`), as browsers show a text file; None of any other."""
    whole = next((node for node, tag in enumerate(page.tags) if tag == "pre"), 0)
    if not whole:
        return None
    around = sum(len(page.texts[node].strip()) for node in page.texts if not whole < node < page.ends[whole])
    inside = "".join(page.texts[node] for node in page.within(whole) if node in page.texts)
    if (
        not inside.strip()
        or around > _FEW * len(inside)
        or any(page.tags[node] for node in range(whole + 1, page.ends[whole]))
    ):
        return None
    return inside.removeprefix("\n")


def _notes(name: str, page: Page, what: Shown) -> tuple[Said, ...]:
    """What a reader must know of how the page was read."""
    notes = []
    tags = set(page.tags)
    if not what.text:
        notes.append(Said("{name} shows no text: a script may write it in the browser.", name=name))
    if not tags.isdisjoint(("frameset", "iframe", "frame")) and len(what.text) < _LITTLE:
        notes.append(Said("{name} shows other pages in frames: their text is not in this file.", name=name))
    if "img" in tags and len(what.text) < _LITTLE:
        notes.append(Said("{name} shows pictures: text in them is not read.", name=name))
    return tuple(notes)


def _declared(data: bytes) -> str:
    """The codec that a page names, as browsers understand the name; empty where it names none that could be true."""
    found = _CHARSET.search(data, 0, _LOOKED_AT)
    return _codec_of(found[1].decode("ascii") if found else "")


def _codec_of(label: str) -> str:
    """The codec that browsers take a name of an encoding for; empty where pages cannot be in it."""
    label = label.lower()
    return "" if not label or _NEVER.match(label) else _MEANT.get(label, label)
