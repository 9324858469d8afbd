"""Dutch."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered=r"hoofdstuk|artikel|deel|bijlage|afdeling|paragraaf|titel|boek|art\.",
    numbered_short="art|hfst",
    ordinal_times="kwartaal|halfjaar|eeuw",
    back="terugblik|resultaten|(?:vorig|afgelopen) jaar",
    ahead="vooruitblik|doelen|doelstellingen|prioriteiten|plannen|voornemens|volgend jaar",
    explains="begrippenlijst",
    styles="kop",
    columns="tekst|inhoud",
    behind="hoofdstuk|deel|afdeling|titel|boek",
    counts=(
        "een|één|eerste",
        "twee(?:de)?",
        "drie|derde",
        "vier(?:de)?",
        "vijf(?:de)?",
        "zes(?:de)?",
        "zeven(?:de)?",
        "acht(?:ste)?",
        "negen(?:de)?",
        "tien(?:de)?",
    ),
    asks="wat|hoe|waarom|wanneer|waar|wie|welke?",
    questions="v|vraag",
    remarks="let op|opmerking|belangrijk|voorbeeld|tip",
    annexed="bijlage",
    count_endings="ste|de|e",
    articles=r"artikel|art\.",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset(
        """dhr mevr mw drs ir ing fa bijv d.w.z o.a m.b.t i.v.m t.a.v t.b.v t.o.v a.d m.a.w n.a.v m.i.v i.p.v a.u.b m.n
        z.s.m evt vgl nl""".split()
    ),
    before_numbers=frozenset("blz nr art lid hfst fig par tel ca max min".split()),
)

WORDS: Final = CommonWords(
    commonest=frozenset("de het een van en dat die niet zijn voor met op aan wij".split()),
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "procent", "1"),
        ("points", "procentpunt procentpunten", "1"),
        ("money-eur", "euro", "1"),
        ("mass", "ton", "1000"),
        ("length", "kilometer", "1000"),
        ("time", "jaar", "1"),
        ("time-months", "maand maanden", "1"),
        ("time-days", "dag dagen", "1"),
        ("time-hours", "uur", "1"),
    ),
    nouns="procentpunt(?:en)?|procent|euro|ton|kilometer|hectare|jaar|maanden|maand|dagen|dag|weken|week|uur",
    multiples=(("duizend", 1000), ("miljoen|mln", 10**6), ("miljard|mld", 10**9)),
)

AMOUNTS: Final = AmountWords(
    at_least="ten minste|minstens|minimaal|niet minder dan|meer dan|ruim",
    at_most="hoogstens|maximaal|ten hoogste|niet meer dan|minder dan",
    about="ongeveer|circa|bijna",
    strict="meer dan|minder dan",
    minus="min",
    decimal_comma=True,
    months="januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    not_counted="en|of|in|op|van|tot|voor",
    ranges=" tot ",
    between="tussen",
    between_and=" en (?:de )?",
    joins="en",
)

DIRECTIONS: Final = DirectionWords(
    up=r"gesteg\w+|steeg|stegen|stijg\w+|toegenomen|toename|groei\w*|gegroeid",
    down=r"gedaald|daal\w+|dalen|daling|afgenomen|afname|gekrompen|krimp",
    between="met|van|ongeveer",
    base="van",
    above_zero=r"overschot\w*|winst\w*",
    below_zero=r"tekort\w*|verlies|verliezen",
)

CHANGES: Final = ChangeWords(reaching="naar|tot")

NUMBERS: Final = NumberWords(changes=CHANGES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="inhoud|inhoudsopgave",
    before=r"pagina|blz\.|p\.",
    total="van|/",
    buttons=(
        "afdrukken|print deze pagina|delen|deel deze pagina|downloaden|naar (?:de )?inhoud|naar boven"
        "|terug naar boven|zoeken|menu|sluiten|inloggen|lees meer|contact|toegankelijkheid|vorige|volgende"
    ),
    labels="bron|gepubliceerd door",
    trail="home|u bent hier:?",
    imprint="alle rechten voorbehouden|copyright|©",
    accepts="(?:alle )?cookies (?:accepteren|weigeren)|accepteren|weigeren",
    title="titel",
)

LANGUAGE: Final = Language("nl", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
