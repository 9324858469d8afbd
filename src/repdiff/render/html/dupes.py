"""The duplicates of a corpus as one HTML page, in the style of the comparison's: self-contained, readable without script."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from repdiff.duplicates.found import Findings, Place
from repdiff.render.dupes.story import Part, headline, rows
from repdiff.render.html import asset, environment, policy
from repdiff.version import version

_QUOTE = 400
"""Characters of a text that are shown: enough to know it again."""
_FILES = 20


def render(findings: Findings, told: Iterable[Part], texts: Mapping[Place, str], files: Sequence[str]) -> str:
    """The whole page as text, to be written as UTF-8; `texts` holds what stands at the places that are quoted."""
    style = "\n".join(asset(name) for name in ("base.css", "dupes.css"))
    return (
        environment()
        .get_template("dupes.html.jinja")
        .render(
            style=Markup(style),
            policy=policy(style, ""),
            sentence=headline(findings),
            table=rows(findings),
            bars=_bars(findings),
            parts=[_part(number, part, texts) for number, part in enumerate(told, 1)],
            problems=findings.problems,
            files=files[:_FILES],
            more_files=max(len(files) - _FILES, 0),
            version=version(),
        )
    )


def _bars(findings: Findings) -> list[dict[str, object]]:
    """A bar per level: what is there once, the first of equal texts, and their further copies."""
    bars: list[dict[str, object]] = []
    for level, count in findings.levels.items():
        shares = (
            ("identical", "once", count.distinct - count.groups),
            ("moved", "first of several", count.groups),
            ("dropped", "further copies", count.removable),
        )
        bars.append({"level": f"{level}s", "segments": _segments(shares, max(count.units, 1))})
    return bars


def _segments(shares: Iterable[tuple[str, str, int]], whole: int) -> list[dict[str, object]]:
    segments: list[dict[str, object]] = []
    done = 0
    for kind, label, number in shares:
        place: dict[str, object] = {"start": f"{100 * done / whole:.3f}", "width": f"{100 * number / whole:.3f}"}
        segments.append({"kind": kind, "label": label, "count": f"{number:,}", **place})
        done += number
    return [segment for segment in segments if segment["count"] != "0"]


def _part(number: int, part: Part, texts: Mapping[Place, str]) -> dict[str, object]:
    items = []
    for item in part.items:
        text = texts[item.quoted] if item.quoted else ""
        items.append({"text": item.text, "quote": text[:_QUOTE], "cut": len(text) > _QUOTE})
    return {"id": f"p{number}", "title": part.title, "items": items, "total": part.total}
