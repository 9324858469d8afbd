"""German."""

from typing import Final

from repdiff.languages.number_words import (
    AmountWords,
    ChangeWords,
    DirectionWords,
    GoalWords,
    NumberWords,
    PromiseWords,
    UnitWords,
)
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
from repdiff.languages.turns_german import TURNS

HEADINGS: Final = HeadingWords(
    steps="schritt|stufe|phase|ziel|maßnahme|punkt|aufgabe|empfehlung",
    numbered=(
        "artikel|kapitel|abschnitt|teil|anhang|anlage|titel|buch|band|unterabschnitt|paragraph|paragraf"
        r"|art\.|kap\."
    ),
    numbered_short="art|kap|abs|abschn",
    ordinal_times=r"quartal\w*|halbjahr\w*|jahrhundert\w*",
    goes_on="des|der|und",
    back=(
        r"\w*rückblick|\w*rückschau|bilanz|jahresbilanz|erreichtes|geleistetes|das haben wir (?:erreicht|getan|geschafft)"
        r"|(?:letztes|vergangenes|voriges) jahr"
    ),
    ahead=(
        r"\w*ziele|\w*ausblick|vorausschau|vorhaben|maßnahmen|schwerpunkte|prioritäten|pläne|planung|nächste schritte"
        r"|das haben wir vor|das wollen wir|(?:nächstes|kommendes) jahr"
    ),
    explains="glossar|begriffserklärungen|abkürzungsverzeichnis",
    styles="überschrift",
    columns="text|volltext|inhalt|wortlaut|absatz",
    behind="kapitel|abschnitt|teil|titel|buch|hauptstück|unterabschnitt|artikel",
    counts=(
        "eins|erste[rs]?",
        "zwei|zweite[rs]?",
        "drei|dritte[rs]?",
        "vier|vierte[rs]?",
        "fünf|fünfte[rs]?",
        "sechs|sechste[rs]?",
        "sieben|sieb(?:en)?te[rs]?",
        "acht|achte[rs]?",
        "neun|neunte[rs]?",
        "zehn|zehnte[rs]?",
    ),
    asks="was|wie|warum|wann|wo|wer|wen|wem|welche[rsmn]?|wozu|woher|wohin|wofür",
    questions="f|frage",
    remarks="hinweis|wichtig|achtung|beispiel|anmerkung|tipp|merke",
    annexed="anhang|anlage",
    articles=r"artikel|art\.|paragra(?:ph|f)",
)

ROLES: Final = RoleWords(
    formulas=FormulaWords(
        salutations="sehr geehrte|meine damen|liebe",
        thanks="Danke",
        ceremony="^vielen dank",
        furniture="impressum|inhaltsverzeichnis",
        page="seite",
    ),
    went="wurden?|hatte[n]?|worden",
    will="werden wir|wir werden|wir wollen|soll(?:en)?|müssen",
    modals=(
        "(?i:wir werden|werden wir|wir wollen|wollen wir|wir verpflichten)|soll(?:en)?|müssen|muss|(?:darf|dürfen) nicht"
    ),
    past="wurden?|worden|wir haben|haben wir|hatten?",
    shares_out=r"davon\b",
    targets=r"\d\s?Prozent|\d Million|bis 20\d\d|mindestens \d",
)

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset(
        """rd ca insb insbes voraussichtl einschl ausschl dipl dipl.-ing dipl.-kfm h.c v.h i.v z.zt v.chr n.chr
        z.hd a.d o.g m.e i.s.d bzgl hinsichtl sogen ehem geb hr fr frl z.b u.a d.h v.a o.ä s.o s.u i.d.r u.u z.t
        vgl bzw ggf evtl bspw sog hrsg inkl zzgl mind mio mrd tsd""".split()
    ),
    before_numbers=frozenset(
        """rd bj max min jg art s bl lfd nr abs ziff kap bd tab abb anm ca okt dez z rn lit str""".split()
    ),
    openers=frozenset(
        "der die das den dem ein eine es er sie wir in im am und aber wenn als für mit von auf zu".split()
    ),
    before_ordinals="am|vom|zum|zur|beim|ab|bis|seit|im|der|die|das|dem|den|des|jeder|jedes",
)

