"""The `repdiff` command: parse options, make one call, write, return an exit code."""

import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from repdiff.cli_dupes import EXAMPLES as _DUPES_EXAMPLES
from repdiff.cli_dupes import dupes
from repdiff.errors import ExitCode, RepdiffError
from repdiff.render import Format, format_of

if TYPE_CHECKING:
    from repdiff.decisions import Decisions
    from repdiff.model import Comparison
    from repdiff.options import Options, View

_INTERRUPTED = 130
_NARROWEST = 40
_KINDS = ("added", "dropped", "reworded", "moved", "split", "merged", "identical")
_ROLES = ("commitment", "statement", "heading", "formula")
_LANGUAGES = ("en", "zh")
_COLORS = ("auto", "always", "never")
_EXAMPLES = """\
\b
Examples:
  repdiff 2020.txt 2021.txt                          the report, here
  repdiff 2020.txt 2021.txt -o report.html           a page for a browser
  repdiff 2020.txt 2021.txt --only dropped --roles commitment
  repdiff 2020.txt 2021.txt --section 重点工作       only what stands under this heading
  repdiff old.txt - --exit-code < new.txt            1 when they differ
  repdiff 2020.txt 2021.txt --decisions review.json  with the pairs that you decided
  repdiff 2020.txt 2021.txt --numbers                which targets went up or down
  repdiff check 2021.txt 2022.txt                    what was promised, and what became of it
  repdiff track 2019.txt 2020.txt 2021.txt           targets and commitments over the years
  repdiff outline 2020.txt                           the headings that were understood
  repdiff dupes corpus.jsonl                         what occurs twice in a corpus
\b
Exit codes: 0 done, 1 differences (with --exit-code), 2 bad input, 3 a fault of repdiff.
A file that is named like a command: ./outline
"""


