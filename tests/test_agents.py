"""repdiff as an agent sees it: through the official SDK's own client, in memory and over a pipe."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from desks import NEW, OLD

from repdiff import read
from repdiff.agents.folders import Folders
from repdiff.model.errors import RepdiffError

mcp = pytest.importorskip("mcp", reason="the SDK is missing: pip install -e '.[mcp]'")

SEEDS = Path(__file__).parent.parent / "seeds"
TOOLS = {"outline", "compare", "numbers", "check", "track"}
RESULTS = "Report of 2021\n\nWe built 15 schools in the north of the town. 31 km of country roads were paved.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("agents") / "reports"
    (folder / "deep").mkdir(parents=True)
    texts = {
        "plan-2020.txt": OLD,
        "deep/plan-2021.txt": NEW,
        "report-2021.txt": RESULTS,
        "broken.pdf": "%PDF-1.7",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder.parent / "secret.txt").write_text("A secret.\n", encoding="utf-8")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "inside.txt").symlink_to(folder / "plan-2020.txt")
    os.mkfifo(folder / "pipe.txt")
    return folder


def asked(server: Any, work: Callable[[Any], Coroutine[Any, Any, Any]]) -> Any:
    """What some work with a client of the server gives, on a thread of its own: a browser's tests leave a loop on this one."""

    async def session() -> Any:
        async with mcp.Client(server) as client:
            return await work(client)

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, session()).result()


@pytest.fixture(scope="module")
def call(folder: Path) -> Callable[..., Any]:
    from repdiff.agents.server import server_of

    server = server_of(Folders([str(folder), str(SEEDS)]))
    return lambda tool, **arguments: asked(server, lambda client: client.call_tool(tool, arguments))


def rows(answer: Any) -> list[dict[str, Any]]:
    assert not answer.is_error, answer.content[0].text
    found: list[dict[str, Any]] = answer.structured_content["rows"]
    return found


def quotes(found: Any) -> Iterator[dict[str, Any]]:
    """Every passage in an answer."""
    if isinstance(found, dict):
        if "quote" in found:
            yield found
        for each in found.values():
            yield from quotes(each)
    elif isinstance(found, list):
        for each in found:
            yield from quotes(each)


def test_the_tools_say_what_they_take_and_give(folder: Path) -> None:
    from repdiff.agents.server import server_of

    listed = asked(server_of(Folders([str(folder)])), lambda client: client.list_tools()).tools
    assert {tool.name for tool in listed} == TOOLS
    for tool in listed:
        assert tool.annotations.read_only_hint is True
        assert {"total", "next_offset", "notes", "rows"} <= set(tool.output_schema["properties"])
        said = set(tool.input_schema["properties"]) - {"offset", "limit"}
        assert all(name in tool.description for name in said), "every argument is explained"


def test_counts_come_first_and_quotations_are_verbatim_at_their_places(call: Callable[..., Any]) -> None:
    answer = call("compare", old="plan-2020.txt", new="deep/plan-2021.txt")
    told = answer.structured_content
    assert (told["old"], told["new"]) == ("plan-2020.txt", "deep/plan-2021.txt")
    assert told["commitments"]["reworded"] == 1
    assert [row["kind"] for row in rows(answer) if row["role"] == "commitment"].count("dropped") == 1
    lines = {"plan-2020.txt": OLD.splitlines(), "deep/plan-2021.txt": NEW.splitlines()}
    found = list(quotes(told))
    assert len(found) > 4
    for each in found:
        name, line, column = each["at"].rsplit(":", 2)
        assert lines[name][int(line) - 1][int(column) - 1 :].startswith(each["quote"])
    assert json.loads(answer.content[0].text) == told


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("compare", {"old": "xuchang-2020.txt", "new": "xuchang-2021.txt", "limit": 100}),
        ("numbers", {"old": "xuchang-2020.txt", "new": "xuchang-2021.txt", "limit": 100}),
        ("check", {"promises": "xuchang-2021.txt", "results": "xuchang-2022-review.txt", "limit": 100}),
        ("track", {"files": ["xuchang-2021.txt", "xuchang-2017.txt", "xuchang-2020.txt"], "limit": 100}),
        ("outline", {"file": "xuchang-2020.txt", "limit": 100}),
    ],
)
def test_answers_are_small_and_the_next_part_goes_on(
    call: Callable[..., Any], tool: str, arguments: dict[str, Any]
) -> None:
    texts = {
        name: read(SEEDS / name).text.split("\n")
        for name in ("xuchang-2017.txt", "xuchang-2020.txt", "xuchang-2021.txt")
    }
    seen, offset = [], 0
    for _ in range(3):
        answer = call(tool, **arguments, offset=offset)
        assert len(answer.content[0].text) < 25_000
        seen += rows(answer)
        for each in quotes(answer.structured_content):
            name, line, column = each["at"].rsplit(":", 2)
            if name in texts:
                assert texts[name][int(line) - 1][int(column) - 1 :].startswith(each["quote"].split("\n")[0])
        if answer.structured_content["next_offset"] is None:
            break
        assert answer.structured_content["next_offset"] == len(seen)
        offset = len(seen)
    assert len(seen) == len({json.dumps(row) for row in seen})
    assert len(seen) <= answer.structured_content["total"]


