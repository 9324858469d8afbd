"""The desk's own pages, and what it adds to a report's page: a bar and a script, which its policy then allows besides the page's own."""

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote

from repdiff.desk.case import Case
from repdiff.desk.desk import LARGEST, downloads
from repdiff.desk.job import JOBS
from repdiff.desk.worker import Done, State
from repdiff.report.words import Words, words_in

if TYPE_CHECKING:
    from jinja2 import Environment

_START: Final = (
    "desk.older",
    "desk.newer",
    "desk.year",
    "desk.no_year",
    "desk.reading",
    "desk.up",
    "desk.remove",
    "desk.check_order",
    "desk.by_year",
    "desk.gone",
    "desk.too_large",
    "desk.no_file",
    "desk.starting",
)
_WAITING: Final = ("desk.queued", "desk.working", "desk.gone")
_BAR: Final = ("desk.saved", "desk.saving", "desk.not_saved", "desk.elsewhere", "desk.making", "desk.gone")
_POLICY: Final = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
_BODY: Final = re.compile(r"<body[^>]*>\n?(?:<a class=\"skip\"[^>]*>[^<]*</a>\n?)?")
"""Where the bar stands: a link that skips what stands above the text stays the first thing that a key reaches."""
_RECENT: Final = 50
"""Cases that the start page lists."""
_DATE: Final = 16  # characters of an ISO time to its minute


class Served(NamedTuple):
    """A page and the policy that it is sent with."""

    page: str
    policy: str


class Review(NamedTuple):
    """What a page is told of the decisions on it: the text that is saved, its digest, how many they are, and the name of their file."""

    text: str
    digest: str
    decisions: int
    file: str


def start(words: Words, cases: Iterable[tuple[Case, int]], folder: str) -> Served:
    """The start page: files are dropped here. `cases` come with the number of decisions on each."""
    from repdiff.sources.readers import READERS

    size = str(LARGEST // 2**20)
    jobs = {
        "comparison": (words["desk.compare"], words["desk.compare_told"]),
        "promises": (words["desk.check"], words["desk.check_told"]),
        "timeline": (words["desk.track"], words["desk.track_told"]),
    }
    data = {
        "words": _words(words, _START),
        "takes": {job.name: [job.fewest, job.most] for job in JOBS.values()},
        "largest": LARGEST,
        "size": size,
    }
    return _page(
        "start",
        words,
        data,
        jobs=jobs,
        endings=" ".join(reader.endings[0] for reader in READERS),
        size=size,
        folder=folder,
        cases=[_listed(words, case, decided, jobs[case.job.name][0]) for case, decided in islice(cases, _RECENT)],
    )


def waiting(words: Words, case: Case, state: State) -> Served:
    """The page of a case that is not done."""
    data = {"words": _words(words, _WAITING), "state": state._asdict()}
    return _page("waiting", words, data, title=_title(case.names))


def refused(words: Words, title: str, told: str, back: str = "") -> Served:
    """A page that says why there is none; `back` is an address that is left to go to."""
    return _page("refused", words, {}, title=title, told=told, back=back)


def report(words: Words, case: Case, done: Done, review: Review) -> Served:
    """The page of a report with the desk's bar and script in it."""
    from repdiff.renderers.html import policy

    style, script = _asset("bar.css"), _asset("bar.js")
    data = {
        "words": _words(words, _BAR),
        "review": review.text,
        "digest": review.digest,
        "count": review.decisions,
        "file": review.file,
        "applied": done.applied,
    }
    bar = _environment().get_template("bar.html.jinja").render(w=words, forms=downloads(case.job.name))
    ours = policy((style,), (script,))
    allowed = ""

    def widened(found: re.Match[str]) -> str:
        nonlocal allowed
        allowed = _both(html.unescape(found[2]), ours)
        return f"{found[1]}{html.escape(allowed)}{found[3]}"

    page = _POLICY.sub(widened, done.page, count=1)
    head = f'<meta name="repdiff-desk" content="review">\n<style>{style}</style>\n</head>'
    tail = f'<script type="application/json" id="desk-data">{_json(data)}</script>\n<script>{script}</script>\n</body>'
    page = page.replace("</head>", head, 1)
    page = _BODY.sub(lambda found: f"{found[0]}{bar}\n", page, count=1)
    before, _, after = page.rpartition("</body>")
    return Served(f"{before}{tail}{after}", f"{allowed}; frame-ancestors 'none'")


def _both(theirs: str, ours: str) -> str:
    """A policy that allows what either does, and to ask the desk."""
    found = dict(each.strip().partition(" ")[::2] for each in theirs.split(";") if each.strip())
    for each in ours.split(";"):
        name, _, value = each.strip().partition(" ")
        if name in ("style-src", "script-src"):
            found[name] = f"{found.get(name, '')} {value}".strip()
    found["connect-src"] = "'self'"
    return "; ".join(f"{name} {value}" for name, value in found.items())


def _page(name: str, words: Words, data: Mapping[str, Any], **values: object) -> Served:
    from markupsafe import Markup

    from repdiff.renderers.html import asset, policy

    style = f"{asset('base.css')}\n{_asset('desk.css')}"
    script = _asset(f"{name}.js") if data else ""
    template = _environment().get_template(f"{name}.html.jinja")
    told = Markup(_json(data))
    page = template.render(w=words, style=Markup(style), script=Markup(script), data=told, **values)
    allowed = f"{policy((style,), (script,))}; connect-src 'self'; frame-ancestors 'none'"
    return Served(page, allowed)


def _listed(words: Words, case: Case, decided: int, label: str) -> dict[str, str]:
    """A case as the start page lists it."""
    return {
        "href": quote(case.id, safe=""),
        "title": _title(case.names),
        "label": label,
        "made": case.made,
        "day": case.made[:_DATE].replace("T", " "),
        "decided": words.count("nouns.decision", decided) if decided else "",
        "sentence": case.sentence,
        "lang": case.lang,
    }


def _title(names: Sequence[str]) -> str:
    return " → ".join(names)


def _words(words: Words, keys: Iterable[str]) -> dict[str, str]:
    return {key.removeprefix("desk."): words[key] for key in keys}


def _json(data: Mapping[str, Any]) -> str:
    """JSON that can stand in a script element whatever it holds; half a surrogate pair stays an escape."""
    return json.dumps(data).replace("<", "\\u003c")


@cache
def _asset(name: str) -> str:
    return (files(__package__) / "pages" / name).read_text(encoding="utf-8").strip()


@cache
def _environment() -> "Environment":
    from repdiff.renderers.html import environment

    return environment().overlay(loader=_loader())


def _loader() -> Any:
    from jinja2 import FunctionLoader

    return FunctionLoader(_asset)


def tongue(accepted: str, chosen: str = "") -> Words:
    """The words of the language that was chosen, else of the first that a browser accepts and the desk speaks, else English."""
    from repdiff.model.view import LANGUAGES

    if chosen:
        return words_in(chosen)
    wanted = []
    for each in accepted.split(","):
        tag, _, weight = each.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), tag.partition("-")[0].lower()))
        except ValueError:
            continue
    spoken = [lang for weight, lang in sorted(wanted, key=lambda pair: pair[0]) if lang in LANGUAGES and weight]
    return words_in(spoken[0] if spoken else LANGUAGES[0])
