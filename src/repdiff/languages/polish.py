"""Polish."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    styles="nagłówek",
    columns="tekst|treść",
    numbered=r"rozdział|część|dział|artykuł|art\.|paragraf|załącznik|tytuł|księga|sekcja|oddział|tom|podrozdział",
    behind="rozdział|część|dział|tom|księga",
    counts=(
        "pierwsz[yae]",
        "drug[iae]",
        "trzeci[ae]?",
        "czwart[yae]",
        "piąt[yae]",
        "szóst[yae]",
        "siódm[yae]",
        "ósm[yae]",
        "dziewiąt[yae]",
        "dziesiąt[yae]",
    ),
    asks="co|jak|dlaczego|kiedy|gdzie|kto|jakie|jaki|jaka",
    annexed="załącznik",
    articles=r"artykuł|art\.|paragraf",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset("np tzn tzw tj m.in inż mgr hab płk ks św ul im woj pow gm os pl zob ur zm dr".split()),
    before_numbers=frozenset("nr ust pkt pkt. poz rozdz str godz rys tab tel ok por s art tys mln mld".split()),
    before_names=frozenset("p".split()),
)

WORDS: Final = CommonWords(
    commonest=frozenset("się nie jest oraz przez dla który jak został zostanie będzie roku zbudujemy".split()),
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "procent procenta", "1"),
        ("points", "punkt punkty punktów p.p.", "1"),
        ("points", "punkt_bazowy punkty_bazowe punktów_bazowych", "0.01"),
        ("money-pln", "złoty złote złotych zł", "1"),
        ("mass", "tona tony ton", "1000"),
        ("time", "lat lata", "1"),
        ("time-months", "miesiąc miesiące miesięcy", "1"),
        ("time-days", "dni dnia", "1"),
        ("time-weeks", "tygodnie tygodni", "1"),
        ("time-hours", "godzin godziny", "1"),
        ("person", "osób osoby", "1"),
        ("times", "razy", "1"),
    ),
    nouns=(
        r"punkt(?:ów|y|) bazow(?:ych|e|y)|"
        r"procenta?|p\.p\.|punkt(?:ów|y|)(?: procentow(?:ych|e|y))?|złot(?:ych|e|y)|zł|euro|ton[ay]?|kilometr(?:ów|y)|hektar(?:ów|y)|lata?"
        r"|miesi(?:ęcy|ąc|ące)|dni(?: roboczych)?|tygodni[e]?|godzin[y]?|osób|osoby|razy"
    ),
    multiples=(
        (r"tys\.|tysi(?:ęcy|ące|ąc)", 1000),
        (r"mln|milion(?:ów|y|)", 10**6),
        (r"mld|miliard(?:ów|y|)", 10**9),
        (r"bln|bilion(?:ów|y|)", 10**12),
    ),
)

AMOUNTS: Final = AmountWords(
    at_least="co najmniej|przynajmniej|nie mniej niż|minimum|ponad|więcej niż|powyżej",
    at_most="co najwyżej|najwyżej|nie więcej niż|maksymalnie|poniżej|mniej niż",
    about="około|ok.|prawie|blisko",
    strict="ponad|więcej niż|powyżej|poniżej|mniej niż",
    minus="minus",
    at_least_after=" lub więcej| i więcej",
    shares_hint="poł|trzecie",
    shares=((r"\bpołow[aęy]\b", "50"), (r"\bdwie trzecie\b", "66.67")),
    spelled=(
        ("dwa|dwie", "2"),
        ("trzy", "3"),
        ("cztery", "4"),
        ("pięć", "5"),
        ("sześć", "6"),
        ("siedem", "7"),
        ("osiem", "8"),
        ("dziewięć", "9"),
        ("dziesięć", "10"),
        ("dwanaście", "12"),
        ("dwadzieścia", "20"),
        ("trzydzieści", "30"),
        ("sto", "100"),
    ),
    spelled_joins=" ",
    decimal_comma=True,
    names_before=r"[Aa]rt\. ?|[Nn]r ?|[Uu]st\. ?|[Pp]kt ?|[Ss]tr\. ?|[Rr]ozdział ?|[Tt]abela ?",
    months=("stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"),
    not_counted="i|lub|w|na|do|od|z|oraz|roku|r",
    between="od|między",
    between_and=" do | a ",
    goes_from="z (?=\\d)",
    joins="i|oraz",
)

DIRECTIONS: Final = DirectionWords(
    up=r"wzr[oó]s\w+|wzrast\w+|zwięks\w+",
    down=r"spad(?:ł|ek|a|ki|ku|ły|ło|ła|nie|ną)\w*|zmniejsz\w+|obniż\w+|zmala\w+",
    between="o|do|ok|około|prawie|ponad",
    base="z|ze",
    above_zero=r"nadwyżk\w+|zysk\w*",
    below_zero=r"deficyt\w*|strat[aęy]",
)

CHANGES: Final = ChangeWords(reaching="do")

NUMBERS: Final = NumberWords(changes=CHANGES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="spis treści",
    before=r"strona|str\.",
    total="z|/",
    buttons=(
        "drukuj|udostępnij|pobierz(?: pdf)?|przejdź do treści|do góry|szukaj|menu|zamknij|zaloguj"
        "|czytaj więcej|kontakt|mapa strony|poprzedni|następny|strona główna"
    ),
    labels="źródło|liczba wyświetleń|opublikował",
    trail="strona główna|jesteś tutaj:?",
    imprint="wszelkie prawa zastrzeżone|copyright|©",
    accepts="akceptuj(?:ę)?(?: wszystkie)?|odrzuć(?: wszystkie)?|zgadzam się",
    title="tytuł",
)

LANGUAGE: Final = Language("pl", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
