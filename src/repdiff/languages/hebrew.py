"""Hebrew."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    styles="כותרת",
    columns="טקסט|תוכן",
    numbered="פרק|חלק|סעיף|סימן|שער|נספח|תוספת|פסקה",
    counts=(
        "אחד|ראשון|ראשונה",
        "שניי?ם|שני|שנייה",
        "שלוש(?:ה)?|שלישי(?:ת)?",
        "ארבע(?:ה)?|רביעי(?:ת)?",
        "חמש|חמישי(?:ת)?",
        "שש|ש[יי]שי(?:ת)?",
        "שבע|שביעי(?:ת)?",
        "שמונה|שמיני(?:ת)?",
        "תשע|תשיעי(?:ת)?",
        "עשר|עשירי(?:ת)?",
    ),
    count_letters="אבגדהוזחטי",
    annexed="נספח|תוספת",
    articles="סעיף|פסקה",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords()

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "אחוז אחוזים", "1"),
        ("points", "נקודות נקודת", "1"),
        ("money-ils", 'שקלים שקל ש"ח ש״ח', "1"),
        ("money-usd", "דולר דולרים", "1"),
        ("money-eur", "אירו יורו", "1"),
        ("mass", "טון טונות", "1000"),
        ("length", 'קילומטר קילומטרים ק"מ ק״מ', "1000"),
        ("length", "מטר מטרים", "1"),
        ("time", "שנים שנה", "1"),
        ("time-months", "חודשים חודש", "1"),
        ("time-days", "ימים יום ימי", "1"),
        ("time-hours", "שעות שעה", "1"),
        ("times", "פי", "1"),
    ),
    nouns=(
        'נקודות אחוז|נקודת אחוז|אחוזים|אחוז|שקלים|שקל|ש["״]ח|דולרים|דולר|אירו|יורו|טונות|טון|קילומטרים|קילומטר|ק["״]מ|מטרים|מטר|שנים|שנה'
        "|חודשים|חודש|ימי עבודה|ימים|יום|שעות|שעה"
    ),
    multiples=(("אלפי|אלפים|אלף", 1000), ("מיליון|מיליוני", 10**6), ("מיליארד|מיליארדי", 10**9), ("טריליון", 10**12)),
)

AMOUNTS: Final = AmountWords(
    at_least="לפחות|לכל הפחות|לא פחות מ-|יותר מ-|מעל ל-|מעל",
    at_most="לכל היותר|לא יותר מ-|עד|פחות מ-|מתחת ל-",
    about="כ-|בערך|סביב|קרוב ל-",
    strict="יותר מ-|מעל ל-|מעל|פחות מ-|מתחת ל-",
    minus="מינוס",
    at_least_after=" לפחות| ומעלה| או יותר",
    at_most_after=" לכל היותר| או פחות",
    shares_hint="מחצית|שליש",
    shares=(("(?<![א-ת])מחצית", "50"), ("שני שליש", "66.67")),
    names_before="סעיף |פרק |עמוד |מספר |טבלה |בשנת |שנת ",
    months="בינואר|בפברואר|במרץ|באפריל|במאי|ביוני|ביולי|באוגוסט|בספטמבר|באוקטובר|בנובמבר|בדצמבר",
    not_counted="ו|או|של|עד|על",
    ranges=" עד ",
    between="בין",
    between_and=" ל-| לבין ",
    goes_from="מ-",
)

DIRECTIONS: Final = DirectionWords(
    up="ו?(?:עלה|עלתה|עלו|יעלה|תעלה|עלייה|גדל|גדלה|גדלו|צמח|צמחה|גידול|צמיחה)",
    down="ו?(?:ירד|ירדה|ירדו|יירד|ירידה|קטן|קטנה|פחת|פחתה|צנח|צנחה)",
    between="ב-?|של|כ-?|בכ-?",
    above_zero="עודף|רווח",
    below_zero="גירעון|הפסד",
)

CHANGES: Final = ChangeWords(reaching="ל-|עד")

NUMBERS: Final = NumberWords(changes=CHANGES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="תוכן עניינים|תוכן העניינים",
    before="עמוד|עמ'",
    total="מתוך",
    buttons="הדפסה|הדפס|שתף|הורדה|חיפוש|תפריט|סגור|התחברות|קרא עוד|צור קשר|דף הבית|מפת האתר",
    labels="מקור|צפיות",
    trail="דף הבית",
    imprint="כל הזכויות שמורות|copyright|©",
    accepts="אישור|קבל הכל",
    title="כותרת",
)

LANGUAGE: Final = Language("he", frozenset({Script.HEBREW}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
