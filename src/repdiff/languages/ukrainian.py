"""Ukrainian."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, DirectionWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    styles="заголовок",
    columns="текст|зміст|абзац",
    numbered="глава|розділ|частина|стаття|додаток|підрозділ|параграф",
    behind="глава|розділ|частина",
    counts=(
        "перш(?:а|ий|е)",
        "друг(?:а|ий|е)",
        "трет(?:я|ій|є)",
        "четверт(?:а|ий|е)",
        "п['’ʼ]ят(?:а|ий|е)",
        "шост(?:а|ий|е)",
        "сьом(?:а|ий|е)",
        "восьм(?:а|ий|е)",
        "дев['’ʼ]ят(?:а|ий|е)",
        "десят(?:а|ий|е)",
    ),
    asks="що|як|чому|коли|де|хто|які|який",
    annexed="додаток",
    articles="стаття|параграф",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset("т.зв вул просп пров пл наб обл р-н проф акад доц канд інж ім св напр див пор тов".split()),
    before_numbers=frozenset("ст п пп гл рис табл стор с т буд кв тел розд абз ч".split()),
    before_names=frozenset("м с р".split()),
)

WORDS: Final = CommonWords()

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "відсоток відсотка відсотків", "1"),
        ("points", "відсоткових відсоткового", "1"),
        ("money-uah", "гривня гривні гривень грн грн.", "1"),
        ("money-usd", "доларів долар", "1"),
        ("mass", "тонни", "1000"),
        ("time", "рік роки років року", "1"),
        ("time-months", "місяць місяці місяців", "1"),
        ("time-days", "днів дні", "1"),
        ("person", "осіб людей", "1"),
        ("times", "рази разів", "1"),
    ),
    nouns=(
        r"відсотков(?:их|ого) пункт(?:ів|у|и)|відсот(?:ків|ка|ок|ки)|грив(?:ень|ні|ня)|грн\.?|долар(?:ів|и|)|тонни|рок(?:ів|и|у)|рік"
        "|місяц(?:ів|і|ь)|(?:робочих )?дн(?:ів|і)|осіб|людей|раз(?:ів|и)"
    ),
    multiples=((r"тис\.|тисячі?", 1000), (r"мільйон(?:ів|а|и|)", 10**6), (r"мільярд(?:ів|а|и|)", 10**9)),
)

AMOUNTS: Final = AmountWords(
    at_least="не менше ніж|не менше|щонайменше|понад|більше ніж|більше",
    at_most="не більше ніж|не більше|щонайбільше|менше ніж|менше",
    about="близько|приблизно|майже",
    strict="понад|більше ніж|більше|менше ніж|менше",
    minus="мінус",
    at_least_after=" і більше| або більше",
    shares_hint="половин|вдвічі|втричі",
    shares=(("половин[аиу]", "50"),),
    folds=(("вдвічі", 2), ("втричі", 3)),
    decimal_comma=True,
    names_after=r"-(?:й|а|е|го|му|х|ий)(?![^\W\d_])",
    names_before=r"(?:[Сс]татт[яі]|[Пп]ункт) ?",
    classes=" років і старше",
    months="січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
    not_counted="і|й|та|або|у|в|на|до|від|року|році|рр|р",
    between="від|між",
    between_and=" і | та | до ",
    goes_from="з ",
)

DIRECTIONS: Final = DirectionWords(
    up=r"зрос\w+|зріс|збільш\w+|підвищ\w+|приріст\w*|приросту?",
    down=r"скорот\w+|скороч\w+|зменш\w+|зни[зж]\w+|впа[вл]\w*|спад\w*|падінн\w+",
    by="на",
    between="на|до|майже|понад|близько",
    base="з|зі|від",
    above_zero=r"профіцит\w*|прибут\w+",
    below_zero=r"дефіцит\w*|збит\w+",
)

CHANGES: Final = ChangeWords(reaching="до")

NUMBERS: Final = NumberWords(changes=CHANGES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="зміст",
    before=r"сторінка|стор\.|с\.",
    total="з|із|/",
    buttons=(
        "друк|роздрукувати|поділитися|завантажити|нагору|головна|пошук|меню|закрити|увійти|читати далі"
        "|контакти|мапа сайту"
    ),
    labels="джерело|переглядів",
    trail="головна|ви тут:?",
    imprint="усі права захищені|всі права захищені|copyright|©",
    accepts="прийняти(?: всі)?|відхилити(?: всі)?",
    title="заголовок|назва",
)

LANGUAGE: Final = Language("uk", frozenset({Script.CYRILLIC}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES)
