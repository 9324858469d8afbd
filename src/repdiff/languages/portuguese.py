"""Portuguese."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered=r"cap[íi]tulo|artigo|se[çc][ãa]o|parte|anexo|título|livro|secção|apêndice|art\.",
    numbered_short="art|cap|sec",
    back="balanço|resultados|realizações|retrospetiva|retrospectiva|ano (?:passado|anterior)",
    ahead="objetivos|prioridades|metas|perspetivas|perspectivas|compromissos|próximos passos|(?:próximo|novo) ano",
    explains="glossário",
    styles="título|cabeçalho",
    columns="texto|conteúdo|corpo|parágrafo",
    behind="parte|capítulo|seção|secção|título|livro",
    counts=(
        "um|primeir[oa]",
        "dois|segund[oa]",
        "três|terceir[oa]",
        "quatro|quart[oa]",
        "cinco|quint[oa]",
        "seis|sext[oa]",
        "sete|sétim[oa]",
        "oito|oitav[oa]",
        "nove|non[oa]",
        "dez|décim[oa]",
    ),
    asks="o que|como|por que|porquê|quando|onde|quem|qual|quais",
    questions="p|pergunta",
    remarks="nota|importante|atenção|exemplo|aviso",
    annexed="anexo|apêndice",
    articles="artigo",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset("sr sra srs sras dr dra exmo exma ilmo eng arq av trav p.ex v.ex profa profª".split()),
    before_numbers=frozenset("n pág págs art arts cap inc fl fls séc al vol tel aprox".split()),
)

WORDS: Final = CommonWords(
    commonest=frozenset("o os que e do da em um uma para com não no na ao".split()), report="relat[óo]rio"
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "por", "1"),
        ("points", "pontos ponto", "1"),
        ("points", "pontos_base ponto_base pontos-base ponto-base", "0.01"),
        ("money-brl", "real reais", "1"),
        ("money-eur", "euro euros", "1"),
        ("mass", "tonelada toneladas", "1000"),
        ("length", "quilômetro quilômetros quilómetros", "1000"),
        ("time", "ano anos", "1"),
        ("time-months", "mês meses", "1"),
        ("time-days", "dia dias", "1"),
        ("time-hours", "hora horas", "1"),
        ("times", "vezes", "1"),
    ),
    nouns=(
        "por cento|pontos? percentua(?:is|l)|pontos?[ -]base|pontos?|reais|real|euros?|dólares|toneladas?|quil[ôó]metros?|metros?|hectares?"
        "|dias?(?: úteis)?|semanas?"
        "|mês|meses|anos?|horas?|vezes"
    ),
    multiples=(
        ("mil milhões", 10**9),
        ("mil", 1000),
        ("milhões|milhão", 10**6),
        ("bilhões|bilhão|biliões", 10**9),
        ("trilhões|trilhão", 10**12),
    ),
    links="de ",
)

AMOUNTS: Final = AmountWords(
    at_least="pelo menos|ao menos|no mínimo|não menos de|mais de|acima de|superior a",
    at_most="no máximo|não ultrapassará|não excederá|não mais de|até|menos de|abaixo de|inferior a",
    about="cerca de|aproximadamente|quase|em torno de",
    strict="mais de|acima de|superior a|menos de|abaixo de|inferior a",
    minus="menos",
    at_least_after=" ou mais| no mínimo",
    at_most_after=" ou menos| no máximo",
    shares_hint="etade|terços",
    shares=((r"\b[Mm]etade\b", "50"), (r"\bdois terços\b", "66.67")),
    spelled=(
        ("um(?= (?:milhão|bilhão)\\b)", "1"),
        ("dois|duas", "2"),
        ("três", "3"),
        ("quatro", "4"),
        ("cinco", "5"),
        ("seis", "6"),
        ("sete", "7"),
        ("oito", "8"),
        ("nove", "9"),
        ("dez", "10"),
        ("doze", "12"),
        ("quinze", "15"),
        ("vinte", "20"),
        ("trinta", "30"),
        ("cinquenta", "50"),
        ("cem", "100"),
        ("mil", "1000"),
    ),
    spelled_joins=" e | ",
    spelled_no_count="os|as|dos|das|nos|nas|estes|estas|últimos|próximos|primeiros",
    decimal_comma=True,
    names_before=r"n\.?º ?|[Aa]rtigos? |[Aa]rt\. ?|[Pp]áginas? |[Cc]apítulo |[Tt]abela ",
    names_after="[ºª]",
    months="janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    not_counted="e|ou|de|do|da|em|no|na|a|ao|para|por|com",
    ranges=" a ",
    between="entre",
    between_and=" e ",
    joins="e",
)

DIRECTIONS: Final = DirectionWords(
    up=r"cresc\w+|aument\w+|subiu|subiram|elev(?:ou|aram|ação)|alta",
    down=r"caiu|caíram|queda|redu[zç]\w+|diminu\w+|recuou|recuaram|recuo|baixou",
    between="em|de|cerca",
    above_zero="superávit|excedente|lucros?",
    below_zero="déficit|défice|prejuízos?",
)

CHANGES: Final = ChangeWords(reaching="para|até|aos?|à|às")

NUMBERS: Final = NumberWords(changes=CHANGES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="índice|sumário|conteúdo",
    before=r"página|pág\.|p\.",
    total="de|/",
    buttons=(
        "imprimir|compartilhar|partilhar|baixar(?: pdf)?|descarregar|ir para o conteúdo|voltar ao topo|início"
        "|pesquisar|buscar|menu|fechar|entrar|leia mais|mapa do site|contacto|contato|acessibilidade|próximo"
        "|anterior"
    ),
    labels="fonte|publicado por|visualizações|marcadores",
    trail="início|página inicial|você está aqui:?",
    imprint="todos os direitos reservados|copyright|©",
    accepts="aceitar(?: todos?)?(?: os cookies)?|rejeitar(?: todos?)?(?: os cookies)?|recusar",
    title="título",
)

LANGUAGE: Final = Language("pt", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
