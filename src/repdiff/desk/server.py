"""The desk over HTTP, on the loopback: who may ask is settled first, then an address leads to one function."""

import json
import os
import threading
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qs, quote, unquote, urlsplit

from repdiff.desk import html
from repdiff.desk.case import Case
from repdiff.desk.desk import LARGEST, LARGEST_REVIEW, Desk, downloads
from repdiff.desk.guard import HEADERS, HOST, Guard
from repdiff.desk.html import Served
from repdiff.desk.worker import Stage, digest
from repdiff.model.errors import RepdiffError
from repdiff.report.words import Words

_LARGEST_BODY: Final = 2**16
"""Bytes of a request that names files: a hundred of them."""
_PATIENCE: Final = 60
"""Seconds that a connection may say nothing."""
_DIGITS: Final = 18  # of the longest number of bytes that is believed
_OPENING: Final = 2  # parts of an address that the ticket opens: "open", the ticket; behind them what is opened


class Answer(NamedTuple):
    """What is sent back: a status, what kind of content, the content, and headers of its own."""

    status: HTTPStatus
    kind: str
    content: bytes
    headers: Mapping[str, str] = {}


class Server(ThreadingHTTPServer):
    """The desk on a port of the loopback."""

    daemon_threads = True
    allow_reuse_address = (
        os.name == "posix"
    )  # a port is free again at once; elsewhere another program could take it over

    def __init__(self, desk: Desk, port: int = 0, lang: str = "") -> None:
        """Port 0 takes one that is free; `lang` is the desk's language, else each browser's. Raises RepdiffError where it is taken."""
        self.desk = desk
        self.lang = lang
        try:
            super().__init__((HOST, port), Handler)
        except (OSError, OverflowError) as error:
            reason = (getattr(error, "strerror", "") or str(error)).lower()
            hint = "Name another one, or none: a free one is found."
            raise RepdiffError(f"--port {port}: cannot be used: {reason}.", hint) from None
        self.guard = Guard(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no news."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "repdiff"
    sys_version = ""
    timeout = _PATIENCE

    def do_GET(self) -> None:
        """Pages, states and reports."""
        self._answer(self._got, changes=False)

    def do_POST(self) -> None:
        """Files, cases, decisions."""
        self._answer(self._posted, changes=True)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged: addresses hold the token."""

    def _answer(self, found: Callable[[list[str]], Answer], *, changes: bool) -> None:
        """Answer with what is found at the address, behind the guard; what goes wrong is told in one line."""
        self._left = self._length() if changes else 0
        try:
            answer = self._refused(changes=changes) or found(self._parts()[1:])
        except RepdiffError as error:
            answer = self._failed(HTTPStatus.UNPROCESSABLE_ENTITY, " ".join(str(error).split()))
        except (EOFError, ConnectionError, TimeoutError):
            self.close_connection = True
            return
        except Exception as error:
            told = f"a fault of repdiff, not of your files ({type(error).__name__}: {error})."
            answer = self._failed(HTTPStatus.INTERNAL_SERVER_ERROR, " ".join(told.split()))
        if self._left:  # what was not read would be taken for the next request
            self.close_connection = True
        self._send(answer)

    def _failed(self, status: HTTPStatus, told: str) -> Answer:
        """What went wrong, as a page where a page was asked for."""
        if self.command == "POST" or self._parts()[-1]:
            return _said(status, {"error": told})
        words = self._words()
        return self._page(status, html.refused(words, words["desk.sorry"], told, f"/{self.server.guard.token}/"))

    def _refused(self, *, changes: bool) -> Answer | None:
        parts = self._parts()
        if self.server.guard.refusal(self.headers, changes=changes):  # type: ignore[arg-type]
            return self._page(HTTPStatus.FORBIDDEN, self._sorry("desk.refused"))
        if parts == ["favicon.ico"]:
            return Answer(HTTPStatus.NO_CONTENT, "text/plain", b"")
        if parts[0] == "open" and len(parts) > _OPENING and self.server.guard.admits(parts[1]):
            return Answer(
                HTTPStatus.SEE_OTHER,
                "text/plain",
                b"",
                {"Location": f"/{self.server.guard.token}/{quote('/'.join(parts[2:]))}"},
            )
        if not self.server.guard.knows(parts[0]):
            return self._page(HTTPStatus.FORBIDDEN, self._sorry("desk.refused"))
        return None

    def _parts(self) -> list[str]:
        """What stands between the slashes of the address, decoded; behind the last slash nothing."""
        return [unquote(part, errors="replace") for part in urlsplit(self.path).path.lstrip("/").split("/")]

    def _got(self, parts: list[str]) -> Answer:
        match parts:
            case [""]:
                return self._page(HTTPStatus.OK, self._start())
            case ["c", name, *rest] if (case := self.server.desk.case(name)) is not None:
                return self._of_case(case, rest)
            case _:
                return self._page(HTTPStatus.NOT_FOUND, self._sorry("desk.no_case", back=True))

    def _of_case(self, case: Case, rest: list[str]) -> Answer:
        desk = self.server.desk
        match rest:
            case [""]:
                return self._page(HTTPStatus.OK, self._shown(case))
            case ["state"]:
                return _said(HTTPStatus.OK, desk.worker.ask(case)._asdict())
            case ["get", form] if form in (endings := downloads(case.job.name)):
                return _file(desk.report(case, form), f"{_stem(case)}{endings[form]}")
            case _:
                return self._page(HTTPStatus.NOT_FOUND, self._sorry("desk.no_case", back=True))

    def _posted(self, parts: list[str]) -> Answer:
        desk = self.server.desk
        query = parse_qs(urlsplit(self.path).query, keep_blank_values=True, errors="replace")
        match parts:
            case ["files"]:
                return self._dropped(query.get("name", [""])[0])
            case ["forget"]:
                desk.forget(query.get("key", [""])[0])
                return _said(HTTPStatus.OK, {})
            case ["cases"]:
                return self._made()
            case ["c", name, "again"] if (case := desk.case(name)) is not None:
                return _said(HTTPStatus.OK, desk.again(case)._asdict())
            case ["c", name, "review"] if (case := desk.case(name)) is not None:
                before = self.headers.get("If-Match", "").strip('"')
                saved = desk.save(case, self._body(LARGEST_REVIEW), before)
                status = HTTPStatus.OK if saved.taken else HTTPStatus.CONFLICT
                return _said(status, {"digest": saved.digest, "count": saved.decisions})
            case _:
                return _said(HTTPStatus.NOT_FOUND, {"error": self._words()["desk.no_case"]})

    def _dropped(self, name: str) -> Answer:
        size = self._left
        if size > LARGEST:
            told = self._words()["desk.too_large"].format(size=LARGEST // 2**20)
            return _said(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": told})
        self._left = 0
        try:
            dropped = self.server.desk.drop(name, self.rfile, size)  # type: ignore[arg-type]
        except RepdiffError:
            self.close_connection = True
            raise
        return _said(HTTPStatus.OK, dropped._asdict())

    def _made(self) -> Answer:
        try:
            asked = json.loads(self._body(_LARGEST_BODY))
            job, keys = str(asked["job"]), [str(key) for key in asked["files"]]
        except (ValueError, KeyError, TypeError, RecursionError):
            return _said(HTTPStatus.BAD_REQUEST, {"error": "no job with its files"})
        return _said(HTTPStatus.OK, {"case": self.server.desk.make(job, keys).id})

    def _start(self) -> Served:
        desk = self.server.desk
        return html.start(self._words(), ((case, desk.decided(case)) for case in desk.cases()), str(desk.folder))

    def _shown(self, case: Case) -> Served:
        """The page of a case, or how far it has come."""
        desk = self.server.desk
        state = desk.worker.ask(case)
        done = desk.worker.done(case) if state.stage is Stage.DONE else None
        if done is None:
            return html.waiting(self._words(), case, state)
        review = html.Review(desk.review(case), digest(case), desk.decided(case), case.review.name)
        return html.report(self._words(), case, done, review)

    def _sorry(self, key: str, *, back: bool = False) -> Served:
        words = self._words()
        return html.refused(words, words["desk.sorry"], words[key], f"/{self.server.guard.token}/" if back else "")

    def _words(self) -> Words:
        return html.tongue(self.headers.get("Accept-Language", ""), self.server.lang)

    def _length(self) -> int:
        """Bytes that the request says it brings; one that does not say is the last of its connection: what it brings is no request."""
        if "Transfer-Encoding" in self.headers:
            self.close_connection = True
        told = self.headers.get("Content-Length", "0")
        return int(told) if told.isascii() and told.isdigit() and len(told) < _DIGITS else 0

    def _body(self, largest: int) -> bytes:
        """What the request brings. Raises RepdiffError where that is more than `largest` bytes."""
        if self._left > largest:
            raise RepdiffError(self._words()["desk.too_large"].format(size=f"{largest / 2**20:g}"))
        size, self._left = self._left, 0
        body = self.rfile.read(size)
        if len(body) < size:
            raise EOFError
        return body

    def _page(self, status: HTTPStatus, served: Served) -> Answer:
        headers = {"Content-Security-Policy": served.policy}
        content = served.page.encode("utf-8", errors="backslashreplace")
        return Answer(status, "text/html; charset=utf-8", content, headers)

    def _send(self, answer: Answer) -> None:
        try:
            self.send_response(answer.status)
            for name, value in {**HEADERS, **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(answer.content)))
            if self.close_connection:
                self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(answer.content)
        except (ConnectionError, TimeoutError):
            self.close_connection = True


def serve(server: Server, opened: Callable[[], None] = lambda: None) -> None:
    """Answer until an interrupt, which is raised. `opened` is called on a thread of its own: a browser may take its time."""
    threading.Thread(target=opened, daemon=True).start()
    try:
        server.serve_forever()
    finally:
        server.server_close()
        server.desk.close()


def _said(status: HTTPStatus, data: Mapping[str, Any]) -> Answer:
    return Answer(status, "application/json", json.dumps(data).encode())


def _file(report: str | bytes, name: str) -> Answer:
    """A report to be kept, never to be shown as a page of the desk."""
    told = quote(name, safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{told}", "X-Name": told}
    content = report if isinstance(report, bytes) else report.encode("utf-8", errors="backslashreplace")
    return Answer(HTTPStatus.OK, "application/octet-stream", content, headers)


def _stem(case: Case) -> str:
    """What the reports of a case are called: the newest file, and the job."""
    return f"{case.files[-1].stem} {case.job.name}"
