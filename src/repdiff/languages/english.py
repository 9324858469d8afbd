"""English."""

from typing import Final

from repdiff.languages.number_words import NumberWords
from repdiff.languages.record import CommonWords, FormulaWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered="part|chapter|section|article|item|annex|appendix|schedule|title|clause",
    goes_on="of|and|or|to",
    back=(
        r"review of|(?:in|annual|mid-term|20\d\d) review|review (?=\d)|looking back|look back|achievements?|accomplishments?|results"
        r"|progress|performance (?:report|review|in|against)|last year|past year|what we (?:did|have done)"
    ),
    back_alone="review",
    ahead=(
        "plans?|priorities|goals|targets?|objectives|outlook|commitments?|next steps|coming year|year ahead|next year|what we will|pledges?"
        "|agenda|roadmap"
    ),
)

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
        "|undertakes? to|intends? to|plans? to|aims? to|(?:are|is) going to|may not|(?:are|is) prohibited)"
    ),
    past=r"was|were|has been|have been|had|we have \w+ed|we \w{3,}ed|last year|over the past",
    targets=r"\d\s?(?:per ?cent)|\d (?:million|billion)|by (?:the end of )?20\d\d|at least \d",
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
    abbreviations=frozenset(
        """mr mrs ms dr prof rev hon st mt messrs gen col sgt lt capt gov sen rep vs cf e.g eg i.e ie viz approx resp incl excl""".split()
    ),
    before_numbers=frozenset(
        """no nos art arts sec secs sect fig figs eq vol vols p pp ch chap par para cl ed tel max min jan feb mar apr jun jul aug sept sep
        oct nov dec s n v c est""".split()
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

NUMBERS: Final = NumberWords()

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("en", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
