"""English."""

from typing import Final

from repdiff.languages.headings_english import HEADINGS
from repdiff.languages.number_words import (
    AmountWords,
    ChangeWords,
    DirectionWords,
    GoalWords,
    NumberWords,
    PromiseWords,
    TimeWords,
    UnitWords,
)
from repdiff.languages.pages_english import PAGES
from repdiff.languages.record import (
    CommonWords,
    FormulaWords,
    Language,
    RoleWords,
    SentenceWords,
)
from repdiff.languages.scripts import Script
from repdiff.languages.turns_english import TURNS

FORMULAS: Final = FormulaWords(
    salutations=(
        r"dear|ladies and gentlemen|mr\.? (?:speaker|president|chair)|madam speaker"
        "|honou?rable|members of|fellow|sincerely|best regards"
    ),
    thanks="Thank you",
    ceremony="^let us |^together, we |^thank you for |^god bless",
    furniture=(
        r"copyright|all rights reserved|back to top|read more|click here|share this|print this|table of contents|skip to|home\s*[>|/]"
        r"|contact us$|last (?:updated|modified|revised)|effective date"
    ),
    page="page",
)

ROLES: Final = RoleWords(
    formulas=FORMULAS,
    went=r"was|were|has been|have been|had|we have \w+ed",
    will="will|shall|must",
    modals=(
        "(?<!you )(?<!that )(?<!which )(?<!who )(?<!this )(?:will|shall|must|(?:are|is) required to|commit(?:s|ted)? to|pledges? to"
        "|undertakes? to|intends? to|plans? to|aims? to|(?:are|is) going to|may not|(?:are|is) prohibited"
        "|(?:are|is) (?:projected|budgeted|targeted|set) (?:at|to be)|have set the|should reach)"
    ),
    past=(
        r"was|were|has been|have been|had|we have \w+ed|we \w{3,}ed|over the past"
        "|rose|fell|grew|reached|exceeded|stood at|(?:increased|decreased|declined|dropped|climbed) (?:by|to)"
        r"|(?<!than )(?<!than in )(?<!over )(?<!on )(?<!that of )last year"
    ),
    targets=r"\d\s?(?:per ?cent)|\d (?:million|billion)|by (?:the end of )?20\d\d|at least \d",
    shares_out=r"(?:of (?:this|these|which|that)|to break this down)\b",
    leaves_open="we may (?!not)",
    own_rules=(
        r"(?:[Ww]e (?:(?:also|never|always|only|generally|automatically|currently|further) )?|(?:[Ww]e|[A-Z]\w+) (?:do|does|will) not "
        r"|[Ww]e don['’]t )"
        "(?:act|aim|allow|analy[sz]e|apply|ask|base|carry|collect|combine|commit|comply|conduct|create|delete|detect|disclose|employ"
        "|encourage|engage|ensure|expect|give|hold|host|infer|inform|invest|keep|limit|maintain|make|measure|monitor|notify|obtain|offer"
        "|operate|pay|personali[sz]e|plan|pledge|process|prohibit|promise|promote|protect|provide|publish|receive|rely|remove|report"
        "|require|respond|restrict|retain|review|seek|sell|send|set|share|store|support|take|train|transfer|use|work)"
    ),
    orders=(
        "(?:accelerate|achieve|adopt|advance|attract|boost|build|close|complete|continue|create|cut|deliver|deepen|develop|double|encourage"
        "|enhance|ensure|establish|expand|extend|finish|foster|fund|halve|implement|improve|increase|introduce|invest|keep|launch|maintain"
        "|modernise|modernize|open|plant|prepare|promote|protect|provide|publish|raise|reduce|reform|renew|renovate|repair|replace|restore"
        r"|start|strengthen|support|train|triple|upgrade|use) (?!is\b|are\b|was\b)\w"
    ),
)

