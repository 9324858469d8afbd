"""Thai."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    styles="หัวเรื่อง",
    columns="ข้อความ|เนื้อหา",
    numbered="บทที่|หมวดที่|หมวด|ส่วนที่|ภาคที่|ภาค|มาตรา|ตอนที่|ภาคผนวก|ลักษณะ|บท|ข้อ",
    counts=(
        "หนึ่ง",
        "สอง",
        "สาม",
        "สี่",
        "ห้า",
        "หก",
        "เจ็ด",
        "แปด",
        "เก้า",
        "สิบ",
    ),
    annexed="ภาคผนวก",
    articles="มาตรา|ข้อ",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords(
    calendar=(
        r"(?:\d{1,2} ?)?(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)"
        r" ?(?:พ\.ศ\. ?)?\d{4}"
    ),
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "เปอร์เซ็นต์ เปอร์เซนต์ ร้อยละ", "1"),
        ("points", "จุดเปอร์เซ็นต์", "1"),
        ("money-thb", "บาท", "1"),
        ("money-usd", "ดอลลาร์", "1"),
        ("mass", "ตัน", "1000"),
        ("mass", "กิโลกรัม", "1"),
        ("length", "กิโลเมตร กม.", "1000"),
        ("length", "เมตร", "1"),
        ("time", "ปี", "1"),
        ("time-months", "เดือน", "1"),
        ("time-days", "วันทำการ วัน", "1"),
        ("time-weeks", "สัปดาห์", "1"),
        ("time-hours", "ชั่วโมง", "1"),
        ("time-minutes", "นาที", "1"),
        ("person", "คน ราย", "1"),
        ("household", "ครัวเรือน", "1"),
        ("times", "เท่า", "1"),
        ("temperature", "องศาเซลเซียส", "1"),
    ),
    nouns=(
        "จุดเปอร์เซ็นต์|เปอร์เซ็นต์|บาท|ดอลลาร์|ตัน|กิโลกรัม|กิโลเมตร|เมตร|ปี|เดือน|วันทำการ|วัน|สัปดาห์|ชั่วโมง|นาที|คน|ราย|ครัวเรือน|เท่า|องศาเซลเซียส"
        "|แห่ง|โครงการ|โรง|หลัง|ต้น|คัน|ไร่"
    ),
    multiples=(
        ("ล้านล้าน", 10**12),
        ("แสนล้าน", 10**11),
        ("หมื่นล้าน", 10**10),
        ("พันล้าน", 10**9),
        ("ร้อยล้าน", 10**8),
        ("ล้าน", 10**6),
        ("แสน", 10**5),
        ("หมื่น", 10**4),
        ("พัน", 1000),
    ),
    percent_before="ร้อยละ",
)

AMOUNTS: Final = AmountWords(
    at_least="ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|เกินกว่า|สูงกว่า",
    at_most="ไม่เกิน|ไม่มากกว่า|ไม่สูงกว่า|อย่างมาก|น้อยกว่า|ต่ำกว่า",
    about="ประมาณ|ราว|เกือบ",
    strict="มากกว่า|เกินกว่า|สูงกว่า|น้อยกว่า|ต่ำกว่า",
    ends_alike="งบประมาณ|ปีงบประมาณ",
    minus="ลบ",
    at_least_after="ขึ้นไป",
    shares_hint="ครึ่ง|สองในสาม",
    shares=(("ครึ่งหนึ่ง", "50"), ("สองในสาม", "66.67")),
    names_before="มาตรา|ข้อ|หน้า|บทที่|ที่|พ\\.ศ\\.|ค\\.ศ\\.|ปี|ตารางที่|มาตรา |ข้อ |หน้า |บทที่ |ที่ |พ\\.ศ\\. ?|ค\\.ศ\\. ?|ปี ",
    ranges=" ?ถึง ?",
    joins="และ",
)

DIRECTIONS: Final = DirectionWords(
    up="เพิ่มขึ้น|ขยายตัว|สูงขึ้น|เพิ่ม",
    down="ลดลง|หดตัว|ต่ำลง|ลด",
    above_zero="เกินดุล|กำไร",
    below_zero="ขาดดุล|ขาดทุน",
)

CHANGES: Final = ChangeWords(reaching="เหลือ|เป็น|ถึง|อยู่ที่")

NUMBERS: Final = NumberWords(changes=CHANGES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="สารบัญ",
    before="หน้า(?:ที่)?",
    total="จาก|/",
    buttons=("พิมพ์(?:หน้านี้)?|แชร์|ดาวน์โหลด|ค้นหา|เมนู|ปิด|เข้าสู่ระบบ|อ่านต่อ|อ่านเพิ่มเติม|ติดต่อเรา|หน้าแรก|แผนผังเว็บไซต์|กลับด้านบน"),
    labels="ที่มา|จำนวนผู้เข้าชม",
    trail="หน้าแรก",
    imprint="สงวนลิขสิทธิ์|copyright|©",
    accepts="ยอมรับ(?:ทั้งหมด)?|ปฏิเสธ(?:ทั้งหมด)?",
    title="ชื่อเรื่อง|หัวข้อ",
)

LANGUAGE: Final = Language("th", frozenset({Script.THAI}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
