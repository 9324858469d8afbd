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
from repdiff.languages.record import CommonWords, FormulaWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered="artikel|kapitel|abschnitt|teil|anhang|anlage",
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
    targets=r"\d\s?Prozent|\d Million|bis 20\d\d|mindestens \d",
)

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset(
        """hr fr frl z.b u.a d.h v.a o.ä s.o s.u i.d.r u.u z.t vgl bzw ggf evtl bspw sog hrsg inkl zzgl mind mio mrd tsd""".split()
    ),
    before_numbers=frozenset("nr abs ziff kap bd tab abb anm ca okt dez z rn lit str".split()),
    openers=frozenset(
        "der die das den dem ein eine es er sie wir in im am und aber wenn als für mit von auf zu".split()
    ),
    before_ordinals="am|vom|zum|zur|beim|ab|bis|seit|im|der|die|das|dem|den|des|jeder|jedes",
)

WORDS: Final = CommonWords(
    function=frozenset(
        """der die das den dem des ein eine einen einem einer eines und oder von zu zum zur im am auf für mit bei ist sind""".split()
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
        ("time-hours", "Stunden", "1"),
    ),
    nouns="Prozent(?:punkten?)?|Tagen?|Wochen?|Monaten?|Jahren?|Stunden?|Euro|Tonnen|Uhr",
    multiples=((r"Tsd\.", 1000), (r"Milliarden|Milliarde|Mrd\.", 10**9), (r"Millionen|Million|Mio\.", 10**6)),
)

AMOUNTS: Final = AmountWords(
    at_least="mindestens|mehr als|über",
    at_most="höchstens|bis zu|weniger als",
    about="rund|etwa",
    strict="mehr als|über|weniger als",
    not_counted="und|oder|bis",
    ranges=" bis ",
    joins="und",
    respectively="jeweils|beziehungsweise",
    turns="und|oder|bis|mit",
)

CHANGES: Final = ChangeWords(
    averaged="jahresdurchschnitt|im jahresschnitt|durchschnittlich pro jahr|jährlich im schnitt",
    rates="steigen|sinken",
    reaching="auf",
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
    begun="begonnen|gestartet|angelaufen|unterzeichnet|genehmigt|im bau",
    removing="behoben|beheben|beseitig|tilg|abbau|saniert|sanierung|einspar",
    balanced="inflation|verbraucherpreis|preise|mieten",
    scopes="bundesweit|landesweit|kommunal|städtisch|ländlich",
    calibres="bereinigt|preisbereinigt|ohne [^,;.)]*|inflationsbereinigt",
    doing=(
        "wir|werden|wird|wurden?|haben|hat|hatte|neue[nrs]?|weitere[nrs]?|insgesamt|jahr|jahre|zahl|höhe|anzahl|rund|etwa|auf|um|bis|ab|aus|als|bauen|gebaut"
        "|schaffen|geschaffen|eröffnen|eröffnet|sanieren|saniert|fertigstellen|fertiggestellt|erreichen|erreicht|betragen|betrug|beträgt|lag|liegen"
        "|pflanzen|gepflanzt|einstellen|eingestellt|begrenzen|begrenzt|halten|gehalten|kam(?:en)?|gab|es|so(?:ll|llen)|wollen|dieses|letztes|im|zu"
        "|errichten|errichtet|einrichten|eingerichtet|anschaffen|angeschafft|ausbilden|ausgebildet|geplant|durchschnittlich|unsere[rn]?"
    ),
)

NUMBERS: Final = NumberWords(
    units=UNITS, amounts=AMOUNTS, changes=CHANGES, goals=GOALS, promises=PROMISES, directions=DIRECTIONS
)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("de", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
