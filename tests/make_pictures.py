"""Make the pictures of the README anew from what repdiff prints today: `python tests/make_pictures.py`, then look at them.

It needs the test extra, LibreOffice, pdftoppm, chromium and a CJK font whose letters are two columns wide (fonts-noto-cjk).
"""

import html
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from making import as_flat_office, blocks_of, export

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "examples" / "pictures"
PAIR = ("seeds/xuchang-2020.txt", "seeds/xuchang-2021.txt")
SHOWN = ("--section", "改革开放", "--only", "reworded,dropped", "--lang", "en")
COLUMNS, LINES = 130, 42
STYLE = "margin:0;padding:12px 16px;background:#1b1f27;color:#d8dee9;font:15px/1.35 'Noto Sans Mono CJK SC',monospace"


def main() -> None:
    """Write terminal.png, page.png, timeline.png, promises.png, index.png and word.png."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        shot, page = Path(folder, "terminal.html"), Path(folder, "report.html")
        shot.write_text(terminal(), encoding="utf-8")
        repdiff(*PAIR, "--lang", "en", "-o", str(page))
        take(shot, PICTURES / "terminal.png", size=(1090, 880))
        take(page, PICTURES / "page.png", size=(1200, 900))
        repdiff("track", *(f"seeds/xuchang-{year}.txt" for year in (2017, 2020, 2021)), "--lang", "en", "-o", str(page))
        take(page, PICTURES / "timeline.png", size=(1200, 900))
        repdiff("check", "seeds/xuchang-2021.txt", "seeds/xuchang-2022-review.txt", "--lang", "en", "-o", str(page))
        take(page, PICTURES / "promises.png", size=(1200, 900))
        repdiff("batch", "examples/pairs.csv", "-o", folder, "--check", "--lang", "en")
        take(Path(folder, "index.html"), PICTURES / "index.png", size=(1440, 560))
        shutil.move(word(Path(folder)), PICTURES / "word.png")


def word(folder: Path) -> Path:
    """The first page of tracked changes in a copy of a Word file, as LibreOffice shows it."""
    for year in (2023, 2024):
        blocks = blocks_of((ROOT / "tests" / "policies" / f"store-{year}.md").read_text(encoding="utf-8"))
        (folder / f"{year}.fodt").write_text(as_flat_office(blocks, "en", title=blocks[0].text), encoding="utf-8")
        export(folder / f"{year}.fodt", "docx", folder)
    repdiff(str(folder / "2023.docx"), str(folder / "2024.docx"), "-o", str(folder / "changes.docx"))
    printed = export(folder / "changes.docx", "pdf", folder)
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-r", "90", printed, folder / "word"], check=True)
    return folder / "word.png"


def repdiff(*arguments: str) -> str:
    """What the command prints at the width of the picture, in colour."""
    command = [sys.executable, "-c", "from repdiff.cli import main; main()", *arguments]
    env = os.environ | {"COLUMNS": str(COLUMNS), "FORCE_COLOR": "1"}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True, text=True).stdout


def terminal() -> str:
    """The summary and the first of the plan's sections as a page that looks like a terminal."""
    from rich.console import Console
    from rich.terminal_theme import MONOKAI
    from rich.text import Text

    lines = repdiff(*PAIR, *SHOWN, "--color", "always").splitlines()
    console = Console(record=True, width=COLUMNS + 2, file=io.StringIO(), force_terminal=True)
    command = f"$ repdiff {' '.join((*PAIR, *SHOWN))}"
    console.print(Text.from_ansi("\n".join([command, "", *lines[:LINES]])), soft_wrap=True)
    body = re.sub(
        r"^.*?<code[^>]*>|</code>.*$", "", console.export_html(inline_styles=True, theme=MONOKAI), flags=re.DOTALL
    )
    return f'<meta charset="utf-8"><title>{html.escape(command)}</title><pre style="{STYLE}">{body}</pre>'


def take(page: Path, picture: Path, size: tuple[int, int]) -> None:
    """A picture of the upper part of a page, as a browser of that size shows it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": size[0], "height": size[1]})
        tab.goto(page.as_uri())
        tab.screenshot(path=str(picture))
        browser.close()


if __name__ == "__main__":
    main()
