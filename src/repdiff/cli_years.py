"""The commands that look over several years: `repdiff track` and `repdiff check`. As in cli.py: parse, one call, write."""

from typing import Annotated

import typer

from repdiff.cli import SETTINGS, Color, Encoding, Lang, Output, app, deliver, listed, view_of
from repdiff.errors import ExitCode, RepdiffError
from repdiff.render import Format

_CHECK_FORMATS = ("terminal", "html", "json", "csv")
_TRACK_FORMATS = (*_CHECK_FORMATS, "xlsx")
_ENDINGS = {"htm": "html", "html": "html", "json": "json", "csv": "csv", "xlsx": "xlsx"}


def _check_format(value: str) -> str:
    return listed(value, _CHECK_FORMATS)


def _track_format(value: str) -> str:
    return listed(value, _TRACK_FORMATS)


def _target(form: str, output: str) -> str:
    return form or _ENDINGS.get(output.rpartition(".")[2].lower(), "terminal")


@app.command("check", context_settings=SETTINGS)
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
        str, typer.Option("--format", metavar="|".join(_CHECK_FORMATS), callback=_check_format, help="How to report.")
    ] = "",
    output: Output = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
) -> int:
    """Hold the promises of one report against the results of a later one: met, missed, undetermined, or silent."""
    from repdiff.check import check
    from repdiff.progress import progress
    from repdiff.read import read
    from repdiff.render import check as report

    target = _target(form, output)
    if target not in _CHECK_FORMATS:
        raise RepdiffError(f"A check is not written as {target}.", f"Use one of {', '.join(_CHECK_FORMATS)}.")
    with progress("checking"):
        sources = (read(promises, encoding=encoding or None), read(results, encoding=encoding or None))
        found = check(*sources, promises_under=promises_section, results_under=results_section)
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


@app.command("track", context_settings=SETTINGS)
def track_files(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Two or more versions, the oldest first.")],
    sort: Annotated[
        bool, typer.Option("--sort", help="Order the versions by the year in their names or titles.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(_TRACK_FORMATS), callback=_track_format, help="How to report.")
    ] = "",
    output: Output = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
) -> int:
    """Follow every target and every commitment through two or more versions of a report."""
    from repdiff import write
    from repdiff.progress import progress
    from repdiff.read import read
    from repdiff.render import track as report
    from repdiff.track import track

    target = _target(form, output)
    if len(reports) < 2:
        raise RepdiffError("There is nothing to follow in one version.", "Name two or more reports, the oldest first.")
    if target == "xlsx" and output in ("", "-"):
        raise RepdiffError("A workbook is not for the screen.", "Name a file with -o.")
    with progress("comparing"):
        found = track([read(name, encoding=encoding or None) for name in reports], by_year=sort)
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
