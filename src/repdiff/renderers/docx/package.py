"""The file around the parts of a Word document: the same bytes for the same parts, whenever it is made."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

from repdiff.renderers.docx.markup import held

DAY: Final = "2000-01-01T00:00:00Z"
"""The day that all files bear: a clock would make two files of one input differ."""
_ZIPPED: Final = (2000, 1, 1, 0, 0, 0)
_KINDS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE: Final = "docProps/core.xml"
_XML: Final = "application/xml"


def pack(parts: Mapping[str, bytes], title: str) -> bytes:
    """A .docx of its parts by name (`document`, `styles`, `settings`, `comments`, `footer`), which are all part of the document."""
    others = [name for name in parts if name != "document"]
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations(
            {
                f"{_TYPES}/officeDocument": "word/document.xml",
                f"{_PACKAGE}/relationships/metadata/core-properties": _CORE,
            }
        ),
        "word/_rels/document.xml.rels": _relations({f"{_TYPES}/{name}": f"{name}.xml" for name in others}),
        **{f"word/{name}.xml": data for name, data in parts.items()},
        _CORE: _core(title),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _ZIPPED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def id_of(parts: Mapping[str, bytes], name: str) -> str:
    """The id by which the document refers to another of its parts."""
    return f"rId{1 + [each for each in parts if each != 'document'].index(name)}"


def _content_types(parts: Mapping[str, bytes]) -> bytes:
    kinds = {f"/word/{n}.xml": f"{_KINDS}.{'document.main' if n == 'document' else n}+xml" for n in parts}
    kinds[f"/{_CORE}"] = "application/vnd.openxmlformats-package.core-properties+xml"
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    usual = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    usual += f'<Default Extension="xml" ContentType="{_XML}"/>'
    return f'{_HEADER}<Types xmlns="{_PACKAGE}/content-types">{usual}{rows}</Types>'.encode()


def _relations(targets: Mapping[str, str]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def _core(title: str) -> bytes:
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    days = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{DAY}</dcterms:{what}>' for what in ("created", "modified")
    )
    told = f"<dc:title>{escape(held(title))}</dc:title><dc:creator>repdiff</dc:creator>"
    return f"{_HEADER}<cp:coreProperties {spaces}>{told}{days}</cp:coreProperties>".encode()
