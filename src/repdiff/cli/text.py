"""The `text` command: the text of a document."""

from typing import Annotated

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.cli.options import Encoding, refuse
from repdiff.model.errors import ExitCode


@app.command("text", context_settings=SETTINGS)
def text_of(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The document; - is standard input.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = "",
    encoding: Encoding = "",
) -> int:
    """Print the text of a document as repdiff reads it: a Word file, a PDF or a page as plain text."""
    from pathlib import Path

    from repdiff.files import write
    from repdiff.sources import read

    refuse([file], output)
    text = read(file, encoding=encoding or None).text
    text = text if text.endswith("\n") or not text else f"{text}\n"
    if output not in ("", "-"):
        write.to_file(text, Path(output))
    else:
        write.to_stdout(text, utf8=True)
    return ExitCode.OK
