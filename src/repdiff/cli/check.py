"""The `check` command: what was promised, and what became of it."""

from typing import Annotated

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.cli.options import Color, Encoding, Lang, format_option, output_option, refuse
from repdiff.cli.screen import deliver, target_of, view_of
from repdiff.model.errors import ExitCode

_JOB = "promises"
_EXAMPLES = """\
\b
Examples:
  repdiff check 2021.txt 2022.txt                        the table, here
  repdiff check 2021.txt 2022.txt -o promises.html       a page for a browser
  repdiff check 2021.txt 2022.txt --promises-section 重点工作 --results-section 回顾
  repdiff check both.txt both.txt --promises-section 2022 --results-section 2021
  repdiff check 2021.txt 2022.txt --certain              only what is beyond doubt
\b
Exit codes: 0 done, 2 bad input or no promise found, 3 a fault of repdiff.
"""


@app.command("check", context_settings=SETTINGS, epilog=_EXAMPLES)
def check_files(
    promises: Annotated[str, typer.Argument(metavar="PROMISES", help="What was promised; - is standard input.")],
    results: Annotated[str, typer.Argument(metavar="RESULTS", help="What was reported later.")],
    promises_section: Annotated[
        str, typer.Option("--promises-section", metavar="TEXT", help="Only promises under headings with this text.")
    ] = "",
    results_section: Annotated[
        str, typer.Option("--results-section", metavar="TEXT", help="Only results under headings with this text.")
    ] = "",
    certain: Annotated[
        bool,
        typer.Option("--certain", help="Only verdicts for which all that they rest on agrees; the rest is counted."),
    ] = False,
    form: Annotated[str, format_option(_JOB)] = "",
    output: Annotated[str, output_option(_JOB)] = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
) -> int:
    """Hold the promises of one report against the results of a later one: met, missed, undetermined, or silent."""
    from repdiff.cli.progress import progress
    from repdiff.model.options import CheckOptions
    from repdiff.promises import check
    from repdiff.renderers import render
    from repdiff.sources import read

    # One file may hold both halves.
    refuse([promises] if promises == results != "-" else [promises, results], output)
    target = target_of(form, output, _JOB)
    with progress("checking"):
        sources = (read(promises, encoding=encoding or None), read(results, encoding=encoding or None))
        options = CheckOptions(promises_under=promises_section, results_under=results_section, certain=certain)
        found = check(*sources, options)
    deliver(render(found, target, view_of(color, output, target, lang=lang)), target, output)
    return ExitCode.OK
