"""Defaults from a file of the user's: `--config`, `--no-config`, and what they give to the options of a command."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
import typer.core

from repdiff.model.errors import RepdiffError
from repdiff.model.options import IGNORABLE

if TYPE_CHECKING:
    from repdiff.sources.settings import Settings

_KEPT = "repdiff.settings"
_MAIN, _ASKED = "compare", "config"
# What a file in a folder may not say for whoever works there: what is written where, what is started, and what is asked for but once.
_NEVER = frozenset(
    "annotate config engine help install-completion master no-config output show-completion version ignore".split()
)
_PATHS = frozenset({"terms", "decisions"})
_LISTS = frozenset({"only", "roles", "level"})
_TABLES = ("glossary", "ignore")
_WORDS = ("words", "dictionary")
_BOTH = "--config and --no-config go against each other."
_GLOSSARY = 'Write lines like "Twitter" = "X" below [glossary].'


class Default(NamedTuple):
    """A default of an option: the commands that it is for, its name, the value, and the line where it stands."""

    commands: tuple[str, ...]
    name: str
    value: Any
    line: int


class Own(NamedTuple):
    """What a file of defaults says beside the options of commands, checked."""

    defaults: tuple[Default, ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    ignore: frozenset[str] = frozenset()
    patterns: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    settings: "Settings | None" = None

    def ignored(self, given: Iterable[str]) -> tuple[str, ...]:
        """What is to be ignored: what the file and the command line say."""
        return tuple(sorted(self.ignore.union(given), key=IGNORABLE.index))

    def told(self, ctx: typer.Context, *beside: str) -> str:
        """The file and what of it holds for this run, for a note; `beside` are the tables that the command obeys. Empty without any."""
        if self.settings is None:
            return ""
        options = {opt.removeprefix("--"): param.name for param in ctx.command.params for opt in param.opts}
        mine = [each.name for each in self.defaults if name_of(ctx) in each.commands]
        used = [name for name in mine if is_from_file(ctx, options[name])]
        keys = (*dict.fromkeys(used), *(key for key in beside if self.settings.values.get(key)))
        return f"{self.settings.path.name} ({', '.join(keys)})" if keys else ""


def is_from_file(ctx: typer.Context, name: str | None) -> bool:
    """Whether the value of a parameter is that of the file of defaults."""
    source = ctx.get_parameter_source(name or "")
    return source is not None and source.name == "DEFAULT_MAP"


def name_of(ctx: typer.Context) -> str:
    """The name of the table for a command in a file of defaults."""
    return _MAIN if ctx.command is ctx.obj else str(ctx.command.name)


def own(ctx: typer.Context) -> Own:
    """What the file of defaults says that a command obeys; nothing where there is none."""
    found: Own = ctx.meta.get(_KEPT, Own())
    return found


def takes_defaults(command: Any) -> bool:
    """Whether a command has the `settings_options`."""
    return any(param.name == "no_config" for param in command.params)


def settings_options() -> tuple[typer.core.TyperOption, ...]:
    """`--no-config` and `--config` of a command: what they find holds before its other options are looked at."""
    config = typer.core.TyperOption(
        param_decls=["--config"],
        metavar="FILE",
        default="",
        callback=_named,
        is_eager=True,
        expose_value=False,
        rich_help_panel="Defaults from a file",
        help="Take defaults from this file (default: the nearest repdiff.toml or [tool.repdiff] of a pyproject.toml).",
    )
    no_config = typer.core.TyperOption(
        param_decls=["--no-config"],
        is_flag=True,
        default=False,
        callback=_refused,
        is_eager=True,
        expose_value=False,
        rich_help_panel="Defaults from a file",
        help="Take no defaults from any file.",
    )
    return no_config, config


def _named(ctx: Any, _: object, value: str) -> None:
    """Read the file that was named, or the nearest, and give its defaults to the command."""
    if ctx.resilient_parsing or (_KEPT in ctx.meta and not value):
        return
    if _KEPT in ctx.meta:
        raise typer.BadParameter(_BOTH)
    from repdiff.sources.settings import find_settings, read_settings

    path = Path(value) if value else find_settings(_here())
    if path is None:
        return
    found = _checked(ctx, read_settings(_short(path)))
    ctx.meta[_KEPT] = found
    # What stands in the table of the command comes after what stands above all tables.
    params = {opt.removeprefix("--"): param.name for param in ctx.command.params for opt in param.opts}
    ctx.default_map = {params[each.name]: each.value for each in found.defaults if name_of(ctx) in each.commands}


def _refused(ctx: Any, _: object, value: bool) -> None:
    """Note that no file is to be read."""
    if value and _KEPT in ctx.meta:
        raise typer.BadParameter(_BOTH)
    if value:
        ctx.meta[_KEPT] = Own()


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:  # the folder is gone
        return Path("/")


def _short(path: Path) -> Path:
    """The path as a reader of a message sees it best: from the folder that the command runs in, where it is in there."""
    here = _here()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def _checked(ctx: typer.Context, settings: "Settings") -> Own:
    """What a file says, each key known and each value of its type. Raises RepdiffError at the line of the first that is not."""
    values = settings.values
    commands = _commands(ctx)
    known = {name for options in commands.values() for name in options}
    _refuse_unknown(settings, "", values, (*commands, *_TABLES, *_WORDS, *sorted(known)))
    top = {name: value for name, value in values.items() if name in known and name not in commands}
    defaults = [_default(ctx, settings, commands, ("", name, value)) for name, value in top.items()]
    for command, options in commands.items():
        table = _table(settings, command)
        _refuse_unknown(settings, command, table, tuple(options))
        defaults += [_default(ctx, settings, commands, (command, name, value)) for name, value in table.items()]
    glossary = tuple(_glossary(settings))
    ignore = _table(settings, "ignore")
    _refuse_unknown(settings, "ignore", ignore, (*IGNORABLE, "patterns", "sections"))
    return Own(
        tuple(defaults),
        glossary,
        frozenset(name for name in IGNORABLE if _flag(settings, name, ignore.get(name, False))),
        tuple(_patterns(settings, _texts(settings, "patterns", ignore.get("patterns", []), "ignore"))),
        _texts(settings, "sections", ignore.get("sections", []), "ignore"),
        _words(settings),
        settings,
    )


def _commands(ctx: typer.Context) -> dict[str, dict[str, Any]]:
    """For each command the options that a file may set, by the names that they have on the command line."""
    group: Any = ctx.obj
    commands = {name: group.get_command(ctx, name) for name in group.list_commands(ctx)}
    found = {_MAIN: group, **{name: each for name, each in commands.items() if takes_defaults(each) and name != _ASKED}}
    return {
        name: {
            opt.removeprefix("--"): param
            for param in command.params
            for opt in param.opts
            if opt.startswith("--") and opt.removeprefix("--") not in _NEVER
        }
        for name, command in found.items()
    }


def _refuse_unknown(settings: "Settings", section: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key in known:
            continue
        if key in _NEVER:
            what = f"{key} cannot be set in a file."
            hint = f"Write {key} as the table [ignore]." if key == "ignore" else f"Say --{key} on the command line."
        else:
            what, hint = f"{key} is unknown{f' below [{section}]' if section else ''}.", _nearest(key, known)
        at = ("", key) if isinstance(table[key], dict) and not section else (key, section)
        raise settings.file.wrong(what, hint, *at)


def _nearest(key: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key.replace("_", "-"), known, n=1)
    return f"Did you mean {near[0]}?" if near else f"Known are {', '.join(known)}." if known else "Leave it out."


def _table(settings: "Settings", name: str) -> Mapping[str, Any]:
    found = settings.values.get(name, {})
    if not isinstance(found, dict):
        raise settings.file.wrong(f"{name} is no table.", f"Write [{name}] on a line of its own.", name)
    return found


def _default(
    ctx: typer.Context, settings: "Settings", commands: Mapping[str, Mapping[str, Any]], entry: tuple[str, str, Any]
) -> Default:
    """A default with its value as the command line would give it. Raises RepdiffError for one of another type or out of bounds."""
    section, name, _ = entry
    wanted = (section,) if section else tuple(command for command, options in commands.items() if name in options)
    if not section and name == "decisions":
        hint = "Write it below [compare], [check] or [track]."
        raise settings.file.wrong("decisions are of one command.", hint, name)
    given = _typed(settings, commands[wanted[0]][name], entry)
    for command in wanted:
        try:
            commands[command][name].process_value(ctx, given)
        except typer.TyperException as error:
            what = getattr(error, "message", error.format_message())
            raise settings.file.wrong(f"{name}: {what.rstrip('.')}.", "Mend it.", name, section) from None
    return Default(wanted, name, given, settings.file.line(name, section))


def _typed(settings: "Settings", param: Any, entry: tuple[str, str, Any]) -> Any:
    section, name, value = entry
    kind = type(param.default)
    if kind is bool:
        return _flag(settings, name, value, section)
    if kind in (int, float):
        if isinstance(value, bool) or not isinstance(value, int if kind is int else int | float):
            raise settings.file.wrong(f"{name} is no number.", f"Write {name} = {param.default}.", name, section)
        return value
    if name in _LISTS and isinstance(value, list):
        return ",".join(_texts(settings, name, value, section))
    if not isinstance(value, str):
        raise settings.file.wrong(f"{name} is no text.", "Put it in quotation marks.", name, section)
    return _file(settings, entry) if name in _PATHS and value else value


def _file(settings: "Settings", entry: tuple[str, str, str]) -> str:
    section, name, value = entry
    path = settings.beside(value)
    if not Path(path).is_file():
        raise settings.file.wrong(f"{name}: {path}: no such file.", "Paths are relative to this file.", name, section)
    return path


def _flag(settings: "Settings", name: str, value: Any, section: str = "ignore") -> bool:
    if not isinstance(value, bool):
        raise settings.file.wrong(f"{name} is neither true nor false.", f"Write {name} = true.", name, section)
    return value


def _texts(settings: "Settings", name: str, value: Any, section: str = "") -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        hint = f'Write {name} = ["one", "another"].'
        raise settings.file.wrong(f"{name} is no list of texts.", hint, name, section)
    return tuple(dict.fromkeys(value))


def _glossary(settings: "Settings") -> Iterator[tuple[str, str]]:
    table = _table(settings, "glossary")
    for name, meant in table.items():
        if not isinstance(meant, str):
            raise settings.file.wrong(f"what is said of {name!r} is no text.", _GLOSSARY, name, "glossary")
        yield name, meant
    if table:
        from repdiff.comparison.glossary import faults

        for fault in faults(tuple(table.items())):
            raise settings.file.wrong(fault.what, fault.hint, fault.name, "glossary")


def _patterns(settings: "Settings", patterns: tuple[str, ...]) -> Iterator[str]:
    for pattern in patterns:
        from repdiff.text.ignorable import fault

        found = fault(pattern)
        if found:
            raise settings.file.wrong(found.what, found.hint, "patterns", "ignore")
        yield pattern


def _words(settings: "Settings") -> tuple[str, ...]:
    """The user's own words: those of the list, and those of the dictionary."""
    words = _texts(settings, "words", settings.values.get("words", []))
    path = settings.values.get("dictionary", "")
    if not isinstance(path, str):
        raise settings.file.wrong("dictionary is no text.", 'Write dictionary = "userdict.txt".', "dictionary")
    if not path:
        return words
    from repdiff.sources.settings import read_dictionary

    try:
        return tuple(dict.fromkeys((*words, *read_dictionary(settings.beside(path)))))
    except RepdiffError as error:
        raise settings.file.wrong(f"dictionary: {error.message}", error.hint, "dictionary") from None
