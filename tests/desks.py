"""A desk of a test's own: served on a free port of the loopback while the test runs, and asked as a browser asks."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from repdiff.desk.case import Case
from repdiff.desk.desk import Desk
from repdiff.desk.server import Server
from repdiff.model.view import View

OLD = (
    "Plan for 2020\n\n1. Schools\n\nWe will build 12 schools in the north of the town. We will repair the roof of the old library.\n\n"
    "2. Roads\n\nWe will pave 30 km of country roads. We will plant 4,000 trees along the river.\n"
)
NEW = (
    "Plan for 2021\n\n1. Schools\n\nWe will build 15 schools in the north of the town. We will open a reading room for children.\n\n"
    "2. Roads\n\nWe will pave 30 km of country roads. We will plant 4,000 trees along the river.\n"
)


class Answered(NamedTuple):
    status: int
    headers: Any
    body: bytes

    @property
    def told(self) -> Any:
        return json.loads(self.body)


class Served(NamedTuple):
    """A desk that runs, and its folder."""

    server: Server
    folder: Path

    @property
    def address(self) -> str:
        return self.server.guard.address

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answered:
        """Ask below the token as the desk's own pages do; a header that is given stands instead, one that is empty is left out."""
        port = self.server.server_address[1]
        sent = {"Host": f"127.0.0.1:{port}", "Origin": f"http://127.0.0.1:{port}"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        path = path if path.startswith("/") else f"/{self.server.guard.token}/{path}"
        connection.request(method, path, body, {name: value for name, value in sent.items() if value})
        answer = connection.getresponse()
        found = Answered(answer.status, answer.headers, answer.read())
        connection.close()
        return found

    def drop(self, name: str, text: str | bytes) -> Answered:
        data = text if isinstance(text, bytes) else text.encode()
        return self.ask("POST", f"files?name={quote(name)}", data)

    def compare(self, job: str = "comparison", *files: tuple[str, str]) -> str:
        """The address of a case of these files below the token."""
        keys = [self.drop(*file).told["key"] for file in files or (("plan-2020.txt", OLD), ("plan-2021.txt", NEW))]
        made = self.ask("POST", "cases", json.dumps({"job": job, "files": keys}).encode())
        return f"c/{quote(made.told['case'])}/"

    def settled(self, case: str) -> Any:
        """The state of a case when nothing is done for it any more."""
        while (state := self.ask("GET", f"{case}state").told)["stage"] in ("queued", "working"):
            threading.Event().wait(0.02)
        return state


@contextmanager
def serving(folder: Path, *given: Case, lang: str = "en") -> Iterator[Served]:
    server = Server(Desk(folder, given, View(lang=lang)), lang=lang)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield Served(server, folder)
    server.shutdown()
    server.server_close()
    server.desk.close()
