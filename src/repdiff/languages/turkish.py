"""Turkish."""

from typing import Final

from repdiff.languages.number_words import AmountWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    styles="başlık",
    columns="metin|içerik",
    numbered="bölüm|kısım|madde|ek|kitap|başlık|ayrım|fasıl|geçici madde",
    behind="bölüm|kısım|kitap|ayrım|fasıl|madde",
    counts=(
        "bir(?:inci)?",
        "ik(?:i|inci)",
        "üç(?:üncü)?",
        "dört|dördüncü",
        "beş(?:inci)?",
        "altı(?:ncı)?",
        "yedi(?:nci)?",
        "sekiz(?:inci)?",
        "dokuz(?:uncu)?",
        "on(?:uncu)?",
    ),
    asks="ne|nasıl|neden|niçin|kim|nerede|hangi",
    annexed="ek",
    articles="madde|geçici madde",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset("bkz örn doç av sn öğr gör yrd uzm müh alb cad sok mah bulv".split()),
    before_numbers=frozenset("no s sf şek md tbl böl tel yak".split()),
)

WORDS: Final = CommonWords(
    commonest=frozenset(
        "ve bir bu için ile olarak olan daha çok yüzde olacak işsizlik kadar sonra göre edilecek yapılacak".split()
    ),
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("points", "puan", "1"),
        ("points", "baz_puan", "0.01"),
        ("money-try", "lira lirası TL", "1"),
        ("money-usd", "dolar", "1"),
        ("money-eur", "avro", "1"),
        ("mass", "ton", "1000"),
        ("length", "kilometre", "1000"),
        ("time", "yıl", "1"),
        ("time-months", "ay", "1"),
        ("time-days", "gün", "1"),
        ("time-weeks", "hafta", "1"),
        ("time-hours", "saat", "1"),
        ("person", "kişi", "1"),
        ("times", "kat katına", "1"),
    ),
    nouns="(?:yüzde |baz )?puan|Türk lirası|lira|dolar|avro|ton|kilometre|hektar|yıl|ay|(?:iş )?günü?|hafta|saat|kişi|kat",
    multiples=(("bin", 1000), ("milyon", 10**6), ("milyar", 10**9), ("trilyon", 10**12)),
    percent_before="yüzde",
)

AMOUNTS: Final = AmountWords(
    at_least="en az|asgari",
    at_most="en fazla|en çok|azami",
    about="yaklaşık|civarında",
    strict="'den fazla|'dan fazla|'ten fazla|'tan fazla|'den az|'dan az",
    minus="eksi",
    at_least_after="['’]?(?:den|dan|ten|tan) fazla",
    at_most_after="['’]?(?:den|dan|ten|tan) az",
    shares_hint="yarı|üçte",
    shares=((r"\byarısı\w*", "50"), (r"\büçte ikisi\w*", "66.67")),
    spelled=(
        ("iki", "2"),
        ("üç", "3"),
        ("dört", "4"),
        ("beş", "5"),
        ("altı", "6"),
        ("yedi", "7"),
        ("sekiz", "8"),
        ("dokuz", "9"),
        ("on", "10"),
        ("yirmi", "20"),
        ("otuz", "30"),
        ("yüz", "100"),
    ),
    spelled_joins=" ",
    decimal_comma=True,
    names_before="[Mm]adde |[Bb]ölüm |[Ss]ayfa ",
    names_after=r"\. ?(?=madde|bölüm|kez)",
    months="Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık",
    not_counted="ve|veya|ile|yılında|yılı",
    between_and=" ile ",
    joins="ve",
)

DIRECTIONS: Final = DirectionWords(
    up=r"art(?:tı|ış|ar|acak|ıyor|mış|ması|ırıl)\w*|yüksel\w+|büyü(?:dü|me|yecek)\w*",
    down=r"azal\w+|düş(?:tü|üş|er|ecek|mesi|ürül)\w*|geril(?:e|i)\w+|küçül\w+",
    between="oranında|yüzde",
    before_verb="oranında|kadar",
    above_zero="fazla(?:sı)?|kâr(?:ı)?",
    below_zero="açı(?:k|ğı)|zarar(?:ı)?",
)

NUMBERS: Final = NumberWords(units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="içindekiler",
    before=r"sayfa|s\.",
    total="/",
    buttons="yazdır|paylaş|indir|yukarı çık|ara|menü|kapat|giriş yap|devamını oku|iletişim|ana sayfa|site haritası",
    labels="kaynak|görüntülenme",
    trail="ana sayfa",
    imprint="tüm hakları saklıdır|copyright|©",
    accepts="(?:tümünü )?kabul et|reddet",
    title="başlık",
)

LANGUAGE: Final = Language("tr", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
