"""The main job, `repdiff OLD NEW`: parse options, make one call, write, return an exit code."""

from typing import TYPE_CHECKING, Annotated

import typer

from repdiff.cli.app import COMMANDS, app
from repdiff.cli.options import (
    Color,
    Encoding,
    Lang,
    TermsFile,
    format_option,
    listed,
    output_option,
    refuse,
    terms_of,
    words,
)
from repdiff.cli.screen import deliver, say, target_of, view_of
from repdiff.model.errors import ExitCode, RepdiffError
from repdiff.model.options import IGNORABLE, Options
from repdiff.model.view import View
from repdiff.renderers import Format

if TYPE_CHECKING:
    from repdiff.model.decisions import Decisions
    from repdiff.model.links import Comparison

_TABLES = ("numbers", "sentences")
_KINDS = ("added", "dropped", "reworded", "moved", "split", "merged", "identical", "turned", "perhaps")
_ROLES = ("commitment", "statement", "heading", "formula")
_EXAMPLES = """\
\b
Examples:
  repdiff 2020.txt 2021.txt                          the report, here
  repdiff 2020.txt 2021.txt -o report.html           a page for a browser
  repdiff 2020.txt 2021.txt -o changes.docx          the new text with tracked changes
  repdiff 2020.txt 2021.txt --only dropped --roles commitment
  repdiff 2020.txt 2021.txt --section 重点工作       only what stands under this heading
  repdiff old.md new.md --ignore dates,links         what an editor does not want to see
  repdiff old.txt - --exit-code < new.txt            1 when they differ
  repdiff 2020.txt 2021.txt --decisions review.json  with the pairs that you decided
  repdiff 2020.txt 2021.txt --numbers                which targets went up or down
  repdiff 2020.txt 2021.txt --numbers --terms terms.toml
  repdiff 2020.txt 2021.txt --table sentences -o pairs.csv
  repdiff check 2021.txt 2022.txt                    what was promised, and what became of it
  repdiff track 2019.txt 2020.txt 2021.txt           targets and commitments over the years
  repdiff outline 2020.txt                           the headings that were understood
  repdiff dupes corpus.jsonl                         what occurs twice in a corpus
\b
A long report opens in $PAGER (less) on a terminal: q leaves it; PAGER=cat prints.
Exit codes: 0 done, 1 differences (with --exit-code), 2 bad input, 3 a fault of repdiff.
A file that is named like a command: ./outline
"""


def _table(value: str) -> str:
    return listed(value, _TABLES)


def _kinds(value: str) -> str:
    return listed(value, _KINDS)


def _roles(value: str) -> str:
    return listed(value, _ROLES)


def _ignored(value: str) -> str:
    return listed(value, IGNORABLE)


def _ignorable(incomplete: str) -> list[str]:
    """The names that complete the last of a list."""
    before, comma, last = incomplete.rpartition(",")
    return [before + comma + name for name in IGNORABLE if name.startswith(last) and name not in words(before)]


def _show_version(value: bool) -> None:
    if value:
        from repdiff.model.version import version

        typer.echo(f"repdiff {version()}")
        raise typer.Exit


def _commands(incomplete: str) -> list[str]:
    return [name for name in COMMANDS if incomplete and name.startswith(incomplete)]