WORDS: Final = CommonWords(
    function=frozenset(
        """der die das den dem des ein eine einen einem einer eines und oder von zu zum zur im am auf für mit bei ist sind
        wurde wurden""".split()
    ),
    commonest=frozenset("der die und das ist nicht mit den von zu ein eine auf im wir werden".split()),
    report=r"bericht\b|rapport",
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "Prozent", "1"),
        ("points", "Prozentpunkte Prozentpunkten", "1"),
        ("money-eur", "Euro", "1"),
        ("mass", "Tonnen", "1000"),
        ("time", "Jahr Jahre Jahren", "1"),
        ("time-months", "Monate Monaten", "1"),
        ("time-days", "Tag Tage Tagen", "1"),
        ("time-weeks", "Woche Wochen", "1"),
        ("time-hours", "Stunde Stunden", "1"),
        ("time-minutes", "Minute Minuten", "1"),
        ("time-days", "Arbeitstage Arbeitstagen Werktage Werktagen Arbeitstag Werktag", "1"),
        ("money-usd", "Dollar", "1"),
        ("money-chf", "Franken", "1"),
        ("money-gbp", "Pfund", "1"),
        ("points", "Prozentpunkt", "1"),
        ("points", "Basispunkt Basispunkte Basispunkten", "0.01"),
        ("mass", "Tonne", "1000"),
        ("mass", "Kilogramm", "1"),
        ("length", "Kilometer Kilometern", "1000"),
        ("length", "Meter Metern", "1"),
        ("area", "Hektar", "15"),
        ("area-m2", "Quadratmeter Quadratmetern", "1"),
        ("area-m2", "Quadratkilometer Quadratkilometern", "1000000"),
        ("volume", "Kubikmeter Kubikmetern", "1"),
        ("temperature", "Grad", "1"),
    ),
    nouns=(
        "Prozent(?:punkten?)?|Basispunkten?|(?:Arbeits|Werk)?[Tt]age?n?|Wochen?|Monaten?|Jahren?|Stunden?|Minuten?|Euro|Dollar|Franken|Pfund"
        "|Tonnen?|Kilogramm|Kilometern?|Metern?|Quadratmetern?|Quadratkilometern?|Kubikmetern?|Hektar|Grad|Uhr"
    ),
    multiples=(
        (r"Tsd\.|Tausend", 1000),
        ("Billionen|Billion", 10**12),
        (r"Milliarden|Milliarde|Mrd\.?", 10**9),
        (r"Millionen|Million|Mio\.?", 10**6),
    ),
    clock="Uhr",
)

AMOUNTS: Final = AmountWords(
    at_least="mindestens|wenigstens|nicht weniger als|nicht unter|mind.|min.|mehr als|über",
    at_most="höchstens|nicht länger als|maximal|nicht mehr als|nicht über|max.|bis zu|weniger als|unter",
    about="rund|etwa|circa|ca.|rd.|ungefähr|fast|knapp|annähernd",
    strict="mehr als|über|weniger als|unter",
    minus="minus",
    wholes=" (?:des|der) [A-Z]{2,5}",
    at_least_after=" oder mehr| und mehr",
    at_most_after=" oder weniger",
    folds=((r"\b[Vv]erdoppel(?:t|n|te)\b", 2), (r"\b[Vv]erdreifach(?:t|en|te)\b", 3)),
    shares_hint="Drittel|Viertel|Hälfte|albier|erdoppel|erdreifach",
    shares=(
        (r"\b[Zz]wei Drittel\b", "66.67"),
        (r"\b[Dd]rei Viertel\b", "75"),
        (r"\b(?:[Ee]in|einem) Drittel\b", "33.33"),
        (r"\b(?:[Ee]in|einem) Viertel\b", "25"),
        (r"\bdie Hälfte\b|\b[Hh]albier(?:t|en)\b", "50"),
    ),
    spelled=(
        ("eine(?= (?:Million|Milliarde)\\b)", "1"),
        ("ein(?=hundert|tausend|und)", "1"),
        ("zwei", "2"),
        ("dreizehn", "13"),
        ("dreißig", "30"),
        ("drei", "3"),
        ("vierzehn", "14"),
        ("vierzig", "40"),
        ("vier", "4"),
        ("fünfzehn", "15"),
        ("fünfzig", "50"),
        ("fünf", "5"),
        ("sechzehn", "16"),
        ("sechzig", "60"),
        ("sechs", "6"),
        ("siebzehn", "17"),
        ("siebzig", "70"),
        ("sieben", "7"),
        ("achtzehn", "18"),
        ("achtzig", "80"),
        ("acht", "8"),
        ("neunzehn", "19"),
        ("neunzig", "90"),
        ("neun", "9"),
        ("zehn", "10"),
        ("elf", "11"),
        ("zwölf", "12"),
        ("zwanzig", "20"),
        ("hundert", "100"),
        ("tausend", "1000"),
        ("(?<=[zdvfsanr][a-zöü]{3})einhalb|einhalb", "0.5"),
    ),
    spelled_joins="und|",
    spelled_no_count="die|diese|dieser|den|der|unsere|unseren|letzten|nächsten|ersten|kommenden|vergangenen|alle|beiden|Phase|Teil",
    decimal_comma=True,
    capital_nouns=True,
    between="zwischen",
    between_and=" und ",
    goes_from="von (?=\\d+[.,]?\\d* ?% auf)",
    names_before=(
        r"Nr\. ?|(?:Artikel|Art\.|Absatz|Abs\.|Ziffer|Ziff\.|Kapitel|Kap\.|Abschnitt|Seite|S\.|Anlage|Anhang|Teil|Tabelle|Tab\.|Abbildung"
        r"|Abb\.|Randnummer|Rn\.|Satz|Buchstabe|Telefon|Tel\.|Zimmer) ?:?"
    ),
    names_after=r"\. ?(?=[A-ZÄÖÜ][a-zäöü]+(?:tag|wahl|periode|gebot|jahrhundert|platz|sitzung)\b)",
    classes=r"[- ](?:[Jj]ährigen?|Jahre alt)|-[Jj]ährige",
    months="Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    not_counted="Drittel|Viertel|Fünftel|Zehntel|und|oder|bis|in|im|am|an|von|vom|mit|auf|für|pro|aus|bei|zu|zum|zur|der|die|das|den|dem|des|ist|sind|hat|haben",
    ranges=" bis ",
    joins="und",
    respectively="jeweils|beziehungsweise",
    turns="und|oder|bis|mit",
)

