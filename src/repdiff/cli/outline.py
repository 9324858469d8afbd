"""The `outline` command: the headings that repdiff understands."""

from typing import Annotated

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.cli.options import Color, Encoding, Lang, listed, refuse
from repdiff.cli.screen import deliver, view_of
from repdiff.model.errors import ExitCode
from repdiff.render import Format, implied

_ENDINGS = {".json": Format.JSON}


def _outline_format(value: str) -> str:
    return listed(value, (Format.TERMINAL, Format.JSON))


@app.command("outline", context_settings=SETTINGS)
def outline_file(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The document; - is standard input.")],
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="terminal|json", callback=_outline_format, help="How to report (default: terminal)."
        ),
    ] = "",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Write here; .json in the name implies the format.")
    ] = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
) -> int:
    """Print the tree of headings that repdiff understands in a document."""
    from repdiff.cut.document import cut_document
    from repdiff.render import outline
    from repdiff.sources import read

    refuse([file], output)
    target = Format(form) if form else (implied(output, _ENDINGS) or Format.TERMINAL)
    document = cut_document(read(file, encoding=encoding or None))
    as_json = target is Format.JSON
    view = view_of(color, output, target, lang=lang)
    deliver(outline.render_json(document) if as_json else outline.render(document, view), target, output)
    return ExitCode.OK
