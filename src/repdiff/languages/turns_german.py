"""German: words that turn the meaning of a clause."""

from typing import Final

from repdiff.languages.record import TurnWords

TURNS: Final = TurnWords(
    negations=(
        r"nicht(?! (?:nur|mehr als|weniger als|zuletzt|allein|bloß|später als|länger als|über|unter))"
        r"|kein(?:e[nrms]?)?(?! zweifel)|niemals|nie(?! zuvor)|niemand(?:em|en|es)?|nirgends"
        r"|weder|nichts(?! als)|keinesfalls|keineswegs|keinerlei"
    ),
    excepts=(
        r"es sei denn|sofern nicht|soweit nicht|wenn nicht|außer|ausgenommen|nicht nur|sondern|ob|statt"
        r"|anstatt|bevor"
    ),
    denies=(
        r"ohne|kaum|selten|un\w{4,}|in(?:akt|kons|tol)\w+|nicht\w+|\w+los(?:e[nrms]?)?|miss\w{3,}|vermeid\w+"
        r"|verhinder\w+|verbot\w*|fehl\w+|mangel\w*|statt"
    ),
    up=(
        r"ausweit(?:en|et|ung)|ausgeweitet|verlänger(?:n|t|te|ung)|beschleunig(?:en|t|te|ung)|verstärk(?:en|t"
        r"|te|ung)|stärk(?:en|t|te|ung)|erweiter(?:n|t|te|ung)|vergrößer(?:n|t|te|ung)"
    ),
    down=(
        r"einschränk(?:en|t|te|ung)|eingeschränkt|verkürz(?:en|t|te|ung)|verlangsam(?:en|t|te|ung)"
        r"|schwäch(?:en|t|te|ung)|verkleiner(?:n|t|te|ung)|begrenz(?:en|t|te|ung)|drossel(?:n|t|te|ung)"
    ),
    must=(
        r"muss|müssen|musste[nr]?|hat zu|haben zu|ist verpflichtet|sind verpflichtet|verpflichtend|zwingend"
        r"|obligatorisch|vorgeschrieben"
    ),
    should=r"soll(?:te|ten|en)?|empfohlen",
    may=r"darf|dürfen|durfte[n]?|kann|können|berechtigt|erlaubt|gestattet|zulässig|erlauben",
    must_not=(
        r"(?:darf|dürfen|kann|können)(?: \w+){0,3} (?:nicht|kein\w*)|verboten|untersagt|unzulässig|verbieten"
        r"|verbietet|untersagen|nicht (?:erlaubt|gestattet|zulässig)"
    ),
    need_not=r"(?:muss|müssen)(?: \w+){0,3} nicht|nicht verpflichtet|freiwillig|freigestellt|optional",
    joins="und|oder|sowie|bzw|wie",
    opposites=(
        ("abend,s|abends", "morgen,s|morgens"),
        ("aktiv,e,en,er,es", "passiv,e,en,er,es|inaktiv,e,en"),
        ("alle,n,r|jede,r,n,s,m|sämtliche,n", "keine,r,n"),
        ("alt,e,en,er,es", "neu,e,en,er,es"),
        ("ältere,n,r", "jüngere,n,r"),
        (
            "annahme|annehmen|angenommen|genehmigt|genehmigen|genehmigung|zustimmung",
            "ablehnung|ablehnen|abgelehnt|verweigert",
        ),
        ("arbeitgeber,n,s", "arbeitnehmer,n,s"),
        ("arm,e,en,er", "reich,e,en,er"),
        ("ausfuhr,en|export,e,en,s|exportiert|exportieren", "einfuhr,en|import,e,en,s|importiert|importieren"),
        ("ausgabe,n", "einnahme,n|einkünfte"),
        ("ausland|ausländisch,e,en,er,es", "inland|inländisch,e,en,er,es"),
        ("außen|draußen|außerhalb", "innen|drinnen|innerhalb"),
        ("aussteigen|austritt", "einsteigen|eintritt|beitritt"),
        ("befristet,e,en,er,es|vorübergehend|zeitweise", "unbefristet,e,en,er,es|dauerhaft,e,en|ständig"),
        ("besser,e,en,er", "schlechter,e,en,er"),
        ("bund|bundesweit", "land|länder|landesweit", "kommune,n|gemeinde,n"),
        ("direkt,e,en,er,es", "indirekt,e,en,er,es"),
        ("eingeschlossen|einschließlich|inklusive|enthalten", "ausgeschlossen|ausschließlich|exklusive|ausgenommen"),
        ("erfolg,e,s|erfolgreich,e,en", "misserfolg,e,s|erfolglos,e,en"),
        ("erwachsene,n,r", "kind,er,ern|minderjährige,n,r|jugendliche,n,r"),
        ("fest,e,en,er,es", "variabel|variable,n,r"),
        (
            "fördern|fördert|förderung|gefördert|unterstützen|unterstützt",
            "behindern|behindert|beschränken|beschränkt|bekämpfen|bekämpft",
        ),
        ("frau,en|weiblich,e,en,er", "mann|männer,n|männlich,e,en,er"),
        ("freiwillig,e,en,er", "verpflichtend,e,en,er|pflicht"),
        ("früh|früher,e,en", "spät|später,e,en"),
        ("ganz|vollständig,e,en,er|voll", "teilweise|unvollständig,e,en,er"),
        ("geöffnet|öffnen|öffnet|eröffnen|eröffnet|offen", "geschlossen|schließen|schließt"),
        ("gesetzlich,e,en,er,es", "privat,e,en,er,es"),
        ("gewinn,e,en,s|überschuss", "verlust,e,en,s|defizit"),
        ("gläubiger,s,n", "schuldner,s,n"),
        ("groß,e,en,er,es|größer,e,en", "klein,e,en,er,es|kleiner,e,en"),
        ("gültig,e,en,er,es|wirksam,e,en", "ungültig,e,en,er,es|unwirksam,e,en"),
        ("haus|eigentümer,s,n|vermieter,s,n", "mieter,s,n"),
        ("hoch|hohe,n,r,s|höher,e,en", "niedrig,e,en,er,es|niedriger,e,en"),
        ("immer|stets", "nie|niemals"),
        ("käufer,s,n|kaufen|kauft|kauf", "verkäufer,s,n|verkaufen|verkauft|verkauf"),
        ("kostenlos,e,en,er|kostenfrei,e,en,er|gebührenfrei", "kostenpflichtig,e,en,er|gebührenpflichtig"),
        ("kurzfristig,e,en,er", "mittelfristig,e,en,er", "langfristig,e,en,er"),
        ("ländlich,e,en,er,es|dörflich,e,en", "städtisch,e,en,er,es"),
        (
            "landwirtschaft|landwirtschaftlich,e,en,er",
            "industrie|industriell,e,en,er",
            "dienstleistung,en|dienstleistungssektor",
        ),
        ("lehrer,n,s|lehrkräfte,n", "schüler,n,s"),
        ("links|linke,n", "rechts|rechte,n"),
        ("maximal|höchstens|maximum", "minimal|mindestens|minimum|wenigstens"),
        ("mehr|über", "weniger|unter"),
        ("mehrheit", "minderheit"),
        ("mit|samt", "ohne"),
        ("monatlich,e,en,er", "jährlich,e,en,er", "täglich,e,en,er", "wöchentlich,e,en,er", "vierteljährlich,e,en,er"),
        ("möglich,e,en", "unmöglich,e,en"),
        ("nach|nachher|danach", "vor|vorher|davor"),
        ("nord|norden|nördlich,e,en", "süd|süden|südlich,e,en", "ost|osten|östlich,e,en", "west|westen|westlich,e,en"),
        ("notwendig,e,en|erforderlich,e,en|nötig", "unnötig,e,en|entbehrlich,e,en"),
        ("oberhalb|oben", "unterhalb|unten"),
        ("öffentlich,e,en,er,es,em|staatlich,e,en,er,es,em", "privat,e,en,er,es,em|nichtöffentlich,e,en"),
        ("positiv,e,en,er,es", "negativ,e,en,er,es"),
        ("rechtmäßig,e,en,er|legal,e,en", "rechtswidrig,e,en,er|illegal,e,en"),
        ("schnell,e,en|schneller", "langsam,e,en|langsamer"),
        ("sommer,s", "winter,s"),
        ("sicher,e,en,er", "unsicher,e,en,er|gefährlich,e,en"),
        ("stark,e,en,er|stärker", "schwach,e,en,er|schwächer"),
        ("tag,e,s|tagsüber", "nacht|nachts|nächte"),
        ("vollzeit", "teilzeit"),
        ("zunächst|zuerst|anfang|beginn|beginnt", "zuletzt|ende|endet"),
        ("zentral,e,en,er", "dezentral,e,en,er"),
    ),
)