CHANGES: Final = ChangeWords(
    averaged="jahresdurchschnitt|im jahresschnitt|durchschnittlich pro jahr|jährlich im schnitt",
    rates="steigen|sinken",
    reaching="auf",
    into=r"(?<!\w)(?:auf|bei|um|ist|sind|war|waren|beträgt|betrug|betragen)",
)

DIRECTIONS: Final = DirectionWords(
    up=(
        r"(?:ge|an)?stieg(?:en)?|steig(?:t|en|ern|erte|erten|erung|ende?)|gesteigert|wuchs(?:en)?|wachsen|wächst|gewachsen|wachstum|zunahmen?"
        r"|zunehmen|zugenommen|erhöh(?:en|t|te|ten|ung)|anstieg|ansteigen|angestiegen|zuwachs|plus|mehr(?! als)|anheb(?:en|ung)|angehoben"
        r"|kletter(?:n|te|t)|geklettert|legten?|zugelegt|ausbau(?:en)?|ausgebaut|aufstock(?:en|ung)"
    ),
    down=(
        r"sink(?:t|en)|sank(?:en)?|gesunken|fallen|fällt|fiel(?:en)?|gefallen|senk(?:en|t|te|ten|ung)|gesenkt|abnahmen?|abnehmen|abgenommen"
        r"|rückgang|zurückgegangen|zurückgehen|reduzier(?:en|t|te|ten|ung)|verringer(?:n|t|te|ten|ung)|kürz(?:en|t|te|ung)|gekürzt|minus"
        r"|schrumpf(?:en|t|te|ten|ung)|geschrumpft|verminder(?:n|t|te|ung)|minderung|absenk(?:en|ung)|abgesenkt|abbau(?:en)?|abgebaut|einbruch"
    ),
    up_behind="mehr|höher",
    down_behind="weniger|niedriger",
    by="um",
    between="um|auf|von|bei|ist|war|wird|werden|wurde|soll|sollen|hat|haben|weitere|noch|rund|etwa|im|jahr",
    before_verb="an|ab|zu|zurück|höher|jährlich|real|weiter|pro|jahr",
    of_what="bei|beim|in|im|der|des|von",
    base="als",
    blurs=r"(?:kein|keine|nicht|ohne)(?: \w+){0,2}",
    above_zero="überschuss|überschüsse|gewinn(?:e|s)?",
    below_zero="defizite?s?|verluste?s?|fehlbetrag|fehlbeträge",
)

GOALS: Final = GoalWords(
    measured_time="dauer|frist|zeit|verkürz",
    besides_before="neben|zusätzlich zu",
    forecast="voraussichtlich|erwartet wird|prognos",
    over_last_year="(?:gegenüber|als) (?:dem |im )?vorjahr|mehr als im vorjahr",
)

