"""Packed files, and files whose name does not say what they are: read as what they hold, or refused in one line."""

import bz2
import gzip
import lzma
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard

from repdiff.files.kinds import kind_of
from repdiff.model.errors import RepdiffError
from repdiff.sources import read

TEXT = "Wir bauen zwei Schulen für 500 Schüler.\n一、今年的工作\n" * 20
PAGE = "<!doctype html><html><body><h1>Report</h1><p>One &amp; two.</p></body></html>"
PACKERS = {".gz": gzip.compress, ".zst": zstandard.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def save(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_file_is_read_as_what_is_inside(ending: str, tmp_path: Path) -> None:
    pack = PACKERS[ending]
    text = read(save(tmp_path, f"a.txt{ending}", pack(TEXT.encode())))
    assert (text.text, text.kind, text.notes) == (TEXT, "txt", ())
    twice = read(save(tmp_path, f"b.txt{ending}", pack(TEXT.encode()) + pack(TEXT.encode())))
    assert twice.text == TEXT * 2
    page = read(save(tmp_path, f"a.html{ending.upper()}", pack(PAGE.encode())))
    assert (page.text, page.kind, page.notes) == ("Report\nOne & two.", "html", ())
    assert read(save(tmp_path, f"e.txt{ending}", pack(b""))).text == ""


@pytest.mark.parametrize("ending", PACKERS)
@pytest.mark.parametrize("name", ["a.txt", "a", "a.md.backup"])
def test_a_packed_file_with_another_name_is_unpacked_with_a_note(ending: str, name: str, tmp_path: Path) -> None:
    source = read(save(tmp_path, name, PACKERS[ending](TEXT.encode())))
    assert source.text == TEXT
    assert source.notes == (f"{source.name} was unpacked: its first bytes are those of {ending}.",)


@pytest.mark.parametrize("ending", PACKERS)
def test_a_damaged_archive_is_one_line(ending: str, tmp_path: Path) -> None:
    data = PACKERS[ending](TEXT.encode())
    middle = len(data) // 2
    changed = data[:middle] + b"\xff\0\xff\0" + data[middle + 4 :]
    for broken in (data[:-5], data[:middle], *([] if ending == ".zst" else [changed])):  # its frames need no checksum
        with pytest.raises(RepdiffError, match="damaged or cut off") as caught:
            read(save(tmp_path, f"a.txt{ending}", broken))
        assert "\n" not in str(caught.value)
    with pytest.raises(RepdiffError, match="not packed as"):
        read(save(tmp_path, f"a.txt{ending}", TEXT.encode()))


@pytest.mark.parametrize("ending", PACKERS)
def test_what_unpacks_to_gigabytes_is_refused(ending: str, tmp_path: Path) -> None:
    part = PACKERS[ending](bytes(2**25))
    path = save(tmp_path, f"a.txt{ending}", part * 4)
    with pytest.raises(RepdiffError, match="unpacks to more than 100 MiB"):
        read(path)


def test_standard_input_is_known_by_its_first_bytes() -> None:
    code = "from repdiff.sources import read; s = read('-'); print(ascii((s.kind, s.text, len(s.notes))))"
    for data in (PAGE.encode(), gzip.compress(PAGE.encode())):
        done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
        assert done.stdout.decode().startswith("('html', 'Report\\nOne & two.', ")


@pytest.mark.parametrize("name", ["a.txt", "a.xls", "a.doc", "a", "a.pdf", "a.docx"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n", '<?xml version="1.0"?>\n', "<!-- saved -->\n"])
def test_a_page_is_a_page_whatever_it_is_called(name: str, start: str, tmp_path: Path) -> None:
    source = read(save(tmp_path, name, (start + PAGE).encode()))
    assert (source.kind, source.text) == ("html", "Report\nOne & two.")
    assert source.notes == (f"{source.name} was read as .html: its first bytes say so.",)


def test_what_only_speaks_of_pages_is_text(tmp_path: Path) -> None:
    for text in ("A page begins with <!doctype html>.", "<p>One</p>", "# <html>", "%PDF is a sign."):
        assert read(save(tmp_path, "a.txt", text.encode())).text == text


def test_text_with_the_ending_of_another_kind_is_text(tmp_path: Path) -> None:
    for name in ("a.docx", "a.pdf", "a.xlsx"):
        source = read(save(tmp_path, name, b"Plain text."))
        assert (source.text, source.notes) == (
            "Plain text.",
            (f"{source.name} was read as .txt: its first bytes say so.",),
        )


def test_documents_are_known_by_their_bytes() -> None:
    assert kind_of(b"%PDF-1.7\n") == "pdf"
    assert kind_of(b"PK\x03\x04\x14\0[Content_Types].xml...word/document.xml") == "docx"
    assert kind_of(b"PK\x03\x04\x14\0[Content_Types].xml...xl/workbook.xml") == "xlsx"
    assert kind_of(PAGE.encode("utf-16")) == "html"
    assert kind_of(TEXT.encode()) == ""