SENTENCES: Final = SentenceWords(
    times=frozenset("a.m p.m u.s u.k e.u u.n".split()),
    abbreviations=frozenset(
        """adm assoc asst atty cmdr maj supt msgr pres dir esp mr mrs ms dr prof rev hon st mt messrs gen col sgt
        lt capt gov sen rep vs cf e.g eg i.e ie viz approx resp incl excl""".split()
    ),
    before_numbers=frozenset(
        """ref refs tab eqn ca al bldg apt no nos art arts sec secs sect fig figs eq vol vols p pp ch chap par
        para cl ed tel max min jan feb mar apr jun jul aug sept sep oct nov dec s n v c est""".split()
    ),
    openers=frozenset(
        """the a an in it this that these those we he she they you i but and or so if when while as for at on to with by from however there
        how what why where who our your his her their its each every no not all most many some""".split()
    ),
)

WORDS: Final = CommonWords(
    function=frozenset(
        """a an the of and or to in on for with by from as at is are be was were been has have had that this these those it its our we you
        your they their which any other such not no if will may can""".split()
    ),
    commonest=frozenset("the of and to in is that for with on are we our this by will be".split()),
    report=r"\breport\b",
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "per percent", "1"),
        ("points", "percentage", "1"),
        ("points", "basis", "0.01"),
        ("points", "%_point %_points %-point %-points", "1"),
        ("money", "yuan", "1"),
        ("money-usd", "dollars dollar", "1"),
        ("money-eur", "euro euros", "1"),
        ("money-gbp", "pounds", "1"),
        ("money-cad", "Canadian", "1"),
        ("money-aud", "Australian", "1"),
        ("money-hkd", "Hong", "1"),
        ("money-nzd", "New", "1"),
        ("money-sgd", "Singapore", "1"),
        ("money-chf", "Swiss", "1"),
        ("money-inr", "rupee rupees", "1"),
        ("money-rub", "rouble roubles ruble rubles", "1"),
        ("times", "times fold", "1"),
        ("mass", "kilogram kilograms", "1"),
        ("mass", "gram grams", "0.001"),
        ("volume", "litre litres liter liters", "0.001"),
        ("length", "mile miles", "1609.344"),
        ("area", "acre acres", "6.0703"),
        ("money-jpy", "yen", "1"),
        ("length", "metre metres meter meters", "1"),
        ("length", "kilometre kilometres kilometer kilometers", "1000"),
        ("area-m2", "square_metre square_metres square_meter square_meters", "1"),
        ("area-m2", "square_kilometre square_kilometres square_kilometer square_kilometers", "1000000"),
        ("volume", "cubic_metre cubic_metres cubic_meter cubic_meters", "1"),
        ("area", "mu", "1"),
        ("area", "hectare hectares", "15"),
        ("mass", "ton tons tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes", "1000"),
        ("time", "year years", "1"),
        ("time-months", "month months", "1"),
        ("time-days", "day days", "1"),
        ("time-weeks", "week weeks", "1"),
        ("time-hours", "hour hours", "1"),
        ("time-minutes", "minute minutes", "1"),
        ("time-seconds", "second seconds", "1"),
    ),
    nouns=(
        "per ?cent(?:age points?)?|percentage[ -]points?|basis points?|(?:calendar |business |working )?"
        "(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?)|(?:US |Canadian |Australian )?dollars?|euros?|pounds|"
        "yuan|yen|rupees?|Hong Kong dollars?|New Zealand dollars?|Singapore dollars?|Swiss francs?|roubles?|rubles?|"
        "(?:metric )?(?:tons?|tonnes?)|times|fold|"
        "kilograms?|grams?|litres?|liters?|"
        r"(?:square |cubic )?(?:kilomet(?:er|re)s?|met(?:er|re)s?|miles|feet)|acres?|hectares?|mu|[ap]\.?m\.?"
    ),
    multiples=(
        ("hundred", 100),
        ("thousand|k|K", 1000),
        (r"trillions?|(?<=\d)tn?|(?<=\d)T", 10**12),
        (r"billions?|bn|(?<=\d)B", 10**9),
        (r"millions?|mn|mln|(?<=\d)m|(?<=\d)M", 10**6),
        ("lakh crores?", 10**12),
        ("lakhs?", 10**5),
        ("crores?", 10**7),
        ("dozen", 12),
    ),
    links="of a |of ",
    percent_points="[ -]points?",
    clock=r"[ap]\.?m\.?",
)