PROMISES: Final = PromiseWords(
    claimed="vollständig (?:erreicht|umgesetzt|erfüllt)",
    long_term="fünfjahres|langfristig|mittelfristig",
    stock="gesamtzahl",
    less_is_better=(
        "arbeitslos|schulden|verschuldung|defizit|warte|dauer|frist|verspät|unfäll|unfall|todes|getötet|verletzt|beschwerde|straftat|emission|ausstoß"
        "|feinstaub|energieverbrauch|rückstand|armut|leerstand|kosten|abfall|verluste|sterblich|zeit"
    ),
    denials=r"\bnicht\b(?! (?:mehr|weniger|über|unter))|\bkeine?[nrms]?\b|\bnie\b|\bohne\b",
    ahead=r"\b(?:soll|sollen|wird|werden)\b",
    begun="begonnen|gestartet|angelaufen|unterzeichnet|genehmigt|im bau",
    removing="behoben|beheben|beseitig|tilg|abbau|saniert|sanierung|einspar",
    balanced="inflation|verbraucherpreis|preise|mieten",
    scopes="bundesweit|landesweit|kommunal|städtisch|ländlich",
    calibres="bereinigt|preisbereinigt|ohne [^,;.)]*|inflationsbereinigt",
    doing=(
        "wir|werden|wird|wurden?|haben|hat|hatte|neue[nrs]?|weitere[nrs]?|insgesamt|jahr|jahre|zahl|höhe|anzahl|rund|etwa|auf|um|bis|ab|aus|als|bauen|gebaut"
        "|schaffen|geschaffen|eröffnen|eröffnet|sanieren|saniert|fertigstellen|fertiggestellt|erreichen|erreicht|betragen|betrug|beträgt|lag|liegen"
        "|pflanzen|gepflanzt|einstellen|eingestellt|begrenzen|begrenzt|halten|gehalten|kam(?:en)?|gab|es|so(?:ll|llen)|wollen|dieses|letztes|im|zu"
        "|errichten|errichtet|einrichten|eingerichtet|anschaffen|angeschafft|ausbilden|ausgebildet|geplant|durchschnittlich|unsere[rn]?|wollen|will|stellen|stellt|stellten|ein|angestellt|anstellen|gekauft|kaufen|beschaffen|beschafft"
        "|verlegen|verlegt|anbieten|angeboten|erneuern|erneuert|modernisieren|modernisiert|vergeben|bereitstellen|bereitgestellt|einführen"
        "|eingeführt|umbauen|umgebaut|entstehen|entstanden|wurde|worden|konnten|konnte|liegt|lagen|damit|mindestens|höchstens"
    ),
)

NUMBERS: Final = NumberWords(
    units=UNITS, amounts=AMOUNTS, changes=CHANGES, goals=GOALS, promises=PROMISES, directions=DIRECTIONS
)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="inhalt|inhaltsverzeichnis|inhaltsübersicht",
    before=r"seite|s\.",
    total="von|/",
    buttons=(
        r"drucken|seite drucken|druckversion|artikel drucken|teilen|seite teilen|auf \w+ teilen|herunterladen"
        "|download|als pdf(?: herunterladen| speichern)?|zum (?:haupt)?inhalt(?: springen)?"
        "|zur navigation(?: springen)?|zum seitenanfang|nach oben|seitenanfang|startseite|suche|suchen|menü"
        "|schließen|anmelden|abmelden|weiterlesen|mehr (?:lesen|anzeigen)|vorlesen|leichte sprache"
        "|gebärdensprache|kontakt|impressum|datenschutz|barrierefreiheit|merken|empfehlen|facebook|twitter"
        "|whatsapp|e-mail|zurück|weiter|schriftgröße"
    ),
    labels=(
        "quelle|redaktion|aufrufe|vorheriger (?:artikel|beitrag)|nächster (?:artikel|beitrag)"
        "|schlagwörter|veröffentlicht von|zuletzt aktualisiert"
    ),
    trail="startseite|sie sind hier:?|home",
    imprint="alle rechte vorbehalten|copyright|©|zuletzt aktualisiert",
    accepts=(
        "(?:alle )?(?:cookies )?(?:akzeptieren|annehmen|zulassen|ablehnen)|verstanden|einverstanden|zustimmen"
        "|nur notwendige(?: cookies)?|einstellungen"
    ),
    title="titel|überschrift",
)

LANGUAGE: Final = Language("de", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES, TURNS)
