"""Which encoding is this: the right one, or a refusal, never another text. Texts of many languages, long and short."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repdiff.files.encodings import decode
from repdiff.model.errors import RepdiffError

WESTERN = ("cp1252", "iso8859_15", "cp850", "mac_roman")
CENTRAL = ("cp1250", "iso8859_2", "cp852")
BALTIC = ("cp1257", "iso8859_13", "cp775")
CYRILLIC = ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic")
# Sentences of reports, one below the other, and the encodings that they are found in.
TEXTS = {
    "german": (
        WESTERN,
        "Die Stadt baut nächstes Jahr zwei Schulen für fünfhundert Schüler. Größere Straßen werden früher geräumt.",
    ),
    "french": (
        WESTERN,
        "La ville a créé cinq cents emplois l'année dernière. Le budget général sera voté après l'été, à l'unanimité.",
    ),
    "spanish": (
        WESTERN,
        "El año próximo la ciudad construirá más viviendas. La inversión pública creció según el informe del Gobierno español.",
    ),
    "italian": (
        WESTERN,
        "La città è cresciuta più del previsto. Però la qualità dei servizi non è ancora quella che si può sperare.",
    ),
    "portuguese": (
        WESTERN,
        "A câmara não aumentará os preços da água. A educação e a saúde são prioridades da região até ao próximo ano.",
    ),
    "swedish": (
        WESTERN,
        "Kommunen ska bygga två nya skolor och åtta förskolor för barn. Åtgärderna påbörjas när året är över.",
    ),
    "danish": (
        WESTERN,
        "Kommunen har åbnet flere børnehaver end året før. Støtten til de ældre er også øget, og næste år følger flere.",
    ),
    "finnish": (
        WESTERN,
        "Kaupunki rakentaa ensi vuonna päiväkodin ja lisää asuntoja. Työttömyys väheni edellisestä vuodesta selvästi.",
    ),
    "icelandic": (
        WESTERN[:2],
        "Sveitarfélagið ætlar að byggja nýja skóla á næsta ári. Það er meira en áður hefur verið gert í þágu barna.",
    ),
    "polish": (
        CENTRAL,
        "Miasto zbuduje w przyszłym roku dwie szkoły. Wzrosły też wydatki na służbę zdrowia oraz pomoc społeczną i żłobki.",
    ),
    "czech": (
        CENTRAL,
        "Město příští rok postaví dvě školy. Výdaje na zdravotnictví se zvýšily a počet žáků ve třídách se snížil.",
    ),
    "slovak": (
        CENTRAL,
        "Mesto budúci rok postaví ďalšie školy. Výdavky na zdravotníctvo sa zvýšili a počet žiakov v triedach klesol.",
    ),
    "hungarian": (
        CENTRAL,
        "A város jövőre két új iskolát épít. Az egészségügyi kiadások nőttek, és a gyűjtött adók összege is megnőtt.",
    ),
    "croatian": (
        CENTRAL,
        "Grad će sljedeće godine izgraditi više škola. Povećani su i troškovi za kućanstva, a smanjen je broj nezaposlenih.",
    ),
    "slovenian": (
        CENTRAL,
        "Občina bo prihodnje leto zgradila več šol. Povečali so se stroški za zdravstvo, zmanjšalo pa se je število čakajočih.",
    ),
    "romanian": (
        CENTRAL,
        "Primăria va construi două şcoli anul viitor. Cheltuielile pentru sănătate au crescut faţă de anul trecut în oraş.",
    ),
    "lithuanian": (
        BALTIC,
        "Miestas kitąmet pastatys dvi mokyklas. Išlaidos sveikatai padidėjo, o mokinių skaičius klasėse sumažėjo šįmet.",
    ),
    "latvian": (
        BALTIC,
        "Pilsēta nākamgad uzcels divas skolas. Izdevumi veselībai pieauga, bet skolēnu skaits klasēs samazinājās šogad.",
    ),
    "estonian": (
        ("cp1257", "iso8859_13"),
        "Linn ehitab järgmisel aastal kaks kooli. Tööpuudus vähenes võrreldes eelmise aastaga, kuid õpilasi on rohkem.",
    ),
    "turkish": (
        ("cp1254", "iso8859_9", "cp857"),
        "Belediye gelecek yıl iki okul yapacak. Sağlık harcamaları arttı, işsizlik ise geçen yıla göre düştü.",
    ),
    "russian": (
        CYRILLIC,
        "Город построит в следующем году две школы. Расходы на здравоохранение выросли, а число учеников снизилось.",
    ),
    "bulgarian": (
        ("cp1251", "cp866"),
        "Общината ще построи две училища през следващата година. Разходите за здравеопазване нараснаха значително.",
    ),
    "ukrainian": (
        ("cp1251", "koi8_u", "cp1125"),
        "Місто збудує наступного року дві школи. Видатки на охорону здоров'я зросли, а їхня частка збільшилася.",
    ),
    "greek": (
        ("cp1253", "iso8859_7", "cp737"),
        "Ο δήμος θα κατασκευάσει δύο σχολεία το επόμενο έτος. Οι δαπάνες για την υγεία αυξήθηκαν σημαντικά.",
    ),
    "hebrew": (
        ("cp1255", "iso8859_8", "cp862"),
        "העירייה תבנה שני בתי ספר בשנה הבאה. ההוצאה על בריאות גדלה לעומת השנה שעברה.",
    ),
    "arabic": (
        ("cp1256", "iso8859_6"),
        "ستبني المدينة مدرستين في العام القادم. وارتفع الإنفاق على الصحة مقارنة بالعام الماضي.",
    ),
    "thai": (("cp874",), "เทศบาลจะสร้างโรงเรียนสองแห่งในปีหน้า ค่าใช้จ่ายด้านสุขภาพเพิ่มขึ้นจากปีที่แล้ว"),
    "japanese": (
        ("cp932", "euc_jp", "iso2022_jp", "utf-7"),
        "市は来年、学校を二校建設します。保健の支出は前年より増加しました。",
    ),
    "korean": (
        ("euc_kr", "iso2022_kr", "utf-7"),
        "시는 내년에 학교 두 곳을 지을 것입니다. 보건 지출은 작년보다 늘었습니다.",
    ),
    "chinese": (("gb18030", "hz", "utf-7"), "市政府明年将建设两所学校。卫生支出比上年有所增长，学生人数减少。"),
    "taiwanese": (("big5", "utf-7"), "市政府明年將建設兩所學校。衛生支出比上年有所增長，學生人數減少。"),
    "vietnamese": (
        ("utf-7",),
        "Thành phố sẽ xây hai trường học vào năm tới. Chi tiêu cho y tế đã tăng so với năm trước.",
    ),
}
CASES = [(language, codec) for language, (codecs, _) in TEXTS.items() for codec in codecs]


def read(data: bytes) -> str | None:
    try:
        return unicodedata.normalize("NFC", decode(data, "x").text)
    except RepdiffError:
        return None


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_some_lines_are_recognised(language: str, codec: str) -> None:
    text = "\n".join([TEXTS[language][1]] * 3)
    assert read(text.encode(codec)) == text


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(case=st.sampled_from(CASES), start=st.integers(0, 60), length=st.integers(12, 120))
def test_a_piece_is_right_or_refused(case: tuple[str, str], start: int, length: int) -> None:
    language, codec = case
    piece = TEXTS[language][1][start:][:length]
    assert read(piece.encode(codec)) in (piece, None)


@pytest.mark.parametrize(
    "text",
    [
        "+1-555-0100",
        "a+b-c, C++ and ++i",
        "~{not hz~}",
        "x += y; z ~= {1}",
        "2+2=4 and 3+ABC-",
        "-----BEGIN\nMII+abcd/efg+hij==\n",
    ],
)
def test_plain_ascii_shifts_to_nothing(text: str) -> None:
    found = decode(text.encode(), "x")
    assert (found.text, found.encoding, found.assumed) == (text, "utf-8", False)


def test_what_python_does_not_decode_is_refused_with_advice() -> None:
    with pytest.raises(RepdiffError, match="ISO-2022-CN") as caught:
        decode(b"\x1b$)A\x0e=;;;\x0f", "x")
    assert "iconv" in caught.value.hint


def test_damaged_iso_2022_is_refused() -> None:
    data = "市は来年、学校を建設します。".encode("iso2022_jp")
    with pytest.raises(RepdiffError, match="not valid ISO-2022-JP"):
        decode(data.replace(b"G/", b"\x7f\x7f"), "x")


def test_what_two_encodings_explain_is_refused() -> None:
    assert read("pi\u010d".encode("cp1250")) in ("pi\u010d", None)
    assert read(b"\xe8") is None


def test_one_accented_letter_behind_ascii_is_no_ideograph() -> None:
    assert read("Belediye gelecek y\u0131l".encode("cp857")) in ("Belediye gelecek y\u0131l", None)
