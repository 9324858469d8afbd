"""The text of a .txt, .md or .html file."""

from html.parser import HTMLParser

from repdiff.duplicates.inputs import Source
from repdiff.sources import read

_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "head"})
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub "
    "sup time tt u var wbr".split()
)


def read_page(file: Source, encoding: str | None) -> str:
    """The text of a file, line ends as newlines; of an HTML page what a reader sees, a line per block.

    Raises RepdiffError where there is no text to be had.
    """
    text = read(file.path, encoding=encoding).text
    return seen(text) if file.path.lower().endswith((".html", ".htm")) else text


def seen(page: str) -> str:
    """The text of an HTML page: blocks on lines of their own, white space within them as one blank."""
    parser = _Seen()
    parser.feed(page)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag not in _INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag not in _INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " "))
