"""The `check` command: what was promised, and what became of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.cli.options import Color, Encoding, Lang, TermsFile, format_option, output_option, refuse, terms_of
from repdiff.cli.screen import deliver, target_of, view_of
from repdiff.model.errors import ExitCode

if TYPE_CHECKING:
    from repdiff.model.judgements import PromiseDecisions

_JOB = "promises"
_EXAMPLES = """\
\b
Examples:
  repdiff check 2021.txt 2022.txt                        the table, here
  repdiff check 2021.txt 2022.txt -o promises.html       a page for a browser
  repdiff check 2021.txt 2022.txt --promises-section 重点工作 --results-section 回顾
  repdiff check 2021.txt 2022.txt --format decisions -o decided.json
  repdiff check 2021.txt 2022.txt --decisions decided.json
  repdiff check both.txt both.txt --promises-section 2022 --results-section 2021
\b
Exit codes: 0 done, 2 bad input, 3 a fault of repdiff.
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
    terms: TermsFile = "",
    decisions: Annotated[
        str,
        typer.Option("--decisions", metavar="FILE", help="Obey what a person decided: what --format decisions writes."),
    ] = "",
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
    inputs = [promises] if promises == results != "-" else [promises, results]
    refuse([*inputs, *(path for path in (terms, decisions) if path)], output)
    target = target_of(form, output, _JOB)
    options = CheckOptions(
        terms=terms_of(terms),
        promises_under=promises_section,
        results_under=results_section,
        decisions=_decisions(decisions),
    )
    with progress("checking"):
        sources = (read(promises, encoding=encoding or None), read(results, encoding=encoding or None))
        found = check(*sources, options)
    deliver(render(found, target, view_of(color, output, target, lang=lang)), target, output)
    return ExitCode.OK


def _decisions(path: str) -> "PromiseDecisions | None":
    if not path:
        return None
    from repdiff.sources.judgements import read_promise_decisions

    return read_promise_decisions(path)
