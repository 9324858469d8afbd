"""What a Word file looks like: styles by name, fonts and language of its text; nothing is formatted but by them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from repdiff.renderers.docx.markup import Element, root, w

LEVELS: Final = 6
"""Levels of headings that have a style."""
_LATIN, _COMPLEX = "Calibri", "Arial"
_SIZES: Final = (32, 28, 26, 24, 22, 22)  # half points, of the headings


class Script(NamedTuple):
    """The fonts of East Asian letters, in text and in headings, and the tag of the language by which a program knows them."""

    text: str
    heading: str
    tag: str


_EAST: Final = {
    "zh-Hans": Script("SimSun", "SimHei", "zh-CN"),
    "zh-Hant": Script("PMingLiU", "Microsoft JhengHei", "zh-TW"),
    "ja": Script("MS Mincho", "MS Gothic", "ja-JP"),
    "ko": Script("Batang", "Malgun Gothic", "ko-KR"),
}
_LEFTWARD: Final = {"ar": "ar-SA", "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK"}
_REGIONS: Final = {
    "en": "en-US",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "pt": "pt-PT",
    "nl": "nl-NL",
    "pl": "pl-PL",
    "ru": "ru-RU",
    "uk": "uk-UA",
    "el": "el-GR",
    "tr": "tr-TR",
    "vi": "vi-VN",
}


def styles(lang: str) -> bytes:
    """The part `styles` of a file whose text is in a language, by its BCP 47 tag."""
    east = _EAST.get(lang)
    return root("styles", [_defaults(lang, east), *_paragraphs(east), *_others()])


def settings(lang: str) -> bytes:
    """The part `settings`: a file of today's programs."""
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    spacing = "compressPunctuation" if lang in _EAST else "doNotCompress"
    tabs = w("defaultTabStop", val="420" if lang in _EAST else "720")
    return root("settings", [tabs, w("characterSpacingControl", val=spacing), w("compat", mode)])


def _defaults(lang: str, east: Script | None) -> Element:
    language = w(
        "lang",
        val=_REGIONS.get(lang.partition("-")[0], "en-US"),
        **({"eastAsia": east.tag} if east else {}),
        bidi=_LEFTWARD.get(lang.partition("-")[0], "ar-SA"),
    )
    size = "24" if lang in _EAST else "22"
    fonts = _fonts(east.text, hint="eastAsia") if east else _fonts("")
    marks = w("rPr", fonts, w("sz", val=size), w("szCs", val="24"), language)
    room = w("pPr", w("spacing", after="80", line="300", lineRule="auto"))
    return w("docDefaults", w("rPrDefault", marks), w("pPrDefault", room))


def _fonts(east: str, hint: str = "") -> Element:
    more = {"eastAsia": east} if east else {}
    return w("rFonts", **({"hint": hint} if hint else {}), ascii=_LATIN, hAnsi=_LATIN, **more, cs=_COMPLEX)


def _paragraphs(east: Script | None) -> Iterator[Element]:
    yield _style("paragraph", "Normal", "Normal", default=True)
    yield _style("paragraph", "Title", "Title", _heading(36, east, -1))
    for level in range(1, LEVELS + 1):
        yield _style("paragraph", f"Heading{level}", f"heading {level}", _heading(_SIZES[level - 1], east, level - 1))
    for key, name, look in (
        ("Cell", "Table Cell", [_room(), _sized(20)]),
        ("Note", "Note", [_room(), _sized(18)]),
        ("CellNote", "Table Note", [_room(), _sized(16)]),
        ("ListBullet", "List Bullet", [w("pPr", w("keepLines"), _bulleted(), w("spacing", before="120", after="40"))]),
        ("Contents", "Contents", [w("pPr", _bulleted(), w("spacing", after="20"))]),
        ("Caption", "caption", [w("pPr", w("keepNext"), w("spacing", before="160")), _bold()]),
        ("Quote", "Quote", [w("pPr", w("spacing", after="40"), w("ind", left="420"))]),
        ("CommentText", "annotation text", [_room(), _sized(20)]),
        ("Footer", "footer", [w("pPr", w("jc", val="center")), _sized(18)]),
    ):
        yield _style("paragraph", key, name, look)
    yield _style("paragraph", "Aside", "Aside", [w("pPr", w("ind", left="420"))], based="Note")
    yield _style("paragraph", "CellHead", "Table Heading", [w("pPr", w("keepNext")), _bold()], based="Cell")


def _room() -> Element:
    """That of small print: close."""
    return w("pPr", w("spacing", before="0", after="40", line="240", lineRule="auto"))


def _sized(size: int) -> Element:
    return w("rPr", w("sz", val=str(size)), w("szCs", val=str(size)))


def _bold() -> Element:
    return w("rPr", w("b"), w("bCs"))


def _bulleted() -> Element:
    return w("numPr", w("numId", val="1"))


def _heading(size: int, east: Script | None, level: int) -> list[Element]:
    """A heading: larger, bold, and on the page of what follows it."""
    outline = w("outlineLvl", val=str(level)) if level >= 0 else None
    room = w("spacing", before="240", after="120", line="264", lineRule="auto")
    place = w("jc", val="center") if level < 0 else None
    look = w(
        "rPr", _fonts(east.heading if east else ""), w("b"), w("bCs"), w("sz", val=str(size)), w("szCs", val=str(size))
    )
    return [w("pPr", w("keepNext"), w("keepLines"), room, place, outline), look]


def bullets() -> Iterator[Element]:
    """What the part `numbering` holds: one list of bullets, six deep."""
    levels = [
        w(
            "lvl",
            w("start", val="1"),
            w("numFmt", val="bullet"),
            w("lvlText", val="•"),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=str(420 + 420 * at), hanging="280")),
            ilvl=str(at),
        )
        for at in range(LEVELS)
    ]
    yield w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId="0")
    yield w("num", w("abstractNumId", val="0"), numId="1")


def _others() -> Iterator[Element]:
    """The styles of characters and tables. What left is struck, what came is bold and underlined: both are seen in print without colour."""
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
    yield _style("character", "CommentReference", "annotation reference", [_sized(16)])
    yield _style("character", "Strong", "Strong", [_bold()])
    gone = w("rPr", w("strike"), w("color", val="9C1C1C"))
    yield _style("character", "Dropped", "Dropped Words", [gone])
    came = w("rPr", w("b"), w("bCs"), w("color", val="0B4F8A"), w("u", val="single"))
    yield _style("character", "Added", "Added Words", [came])
    yield _style("character", "Quiet", "Quiet", [w("rPr", w("color", val="595959"))])
    lines = [
        w(side, val="single", sz="4", space="0", color="808080")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    room = [
        w(side, w=width, type="dxa")
        for side, width in (("top", "40"), ("left", "90"), ("bottom", "40"), ("right", "90"))
    ]
    inside = [w("tblPr", w("tblBorders", *lines), w("tblCellMar", *room))]
    plain = w("tblPr", w("tblInd", w="0", type="dxa"))
    yield _style("table", "TableNormal", "Normal Table", [plain], default=True)
    yield _style("table", "TableGrid", "Table Grid", inside, based="TableNormal")


def _style(
    kind: str, key: str, name: str, inside: list[Element] | None = None, *, based: str = "", default: bool = False
) -> Element:
    base = based or ("" if default or kind != "paragraph" else "Normal")
    more = {"default": "1"} if default else {}
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=base) if base else None,
        w("next", val="Normal") if name.startswith(("heading", "Title")) else None,
        w("qFormat") if kind == "paragraph" else None,
        *(inside or ()),
        type=kind,
        **more,
        styleId=key,
    )
