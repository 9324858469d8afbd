"""Word files with tracked changes, all of which are accepted or rejected, in their XML."""

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"


def part(data: bytes, name: str = MAIN) -> bytes:
    """A part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def accepted(data: bytes) -> bytes:
    """The file with all changes accepted."""
    return _settled(data, "del", "ins", restore=False)


def rejected(data: bytes) -> bytes:
    """The file with all changes rejected."""
    return _settled(data, "ins", "del", restore=True)


def _settled(data: bytes, gone: str, kept: str, *, restore: bool) -> bytes:
    root = etree.fromstring(part(data))
    for change in list(root.iter(f"{W}pPrChange")):
        properties = change.getparent()
        properties.remove(change)
        if restore:
            before = change[0]
            before.extend(properties.findall(f"{W}rPr"))
            properties.getparent().replace(properties, before)
    _take_out(root, gone)
    for change in list(root.iter(W + kept)):
        for each in list(change):
            change.addprevious(each)
        change.getparent().remove(change)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    _join(root, gone)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f".//{W}tr") is None:
            table.getparent().remove(table)
    return _with_main(data, etree.tostring(root))


def _take_out(root: etree._Element, gone: str) -> None:
    """Take out rows and what stands in paragraphs."""
    for change in list(root.iter(W + gone)):
        holder = change.getparent()
        if holder is not None and holder.tag == f"{W}trPr":
            row = holder.getparent()
            row.getparent().remove(row)
        elif holder is not None and holder.tag != f"{W}rPr":
            holder.remove(change)


def _join(root: etree._Element, gone: str) -> None:
    """Set each paragraph whose end goes in front of the next, which keeps its own properties."""
    for paragraph in list(root.iter(f"{W}p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}")
        following = paragraph.getnext()
        if mark is None:
            continue
        mark.getparent().remove(mark)
        if following is None or following.tag != f"{W}p":
            if not any(each.tag != f"{W}pPr" for each in paragraph):
                paragraph.getparent().remove(paragraph)
            continue
        at = int(following.find(f"{W}pPr") is not None)
        for each in [each for each in paragraph if each.tag != f"{W}pPr"]:
            following.insert(at, each)
            at += 1
        paragraph.getparent().remove(paragraph)


def _with_main(data: bytes, main: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as other:
        for entry in archive.infolist():
            other.writestr(entry, main if entry.filename == MAIN else archive.read(entry))
    return out.getvalue()
