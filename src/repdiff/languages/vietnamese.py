"""Vietnamese."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    styles="đầu đề|tiêu đề",
    columns="nội dung|văn bản",
    numbered="chương|phần|mục|điều|phụ lục|tiểu mục|quyển|bài",
    counts=(
        "một|(?:thứ )?nhất",
        "(?:thứ )?hai",
        "(?:thứ )?ba",
        "(?:thứ )?tư|bốn",
        "(?:thứ )?năm",
        "(?:thứ )?sáu",
        "(?:thứ )?bảy",
        "(?:thứ )?tám",
        "(?:thứ )?chín",
        "(?:thứ )?mười",
    ),
    annexed="phụ lục",
    articles="điều",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords(
    before_names=frozenset("tp ts ths gs pgs".split()),
    before_numbers=frozenset("tr".split()),
)

WORDS: Final = CommonWords(
    calendar=r"\d{1,2} tháng \d{1,2}(?:,? năm (?:19|20)\d\d)?|tháng \d{1,2},? năm (?:19|20)\d\d",
    commonest=frozenset("và của các là được trong có cho với không đã sẽ từ thất nghiệp xây năm những một".split()),
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("points", "điểm", "1"),
        ("percent", "phần", "1"),
        ("money-vnd", "đồng", "1"),
        ("money-usd", "đô", "1"),
        ("mass", "tấn", "1000"),
        ("time", "năm", "1"),
        ("time-months", "tháng", "1"),
        ("time-days", "ngày", "1"),
        ("time-weeks", "tuần", "1"),
        ("time-hours", "giờ", "1"),
        ("person", "người", "1"),
        ("household", "hộ", "1"),
        ("times", "lần", "1"),
    ),
    nouns="điểm phần trăm|phần trăm|đồng|đô la|tấn|năm|tháng|ngày(?: làm việc)?|tuần|giờ|người|hộ|lần|km|ha",
    multiples=(("nghìn tỷ|ngàn tỷ|nghìn tỉ", 10**12), ("nghìn|ngàn", 1000), ("triệu", 10**6), ("tỷ|tỉ", 10**9)),
)

AMOUNTS: Final = AmountWords(
    at_least="ít nhất|không dưới|tối thiểu|trên|hơn",
    at_most="nhiều nhất|không quá|tối đa|dưới",
    about="khoảng|gần",
    strict="trên|hơn|dưới",
    minus="âm",
    at_least_after=" trở lên",
    at_most_after=" trở xuống",
    shares_hint="nửa|phần ba",
    shares=((r"\bmột nửa\b", "50"), (r"\bhai phần ba\b", "66.67")),
    decimal_comma=True,
    names_before="[Đđ]iều |[Kk]hoản |[Tt]rang |[Cc]hương |[Ss]ố |[Nn]ăm |[Tt]háng |[Nn]gày |[Qq]uý ",
    not_counted="và|hoặc|của|trong|là|đến",
    ranges=" đến ",
    joins="và",
)

DIRECTIONS: Final = DirectionWords(
    up="tăng|tăng trưởng",
    down="giảm|sụt",
    between="khoảng|gần|hơn|thêm",
    base="từ",
    above_zero="thặng dư|lợi nhuận",
    below_zero="thâm hụt|lỗ",
)

CHANGES: Final = ChangeWords(reaching="còn|lên|xuống|đạt|tới")

NUMBERS: Final = NumberWords(changes=CHANGES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="mục lục",
    before="trang",
    total="/|trên",
    buttons=(
        "in trang|in bài viết|chia sẻ|tải về|tìm kiếm|đóng|đăng nhập|xem thêm|liên hệ|trang chủ|sơ đồ trang"
        "|về đầu trang"
    ),
    labels="nguồn|lượt xem",
    trail="trang chủ",
    imprint="bản quyền thuộc|copyright|©",
    accepts="chấp nhận|từ chối",
    title="tiêu đề",
)

LANGUAGE: Final = Language("vi", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
