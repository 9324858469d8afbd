"""Spanish."""

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
    numbered="capítulo|artículo|sección|parte|título|anexo",
    back="balance|resultados|logros|retrospectiva|rendición de cuentas|año (?:pasado|anterior)",
    ahead=(
        "objetivos|prioridades|metas|perspectivas|compromisos|planes|plan de (?:acción|trabajo)|próximos pasos|(?:próximo|nuevo) año"
        "|año que viene"
    ),
    explains="glosario",
)

ROLES: Final = RoleWords(formulas=FormulaWords(page="página"), modals="vamos a|deberán?")

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset("sr sra srta dña".split()), before_numbers=frozenset("cap núm pág".split())
)

WORDS: Final = CommonWords(
    function=frozenset("el la los las y o de del al con por para en un se es son".split()),
    commonest=frozenset("el la los las que y del una por con para es se al como más".split()),
    report=r"informe\b",
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(("percent", "por", "1"),),
    nouns="por ciento",
    multiples=(("millones", 10**6), ("mil", 1000)),
)

AMOUNTS: Final = AmountWords(
    at_least="al menos|más de",
    at_most="menos de|hasta",
    strict="más de|menos de",
    not_counted="y|o",
    joins="y",
    turns="y|con",
)

CHANGES: Final = ChangeWords(reaching="hasta")

DIRECTIONS: Final = DirectionWords(
    up=(
        r"aument(?:o|os|a|an|ó|ar|ará|arán|ado|ada|ando|aron)|crec(?:e|en|er|ió|erá|erán|ido|ieron|imiento)|sub(?:e|en|ir|ió|irá|ieron|ida|ido)"
        r"|increment(?:o|os|a|ar|ó|ará|ado|arse)|alzas?|elev(?:a|ar|ó|ado|ará)|ampli(?:ar|ó|ado|ación)"
    ),
    down=(
        r"disminu(?:ye|yen|ir|yó|irá|irán|ido|ción|yeron)|descen(?:so|sos|der|dió|derá|dido|dieron)|desciende|baj(?:a|as|an|ar|ó|ará|ado|aron)"
        r"|redu(?:ce|cen|cir|jo|jeron|cirá|cirán|cido|cida|cción|cciones)|ca(?:e|en|er|yó|yeron|erá|ído|ída|ídas)|recort(?:e|es|ar|ó|ará|ado)"
        r"|retroce(?:so|der|dió)|contracción|merma"
    ),
    up_behind="más",
    down_behind="menos",
    by="en|en un|un|del",
    between="de|del|en|un|una|a|al|hasta|es|son|fue|ha|han|sido|será|se|por|media|anual|total|otro|otra|previsto|prevista|alrededor|cerca|sitúa|situó",
    before_verb="de",
    of_what="de|del|en",
    base="desde",
    blurs=r"(?:no|sin|ningún|ninguna)(?: \w+){0,2}",
    above_zero="superávit|ganancias?|beneficios?",
    below_zero="déficits?|pérdidas?",
)

GOALS: Final = GoalWords(
    measured_time="plazo|tiempo|duración|espera|trámite",
    forecast="se prevé|previsiblemente|se espera",
)

PROMISES: Final = PromiseWords(
    claimed="plenamente (?:cumplid|alcanzad)[oa]s?",
    long_term="quinquenal|largo plazo",
    stock="número total",
    less_is_better=(
        r"desempleo|paro\b|deuda|déficit|espera|plazo|demora|retraso|accidente|muert|herid|queja|delito|emision|contaminación|pobreza|residuos"
        "|mora|vacantes|costes?|costos?|gastos|consumo de energía|mortalidad|tiempo"
    ),
    removing="resuelt|reciclad|trata|ahorr|pagad|elimin",
    balanced="inflación|precios",
    denials=r"\bno\b(?! (?:más|menos))|\bningun[oa]?\b|\bnunca\b|\bsin\b",
    begun="iniciad|comenz|en marcha|firmad|lanzad",
    doing=(
        "vamos|se|constru(?:ir|iremos|yeron|imos|ido|ida|idos|idas|irán|ye)|abri(?:r|remos|eron|mos)|abiert[oa]s?|crea(?:r|ron|mos|d[oa]s?|remos)"
        "|planta(?:r|ron|mos|d[oa]s?|remos)|forma(?:r|ron|mos|d[oa]s?)|entrega(?:r|ron|mos|d[oa]s?)|rehabilita(?:r|ron|mos|d[oa]s?)|nuev[oa]s?|hubo|fue(?:ron)?"
        "|será|total|año|años|número|alcanz(?:ar|ó|ado)|situ(?:ó|ará)|llegó|mantendremos|limitar|más|al"
    ),
)

NUMBERS: Final = NumberWords(
    goals=GOALS, promises=PROMISES, units=UNITS, amounts=AMOUNTS, changes=CHANGES, directions=DIRECTIONS
)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("es", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
