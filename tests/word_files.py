"""Word files for tests, put together from their XML: small, and with nothing in them but what a test is about."""

import zipfile
from io import BytesIO

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    'xmlns:w="{word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "http://schemas.openxmlformats.org/package/2006/"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "word/document.xml"


def word(body: str, *, strict: bool = False, extra: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx with the body; `parts` are the insides of its other parts by what they are: styles, numbering, footnotes, header ..."""
    spaces = SPACES.format(word=STRICT if strict else WORD)
    files: dict[str, bytes] = {
        "[Content_Types].xml": f'{HEADER}<Types xmlns="{CONTENT}content-types"/>'.encode(),
        "_rels/.rels": relations({"officeDocument": MAIN}),
        MAIN: f"{HEADER}<w:document {spaces}><w:body>{body}<w:sectPr/></w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": relations({what: f"{what}.xml" for what in parts}),
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for what, inside in parts.items():
        root = roots.get(what, what)
        files[f"word/{what}.xml"] = f"{HEADER}<w:{root} {spaces}>{inside}</w:{root}>".encode()
    return zipped(files | (extra or {}))


def relations(targets: dict[str, str]) -> bytes:
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{TYPES}/{what}" Target="{target}"/>'
        for n, (what, target) in enumerate(targets.items())
    )
    return f'{HEADER}<Relationships xmlns="{CONTENT}relationships">{rows}</Relationships>'.encode()


def zipped(files: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text: str = "", properties: str = "", *, inside: str = "") -> str:
    """A paragraph: a text, or runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}{inside}</w:p>"


def styled(text: str, style: str, properties: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>{properties}')


def item(text: str, name: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>')


def style(key: str, name: str, inside: str = "", based: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, key: int = 1, more: str = "") -> str:
    """A definition of a list, and the list that follows it."""
    inside = "".join(levels)
    return (
        f'<w:abstractNum w:abstractNumId="{key}">{inside}</w:abstractNum>'
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/>{more}</w:num>'
    )


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row: each cell a text, or the XML of a cell."""
    inside = "".join(cell if cell.startswith("<w:tc>") else tc(p(cell)) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tc(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
