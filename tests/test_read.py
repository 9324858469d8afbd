"""Reading files: the right text from any encoding, or one line that says what is wrong and what to do."""

import hashlib
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import repdiff
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Source
from repdiff.sources import read

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
REPORT = Path(__file__).parents[1] / "seeds" / "xuchang-2021.txt"
TRADITIONAL = """政府工作報告
一、過去一年的工作回顧
各位代表，現在我代表市政府向大會報告工作，請予審議。全年生產總值增長百分之七，財政收入增長百分之五，城鎮新增就業四萬五千人。
（一）加快發展現代農業。完善鄉村道路、學校、醫院和圖書館，讓農民得到更多實惠。
（二）推動產業轉型升級。支持企業開展技術創新，發展電子資訊、生物醫藥和節能環保產業。
二、今年的主要任務
我們將繼續改善營商環境，減輕企業負擔，擴大對外開放；加強食品藥品監管，維護社會穩定。
"""
SAMPLES = {
    "gb18030": (
        "2020年许昌市政府工作报告",
        "各位代表：现在，我代表市人民政府，向大会报告工作",
        "一、2019年工作回顾",
        "加快发展现代工业",
        "工作报告",
        "5G网络实现全覆盖",
        "It’s a “promise”, said on a Chinese computer.",
        "㐂和𠮷也在GB18030之中，工作报告照样读得出来。",
    ),
    "big5": ("2020年臺北市政府工作報告", "一、2019年工作回顧", "行政長官施政報告", "加快發展現代工業", TRADITIONAL),
    "big5hkscs": ("香港特別行政區行政長官施政報告：喺度嘅發展計劃，冇問題。",),
    "cp932": (
        "令和五年度経済財政白書",
        "日本経済の現状と課題について、以下のとおり報告する。",
        "マクロデータ",
        "① 人工知能を活用します。",
    ),
    "euc_jp": ("令和五年度経済財政白書", "日本経済の現状と課題について、以下のとおり報告する。"),
    "euc_kr": ("2020년 서울특별시 시정연설", "존경하는 시민 여러분, 올해의 주요 업무를 보고드립니다.", "업무보고"),
    "cp1252": (
        "Größere Städte müssen mehr für die Bürger tun.",
        "Les mesures prévues pour l’année à venir – créer 500 emplois",
        "“Smart quotes” – only",
        "Informação e ação: não haverá redução.",
        "café",
        "£5 million",
    ),
    "cp1250": ("Zpráva o činnosti vlády za rok 2020. Příští rok zvýšíme důchody.",),
    "cp1251": ("Отчёт о работе правительства за 2020 год",),
    "utf-16-le": ("政府工作报告", "Annual report 2020\n", "年度報告 2020 – café"),
    "utf-16-be": ("政府工作报告", "Annual report 2020\n", "Годовой отчёт за 2020 год"),
    "utf-32-le": ("政府工作报告", "Annual report 2020\n"),
}
FORCED = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk", "big5", "big5hkscs", "shift_jis")
FORCED += ("euc_jp", "euc_kr", "cp1252", "latin-1")