AMOUNTS: Final = AmountWords(
    at_least=(
        "at least|no less than|not less than|no lower than|not lower than|not under|"
        "no fewer than|not fewer than|a minimum of|minimum of|not below|more than|over|above|exceeding"
        "|greater than|upwards of|in excess of|higher than"
    ),
    at_most=(
        "at most|at the most|no more than|not more than|no greater than|a maximum of|maximum of|not exceeding|not exceed"
        "|no longer than|not longer than|no later than|not over|not above"
        "|no higher than|less than|fewer than|lower than|up to|under|below|within"
    ),
    about="about|around|nearly|almost|approximately|some|roughly|close to|approx.|circa|just over|just under",
    strict="more than|over|above|exceeding|greater than|in excess of|higher than|less than|fewer than|lower than|under|below",
    minus="minus|negative",
    wholes=" of (?:the )?(?:[A-Z]{2,5}|total)",
    at_least_after=" or more| or above| or higher| or over| and above| at least| at a minimum",
    at_most_after=" or less| or fewer| or below| or under| or lower| at most| at the most| at a maximum",
    about_after=" or so",
    folds=(
        (r"\b[Dd]oubl(?:ed|ing)\b|(?<=will )double\b|(?<=to )double\b", 2),
        (r"\b[Tt]ripl(?:ed|ing)\b|(?<=will )triple\b|(?<=to )triple\b", 3),
        (r"\b[Qq]uadrupl(?:ed|ing)\b|(?<=will )quadruple\b|(?<=to )quadruple\b", 4),
    ),
    shares_hint="(?:in|out of) (?:two|three|four|five|ten)|[Hh]alf|third|quarter|fifth|tenth|oubl|ripl|uadrupl",
    shares=(
        (r"\b[Tt]wo[- ]thirds\b", "66.67"),
        (r"\b[Tt]hree[- ]quarters\b", "75"),
        (r"\b[Oo]ne (?:in|out of) two\b", "50"),
        (r"\b[Oo]ne (?:in|out of) three\b", "33.33"),
        (r"\b[Tt]wo (?:in|out of) three\b", "66.67"),
        (r"\b[Oo]ne (?:in|out of) four\b", "25"),
        (r"\b[Tt]hree (?:in|out of) four\b", "75"),
        (r"\b[Oo]ne (?:in|out of) five\b", "20"),
        (r"\b[Tt]wo (?:in|out of) five\b", "40"),
        (r"\b[Tt]hree (?:in|out of) five\b", "60"),
        (r"\b[Ff]our (?:in|out of) five\b", "80"),
        (r"\b[Oo]ne (?:in|out of) ten\b", "10"),
        (r"\b[Nn]ine (?:in|out of) ten\b", "90"),
        (r"\b(?:[Oo]ne|[Aa])[- ]third\b(?! (?:party|country|time|person))", "33.33"),
        (r"\b(?:[Oo]ne|[Aa])[- ]quarter\b(?= (?:of|more|less)\b(?! (?:the )?(?:year|20\d\d)))", "25"),
        (r"\b(?:[Oo]ne|[Aa])[- ]fifth\b", "20"),
        (r"\b(?:[Oo]ne|[Aa])[- ]tenth\b", "10"),
        (
            r"(?<!first )(?<!second )(?<!other )(?<!latter )(?<!first-)\b[Hh]alf(?= (?:of|the|our|all|its|their)\b(?! year))"
            r"|(?<=by )(?:a |one )?half\b|(?<=to )(?:a |one )half\b",
            "50",
        ),
    ),
    spelled=(
        ("half a(?= [mb]illion)|half an? (?=hundred)", "0.5"),
        ("and a half(?= [mb]illion)", "0.5"),
        ("a dozen", "12"),
        ("a hundred|an hundred|one hundred|hundred(?=[ -])", "100"),
        ("a thousand|one thousand|thousand(?= )", "1000"),
        ("(?:one|an?)(?= (?:million|billion|trillion)s?\\b)|one(?= per ?cent)", "1"),
        ("hundred", "100"),
        ("thousand", "1000"),
        ("thirteen", "13"),
        ("fourteen", "14"),
        ("fifteen", "15"),
        ("sixteen", "16"),
        ("seventeen", "17"),
        ("eighteen", "18"),
        ("nineteen", "19"),
        ("twenty", "20"),
        ("thirty", "30"),
        ("forty", "40"),
        ("fifty", "50"),
        ("sixty", "60"),
        ("seventy", "70"),
        ("eighty", "80"),
        ("ninety", "90"),
        ("(?<=ty[- ])one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
        ("eleven", "11"),
        ("twelve", "12"),
    ),
    spelled_joins="(?<=hundred) and |(?<=thousand) and |[ -]",
    spelled_no_count=(
        "the|these|those|both|all|our|their|its|first|last|next|past|previous|coming|other|every|each|several|few|phase|part|stage|step|chapter"
        "|level|tier|category|grade|class|page|one or|or|of"
    ),
    spelled_points=(
        "point|areas|fronts|aspects|respects|points|pillars|priorities|themes|headings|steps|ways|parts|goals|systems|sides|categories|types|kinds"
        "|levels|tasks|principles|reasons|things|conditions|basics|critical battles|sessions|directions|dimensions|objectives|criteria"
        "|questions|factors|options|elements|components|sections|chapters|sources|times|transitions|imperatives"
    ),
    between="between",
    between_and=" and ",
    goes_by="by",
    goes_from="from ",
    ranges_from=r"(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|anything|aged) from ",
    names_before=(
        r"[Nn]os?\. ?|(?:[Aa]rticles?|[Ss]ections?|[Pp]arts?|[Cc]hapters?|[Ss]uite|[Pp]ages?|pp?\.|[Vv]ersion|[Pp]hase|[Ff]igure|[Ff]ig\."
        r"|[Tt]able|[Aa]nnex|[Aa]ppendix|[Pp]aragraphs?|[Rr]ule|[Cc]lause|[Gg]oal|[Nn]umber|[Pp]hone:?|[Tt]el\.?:?|[Bb]ox|[Ss]tep|[Ll]evel"
        r"|[Rr]oom|[Ll]ine|[Rr]oute|[Cc]all|[Aa]ged?|[Uu]nder|Python|COVID|Agenda|Act|Regulation|Windows|of the) ?"
    ).replace("|[Uu]nder", ""),
    names_after=r"(?:st|nd|rd|th)\b| age groups?\b",
    names_of_units=r"-olds?\b",
    classes=r"[- ]year-olds?\b|[- ]years?[- ]olds?\b|(?: years)? (?:of age|and over|and older)\b",
    months="January|February|March|April|May|June|July|August|September|Sept|October|November|December",
    not_counted="thirds|quarters|fourths|fifths|tenths|and|or|of|in|on|at|with|to|for|by|from|is|are|was|were|the|a|an|as|that|which|who|if|may|can|will",
    ranges=" to ",
    joins="and",
    list_opens="and|or|by|to|of",
    respectively="respectively",
    of=r" (?:per|each|every|over|than|from|more|less|higher|lower|up|down|compared|annually|yearly|respectively)\b",
    turns="and|or|by|in|with|for|on|at|from",
)

CHANGES: Final = ChangeWords(
    averaged=(
        "annual average|average annual|annually|a year on average|on average (?:each|every|per) year|compound annual"
    ),
    rates=r"[Gg]r(?:ow|ew)\w*|[Ii]ncreas\w+|[Ri]ise\w*|[Dd]ecreas\w+|[Rr]educ\w+|[Ff]all\w*|[Ff]ell|[Cc]ut\w*",
    reaching="to",
    adding="new|additional",
    into="by|to|of|at|is|was|will be|about|only|a total of|up|in total",
    breaks_off="by|to|of|at|than|about|nearly|over",
    silent="the|a|an|new|of|to|for|by|in|and|will|is|are|be|increase|growth|build|complete",
    gauges="ratio|percentage|proportion|share|rate|level|amount|number|total|average|figure|volume|standard|this|years?|projected|expected|set|budgeted|should|further|another|also|both|achieve|see|aim|targets?|goals?",
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
    mean="average|mean",
    reached=r"reach\w*|rose to|fell to|remain\w*|stood at",
)

GOALS: Final = GoalWords(
    measured_time=r"shorten|reduc|\btimes?\b|duration|delays?|wait|procedure|processing|life expectancy|number of days",
    points=r"(?:aspects|areas|respects|points|pillars|priorities|themes|headings|steps|ways|parts)\b",
    besides_before=r"in addition to|besides|on top of|apart from|as well as|\bfor (?:our|the|its|their|all|some)\s*\Z",
    applied="implement|appl(?:y|ies)|compl(?:y|ies)",
    rules="polic(?:y|ies)|measures|rules|principles",
    forecast=(
        "(?:is|are|was|were) (?:(?:expected|estimated|forecast|predicted) (?:to|at)|projected to)"
        r"|\b(?:is|are) likely to|forecasts?\b"
    ),
    portfolio="total investments? of|worth|valued at|with investments? of|at a cost of|costing",
    over_last_year="(?:over|than|from|compared (?:with|to)|on) (?:last|the (?:previous|preceding|past)) year",
    target=r"(?:a|an|the|this|our|that)? ?(?:growth )?(?:targets?|goals?|figures?|number)(?: (?:of|is|at))?",
)

PROMISES: Final = PromiseWords(
    claimed="fully (?:met|achieved|completed)",
    long_term="(?:five|ten)-year|long[- ]term|vision for",
    stock=r"\btotal number|altogether|cumulative|to date",
    less_is_better=(
        r"unemploy|jobless|deficit|\bdebts?\b|borrowing|waiting|\btimes?\b|delays?|\blate\b|overdue|accidents?|deaths?|fatalit|casualt|injur"
        r"|complaints?|crimes?|emissions?|pollut|pm ?2\.5|energy (?:use|consumption|intensity)|arrears|poverty|homeless|dropout|absence"
        r"|backlog|vacanc|\bcosts?\b|expenses|\bwaste\b|leakage|outages?|errors?|defects?|mortality|infections?|duration|procedure|queue"
    ),
    more_is_better=r"life expectancy|good|clean|opening|open\b|training|lifespan",
    denials=(
        r"\bnot\b(?! (?:more|less|fewer|later|only|under|below|over|above))|n['’]t\b|\bnever\b|\bno longer\b|\bfail(?:s|ed)? to\b"
        r"|\bunable to\b|\bwithout\b|\bfar from\b|\binstead of\b"
    ),
    ahead=r"\b(?:will|shall|should|must|this year)\b",
    begun=r"beg[aiu]n|started|starts on|launched|under ?way|broke ground|signed|approved|announced",
    removing=(
        r"resolv|repa[iy]|pay (?:off|down)|clear|clean|treat|handl|recycl|remov|prevent|investigat|solv|lifted|lift\b|eliminat"
        r"|sav(?:e|ing)|rescu|compliance|recover"
    ),
    balanced=r"inflation|\bcpi\b|\bprices?\b|deficit[- ]to[- ]gdp|deficit ratio|price index|exchange rate",
    scopes="national|provincial|regional|local|urban|rural",
    calibres=(
        r"like[- ]for[- ]like|comparable basis|in real terms|(?:seasonally|inflation)[- ]adjusted|adjusted for [^,;.)]*"
        r"|excluding [^,;.)]*|net of [^,;.)]*|\bincluding (?! )[^,;.)]*"
    ),
    doing=(
        r"open(?:s|ed|ing)?|build(?:s|ing)?|built|creat(?:e|es|ed|ing)|train(?:s|ed)?|provid(?:e|es|ed|ing)|complet(?:e|es|ed|ing)|add(?:s|ed|ing)?"
        r"|reach(?:es|ed|ing)?|st(?:ands?|ood)|st?art(?:s|ed|ing)?|beg(?:an|in|ins|inning|un)|issu(?:e|es|ed|ing)|plac(?:e|es|ed)|allocat(?:e|es|ed)"
        r"|deliver(?:s|ed)?|launch(?:es|ed)?|achiev(?:e|es|ed)|keep(?:s|ing)?|kept|bring(?:s|ing)?|brought|limit(?:s|ed)?|c[ao]me|comes|hold(?:s|ing)?|stay(?:s|ed|ing)?|halv(?:e|es|ed|ing)"
        r"|held|plant(?:s|ed)?|mak(?:e|es|ing)|made|tak(?:e|es|en|ing)|took|hir(?:e|es|ed)|recruit(?:s|ed)?|invest(?:s|ed)?|sp(?:end|ent|ends)"
        r"|earmark(?:s|ed)?|maintain(?:s|ed)?|remain(?:s|ed)?|account(?:s|ed)?|we|our|us|its|their|there|it|also|further|another|new|additional|more|than"
        r"|over|about|around|total|number|amount|figure|level|average|averages|annual|annually|year|years|month|this|last|past|next|percent|per|cent"
        r"|ensure|aim|aims|target|targets|goal|plan|plans|planned|set|up|down|out|off|each|every|all|some|only|just|roughly|nearly|some|now|still"
        r"|finish(?:es|ed)?|renovat(?:e|es|ed|ing)|repair(?:s|ed)?|install(?:s|ed)?|register(?:s|ed)?|record(?:s|ed)?|come|extra|post(?:s|ed)?|exceed(?:s|ed)?|went|go(?:es)?|was|were"
        r"|commenc(?:e|es|ed)|under|among|across|through|within|during|via|toward|towards|into|onto|between|against|per|both|put|did|done|do|have|been|being|may|might|should|would|must|shall|can|could|a|an|the|china['’]?s?|country|overall"
    ),
    tolerated="rates?|volume|output|value|index",
    writings=((r"gross domestic product(?: ?\(gdp\))?", "gdp"), (r"consumer price index(?: ?\(cpi\))?", "cpi")),
)

DIRECTIONS: Final = DirectionWords(
    up=(
        r"gr(?:ow(?:s|n|th|ing)?|ew)|increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|rais(?:e|es|ed|ing)"
        r"|(?<!set )(?<!make )(?<!made )(?<!take )(?<!sets )up(?=\s*\Z| (?:by|from|to|on|in|or)\b)|gain(?:s|ed)?|climb(?:s|ed|ing)?"
        r"|jump(?:s|ed)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|expan(?:d|ds|ded|ding|sion)|boost(?:s|ed|ing)?|upturn|uptick|widen(?:s|ed|ing)?"
        r"|strengthen(?:s|ed)?|higher(?! than)|rebound(?:s|ed)?"
    ),
    down=(
        r"negative growth|fall(?:s|en|ing)?|fell|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?"
        r"|reduc(?:e|es|ed|ing|tions?)"
        r"|cut(?:s|ting)?|shrink(?:s|ing|age)?|shrank|shrunk|contract(?:ed|ing|ion)|lower(?:s|ed|ing)?(?! than)|down|slump(?:s|ed)?"
        r"|plung(?:e|es|ed|ing)|slid(?:e|es)?|sliding|dip(?:s|ped)?|narrow(?:s|ed|ing)?|slash(?:es|ed|ing)?|shorten(?:s|ed|ing)?|downturn"
        r"|lost|los(?:es|ing)|diminish(?:es|ed)?|curtail(?:s|ed)?|tumbl(?:e|es|ed)|sank|sunk|sinks?"
    ),
    up_behind="more|higher|up",
    down_behind="less|fewer|lower|down",
    by="by",
    between=(
        "of|by|to|at|is|was|were|be|been|will|would|should|has|had|further|another|additional|rates?|target|forecast|expected"
        "|projected|estimated|set|planned|only|just|some|about|around|nearly|in|total|per|year|annual|average|figure|remain(?:s|ed)?|stood"
        "|reach(?:es|ed)?|came"
    ),
    before_verb="year-on-year|yearly|annual|further|real|net|average|overall|nominal|additional|sharp|slight|cumulative|total",
    of_what="in|of|for",
    base="from|than|against|below|above|beyond",
    blurs=(
        r"no (?:increase|decrease|decline|growth|change|rise|reduction)|(?:not|never|without)(?: \w+){0,2}"
        r"|(?:declin\w+|decreas\w+|drop|fall|contraction|shrinkage)(?: \w+){0,3} (?:narrow\w*|slow\w*|widen\w*|eas\w+|moderat\w+)"
        r"|(?:slow\w*|eas\w+|narrow\w*) (?:declin\w+|decreas\w+|drop|fall|contraction)"
    ),
    above_zero="surplus(?:es)?|profits?|net (?:inflows?|income|gains?)",
    below_zero="deficits?|loss(?:es)?|net outflows?|shortfalls?",
)

NUMBERS: Final = NumberWords(UNITS, AMOUNTS, CHANGES, TIMES, GOALS, PROMISES, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("en", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES, TURNS)
