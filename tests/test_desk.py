"""The desk as whoever talks to it over the loopback finds it: what it keeps, what it refuses, what it survives."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from signal import SIGINT

import pytest
from desks import NEW, OLD, Served, serving

from repdiff import Source, compare, render
from repdiff.desk.names import safe, unlike

HOSTILE = (
    "../../evil.txt",
    "..\\..\\evil.txt",
    "/etc/passwd",
    "C:\\con.txt",
    "\x00\n\x1b[31m.txt",
    "<img src=x onerror=alert(1)>.txt",
    "\u202etxt.exe",
    ".htaccess",
    "..",
    "",
    "-rf.txt",
    "长" * 300 + ".docx",
    "CON",
    "a#2.txt",
    "review.json",
    "desk.json",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("desk") / "kept") as served:
        yield served


@pytest.fixture(scope="module")
def case(desk: Served) -> str:
    made = desk.compare()
    assert desk.settled(made)["stage"] == "done"
    return made


def review(desk: Served, case: str) -> dict[str, object]:
    """The decisions of a person on the first pair, as the page exports them."""
    record = json.loads(desk.ask("GET", f"{case}get/json").body)
    link = next(each for each in record["links"] if each["kind"] == "reworded")
    old, new = (next(s for s in record["sentences"][side] if s["span"] == link[side]) for side in ("old", "new"))
    pair = {"old": link["old"], "new": link["new"], "verdict": "wrong", "note": "other schools"}
    pair |= {"quote_old": old["text"], "quote_new": new["text"]}
    sides = {side: {"name": record[side]["name"], "sha256": record[side]["sha256"]} for side in ("old", "new")}
    return {"format": 1, **sides, "pairs": [pair]}


def test_two_files_become_a_page_and_a_folder(desk: Served, case: str) -> None:
    page = desk.ask("GET", case)
    assert page.status == 200
    assert "15" in page.body.decode()
    place = desk.folder / "plan-2020 - plan-2021"
    assert sorted(path.name for path in place.iterdir()) == ["desk.json", "plan-2020.txt", "plan-2021.txt"]
    assert (place / "plan-2021.txt").read_text(encoding="utf-8") == NEW
    start = desk.ask("GET", "").body.decode()
    assert "plan-2020.txt → plan-2021.txt" in start


def test_the_page_that_is_handed_out_is_the_one_that_the_command_writes(desk: Served, case: str) -> None:
    from hashlib import sha256

    files = (("plan-2020.txt", OLD), ("plan-2021.txt", NEW))
    sources = [Source(name, text, sha256=sha256(text.encode()).hexdigest()) for name, text in files]
    assert desk.ask("GET", f"{case}get/html").body.decode() == render(compare(*sources), "html")


@pytest.mark.parametrize("form", ["html", "xlsx", "markdown", "csv", "json"])
def test_every_form_is_handed_out_and_never_shown(desk: Served, case: str, form: str) -> None:
    answer = desk.ask("GET", f"{case}get/{form}")
    assert answer.status == 200
    assert answer.body
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_years_are_told_of_names_and_of_titles(desk: Served) -> None:
    assert desk.drop("plan-2020.txt", OLD).told["year"] == 2020
    assert desk.drop("plan.txt", NEW).told["year"] == 2021
    assert desk.drop("plan.txt", "We will build schools.").told["year"] == 0


def test_decisions_are_saved_beside_the_files_and_obeyed(desk: Served) -> None:
    case = desk.compare()
    desk.settled(case)
    decided = review(desk, case)
    saved = desk.ask("POST", f"{case}review", json.dumps(decided).encode(), If_Match='""')
    assert saved.told["count"] == 1
    place = desk.folder / "plan-2020 - plan-2021 2"
    assert json.loads((place / "review.json").read_bytes()) == decided
    assert "1 decision" in desk.ask("GET", "").body.decode()
    desk.ask("POST", f"{case}again")
    assert desk.settled(case)["stage"] == "done"
    record = json.loads(desk.ask("GET", f"{case}get/json").body)
    pair = decided["pairs"][0]  # type: ignore[index]
    assert [pair["old"], pair["new"]] not in [[link["old"], link["new"]] for link in record["links"]]
    assert record["decisions"][0]["note"] == "other schools"


def test_what_another_window_saved_is_not_written_over(desk: Served) -> None:
    case = desk.compare()
    desk.settled(case)
    first = json.dumps(review(desk, case)).encode()
    saved = desk.ask("POST", f"{case}review", first, If_Match='""').told
    late = desk.ask("POST", f"{case}review", first.replace(b"other", b"more"), If_Match='""')
    assert late.status == 409
    assert desk.ask("POST", f"{case}review", first, If_Match=f'"{saved["digest"]}"').status == 200


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[1]", b'{"format": 1, "pairs": 3}', b'{"format": 9, "pairs": []}', b"\xff\xfe\x00", b"[" * 100_000],
)
def test_what_is_no_decision_is_told_in_one_line_and_not_saved(desk: Served, case: str, text: bytes) -> None:
    answer = desk.ask("POST", f"{case}review", text, If_Match='""')
    assert answer.status == 422
    assert answer.told["error"].startswith("review.json")
    assert "\n" not in answer.told["error"]
    assert not (desk.folder / "plan-2020 - plan-2021" / "review.json").exists()


def test_asked_twice_it_is_one_comparison(desk: Served) -> None:
    keys = [desk.drop(*file).told["key"] for file in (("a 2020.txt", OLD), ("a 2021.txt", NEW))]
    body = json.dumps({"job": "comparison", "files": keys}).encode()
    assert len({desk.ask("POST", "cases", body).told["case"] for _ in range(3)}) == 1


def test_many_at_once_are_done_one_after_the_other(desk: Served) -> None:
    made: list[str] = []
    threads = [threading.Thread(target=lambda: made.append(desk.compare())) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 5
    assert [desk.settled(case)["stage"] for case in made] == ["done"] * 5


@pytest.mark.parametrize(("job", "form"), [("promises", "decisions"), ("timeline", "decisions")])
def test_the_other_jobs(desk: Served, job: str, form: str) -> None:
    results = "Report of 2021\n\nWe built 15 schools in the north of the town. 31 km of country roads were paved.\n"
    case = desk.compare(job, ("plan-2020.txt", OLD.replace("2020", "2021")), ("report-2021.txt", results))
    assert desk.settled(case) == {"stage": "done", "ahead": 0, "seconds": 0.0, "message": ""}
    decided = desk.ask("GET", f"{case}get/{form}").body
    saved = desk.ask("POST", f"{case}review", decided, If_Match='""')
    assert saved.status == 200, saved.told
    assert saved.told["count"] == 0, "nobody decided anything yet"
    desk.ask("POST", f"{case}again")
    assert desk.settled(case)["stage"] == "done"


def test_a_file_that_is_none_is_told_in_one_line(desk: Served) -> None:
    for name, data in (
        ("a.pdf", b"%PDF-1.7 broken"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.docx", b"PK\x03\x04 no zip"),
    ):
        answer = desk.drop(name, data)
        assert answer.status == 422, name
        assert answer.told["error"].startswith(f"{name}: ")
        assert str(desk.folder) not in answer.told["error"]
        assert "\n" not in answer.told["error"]


def test_a_job_without_a_result_says_why(desk: Served) -> None:
    case = desk.compare("promises", ("a.txt", "The sky was blue.\n"), ("b.txt", "The sea was green.\n"))
    state = desk.settled(case)
    assert state["stage"] == "failed"
    assert "promise" in state["message"]
    assert desk.ask("GET", case).status == 200


def test_a_file_that_is_too_large_is_refused_before_it_is_read(desk: Served) -> None:
    answer = desk.ask("POST", "files?name=a.txt", b"", Content_Length=str(2**40))
    assert answer.status == 413
    assert "100 MB" in answer.told["error"]


def test_a_text_that_would_keep_everybody_waiting_is_refused(desk: Served) -> None:
    answer = desk.drop("long.txt", "We will build schools. " * 100_000)
    assert answer.status == 422
    assert answer.told["error"].startswith("long.txt: 2,300,000 characters are more than the desk takes")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_leads_out_of_the_folder(desk: Served, name: str) -> None:
    before = set(desk.folder.parent.iterdir())
    files = ((name, OLD), (name, NEW))
    case = desk.compare("comparison", *files)
    assert desk.settled(case)["stage"] == "done"
    assert set(desk.folder.parent.iterdir()) == before
    page = desk.ask("GET", case).body.decode() + desk.ask("GET", "").body.decode()
    assert "<img" not in page
    about = json.loads(max(desk.folder.glob("*/desk.json"), key=lambda path: path.stat().st_mtime_ns).read_bytes())
    assert len(set(about["files"])) == 2
    assert all(
        len(each.encode()) <= 125 and not set(each) & set("/\\<>\n\0") and each[0] not in "-."
        for each in about["files"]
    )


def test_names_are_told_apart_whatever_the_case() -> None:
    assert unlike("Plan.txt", ["plan.TXT", "plan 2.txt"]) == "Plan 3.txt"
    assert safe("2021年工作报告.docx") == "2021年工作报告.docx"


@pytest.mark.parametrize(
    "path", ["c/../../etc/passwd/", "c/%2e%2e%2f%2e%2e/", "c/..%2F..%2Fetc/get/json", "c/.dropped-x/", "c//", "c"]
)
def test_no_address_leads_out_of_the_folder(desk: Served, path: str) -> None:
    assert desk.ask("GET", path).status == 404


def test_links_and_lists_that_lead_out_are_no_cases(desk: Served, tmp_path: Path) -> None:
    for name in ("secret.txt", "other.txt"):
        (tmp_path / name).write_text("a secret", encoding="utf-8")
    about = {"format": 1, "job": "comparison", "files": ["secret.txt", "../../secret.txt"]}
    (tmp_path / "desk.json").write_text(json.dumps(about), encoding="utf-8")
    (desk.folder / "linked").symlink_to(tmp_path)
    for name, files in (
        ("listed", ["a.txt", f"../../{tmp_path.name}/secret.txt"]),
        ("pointed", ["a.txt", "secret.txt"]),
    ):
        place = desk.folder / name
        place.mkdir()
        (place / "a.txt").write_text("text", encoding="utf-8")
        (place / "secret.txt").symlink_to(tmp_path / "secret.txt")
        (place / "desk.json").write_text(json.dumps(about | {"files": files}), encoding="utf-8")
    for name in ("linked", "listed", "pointed"):
        assert desk.ask("GET", f"c/{name}/").status == 404
    assert "secret" not in desk.ask("GET", "").body.decode()


def test_the_token_is_needed_and_told_to_nobody(desk: Served) -> None:
    for path in ("/", "/x/", f"/{desk.server.guard.token[:-1]}/", "/open/x/", "/open//", "//"):
        answer = desk.ask("GET", path)
        assert answer.status == 403, path
        assert desk.server.guard.token not in answer.body.decode()
    assert desk.ask("GET", "").headers["Referrer-Policy"] == "no-referrer"


def test_the_ticket_leads_to_the_desk_once(tmp_path: Path) -> None:
    with serving(tmp_path / "kept") as desk:
        ticket = desk.server.guard.ticket
        first = desk.ask("GET", f"/open/{ticket}/c/given/")
        assert (first.status, first.headers["Location"]) == (303, f"/{desk.server.guard.token}/c/given/")
        assert desk.ask("GET", f"/open/{ticket}/").status == 403
        assert not (tmp_path / "kept").exists(), "nothing is written before a file is dropped"


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("GET", {"Host": "evil.example"}),
        ("GET", {"Host": "127.0.0.1"}),
        ("GET", {"Sec_Fetch_Site": "cross-site"}),
        ("GET", {"Sec_Fetch_Site": "same-site"}),
        ("POST", {"Origin": "http://evil.example"}),
        ("POST", {"Origin": "null"}),
        ("POST", {"Origin": ""}),
        ("POST", {"Sec_Fetch_Site": "cross-site"}),
        ("POST", {"Host": "evil.example"}),
    ],
)
def test_other_pages_are_refused(desk: Served, method: str, headers: dict[str, str]) -> None:
    body = OLD.encode() if method == "POST" else None
    assert desk.ask(method, "files?name=a.txt" if body else "", body, **headers).status == 403


def test_no_other_page_is_let_in(desk: Served, case: str) -> None:
    for path in ("", case, f"{case}state", "nothing"):
        answer = desk.ask("GET", path)
        assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    policy = desk.ask("GET", case).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert policy.count("'sha256-") <= 4  # a style and a script of the page, and of the desk
    assert "frame-ancestors 'none'" in policy
    assert desk.ask("OPTIONS", "cases").status == 501


def test_a_full_disk_is_told(desk: Served, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("repdiff.desk.shelf._copied", full)
    answer = desk.drop("a.txt", OLD)
    assert answer.status == 422
    assert "no space left on device" in answer.told["error"]
    monkeypatch.setattr("repdiff.files.write._replace", full)
    told = desk.ask("POST", f"{case}review", json.dumps(review(desk, case)).encode(), If_Match='""').told["error"]
    assert told.startswith("review.json: cannot be written: no space left on device.")
    assert "-o" not in told


def test_what_goes_wrong_on_a_page_is_a_page_and_the_desk_goes_on(
    desk: Served, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = desk.folder / "plan-2020 - plan-2021" / "review.json"
    place.write_bytes(b"\xff")
    answer = desk.ask("GET", case)
    place.unlink()
    assert (answer.status, answer.headers["Content-Type"]) == (422, "text/html; charset=utf-8")
    assert "review.json: cannot be read" in answer.body.decode()
    monkeypatch.setattr("repdiff.desk.html.report", lambda *_: 1 // 0)
    answer = desk.ask("GET", case)
    assert answer.status == 500
    assert "a fault of repdiff" in answer.body.decode()
    assert desk.ask("POST", "files?name=a.txt", b"", Content_Length="9" * 5000).status in (200, 413)


def test_a_file_that_ends_early_is_forgotten(desk: Served) -> None:
    import socket

    with socket.create_connection(("127.0.0.1", desk.server.server_address[1])) as line:
        host = f"127.0.0.1:{desk.server.server_address[1]}"
        head = (
            f"POST /{desk.server.guard.token}/files?name=half.txt HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        )
        line.sendall(f"{head}Content-Length: 5000\r\n\r\nhalf of it".encode())
        line.shutdown(socket.SHUT_WR)
        line.settimeout(20)
        assert line.recv(100) == b""
    assert not list(desk.folder.rglob("half.txt"))


@pytest.mark.parametrize(
    ("accepted", "lang"), [("zh-CN,zh;q=0.9", "zh"), ("de, fr;q=0.5, en;q=0.4", "fr"), ("xx;q=y", "en")]
)
def test_the_desk_speaks_the_browsers_language(tmp_path: Path, accepted: str, lang: str) -> None:
    from repdiff.report.words import words_in

    with serving(tmp_path, lang="") as desk:
        page = desk.ask("GET", "", Accept_Language=accepted).body.decode()
    assert words_in(lang)["desk.title"] in page


def test_the_command_says_where_it_is_and_stops_with_one_line(tmp_path: Path) -> None:
    for name, text in (("a.txt", OLD), ("b.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "repdiff", "desk", "a.txt", "b.txt", "--no-browser"]
    with subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=os.environ | {"NO_COLOR": "1"}
    ) as run:
        assert run.stderr is not None
        first = run.stderr.readline()
        assert "http://127.0.0.1:" in first
        assert first.split()[5].endswith("/c/given/")
        run.send_signal(SIGINT)
        assert run.stderr.read() == "repdiff: the desk is closed.\n"
        assert run.wait() == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["desk", "one.txt"], "One file alone"),
        (["desk", "no.txt", "none.txt"], "no.txt: no such file"),
        (["desk", "--job", "check"], "--job check is for files"),
        (["desk", "--port", "70000"], "port"),
        (["desk", "--folder", __file__], "a file, not a folder"),
    ],
)
def test_what_the_command_refuses(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    from repdiff.cli import run

    assert run([*arguments, "--no-browser"]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
