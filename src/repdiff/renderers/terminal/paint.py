"""Lines to text, with ANSI styles where they are wanted."""

from collections.abc import Callable, Iterable

from repdiff.renderers.terminal.layout import Line

STYLES = {
    "heading": "bold",
    "quiet": "dim",
    "moved": "magenta",
    "note": "bold yellow",
    "perhaps": "dim",
    "looks": "dim",
    "identical": "",
    "reworded": "yellow",
    "dropped": "red",
    "added": "green",
}


def painted(lines: Iterable[Line], color: bool) -> str:
    """The lines joined, each ended by a newline; the only escapes in the result are our own styles."""
    if not color:
        return "".join("".join(run.text for run in line).rstrip() + "\n" for line in lines)
    paint = _painter()
    return "".join("".join(paint(run.text, run.style) for run in line) + "\n" for line in lines)


def _painter() -> Callable[[str, str], str]:
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {name: Style.parse(definition) for name, definition in STYLES.items() if definition}

    def paint(text: str, style: str) -> str:
        # The sixteen colours of the terminal itself: readable on light and dark grounds alike.
        return styles[style].render(text, color_system=ColorSystem.STANDARD) if style in styles else text

    return paint
