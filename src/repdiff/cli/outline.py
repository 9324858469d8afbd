"""The `outline` command: the headings that repdiff understands."""

from typing import Annotated

import typer

from repdiff.cli.app import SETTINGS, Job, app
from repdiff.cli.options import Color, Encoding, Lang, format_option, output_option, refuse
from repdiff.cli.screen import deliver, target_of, view_of
from repdiff.cli.settings import ConfigFile, NoConfig
from repdiff.model.errors import ExitCode

_JOB = "outline"


@app.command("outline", cls=Job, context_settings=SETTINGS)
def outline_file(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The document; - is standard input.")],
    form: Annotated[str, format_option(_JOB)] = "",
    output: Annotated[str, output_option(_JOB)] = "",
    encoding: Encoding = "",
    left_out: Annotated[
        bool,
        typer.Option("--left-out", help="List what was left out of the text instead: contents pages, page numbers ..."),
    ] = False,
    color: Color = "auto",
    lang: Lang = "",
    no_config: NoConfig = False,
    config: ConfigFile = "",
) -> int:
    """Print the tree of headings that repdiff understands in a document."""
    from repdiff.cut.document import cut_document
    from repdiff.model.view import View
    from repdiff.renderers import render
    from repdiff.sources import read

    refuse([file], output)
    target = target_of(form, output, _JOB)
    document = cut_document(read(file, encoding=encoding or None))
    deliver(
        render(document, target, view_of(color, output, target, lang=lang, view=View(left_out=left_out))),
        target,
        output,
    )
    return ExitCode.OK