def test_rows_are_narrowed_down(call: Callable[..., Any]) -> None:
    pair = {"old": "xuchang-2020.txt", "new": "xuchang-2021.txt"}
    dropped = call("compare", **pair, kinds=["dropped"], roles=["commitment"], limit=5)
    assert {(row["kind"], row["role"]) for row in rows(dropped)} == {("dropped", "commitment")}
    assert dropped.structured_content["total"] == dropped.structured_content["commitments"]["dropped"]
    moved = call("compare", **pair, kinds=["moved"], limit=5)
    assert all(row["moved"] for row in rows(moved))
    under = call("compare", **pair, section="乡村振兴", limit=100)
    assert 0 < under.structured_content["total"] < 100
    unsure = rows(call("compare", **pair, kinds=["perhaps"], limit=5))
    assert all(0 < each["score"] < 0.7 for row in unsure for each in row["perhaps"])
    series = rows(call("track", files=["xuchang-2021.txt", "xuchang-2020.txt"], indicator="生产总值"))
    assert [point["version"] for point in series[0]["points"]] == ["2020", "2021"]


def test_verdicts_name_what_they_rest_on(call: Callable[..., Any]) -> None:
    found = rows(call("check", promises="deep/plan-2021.txt", results="report-2021.txt", verdicts=["met"]))
    assert found[0]["verdict"] == "met"
    assert found[0]["promise"]["number"] == "15"
    assert found[0]["result"]["at"].startswith("report-2021.txt:3:")


@pytest.mark.parametrize(
    "file",
    [
        "../secret.txt",
        "/etc/hostname",
        "link.txt",
        "deep/../../secret.txt",
        "pipe.txt",
        "deep",
        "-",
        "",
        "\0",
        "x" * 5000,
        "none.txt#2",
    ],
)
def test_what_lies_elsewhere_is_refused_in_one_line(call: Callable[..., Any], file: str, folder: Path) -> None:
    answer = call("outline", file=file)
    assert answer.is_error
    text = answer.content[0].text
    assert "no such file in the folders that may be read" in text
    assert "\n" not in text
    assert len(text) < 500
    assert str(folder) not in text


def test_a_link_within_and_a_whole_path_are_read(call: Callable[..., Any], folder: Path) -> None:
    assert call("outline", file="inside.txt").structured_content["file"] == "plan-2020.txt"
    assert call("outline", file=str(folder / "plan-2020.txt")).structured_content["file"] == "plan-2020.txt"


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("outline", {"file": "broken.pdf"}, "broken.pdf: "),
        (
            "compare",
            {"old": "plan-2020.txt", "new": "deep/plan-2021.txt", "section": "Ships"},
            "no heading contains 'Ships'",
        ),
        ("compare", {"old": "plan-2020.txt", "new": "deep/plan-2021.txt", "limit": 1000}, "limit 1 to 100"),
        ("compare", {"old": "plan-2020.txt", "new": "deep/plan-2021.txt", "min_score": 7}, "Give 0 to 1"),
        ("compare", {"old": "plan-2020.txt", "new": "deep/plan-2021.txt", "kinds": ["gone"]}, "'added'"),
        ("check", {"promises": "report-2021.txt", "results": "plan-2020.txt"}, "promise"),
        ("track", {"files": ["plan-2020.txt"]}, "2 to 40"),
    ],
)
def test_errors_reach_the_agent(
    call: Callable[..., Any], tool: str, arguments: dict[str, Any], told: str, folder: Path
) -> None:
    answer = call(tool, **arguments)
    assert answer.is_error
    assert told in answer.content[0].text
    assert str(folder) not in answer.content[0].text


def test_a_file_that_changed_is_read_again(call: Callable[..., Any], folder: Path) -> None:
    path = folder / "changing.txt"
    path.write_text(OLD, encoding="utf-8")
    before = call("outline", file="changing.txt").structured_content["total"]
    path.write_text(OLD + "\n3. Bridges\n\nWe will mend the bridge.\n", encoding="utf-8")
    assert call("outline", file="changing.txt").structured_content["total"] > before


def test_notes_name_no_folder_of_the_machine(folder: Path, call: Callable[..., Any]) -> None:
    (folder / "deep" / "empty.txt").write_text("", encoding="utf-8")
    (folder / "deep" / "named.docx").write_text("One.\n", encoding="utf-8")
    for name in ("deep/empty.txt", "deep/named.docx"):
        notes = call("outline", file=name).structured_content["notes"]
        assert name in notes[0]
        assert str(folder) not in " ".join(notes)


def test_over_a_pipe_nothing_but_the_protocol_is_written(folder: Path) -> None:
    command = mcp.StdioServerParameters(command=sys.executable, args=["-m", "repdiff", "mcp", str(folder)])

    async def work(client: Any) -> Any:
        good = await client.call_tool("compare", {"old": "plan-2020.txt", "new": "deep/plan-2021.txt"})
        bad = await client.call_tool("compare", {"old": "plan-2020.txt", "new": "../secret.txt"})
        return good, bad

    good, bad = asked(command, work)
    assert rows(good)
    assert bad.is_error
    hello = '{"jsonrpc": "2.0", "id": 1, "method": "ping"}\n'
    run = subprocess.run(
        [command.command, *command.args], input=hello, capture_output=True, text=True, check=True, timeout=60
    )
    assert [json.loads(line)["id"] for line in run.stdout.splitlines()] == [1]
    assert run.stderr == ""


def test_without_the_sdk_one_line_says_how_to_get_it(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    from repdiff.cli import run

    found = __import__("importlib.util", fromlist=["find_spec"])
    monkeypatch.setattr(found, "find_spec", lambda name: None)
    assert run(["mcp", "--help"]) == 0
    capfd.readouterr()
    assert run(["mcp", str(folder)]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "pip install 'repdiff[mcp]'" in err


def test_a_folder_that_is_none_is_refused() -> None:
    with pytest.raises(RepdiffError, match="no such folder"):
        Folders([__file__])
