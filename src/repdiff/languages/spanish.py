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
from repdiff.languages.turns_spanish import TURNS

HEADINGS: Final = HeadingWords(
    steps="paso|fase|etapa|objetivo|medida|acción|prioridad|recomendación|punto|tarea",
    numbered=r"capítulo|artículo|sección|parte|título|anexo|libro|apartado|apéndice|disposición|cap\.|art\.",
    numbered_short="art|cap|secc",
    back="balance|resultados|logros|retrospectiva|rendición de cuentas|año (?:pasado|anterior)",
    ahead=(
        "objetivos|prioridades|metas|perspectivas|compromisos|planes|plan de (?:acción|trabajo)|próximos pasos|(?:próximo|nuevo) año"
        "|año que viene"
    ),
    explains="glosario",
    styles="título|encabezado",
    columns="texto|contenido|cuerpo|párrafo",
    behind="parte|capítulo|sección|título|libro",
    counts=(
        "uno|primer[oa]?|único",
        "dos|segund[oa]",
        "tres|tercer[oa]?",
        "cuatro|cuart[oa]",
        "cinco|quint[oa]",
        "seis|sext[oa]",
        "siete|séptim[oa]",
        "ocho|octav[oa]",
        "nueve|noven[oa]",
        "diez|décim[oa]",
    ),
    asks="qué|cómo|por qué|cuándo|dónde|quién(?:es)?|cuál(?:es)?",
    questions="p|pregunta",
    remarks="nota|importante|atención|ejemplo|aviso",
    annexed="anexo|apéndice",
    articles=r"artículo|art\.",
)

ROLES: Final = RoleWords(formulas=FormulaWords(page="página"), modals="vamos a|deberán?")

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset(
        """sres sras dr dra lic arq ing profa ud uds vd vds avda av ctra pza gral cnel tte p.ej ee aprox ayto dpto
        depto admón sr sra srta dña""".split()
    ),
    before_numbers=frozenset("núms págs art arts caps fig figs vol tel aprox s cap núm pág".split()),
)

WORDS: Final = CommonWords(
    function=frozenset("el la los las y o de del al con por para en un se es son".split()),
    commonest=frozenset("el la los las que y del una por con para es se al como más".split()),
    report=r"informe\b",
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "por", "1"),
        ("points", "puntos punto", "1"),
        ("points", "puntos_básicos punto_básico", "0.01"),
        ("points", "décimas décima", "0.1"),
        ("money-eur", "euro euros", "1"),
        ("money-usd", "dólar dólares", "1"),
        ("mass", "tonelada toneladas", "1000"),
        ("length", "kilómetro kilómetros", "1000"),
        ("length", "metro metros", "1"),
        ("area", "hectárea hectáreas", "15"),
        ("area-m2", "metros_cuadrados", "1"),
        ("area-m2", "kilómetros_cuadrados", "1000000"),
        ("volume", "metros_cúbicos", "1"),
        ("time", "año años", "1"),
        ("time-months", "mes meses", "1"),
        ("time-days", "día días", "1"),
        ("time-weeks", "semana semanas", "1"),
        ("time-hours", "hora horas", "1"),
        ("time-minutes", "minuto minutos", "1"),
        ("times", "veces", "1"),
    ),
    nouns=(
        "por ciento|puntos? porcentual(?:es)?|puntos? básicos?|décimas?|puntos?|euros?|dólares|pesos|toneladas?|kilómetros? cuadrados"
        "|metros? cuadrados"
        "|kilómetros?|metros? cúbicos|metros?|hectáreas?|días?(?: hábiles)?|semanas?|meses|años?|horas?|minutos?|veces"
    ),
    multiples=(
        ("mil millones", 10**9),
        ("billones|billón", 10**12),
        ("millones|millón", 10**6),
        ("mil", 1000),
    ),
    links="de ",
)

