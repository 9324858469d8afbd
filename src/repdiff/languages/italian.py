"""Italian."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import (
    CommonWords,
    FormulaWords,
    HeadingWords,
    Language,
    PageWords,
    RoleWords,
    SentenceWords,
)
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered=r"capitolo|articolo|sezione|titolo|parte|allegato|capo|libro|appendice|art\.|cap\.",
    numbered_short="art|cap|sez",
    back="risultati|traguardi raggiunti|retrospettiva|anno (?:scorso|passato|precedente)",
    ahead="obiettivi|priorità|prospettive|impegni|prossimi passi|(?:prossimo|nuovo) anno",
    explains="glossario",
    styles="titolo",
    columns="testo|contenuto|paragrafo",
    behind="parte|capitolo|sezione|titolo|libro|capo",
    counts=(
        "uno|prim[oa]",
        "due|second[oa]",
        "tre|terz[oa]",
        "quattro|quart[oa]",
        "cinque|quint[oa]",
        "sei|sest[oa]",
        "sette|settim[oa]",
        "otto|ottav[oa]",
        "nove|non[oa]",
        "dieci|decim[oa]",
    ),
    asks="che cosa|cosa|come|perché|quando|dove|chi|quali?",
    questions="d|domanda",
    remarks="nota|importante|attenzione|esempio|avviso",
    annexed="allegato|appendice",
    count_endings="a|o",
    articles=r"articolo|art\.",
)

ROLES: Final = RoleWords(formulas=FormulaWords(page="pagina"))

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset(
        """sig sigg sig.ra sig.na sig.re dott dott.ssa prof.ssa ing avv arch geom rag spett egr gent mons p.zza""".split()
    ),
    before_numbers=frozenset("pag pagg cap art artt fig vol sec n nn lett par ca tav tel".split()),
)

WORDS: Final = CommonWords(
    commonest=frozenset("il che di per una del della sono con non gli le è nel alla".split()),
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "per", "1"),
        ("points", "punti punto", "1"),
        ("points", "punti_base punto_base", "0.01"),
        ("money-eur", "euro", "1"),
        ("mass", "tonnellata tonnellate", "1000"),
        ("length", "chilometro chilometri", "1000"),
        ("time", "anno anni", "1"),
        ("time-months", "mese mesi", "1"),
        ("time-days", "giorno giorni", "1"),
        ("time-hours", "ora ore", "1"),
        ("times", "volte", "1"),
    ),
    nouns=(
        "per cento|punti? percentual[ei]|punt[io] base|punti|euro|dollari|tonnellat[ae]|chilometr[io]|metri|ettari"
        "|giorn[io](?: lavorativi)?|settiman[ae]|mes[ei]"
        "|ann[io]|or[ae]|volte"
    ),
    multiples=(("mila", 1000), ("milioni|milione|mln", 10**6), ("miliardi|miliardo|mld", 10**9)),
    links="di |d['’]",
)

AMOUNTS: Final = AmountWords(
    at_least="almeno|non meno di|come minimo|più di|oltre|superiore a|superiore al",
    at_most="al massimo|non più di|fino a|meno di|inferiore a|inferiore al|sotto i",
    about="circa|quasi|intorno a",
    strict="più di|oltre|superiore a|superiore al|meno di|inferiore a|inferiore al|sotto i",
    minus="meno",
    at_least_after=" o più",
    at_most_after=" o meno",
    shares_hint="metà|terzi",
    shares=((r"\b[Ll]a metà\b", "50"), (r"\bdue terzi\b", "66.67")),
    spelled=(
        ("un(?= (?:milione|miliardo)\\b)", "1"),
        ("due", "2"),
        ("tre", "3"),
        ("quattro", "4"),
        ("cinque", "5"),
        ("sei", "6"),
        ("sette", "7"),
        ("otto", "8"),
        ("nove", "9"),
        ("dieci", "10"),
        ("dodici", "12"),
        ("venti", "20"),
        ("trenta", "30"),
        ("cinquanta", "50"),
        ("cento", "100"),
        ("mille|mila", "1000"),
    ),
    spelled_joins=" |",
    spelled_no_count="i|le|gli|queste|questi|ultimi|prossimi|per",
    decimal_comma=True,
    names_before=r"n\. ?|[Aa]rticol[oi] |[Aa]rt\. ?|[Pp]agin[ae] |[Cc]apitolo |[Tt]abella ",
    names_after="[°ºª]",
    months="gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    not_counted="e|o|di|del|in|a|al|per|con|da",
    ranges=" a ",
    between="tra|fra",
    between_and=" e (?:il )?",
    joins="e",
)

DIRECTIONS: Final = DirectionWords(
    up=(
        "aument(?:o|i|a|ano|are|ato|ata|ati|ate|erà|eranno)|cresc(?:e|ono|ere|erà|ita|iuto|iuta|iuti|iute)|salit[oaie]|salgono|rialzo"
        "|increment(?:o|i|are|ato|ata)"
    ),
    down=(
        "diminui(?:sce|scono|re|rà|to|ta|ti|te)|diminuzion[ei]|cal(?:o|a|ano|are|ato|ata|ati|ate|erà)|sces[oaie]|scend(?:e|ono|ere|erà)"
        "|riduzion[ei]|rid(?:urre|urrà|otto|otta|otti|otte)|ribasso|flession[ei]"
    ),
    by="del|dello|della|di",
    between="del|dello|della|di|è|sono|al|allo|alla|un|una|in|circa",
    base="da|dal|dallo|dalla",
    blurs=r"(?:non|senza|nessun[oa]?)(?: \w+){0,2}",
    above_zero="avanzo|utile|utili",
    below_zero="disavanzo|perdit[ae]",
)

CHANGES: Final = ChangeWords(reaching="al|allo|alla|agli|fino a")

NUMBERS: Final = NumberWords(changes=CHANGES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="indice|sommario|contenuti|indice generale",
    before=r"pagina|pag\.|p\.",
    total="di|/",
    buttons=(
        "stampa(?: (?:la )?pagina)?|condividi(?: su)?|scarica(?: (?:il )?pdf)?"
        "|vai al contenuto(?: principale)?|torna su|torna all'inizio|cerca|menu|chiudi|accedi|registrati"
        "|leggi tutto|mappa del sito|contatti|accessibilità|successivo|precedente"
    ),
    labels="fonte|pubblicato da|visualizzazioni|ultimo aggiornamento della pagina",
    trail="home|sei in:?|ti trovi in:?",
    imprint="tutti i diritti riservati|copyright|©",
    accepts="accetta(?: tutti)?(?: i cookie)?|rifiuta(?: tutti)?(?: i cookie)?",
    title="titolo",
)

LANGUAGE: Final = Language("it", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
