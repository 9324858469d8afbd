"""Word files opened in LibreOffice, their changes accepted or rejected there, and the paragraphs read that are left."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from making import OFFICE

_BASIC = """Sub Settle(list As String)
  Dim n, task, parts
  n = FreeFile
  Open list For Input As #n
  Do While Not EOF(n)
    Line Input #n, task
    If task <> "" Then
      parts = Split(task, "|")
      One(parts(0), parts(1), parts(2))
    End If
  Loop
  Close #n
  StarDesktop.terminate()
End Sub
Sub One(source, command, target)
  Dim props(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  props(0).Name = "Hidden" : props(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, props())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:" & command, "", 0, none())
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  out = createUnoService("com.sun.star.io.TextOutputStream")
  out.setOutputStream(files.openFileWrite(ConvertToURL(target)))
  out.setEncoding("UTF-8")
  e = doc.Text.createEnumeration()
  Do While e.hasMoreElements()
    p = e.nextElement()
    out.writeString(p.ParaStyleName & Chr(31) & p.getString() & Chr(30))
  Loop
  out.closeOutput()
  doc.close(True)
End Sub
"""
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">'
    "{basic}</script:module>\n"
)


class Settled(NamedTuple):
    """A paragraph that is left: the name of its style and its text."""

    style: str
    text: str


def settle(files: Sequence[Path], folder: Path) -> list[tuple[list[Settled], list[Settled]]]:
    """Of each file what is left when all its changes are accepted, and when all are rejected, in LibreOffice."""
    profile = folder / "profile"
    # The first start makes the profile, and would write over a macro that is there before.
    _run(profile, "--terminate_after_init")
    basic = profile / "user" / "basic" / "Standard"
    assert basic.is_dir()
    (basic / "Module1.xba").write_text(_MODULE.format(basic=escape(_BASIC)), encoding="utf-8")
    commands = {"AcceptAllTrackedChanges": "accepted", "RejectAllTrackedChanges": "rejected"}
    tasks = [
        f"{file}|{command}|{folder / f'{number}.{name}'}"
        for number, file in enumerate(files)
        for command, name in commands.items()
    ]
    (folder / "tasks").write_text("\n".join(tasks) + "\n", encoding="utf-8")
    _run(profile, f'macro:///Standard.Module1.Settle("{folder / "tasks"}")')
    return [
        (_read(folder / f"{number}.accepted"), _read(folder / f"{number}.rejected")) for number in range(len(files))
    ]


def _run(profile: Path, *arguments: str) -> None:
    office = [OFFICE or "soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    subprocess.run([*office, *arguments], check=True, capture_output=True, timeout=300)


def _read(file: Path) -> list[Settled]:
    with file.open(encoding="utf-8", newline="") as text:
        return [Settled(*row.split("\x1f")) for row in text.read().split("\x1e")[:-1]]
