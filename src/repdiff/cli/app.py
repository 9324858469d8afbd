"""The Typer application: a group whose own arguments are the main job."""

from typing import Any

import typer
import typer.core

SETTINGS = {"help_option_names": ["-h", "--help"]}
COMMANDS = ("outline", "batch", "check", "dupes", "track")


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


app = typer.Typer(
    cls=MainJob,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)
