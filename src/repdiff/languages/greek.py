"""Greek."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords()

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords(
    times=frozenset("π.μ μ.μ μ.χ κ.λπ κ.ά".split()),
    abbreviations=frozenset("π.χ δηλ κα κκ κος δρ βλ πρβλ λεωφ αγ καθ υπ".split()),
    before_numbers=frozenset("αρ άρθρ παρ σελ σσ κεφ εδ εικ πίν τόμ περ περίπ τηλ δηλ φ ν".split()),
    before_names=frozenset("κ οδ".split()),
)

WORDS: Final = CommonWords()

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("points", "ποσοστιαίες μονάδες", "1"),
        ("percent", "τοις", "1"),
        ("money-eur", "ευρώ", "1"),
        ("money-usd", "δολάρια δολαρίων", "1"),
        ("mass", "τόνους τόνοι τόνων", "1000"),
        ("length", "χιλιόμετρα χιλιομέτρων χλμ", "1000"),
        ("time", "έτη χρόνια έτος ετών", "1"),
        ("time-months", "μήνες μηνών μήνα", "1"),
        ("time-days", "ημέρες ημερών μέρες", "1"),
        ("time-hours", "ώρες ωρών", "1"),
        ("person", "άτομα ατόμων", "1"),
        ("times", "φορές", "1"),
    ),
    nouns=(
        "ποσοστιαίες μονάδες|τοις εκατό|ευρώ|δολάρι(?:α|ων)|τόνο(?:υς|ι)|τόνων|χιλιόμετρα|χιλιομέτρων|χλμ|έτη|χρόνια|ετών|μήν(?:ες|α)|μηνών"
        "|(?:εργάσιμες )?ημέρες|ημερών|μέρες|ώρες|ωρών|άτομα|ατόμων|φορές"
    ),
    multiples=(
        ("χιλιάδες|χιλ\\.", 1000),
        ("εκατομμύρι(?:α|ο)|εκατομμυρίων|εκατ\\.", 10**6),
        ("δισεκατομμύρι(?:α|ο)|δισεκατομμυρίων|δισ\\.", 10**9),
    ),
)

AMOUNTS: Final = AmountWords(
    at_least="τουλάχιστον|πάνω από|περισσότερο από|περισσότερα από|περισσότερους από|όχι λιγότερο από|άνω των|άνω του",
    at_most="το πολύ|έως|μέχρι|όχι περισσότερο από|λιγότερο από|λιγότερα από|κάτω από|κάτω του",
    about="περίπου|σχεδόν|γύρω στα",
    strict=(
        "πάνω από|περισσότερο από|περισσότερα από|περισσότερους από|άνω των|άνω του|λιγότερο από|λιγότερα από|κάτω από|κάτω του"
    ),
    minus="μείον",
    shares_hint="μισό|τρίτα|διπλασι",
    shares=(("(?:το|στο) μισό", "50"), ("δύο τρίτα", "66.67")),
    folds=(("διπλασιά[σζ]\\w+", 2),),
    spelled=(
        ("δύο", "2"),
        ("τρία|τρεις", "3"),
        ("τέσσερα|τέσσερις", "4"),
        ("πέντε", "5"),
        ("έξι", "6"),
        ("επτά|εφτά", "7"),
        ("οκτώ|οχτώ", "8"),
        ("εννέα|εννιά", "9"),
        ("δέκα", "10"),
        ("δώδεκα", "12"),
        ("είκοσι", "20"),
        ("τριάντα", "30"),
        ("πενήντα", "50"),
        ("εκατό", "100"),
    ),
    spelled_joins=" ",
    spelled_no_count="τα|οι|τις|τους|των|αυτά|τοις",
    decimal_comma=True,
    names_before="[Άά]ρθρο |[Κκ]εφάλαιο |σελ\\. ?|αριθ\\. ?|[Πη]ίνακας ",
    names_after="[οηα](?![^\\W\\d_])",
    months=(
        "Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου"
    ),
    not_counted="και|ή|το|του|της|στο|στη|σε|με|για|από|έως",
    ranges=" έως ",
    between="μεταξύ",
    between_and=" και ",
    goes_from="από (?:το )?",
    joins="και",
)

DIRECTIONS: Final = DirectionWords(
    up=r"α[υύ]ξ\w+|ανέβηκ\w+|άνοδ\w+",
    down=r"μει[ωώ]\w+|μείωσ\w+|υποχώρησ\w+|έπεσ\w+|πτώσ\w+",
    by="κατά",
    base="από",
    above_zero=r"πλεόνασμα\w*|κέρδ\w+",
    below_zero=r"έλλειμμα\w*|ζημ[ιί]\w+",
)

CHANGES: Final = ChangeWords(reaching="στο|στα|στους|στις|σε")

NUMBERS: Final = NumberWords(changes=CHANGES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="περιεχόμενα|πίνακας περιεχομένων",
    before=r"σελίδα|σελ\.",
    total="από|/",
    buttons="εκτύπωση|κοινοποίηση|λήψη|αναζήτηση|μενού|κλείσιμο|σύνδεση|επικοινωνία|αρχική",
    labels="πηγή|προβολές",
    trail="αρχική",
    imprint="με επιφύλαξη παντός δικαιώματος|copyright|©",
    accepts="αποδοχή(?: όλων)?|απόρριψη(?: όλων)?",
    title="τίτλος",
)

LANGUAGE: Final = Language("el", frozenset({Script.GREEK}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