@app.callback(epilog=_EXAMPLES)
def compare_files(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The older version; - is standard input.", autocompletion=_commands)
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer version.")],
    form: Annotated[
        str, format_option("comparison", "How to report (default: terminal); csv is one table, xlsx holds all.")
    ] = "",
    output: Annotated[str, output_option("comparison")] = "",
    only: Annotated[
        str,
        typer.Option(
            "--only", metavar="KINDS", callback=_kinds, help=f"Show only these, by comma: {', '.join(_KINDS)}."
        ),
    ] = "",
    section: Annotated[
        str, typer.Option("--section", metavar="TEXT", help="Compare only what stands under headings with this text.")
    ] = "",
    context: Annotated[
        int, typer.Option("--context", metavar="N", min=0, help="Show N unchanged sentences around changes.")
    ] = 0,
    roles: Annotated[
        str,
        typer.Option(
            "--roles", metavar="ROLES", callback=_roles, help=f"Show only these, by comma: {', '.join(_ROLES)}."
        ),
    ] = "",
    ignore: Annotated[
        str,
        typer.Option(
            "--ignore",
            metavar="WHAT",
            callback=_ignored,
            autocompletion=_ignorable,
            help=f"Let these make no difference, by comma: {', '.join(IGNORABLE)}.",
        ),
    ] = "",
    numbers: Annotated[
        bool, typer.Option("--numbers", help="Show what became of the numbers: a table instead of the texts.")
    ] = False,
    min_score: Annotated[
        float,
        typer.Option(
            "--min-score",
            metavar="P",
            min=0,
            max=1,
            help="Show pairs of a lower score, 0 to 1, as dropped and added, perhaps reworded; json marks them.",
        ),
    ] = View().min_score,
    table: Annotated[
        str,
        typer.Option(
            "--table", metavar="|".join(_TABLES), callback=_table, help="The table that csv holds (default: numbers)."
        ),
    ] = "",
    moves: Annotated[
        bool, typer.Option("--moves", help="In a Word file, track whole sentences that changed places as moved.")
    ] = False,
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
    decisions: Annotated[
        str,
        typer.Option(
            "--decisions", metavar="FILE", help="Obey what a person decided: the JSON file that the page exports."
        ),
    ] = "",
    terms: TermsFile = "",
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Exit with 1 when there are differences, new numbers of items among them."),
    ] = False,
    self_check: Annotated[
        bool, typer.Option("--self-check", help="Prove the result: check every law of repdiff on it.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> int:
    """Compare two yearly versions of a report: which commitments stand, which were reworded, moved or dropped, which
    are new.
    """
    from repdiff import render
    from repdiff.model.texts import Role
    from repdiff.report.summary import has_changes

    refuse([path for path in (old, new, decisions, terms) if path], output)
    target = target_of(form, output, "comparison")
    if table and target is not Format.CSV:
        raise RepdiffError(f"--table {table} is for csv.", "Add --format csv, or name a file .csv with -o.")
    if target is Format.DOCX and (only or roles or numbers):
        raise RepdiffError(
            "docx is the whole text with its changes, it leaves nothing out.", "Say --format docx-table for a choice."
        )
    if moves and target is not Format.DOCX:
        raise RepdiffError("--moves is for docx.", "Add --format docx, or name a file .docx with -o.")
    ignored = tuple(sorted(words(ignore), key=IGNORABLE.index))
    options = Options(section=section, ignore=ignored, decisions=_decisions(decisions), terms=terms_of(terms))
    comparison = _compare(old, new, encoding, options)
    wanted = frozenset(map(Role, words(roles)))
    chosen = View(
        only=words(only), roles=wanted, context=context, min_score=min_score, numbers=numbers, table=table, moves=moves
    )
    view = view_of(color, output, target, lang=lang, view=chosen)
    deliver(render(comparison, target, view), target, output)
    if self_check and not _lawful(comparison):
        return ExitCode.BUG
    return ExitCode.DIFFERENCES if exit_code and has_changes(comparison) else ExitCode.OK


def _decisions(path: str) -> "Decisions | None":
    if not path:
        return None
    from repdiff.sources.decisions import read_decisions

    return read_decisions(path)


def _compare(old: str, new: str, encoding: str, options: "Options") -> "Comparison":
    from repdiff.cli.progress import progress
    from repdiff.comparison import compare
    from repdiff.sources import read

    with progress("comparing"):
        sources = (read(old, encoding=encoding or None), read(new, encoding=encoding or None))
        return compare(*sources, options)


def _lawful(comparison: "Comparison") -> bool:
    from repdiff import render
    from repdiff.cli.progress import progress
    from repdiff.comparison import self_check

    with progress("checking"):
        found = self_check(comparison, str(render(comparison, Format.JSON)))
    for violation in found:
        say(f"self-check: {violation}")
    if not found:
        say("self-check: every law holds")
    return not found
