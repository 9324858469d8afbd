"""The Typer application: a group whose own arguments are the main job."""

from enum import StrEnum
from importlib import import_module
from typing import Any, Final

import typer
import typer.core
import typer.main

from repdiff.cli.settings import settings_options

SETTINGS = {"help_option_names": ["-h", "--help"]}
COMMANDS: Final = {
    "batch": "Compare many pairs: a page for each, and an index of all.",
    "check": "What was promised, and what became of it in a later report.",
    "config": "Which file of defaults is obeyed here, and what it says.",
    "desk": "A page in the browser to drop files on.",
    "dupes": "What occurs twice in a corpus.",
    "git-setup": "Let git show documents by repdiff.",
    "mcp": "Serve repdiff to agents, as tools.",
    "outline": "The headings that are understood in a document.",
    "text": "The text of a document.",
    "track": "Targets and commitments over several years.",
}
"""What each command is for. Its module is loaded when it runs: the help of all, and a comparison, start without."""
_FILES: Final = {"git-diff": "git", "git-text": "git", "git-view": "git"}
"""Modules that hold several commands; those that git calls are told to nobody else."""


class Panels(StrEnum):
    """The headings of options in a help text; those without one stand below "Options"."""

    SHOWN = "What is shown"
    COMPARED = "What is compared"
    OUTPUT = "Form of the report"
    SCRIPTS = "For scripts"
    FILE = "Defaults from a file"
    """Those of `repdiff.cli.settings`."""


def with_opposites(command: Any, parser: Any) -> Any:
    """The parser of a command with an opposite of each switch: a file of defaults may have turned one on (`--no-numbers`)."""
    for param in command.params:
        if getattr(param, "is_bool_flag", False) and not param.secondary_opts and not param.is_eager:
            names = [opt.removeprefix("--") for opt in param.opts if opt.startswith("--")]
            opposites = [
                f"--{name.removeprefix('no-')}" if name.startswith("no-") else f"--no-{name}" for name in names
            ]
            parser.add_option(obj=param, opts=opposites, dest=param.name, action="store_const", const=False)
    return parser


def write_options(command: Any, ctx: Any, formatter: Any) -> None:
    """The arguments of a command and its options, those of a panel together."""
    found: dict[str, list[tuple[str, str]]] = {"Arguments": [], "Options": [], **{panel: [] for panel in Panels}}
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record is not None:
            panel = "Arguments" if param.param_type_name == "argument" else param.rich_help_panel or "Options"
            found[panel].append(record)
    general = found.pop("Options")
    for name, records in (*found.items(), ("Options", general)):
        if records:
            with formatter.section(name):
                formatter.write_dl(records)


class Job(typer.core.TyperCommand):
    """A command that takes defaults from a file."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.params += settings_options()

    def make_parser(self, ctx: Any) -> Any:
        """The parser, with an opposite of each switch."""
        return with_opposites(self, super().make_parser(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Options and arguments as they are called below."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The options below the headings of their panels."""
        write_options(self, ctx, formatter)


class MainJob(typer.core.TyperGroup):
    """A group whose own arguments are the main job: only a first word that names a command leads to that command.

    `obj` of every context is the group: a file of defaults speaks of all commands.
    """

    allow_extra_args = False
    allow_interspersed_args = True

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.params += settings_options()

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of the command that the first word names, else the group's own."""
        command = self.get_command(None, args[0]) if args else None
        if command is None:
            return super().make_context(info_name, args, parent=parent, obj=self, **extra)
        return command.make_context(f"{info_name} {args[0]}", args[1:], parent=parent, obj=self, **extra)

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands that a person is told of."""
        return [*COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, its module loaded now; None where there is none."""
        if cmd_name not in self.commands and (cmd_name in COMMANDS or cmd_name in _FILES):
            import_module(f"repdiff.cli.{_FILES.get(cmd_name, cmd_name.replace('-', '_'))}")
            info = next(each for each in app.registered_commands if each.name == cmd_name)
            command = typer.main.get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)
            self.add_command(command, cmd_name)
        return super().get_command(ctx, cmd_name)

    def make_parser(self, ctx: Any) -> Any:
        """The parser, with an opposite of each switch."""
        return with_opposites(self, super().make_parser(ctx))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The options below the headings of their panels, then the commands."""
        write_options(self, ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: Any) -> Any:
        """Run whichever command the context is of."""
        return super().invoke(ctx) if ctx.command is self else ctx.command.invoke(ctx)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Options and arguments, without the `COMMAND` that a group puts behind them."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)[:-1]]


app = typer.Typer(
    cls=MainJob,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)