AMOUNTS: Final = AmountWords(
    at_least="al menos|por lo menos|como mínimo|un mínimo de|no menos de|no inferior a|más de|superior a|por encima de|más del",
    at_most="como máximo|un máximo de|no más de|a lo sumo|no superior a"
    "|no superará|no superará los|no superará el|no superarán"
    "|no excederá|no excederá de|sin superar|menos de|hasta|inferior a|por debajo de|menos del|hasta el",
    about="unos|unas|cerca de|alrededor de|aproximadamente|casi|en torno a|en torno al",
    strict="más de|superior a|por encima de|menos de|inferior a|por debajo de|más del|menos del",
    minus="menos",
    articles="el|la|los|las|un|una",
    level="hasta|hasta el",
    wholes=" (?:del|de la) [A-Z]{2,5}",
    at_least_after=" como mínimo| o más| al menos",
    at_most_after=" como máximo| o menos| a lo sumo",
    about_after=" aproximadamente",
    folds=(
        (r"\b(?:duplicar|duplicado|duplicará|duplicó|duplicarán)\b", 2),
        (r"\b(?:triplicar|triplicado|triplicará|triplicó)\b", 3),
    ),
    shares_hint="terci|cuart|mitad|duplic|triplic",
    shares=(
        (r"\b[Dd]os tercios\b", "66.67"),
        (r"\b[Tt]res cuartas partes\b|\b[Tt]res cuartos\b", "75"),
        (r"\bun tercio\b", "33.33"),
        (r"\bun cuarto\b(?! trimestre)|\buna cuarta parte\b", "25"),
        (r"\b[Ll]a mitad\b", "50"),
    ),
    spelled=(
        ("un(?= (?:millón|billón)\\b)", "1"),
        ("dos", "2"),
        ("tres", "3"),
        ("cuatro", "4"),
        ("cinco", "5"),
        ("seis", "6"),
        ("siete", "7"),
        ("ocho", "8"),
        ("nueve", "9"),
        ("diez", "10"),
        ("once", "11"),
        ("doce", "12"),
        ("trece", "13"),
        ("catorce", "14"),
        ("quince", "15"),
        ("dieciséis", "16"),
        ("diecisiete", "17"),
        ("dieciocho", "18"),
        ("diecinueve", "19"),
        ("veinticinco", "25"),
        ("veinte", "20"),
        ("treinta", "30"),
        ("cuarenta", "40"),
        ("cincuenta", "50"),
        ("sesenta", "60"),
        ("setenta", "70"),
        ("ochenta", "80"),
        ("noventa", "90"),
        ("cien|ciento", "100"),
        ("doscient[oa]s", "200"),
        ("trescient[oa]s", "300"),
        ("cuatrocient[oa]s", "400"),
        ("quinient[oa]s", "500"),
        ("mil(?! millones)", "1000"),
    ),
    spelled_joins="(?<=nta) y | ",
    spelled_no_count="los|las|estos|estas|sus|nuestros|nuestras|últimos|próximos|primeros|otros|por|fase|capítulo",
    decimal_comma=True,
    names_before=r"n\.?[º°] ?|[Nn]úm\. ?|[Aa]rtículos? |[Aa]rt\. ?"
    r"|[Pp]áginas? |[Cc]apítulo |[Tt]abla |[Ff]igura |[Aa]nexo |[Tt]el\.? ?:? ?",
    names_after=r"[.]?[ºª]|\.[ºª]",
    classes=" años (?:o más|y más|en adelante)",
    months="enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    not_counted="tercios|cuartas|cuartos|quintos|y|o|de|del|en|a|al|para|por|con|es|son|que",
    ranges=" a ",
    between="entre",
    between_and=" y (?:el )?",
    goes_from="(?:pas|aument|sub|baj|reduj|increment)\\w+ (?:[^,;.\\d]{0,30} )?del? ",
    joins="y",
    turns="y|con",
)

CHANGES: Final = ChangeWords(reaching="hasta|al|a los|a las")

DIRECTIONS: Final = DirectionWords(
    up=(
        r"aument(?:o|os|a|an|ó|ar|aremos|ará|arán|ado|ada|ando|aron)|crec(?:e|en|er|ió|erá|erán|ido|ieron|imiento)|sub(?:e|en|ir|ió|irá|ieron|ida|ido)"
        r"|increment(?:o|os|a|ar|aremos|ó|ará|ado|arse)|alzas?|elev(?:a|ar|ó|ado|ará)|ampli(?:ar|ó|ado|ación)"
    ),
    down=(
        r"disminu(?:ye|yen|ir|iremos|yó|irá|irán|ido|ción|yeron)|descen(?:so|sos|der|dió|derá|dido|dieron)|desciende|baj(?:a|as|an|ar|aremos|ó|ará|ado|aron)"
        r"|redu(?:ce|cen|cir|ciremos|jo|jeron|cirá|cirán|cido|cida|cción|cciones)|ca(?:e|en|er|yó|yeron|erá|ído|ída|ídas)|recort(?:e|es|ar|aremos|ó|ará|ado)"
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
        "|será|total|año|años|número|alcanz(?:ar|ó|ado)|situ(?:ó|ará)|llegó|mantendremos|limitar|más|al|han|ha|hemos|habrá|serán|nuestr[oa]s?|contrata(?:r|ron|mos|d[oa]s?|remos)"
        "|planta(?:remos|rán)|forma(?:remos|rán)|entrega(?:remos|rán)|rehabilita(?:remos|rán)|instala(?:r|ron|mos|d[oa]s?|remos)"
    ),
)

NUMBERS: Final = NumberWords(
    goals=GOALS, promises=PROMISES, units=UNITS, amounts=AMOUNTS, changes=CHANGES, directions=DIRECTIONS
)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="índice|indice|contenido|contenidos|tabla de contenidos?|índice general|sumario",
    before=r"página|pagina|pág\.|p\.",
    total="de|/",
    buttons=(
        r"imprimir(?: (?:esta )?página)?|compartir(?: en)?|compartir en \w+|descargar(?: (?:el )?(?:pdf"
        "|documento))?|ir al contenido(?: principal)?|saltar al contenido(?: principal)?|volver arriba|subir"
        "|inicio|buscar|menú|cerrar|iniciar sesión|registrarse|leer más|ver más|mapa del sitio|aviso legal"
        "|contacto|accesibilidad|siguiente|anterior|facebook|twitter|whatsapp|copiar enlace|escuchar"
    ),
    labels=(
        "fuente|publicado por|visitas|etiquetas|(?:artículo )?(?:anterior|siguiente)|última actualización de la página"
    ),
    trail="inicio|(?:usted )?está aquí:?",
    imprint="todos los derechos reservados|copyright|©",
    accepts=(
        "aceptar(?: todas?)?(?: las cookies)?|rechazar(?: todas?)?(?: las cookies)?|configurar(?: cookies)?|entendido"
    ),
    title="título",
)

LANGUAGE: Final = Language("es", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES, TURNS)