class MainJob(typer.core.TyperGroup):
    """A group whose own arguments are the main job: only a first word that names a command leads to that command."""

    allow_extra_args = False
    allow_interspersed_args = True

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of the command that the first word names, else the group's own."""
        command = self.commands.get(args[0]) if args else None
        if command is None:
            return super().make_context(info_name, args, parent=parent, **extra)
        return command.make_context(f"{info_name} {args[0]}", args[1:], parent=parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Run whichever command the context is of."""
        return super().invoke(ctx) if ctx.command is self else ctx.command.invoke(ctx)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Options and arguments, without the `COMMAND` that a group puts behind them."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)[:-1]]


SETTINGS = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    cls=MainJob,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)


def listed(value: str, allowed: tuple[str, ...]) -> str:
    """The value of an option, if each of its words is allowed."""
    for word in _words(value):
        if word not in allowed:
            raise typer.BadParameter(f"{word!r} is none of {', '.join(allowed)}.")
    return value


def _words(value: str) -> frozenset[str]:
    return frozenset(word.strip() for word in value.split(",") if word.strip())


def _kinds(value: str) -> str:
    return listed(value, _KINDS)


def _roles(value: str) -> str:
    return listed(value, _ROLES)


def _color(value: str) -> str:
    return value if value in _COLORS else listed(value or "''", _COLORS)


def _lang(value: str) -> str:
    return value if value in ("", *_LANGUAGES) else listed(value, _LANGUAGES)


def _format(value: str) -> str:
    return listed(value, tuple(Format))


def _outline_format(value: str) -> str:
    return listed(value, (Format.TERMINAL, Format.JSON))


def _show_version(value: bool) -> None:
    if value:
        from repdiff.version import version

        typer.echo(f"repdiff {version()}")
        raise typer.Exit


def _commands(incomplete: str) -> list[str]:
    return [name for name in ("outline", "check", "dupes", "track") if incomplete and name.startswith(incomplete)]


Encoding = Annotated[
    str, typer.Option("--encoding", metavar="NAME", help="Encoding of the files, where the guess is wrong.")
]
Color = Annotated[
    str,
    typer.Option(
        "--color", metavar="auto|always|never", callback=_color, help="Colour; auto obeys NO_COLOR, FORCE_COLOR, TERM."
    ),
]
Lang = Annotated[
    str,
    typer.Option(
        "--lang",
        metavar="en|zh",
        callback=_lang,
        help="Language of the report's own words (default: that of the documents).",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write here; .html, .json or .csv in the name implies the format."
    ),
]


@app.callback(epilog=_EXAMPLES)
def compare_files(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The older version; - is standard input.", autocompletion=_commands)
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer version.")],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="terminal|html|json|csv",
            callback=_format,
            help="How to report (default: terminal); csv is the table of numbers.",
        ),
    ] = "",
    output: Output = "",
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
    numbers: Annotated[
        bool, typer.Option("--numbers", help="Show what became of the numbers: a table instead of the texts.")
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
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when there are differences.")] = False,
    self_check: Annotated[
        bool, typer.Option("--self-check", help="Prove the result: check every law of repdiff on it.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> int:
    """Compare two yearly versions of a report: which commitments stand, which were reworded, moved or dropped, which
    are new."""
    from repdiff.options import Options
    from repdiff.render import render
    from repdiff.render.summary import differs

    target = _target(form, output)
    options = Options(
        encoding=encoding or None,
        section=section,
        decisions=_decisions(decisions, old, new),
    )
    comparison = _compare(old, new, options)
    view = view_of(color, output, target, only=only, roles=roles, context=context, numbers=numbers, lang=lang)
    deliver(render(comparison, target, view), target, output)
    if self_check and not _lawful(comparison, options):
        return ExitCode.BUG
    return ExitCode.DIFFERENCES if exit_code and differs(comparison) else ExitCode.OK


@app.command("outline", context_settings=SETTINGS)
def outline_file(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The document; - is standard input.")],
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="terminal|json", callback=_outline_format, help="How to report (default: terminal)."
        ),
    ] = "",
    output: Output = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
) -> int:
    """Print the tree of headings that repdiff understands in a document."""
    from repdiff.compare import cut_document
    from repdiff.read import read
    from repdiff.render import outline

    target = _target(form, output)
    if target not in (Format.TERMINAL, Format.JSON):
        raise RepdiffError(
            f"An outline is written as terminal text or as JSON, not as {target.upper()}.", "Use --format json."
        )
    document = cut_document(read(file, encoding=encoding or None))
    as_json = target is Format.JSON
    view = view_of(color, output, target, lang=lang)
    deliver(outline.render_json(document) if as_json else outline.render(document, view), target, output)
    return ExitCode.OK


app.command("dupes", context_settings=SETTINGS, epilog=_DUPES_EXAMPLES)(dupes)


def _target(form: str, output: str) -> Format:
    return Format(form) if form else (format_of(output) or Format.TERMINAL)


def _decisions(path: str, old: str, new: str) -> "Decisions | None":
    if not path:
        return None
    from repdiff.decisions import read_decisions

    if path == "-" and "-" in (old, new):
        raise RepdiffError("Standard input can be one file only.", "Name a file for the decisions.")
    return read_decisions(path)


def _compare(old: str, new: str, options: "Options") -> "Comparison":
    from repdiff.compare import compare
    from repdiff.progress import progress
    from repdiff.read import read

    if old == new == "-":
        raise RepdiffError("Standard input can be one of the two files, not both.", "Name a file for the other.")
    with progress("comparing"):
        sources = (read(old, encoding=options.encoding), read(new, encoding=options.encoding))
        return compare(*sources, options)


def view_of(
    color: str,
    output: str,
    target: Format,
    *,
    only: str = "",
    roles: str = "",
    context: int = 0,
    numbers: bool = False,
    lang: str = "",
) -> "View":
    """How to show a report, from the options and the terminal."""
    from repdiff.model import Role
    from repdiff.options import View

    on_terminal = not output and sys.stdout.isatty()
    return View(
        only=_words(only),
        roles=frozenset(Role(role) for role in _words(roles)),
        context=context,
        numbers=numbers,
        width=_width(on_terminal),
        lang=lang,
        color=target is Format.TERMINAL and _colored(color, on_terminal),
    )


def _width(on_terminal: bool) -> int:
    """Columns of the terminal or of `$COLUMNS`; 0, no wrapping, where there is neither: a pipe or a file."""
    import shutil

    stated = os.environ.get("COLUMNS", "")
    if not on_terminal and not (stated.isdecimal() and int(stated)):
        return 0
    return max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST)


def _colored(color: str, on_terminal: bool) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return on_terminal and os.environ.get("TERM") != "dumb"


def deliver(report: str, target: Format, output: str) -> None:
    """Write a report to its file, to the pager or to standard output."""
    from repdiff import write

    if output and output != "-":
        write.to_file(report, Path(output))
    elif target is Format.TERMINAL and sys.stdout.isatty() and sys.stdin.isatty() and _is_long(report):
        write.page(report)
    else:
        write.to_stdout(report, utf8=target is not Format.TERMINAL)


def _is_long(report: str) -> bool:
    import shutil

    return os.environ.get("TERM") != "dumb" and report.count("\n") >= shutil.get_terminal_size().lines


def _lawful(comparison: "Comparison", options: "Options") -> bool:
    from dataclasses import replace

    from repdiff.compare import compare, cut_document
    from repdiff.laws import violations
    from repdiff.progress import progress
    from repdiff.render import render

    sources = {"old": comparison.old.source, "new": comparison.new.source}

    def again(old: str, new: str) -> "Comparison":
        # What was decided about two versions says nothing about one beside its own copy.
        wanted = replace(options, decisions=None) if old == new else options
        return compare(sources[old], sources[new], wanted)

    with progress("checking"):
        documents = (cut_document(sources["old"]), cut_document(sources["new"]))
        report = render(comparison, Format.JSON)
        found = violations(comparison, documents, again, report)
    for violation in found:
        _say(f"self-check: {violation}")
    if not found:
        _say("self-check: every law holds")
    return not found


def _say(message: str) -> None:
    """One line on standard error; controls in it (a file's name may hold some) as escapes."""
    from repdiff.render.layout import visible

    print(f"repdiff: {visible(' '.join(message.split()))}", file=sys.stderr)


def run(arguments: list[str]) -> int:
    """Run the command with these arguments and return its exit code. Only shell completion raises: `SystemExit`."""
    try:
        return int(app(arguments, prog_name="repdiff", standalone_mode=False) or ExitCode.OK)
    except RepdiffError as error:
        _say(str(error))
        return ExitCode.BAD_INPUT
    except typer.TyperException as error:
        _say(f"{error.format_message().rstrip('.')}. 'repdiff --help' shows how.")
        return ExitCode.BAD_INPUT
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        return _bug(error)


def _bug(error: Exception) -> int:
    if os.environ.get("REPDIFF_DEBUG"):
        import traceback

        traceback.print_exception(error)
    kind = type(error).__name__
    _say(
        f"a fault of repdiff, not of your files ({kind}: {error}). Please report it with what is printed "
        "when the same command runs with REPDIFF_DEBUG=1 in the environment."
    )
    return ExitCode.BUG


def main() -> None:
    """Entry point of the `repdiff` command."""
    _spare_start_up()
    _leave(run(sys.argv[1:]))


def _leave(code: int) -> None:
    """End the process at once: the interpreter would free object by object what the system frees in one go, a twelfth of a run."""
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def _spare_start_up() -> None:
    """Leave out what a short process pays for and never uses; both only concern this process, so not the library's callers.

    numpy's OpenBLAS starts a thread per core when it is loaded, and no matrix is multiplied here: a sixth of the run.
    The garbage collector walks over everything that lives, and hardly anything here is a cycle: a twentieth.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(100_000, 20, 20)


# Last, because the commands of several years are added to the `app` above.
import repdiff.cli_years  # noqa: E402, F401
