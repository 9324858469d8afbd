"""English."""

from typing import Final

from repdiff.languages.number_words import (
    AmountWords,
    ChangeWords,
    GoalWords,
    NumberWords,
    PromiseWords,
    TimeWords,
    UnitWords,
)
from repdiff.languages.record import CommonWords, HeadingWords, Language, RoleWords, Script, SentenceWords

HEADINGS: Final = HeadingWords()

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords()

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "per percent", "1"),
        ("points", "percentage", "1"),
        ("points", "basis", "0.01"),
        ("money", "yuan", "1"),
        ("money-usd", "dollars dollar", "1"),
        ("money-eur", "euro euros", "1"),
        ("money-gbp", "pounds", "1"),
        ("money-jpy", "yen", "1"),
        ("length", "metre metres meter meters", "1"),
        ("length", "kilometre kilometres kilometer kilometers", "1000"),
        ("area", "mu", "1"),
        ("area", "hectare hectares", "15"),
        ("mass", "ton tons tonne tonnes", "1000"),
        ("time", "year years", "1"),
        ("time-months", "month months", "1"),
        ("time-days", "day days", "1"),
        ("time-weeks", "week weeks", "1"),
        ("time-hours", "hour hours", "1"),
        ("time-minutes", "minute minutes", "1"),
    ),
    nouns=(
        "per ?cent(?:age points?)?|percentage points?|basis points?|(?:calendar |business |working )?"
        "(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?)|(?:US |Canadian |Australian )?dollars?|euros?|pounds|yuan|yen|tons?|tonnes|"
        r"(?:square |cubic )?(?:kilomet(?:er|re)s?|met(?:er|re)s?|miles|feet)|acres?|hectares?|mu|[ap]\.?m\.?"
    ),
    multiples=(
        ("hundred", 100),
        ("thousand|k", 1000),
        ("trillions?", 10**12),
        ("billions?|bn", 10**9),
        ("millions?|mn|m", 10**6),
        ("dozen", 12),
    ),
)

AMOUNTS: Final = AmountWords(
    at_least="at least|no less than|not less than|more than|over|above",
    at_most="at most|no more than|not more than|less than|fewer than|up to|under|below",
    about="about|around|nearly|almost|approximately|some",
    names_before=r"[Nn]o\. ?|(?:[Aa]rticle|[Ss]ection|[Pp]art|[Cc]hapter|[Ss]uite|[Pp]age) ?",
    names_after=r"(?:st|nd|rd|th)\b",
    months="January|February|March|April|May|June|July|August|September|Sept|October|November|December",
    not_counted="and|or|of|in|on|at|with|to|for|by|from|is|are|was|were|the|a|an|as|that|which|who|if|may|can|will",
    ranges=" to ",
    joins="and",
    list_opens="and|or|by|to|of",
    turns="and|or|by|in|with|for|on|at|from",
)

CHANGES: Final = ChangeWords(
    rates=r"[Gg]r(?:ow|ew)\w*|[Ii]ncreas\w+|[Ri]ise\w*|[Dd]ecreas\w+|[Rr]educ\w+|[Ff]all\w*|[Ff]ell|[Cc]ut\w*",
    reaching="to",
    adding="new|additional",
    into="by|to|of|at|is|was|will be|about|only|a total of|up|in total",
    breaks_off="by|to|of|at|than|about|nearly|over",
    silent="the|a|an|new|of|to|for|by|in|and|will|is|are|be|increase|growth|build|complete",
)

TIMES: Final = TimeWords(
    numbers="zero|one|two|three|four|five|six|seven|eight|nine|ten",
    hint="(?i:year|quarter|month|half|since|date|far|Q[1-4]|H[12]|cumul|all)",
    through="to|through",
    so_far="(?i:cumulative(?:ly)?|all[- ]time)",
    since=r"(?i:since (?:\w+ )?(?:19|20)\d\d|to date|so far(?! this year))",
    these="(?i:past|last|next|coming|previous|over|within) {n} (?i:years)",
    two_quarters="(?i:first two quarters)",
    three_quarters="(?i:first three quarters)",
    quarter=r"\b[Qq][1-4]\b|(?i:(?:first|second|third|fourth|last) quarter)",
    half=r"\b[Hh][12]\b|(?i:(?:first|second) half(?: of (?:the year|20\d\d))?)",
    months="(?i:first) {n} (?i:months)",
    in_month=r"(?i:(?:in|for) {month})\b",
    one_year=r"(?i:in|during|for|fiscal|FY) ?20\d\d(?!\d|[-–—])|(?i:this year|full[- ]year|over the year)",
    compared="(?i:than|from|by|until)",
    opens="(?i:in|over|during|the)",
    coming="(?i:next|coming)",
    past=r"last year|previous(?:ly)?|\bwas\b|\bwere\b|(?:has|have) been",
    later=r"by (?:the end of )?20\d\d|over the next \w+ years",
    reached=r"reach\w*|rose to|fell to|remain\w*|stood at",
)

GOALS: Final = GoalWords(
    measured_time=r"shorten|reduc|\btime\b|duration|delay|life expectancy|number of days",
    points=r"(?:aspects|areas|respects|points|pillars|priorities|themes|headings|steps|ways|parts)\b",
    besides_before="in addition to|besides|on top of|apart from|as well as",
    applied="implement|appl(?:y|ies)|compl(?:y|ies)",
    rules="polic(?:y|ies)|measures|rules|principles",
)

PROMISES: Final = PromiseWords(
    claimed="fully (?:met|achieved|completed)",
    long_term="(?:five|ten)-year|long[- ]term",
    less_is_better=r"unemployment|inflation|deficit|debt|\btime\b|delay|duration",
    lowered=r"shorten|reduc|lower|\bcut\b",
    scopes="national|provincial|regional|local|urban|rural",
)

NUMBERS: Final = NumberWords(UNITS, AMOUNTS, CHANGES, TIMES, GOALS, PROMISES)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("en", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
