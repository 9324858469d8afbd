"""The commands that look over several years: `repdiff track` and `repdiff check`. As in every command: parse, one call, write."""

from typing import Annotated

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.cli.options import Color, Encoding, Lang, Output, listed, refuse
from repdiff.cli.screen import deliver, view_of
from repdiff.model.errors import ExitCode, RepdiffError
from repdiff.render import Format, implied

_CHECK_FORMATS = ("terminal", "html", "json", "csv")
_TRACK_FORMATS = (*_CHECK_FORMATS, "xlsx")
_CHECK_ENDINGS = {".htm": "html", **{f".{form}": form for form in _CHECK_FORMATS[1:]}}
_TRACK_ENDINGS = {**_CHECK_ENDINGS, ".xlsx": "xlsx"}
_CHECK_EXAMPLES = """\
\b
Examples:
  repdiff check 2021.txt 2022.txt                        the table, here
  repdiff check 2021.txt 2022.txt -o promises.html       a page for a browser
  repdiff check 2021.txt 2022.txt --promises-section 重点工作 --results-section 回顾
  repdiff check both.txt both.txt --promises-section 2022 --results-section 2021
\b
Exit codes: 0 done, 2 bad input, 3 a fault of repdiff.
"""
_TRACK_EXAMPLES = """\
\b
Examples:
  repdiff track 2019.txt 2020.txt 2021.txt               a table with small charts, here
  repdiff track *.txt --sort -o timeline.html            a page, ordered by the years in the names
  repdiff track 2019.txt 2020.txt 2021.txt -o timeline.xlsx
\b
Exit codes: 0 done, 2 bad input, 3 a fault of repdiff.
"""


def _check_format(value: str) -> str:
    return listed(value, _CHECK_FORMATS)


def _track_format(value: str) -> str:
    return listed(value, _TRACK_FORMATS)


@app.command("check", context_settings=SETTINGS, epilog=_CHECK_EXAMPLES)
def check_files(
    promises: Annotated[str, typer.Argument(metavar="PROMISES", help="What was promised; - is standard input.")],
    results: Annotated[str, typer.Argument(metavar="RESULTS", help="What was reported later.")],
    promises_section: Annotated[
        str, typer.Option("--promises-section", metavar="TEXT", help="Only promises under headings with this text.")
    ] = "",
    results_section: Annotated[
        str, typer.Option("--results-section", metavar="TEXT", help="Only results under headings with this text.")
    ] = "",
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(_CHECK_FORMATS),
            callback=_check_format,
            help="How to report (default: terminal).",
        ),
    ] = "",
    output: Output = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
) -> int:
    """Hold the promises of one report against the results of a later one: met, missed, undetermined, or silent."""
    from repdiff.cli.progress import progress
    from repdiff.model.options import CheckOptions
    from repdiff.promises import check
    from repdiff.render import check as report
    from repdiff.sources import read

    # One file may hold both halves.
    refuse([promises] if promises == results != "-" else [promises, results], output)
    target = form or implied(output, _CHECK_ENDINGS) or "terminal"
    with progress("checking"):
        sources = (read(promises, encoding=encoding or None), read(results, encoding=encoding or None))
        found = check(*sources, CheckOptions(promises_under=promises_section, results_under=results_section))
    view = view_of(color, output, Format.TERMINAL, lang=lang)
    if target == "html":
        from repdiff.render.html import check as page

        text = page.render(found, view)
    elif target == "json":
        text = report.render_json(found)
    elif target == "csv":
        text = report.render_csv(found)
    else:
        text = report.render_terminal(found, view)
    deliver(text, Format(target), output)
    return ExitCode.OK


@app.command("track", context_settings=SETTINGS, epilog=_TRACK_EXAMPLES)
def track_files(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Two or more versions, the oldest first.")],
    sort: Annotated[
        bool, typer.Option("--sort", help="Order the versions by the year in their names or titles.")
    ] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(_TRACK_FORMATS),
            callback=_track_format,
            help="How to report (default: terminal).",
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write here; .html, .json, .csv or .xlsx implies the format."
        ),
    ] = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
) -> int:
    """Follow every target and every commitment through two or more versions of a report."""
    from repdiff.cli.progress import progress
    from repdiff.model.options import TrackOptions
    from repdiff.render import track as report
    from repdiff.sources import read, write
    from repdiff.timeline import track

    refuse(reports, output)
    target = form or implied(output, _TRACK_ENDINGS) or "terminal"
    if len(reports) < 2:
        raise RepdiffError("There is nothing to follow in one version.", "Name two or more reports, the oldest first.")
    if target == "xlsx" and output in ("", "-"):
        raise RepdiffError("A workbook is not for the screen.", "Name a file with -o.")
    with progress("comparing"):
        found = track([read(name, encoding=encoding or None) for name in reports], TrackOptions(by_year=sort))
    view = view_of(color, output, Format.TERMINAL, lang=lang)
    if target == "xlsx":
        from pathlib import Path

        write.to_file(report.render_xlsx(found, view), Path(output))
        return ExitCode.OK
    if target == "html":
        from repdiff.render.html import track as page

        text = page.render(found, view)
    elif target == "json":
        text = report.render_json(found)
    elif target == "csv":
        text = report.render_csv(found)
    else:
        text = report.render_terminal(found, view)
    deliver(text, Format(target), output)
    return ExitCode.OK