@pytest.fixture
def save(tmp_path: Path):
    def save(data: bytes, name: str = "report.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return save


def refusal(path: str | os.PathLike[str], encoding: str | None = None) -> RepdiffError:
    with pytest.raises(RepdiffError) as caught:
        read(path, encoding=encoding)
    error = caught.value
    assert error.hint
    for line in (error.message, error.hint):
        assert line.isprintable(), line
    return error


def test_utf8_is_read_without_a_guess(save):
    data = "第一行\r\n第二行\r第三行\n".encode()
    source = read(save(data))
    assert source.text == "第一行\n第二行\n第三行\n"
    assert (source.encoding, source.assumed, source.kind) == ("utf-8", False, "txt")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.name.endswith("report.txt")


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.markdown"])
def test_markdown_is_known_by_its_name(save, name):
    assert read(save(b"# A", name)).kind == "md"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides_and_is_removed(save, codec):
    source = read(save("\ufeff工作报告".encode(codec)))
    assert source == Source(source.name, "工作报告", "txt", codec, False, source.sha256, notes=source.notes)
    told = "" if codec == "utf-8" else f"{source.name} was read as {codec} (as given or marked)."
    assert "".join(source.notes) == told


@pytest.mark.parametrize(("codec", "text"), [(codec, text) for codec, texts in SAMPLES.items() for text in texts])
def test_a_short_file_is_recognised(save, codec, text):
    source = read(save(text.encode(codec)))
    assert source.text == text
    assert source.assumed


@pytest.mark.parametrize("codec", ["gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32-be"])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_reports_are_read_from_other_encodings(save, seed, codec):
    text = seed.read_text(encoding="utf-8").encode(codec, "ignore").decode(codec)
    assert read(save(text.encode(codec))).text == text


@pytest.mark.parametrize("length", [20, 60])
@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be"])
def test_any_piece_of_a_report_is_recognised(save, codec, length):
    text = REPORT.read_text(encoding="utf-8")
    pieces = [text[start : start + length] for start in range(0, len(text) - length, 307)]
    assert [piece for piece in pieces if read(save(piece.encode(codec))).text != piece] == []


def test_no_detector_is_loaded_for_what_is_plainly_read(save):
    path = save(REPORT.read_text(encoding="utf-8").encode("gb18030"))
    code = (
        "import sys; from repdiff.sources import read; read(sys.argv[1]); sys.exit('charset_normalizer' in sys.modules)"
    )
    for file in (REPORT, path):
        assert subprocess.run([sys.executable, "-c", code, file], check=False).returncode == 0


def test_standard_input_is_bytes():
    code = "from repdiff.sources import read; s = read('-'); print(ascii((s.name, s.text, s.encoding)))"
    done = subprocess.run([sys.executable, "-c", code], input="工作报告".encode("gbk"), capture_output=True, check=True)
    assert done.stdout.decode().strip() == ascii(("<stdin>", "工作报告", "gb18030"))


def test_closed_standard_input_is_an_error(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-").message == "<stdin>: standard input is closed."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_read(tmp_path):
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    writer = threading.Thread(target=fifo.write_bytes, args=("各位代表".encode(),))
    writer.start()
    assert read(fifo).text == "各位代表"
    writer.join()


@pytest.mark.parametrize("name", ["-x.txt", "a b.txt", "报告.txt", "C:\\old.txt"])
def test_odd_names_are_read(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("text", encoding="utf-8")
    assert read(f"./{name}").name == f"./{name}"


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[31mb.txt", "a\u202eb.txt", "a\udce4b.txt", "a\0b.txt"])
def test_control_characters_of_a_name_are_escaped(name):
    assert ascii(name)[2:4] in refusal(name).message


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\x14\0other", "zip archive"),
        (b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.textPK", "a damaged OpenDocument text"),
        (b"PK\x03\x04\x14\0mimetypeapplication/epub+zipPK", "an e-book (.epub)"),
        (b"PK\x03\x04\x14\0ppt/slides", "a PowerPoint file (.pptx)"),
        (b"{\\rtf1\\ansi Bericht}", "a rich text (RTF) file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "old Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "an old Word file (.doc)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (
            b'<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?><w:wordDocument/>',
            "Word document as XML",
        ),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n--x", "web archive (.mht)"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        (b"\x7fELF\0\0\1\2" * 50, "binary"),
        (bytes(range(256)) * 8, ""),
        (b"\x01\x02\x03\x04text", "binary"),
    ],
)
def test_what_is_no_text_is_refused(save, data, reason):
    assert reason in refusal(save(data)).message


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1a", "\u3000\n\u2028".encode()])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a", "a.txt.gz"])
def test_what_holds_nothing_is_a_document_without_sentences(save, data, name):
    source = read(save(data, name.removesuffix(".gz")))
    document = repdiff.cut_document(source)
    assert (document.sentences, document.sections[:1]) == ((), document.sections)
    assert [note for note in source.notes if "document without sentences" in note]


SENTENCE = "Wir bauen 2024 zwei Schulen. "


@pytest.mark.parametrize(
    ("data", "text", "count"),
    [
        (b"text\0text", "text text", 1),
        (SENTENCE.encode() + b"\x1a", SENTENCE, 1),
        (SENTENCE.encode() + b"\x1a" + b"\0" * 500, SENTENCE, 501),
        ("工作报告\0，增长百分之七。".encode(), "工作报告 ，增长百分之七。", 1),
        ("各位代表，现在报告工作\0，请予审议。".encode("gb18030"), "各位代表，现在报告工作 ，请予审议。", 1),
        ("Größere Städte\0 und müde Bürger".encode("cp1252"), "Größere Städte  und müde Bürger", 1),
        (b"\x1b[31mred\x1b[0m and \x07 plain", "     red     and   plain", 3),
        (SENTENCE.encode() + b"\x02", SENTENCE + " ", 1),
    ],
)
def test_a_few_control_characters_make_no_binary(save, data, text, count):
    source = read(save(data))
    assert source.text == text
    assert source.notes[-1] == f"{source.name}: control characters in it were read as blanks ({count})."


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\v", "\f", "\r", "\r\n", "\n"])
def test_every_line_end_ends_a_line(save, end):
    source = read(save(f"一、今年的工作{end}生产总值增长5%。{end}Second line.".encode()))
    assert source.text == "一、今年的工作\n生产总值增长5%。\nSecond line."
    assert source.place(source.text.index("Second")) == (3, 1)
    assert [s.title for s in repdiff.cut_document(source).sections] == ["一、今年的工作"]


def test_a_new_page_at_a_line_end_adds_no_line(save):
    source = read(save(b"one\n\ftwo\f\nthree"))
    assert source.text == "one\n\ftwo\f\nthree"
    assert source.place(source.text.index("three"))[0] == 3


def test_a_missing_file_is_named_and_a_near_one_suggested(save):
    path = save(b"x", "xuchang-2020.txt")
    error = refusal(path.with_name("xuchan-2020.txt"))
    assert error.message.endswith("xuchan-2020.txt: no such file.")
    assert error.hint.endswith("xuchang-2020.txt?")
    assert "no folder" in refusal(path.parent / "nowhere" / "a.txt").hint


def test_a_folder_is_refused(tmp_path):
    assert "a folder" in refusal(tmp_path).message


def test_other_failures_of_the_file_system_are_explained(tmp_path, save):
    assert "name too long" in refusal("x" * 5000).message
    assert "not a directory" in refusal(save(b"x") / "y").message
    assert refusal("").message == "No file name given."
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "symbolic links" in refusal(loop).message


def test_a_file_without_permission_is_refused(save, monkeypatch):
    path = save(b"x")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert "permission denied" in refusal(path).message


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such devices here")
def test_devices_are_no_documents():
    assert "is empty" in read("/dev/null").notes[0]
    assert "larger than" in refusal("/dev/zero").message


TEXT = "第一行是标题\n第二行说明工作，增长百分之七。\n" * 8


def test_a_bad_byte_in_utf8_is_not_read_as_something_else(save):
    data = TEXT.encode()
    at = len("第一行是标题\n第二行".encode())
    error = refusal(save(data[:at] + b"\xff" + data[at:]))
    assert f'not valid UTF-8 at line 2, byte offset {at} (FF, after "第二行")' in error.message
    assert "iconv" in error.hint


def test_a_cut_off_last_character_is_said_to_be_that(save):
    for data in (TEXT.rstrip().encode()[:-1], TEXT.rstrip().encode("gb18030")[:-1]):
        error = refusal(save(data))
        assert "at line 16" in error.message
        assert "cut off" in error.hint


def test_a_bad_byte_in_gb18030_is_placed(save):
    data = TEXT.encode("gb18030")
    at = len("第一行是标题\n第二行".encode("gb18030"))
    assert (
        f"not valid GB18030 at line 2, byte offset {at} (FF" in refusal(save(data[:at] + b"\xff" + data[at:])).message
    )


@pytest.mark.parametrize("parts", [("gbk", "utf-8"), ("utf-8", "gbk"), ("big5", "utf-8")])
def test_two_encodings_in_one_file_are_refused(save, parts):
    first, second = parts
    error = refusal(save(TRADITIONAL.encode(first) + TRADITIONAL.encode(second)))
    assert "while other parts of it are" in error.message
    assert "split" in error.hint


def test_damaged_accents_are_not_read_as_western(save):
    data = "Les élèves préférés étaient là.\n".encode()
    assert "not valid UTF-8 at line 2" in refusal(save(data + b"caf\xe9\n" + data)).message


def test_a_forced_encoding_that_fails_names_the_place_and_the_right_one(save):
    error = refusal(save("a\n报告\n工作报告".encode("gb18030")), "utf-8")
    assert "not valid UTF-8 at line 2, byte offset 2" in error.message
    assert "reads as gb18030" in error.hint


@pytest.mark.parametrize("name", ["no-such", "hex", "rot13", "idna", "punycode", "undefined", "", "a\0b", "\ud800"])
def test_an_unknown_encoding_is_refused(save, name):
    assert "not the name of a text encoding" in refusal(save(b"text"), name).message


def test_a_forced_encoding_is_no_assumption(save):
    source = read(save("工作".encode("gbk")), encoding="GBK")
    assert (source.text, source.encoding, source.assumed) == ("工作", "gbk", False)


STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LINE_END = re.compile("[\x85\u2028\u2029]")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(min_size=1), codec=st.sampled_from(FORCED))
def test_what_is_written_in_an_encoding_is_read_in_it(tmp_path, text, codec):
    text = STEERING.sub("", text.encode(codec, "ignore").decode(codec))
    data = text.encode(codec)
    path = tmp_path / "law.txt"
    path.write_bytes(data)
    lines = data.decode(codec).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    source = read(path, encoding=codec)
    assert source.text == LINE_END.sub("\n", lines)
    if not lines.strip().strip("\ufeff\u200b").strip():
        assert "document without sentences" in source.notes[-1]


PIECES = st.sampled_from([piece.encode(codec) for codec, texts in SAMPLES.items() for piece in texts])


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=80), st.lists(st.one_of(PIECES, st.binary(max_size=3)), max_size=5).map(b"".join)
    ),
    encoding=st.sampled_from([None, None, None, *FORCED, "utf-7", "unicode_escape", "nope"]),
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_any_bytes_are_read_or_refused_and_always_alike(tmp_path, data, encoding):
    path = tmp_path / "law.txt"
    path.write_bytes(data)
    first, second = (outcome(path, encoding) for _ in range(2))
    assert first == second
    assert isinstance(first, Source) or all(line.isprintable() for line in first)


def outcome(path: Path, encoding: str | None) -> Source | tuple[str, str]:
    try:
        source = read(path, encoding=encoding)
    except RepdiffError as error:
        return error.message, error.hint
    source.text.encode("utf-8")
    return source
