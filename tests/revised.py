"""Word files with tracked changes, all of which are accepted or rejected: by reading the XML, and by LibreOffice."""

import io
import subprocess
import zipfile
from pathlib import Path

from lxml import etree
from making import OFFICE

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
        if restore:
            before = change[0]
            before.extend(properties.findall(f"{W}rPr"))
            properties.getparent().replace(properties, before)
        else:
            properties.remove(change)
    for change in list(root.iter(W + gone)):
        holder = change.getparent()
        if holder is not None and holder.tag == f"{W}trPr":
            row = holder.getparent()
            row.getparent().remove(row)
        elif holder is not None and holder.tag != f"{W}rPr":
            holder.remove(change)
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


_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(stem As String, ending As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(stem &amp; ".docx"), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(stem &amp; ending), filter())
  document.close(True)
End Sub
Sub Both(stem As String)
  Settle(stem, "-accepted.docx", ".uno:AcceptAllTrackedChanges")
  Settle(stem, "-rejected.docx", ".uno:RejectAllTrackedChanges")
End Sub
</script:module>"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>"""


def settled_by_office(file: Path, folder: Path) -> tuple[bytes, bytes]:
    """What LibreOffice makes of a file: all changes accepted, and all rejected."""
    profile = folder / "office-profile"
    command = [OFFICE or "soffice", "--headless", f"-env:UserInstallation={profile.resolve().as_uri()}"]
    basic = profile / "user" / "basic" / "Standard"
    if not basic.exists():
        subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=300)
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Module1.xba").write_text(_MODULE, "utf-8")
        (basic / "script.xlb").write_text(_LIBRARY, "utf-8")
    stem = str(file.resolve()).removesuffix(".docx")
    macro = f'macro:///Standard.Module1.Both("{stem}")'
    subprocess.run([*command, macro], check=True, capture_output=True, timeout=300)
    return Path(f"{stem}-accepted.docx").read_bytes(), Path(f"{stem}-rejected.docx").read_bytes()
