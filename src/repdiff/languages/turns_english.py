"""English: words that turn the meaning of a clause."""

from typing import Final

from repdiff.languages.record import TurnWords

TURNS: Final = TurnWords(
    negations=(
        r"(?:(?:do|does|did) )?not(?! (?:only|just|merely|simply|solely|least|to mention|(?:more|less|fewer"
        r"|later|earlier|lower|higher|under|over|above|below|exceeding)\b))"
        r"|(?:is|are|was|were|does|do|did|has|have|had|wo|would|ca|could|should)n['’]t|cannot|never|neither"
        r"|nor|no longer"
        r"|no(?! (?:doubt|matter|more than|less than|fewer than|later than|sooner|wonder|lower than"
        r"|higher than|greater than|one else|one\b(?= else)|\d)|[.,])"
        r"|none|nobody|nothing(?! (?:but|more|less))|nowhere"
    ),
    excepts=(
        r"unless|except(?:ing)?|other than|not (?:only|just|merely|simply|solely)|no doubt|only if|until"
        r"|without|whether or not|if not|or not|if any"
        r"|rather than|instead of|but (?:also|rather)"
    ),
    denies=(
        r"without|hardly|rarely|seldom|barely|scarcely|lack(?:s|ed|ing)?|fail(?:s|ed|ing)?|refus\w+|otherwise"
        r"|un\w{4,}|dis\w{4,}|im(?:p|m)\w{4,}|in(?:ab|ac|ad|ap|cap|comp|eff|elig|suff|val)\w+|ir\w{4,}"
        r"|non-?\w+|avoid\w*|prevent\w*|prohibit\w*|forbid\w*|free from|nothing|no"
    ),
    up=(
        r"enlarg(?:e|es|ed|ing)|extend(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|accelerat(?:e|es|ed|ing)"
        r"|heighten(?:s|ed|ing)?|step(?:ped|ping)? up"
    ),
    down=(
        r"weaken(?:s|ed|ing)?|scal(?:e|es|ed|ing) (?:back|down)|slow(?:s|ed|ing)?(?: down)?|curb(?:s|ed|ing)?"
        r"|restrain(?:s|ed|ing)?|phas(?:e|es|ed|ing) out"
    ),
    must=(
        r"must(?! not)|shall(?! (?:not|be under no))|(?:is|are|be|was|were) (?:required|obliged|obligated) to"
        r"|(?:has|have|had) to"
        r"|(?:is|are) (?:mandatory|compulsory|obligatory)|mandatory|compulsory|obligatory"
    ),
    should=r"should(?! not)|ought to|(?:is|are) (?:encouraged|advised|recommended) to",
    may=(
        r"may(?! not)|can(?! not)|(?:is|are|be|was|were) (?:allowed|permitted|free|entitled) to|allow(?:s|ed)?"
        r"|permit(?:s|ted)?"
        r"|authori[sz]e[ds]?"
    ),
    must_not=(
        r"(?:must|shall|may|can) not|cannot|can['’]t|mustn['’]t|(?:is|are|be|was|were) (?:not (?:allowed"
        r"|permitted|entitled)|prohibited|forbidden|banned)(?: to| from)?"
        r"|prohibit(?:s|ed)?|forbid(?:s|den)?|ban(?:s|ned)?|disallow(?:s|ed)?"
    ),
    need_not=(
        r"need not|needn['’]t|(?:do|does|did) not (?:need|have) to|(?:is|are|be|was|were) not (?:required"
        r"|obliged|obligated) to|optional(?:ly)?|voluntary|voluntarily"
    ),
    joins="and|or|as well as|but|nor|non",
    opposites=(
        ("above", "below"),
        ("accept,s,ed,ing|approv,e,es,ed,al|approve,s,d", "reject,s,ed,ing,ion|refuse,s,d|refusal|decline,s,d"),
        ("active,ly", "inactive|passive,ly"),
        ("add,s,ed,ing", "remove,s,d|removing|delete,s,d|deleting"),
        ("adult,s", "minor,s|child|children"),
        ("after|following", "before|prior to"),
        (
            "agricultural|agriculture|farming",
            "industrial|industry|manufacturing",
            "service sector|services sector|tertiary",
        ),
        ("all|every|each", "none|no"),
        ("always", "never"),
        ("asset,s", "liability|liabilities"),
        (
            "at least|no less than|not less than|no fewer than|more than|over|exceeding|above",
            "at most|no more than|not more than|less than|fewer than|under|below|up to",
        ),
        ("automatic,ally", "manual,ly"),
        ("basic|elementary|primary", "advanced|secondary|tertiary"),
        ("begin,s,ning|start,s,ed,ing|began|launch,es,ed,ing", "end,s,ed,ing|stop,s,ped,ping|cease,s,d"),
        ("best", "worst"),
        ("better", "worse"),
        ("boy,s|men|man|male,s", "girl,s|women|woman|female,s"),
        ("buy,s,ing|bought|purchase,s,d|buyer,s|purchasing", "sell,s,ing|sold|sale,s|seller,s"),
        ("centrali,sed,zed|centralised|centralized", "decentralised|decentralized|local"),
        ("civil|civilian", "military"),
        ("closed|close,s|closing|shut,s", "open,s,ed,ing|reopen,s,ed,ing"),
        ("coastal", "inland"),
        ("complete,ly|full,y", "incomplete|partial,ly"),
        ("correct,ly", "incorrect,ly|wrong,ly"),
        ("creditor,s|lender,s", "debtor,s|borrower,s"),
        ("day,s|daytime", "night,s|night-time|nighttime"),
        ("deposit,s,ed", "withdraw,s,al,als|withdrawn|withdrew"),
        ("developed", "developing|undeveloped|underdeveloped"),
        ("direct,ly", "indirect,ly"),
        ("disable,s,d|disabling|deactivate,s,d", "enable,s,d|enabling|activate,s,d"),
        ("domestic,ally|internal,ly", "foreign|overseas|external,ly|abroad"),
        ("early|earlier|earliest", "late|later|latest"),
        ("east|eastern", "west|western"),
        ("easier|easy", "harder|difficult"),
        ("effective,ly", "ineffective,ly"),
        ("employed", "unemployed"),
        ("employee,s|worker,s", "employer,s"),
        (
            "encourage,s,d|promote,s,d|support,s,ed|supporting|encouraging|promoting|foster,s,ed",
            "discourage,s,d|restrict,s,ed,ing|oppose,s,d|hinder,s,ed|limit,s,ed,ing|curtail,s,ed",
        ),
        ("equal,ly", "unequal,ly"),
        ("exclude,s,d|excluding|exclusive of", "include,s,d|including|inclusive of"),
        ("exempt,ed|exempt from", "liable|subject to"),
        ("export,s,ed,ing,er,ers", "import,s,ed,ing,er,ers|importation"),
        ("fail,s,ed,ing|failure,s|lose,s|lost", "succeed,s,ed,ing|success,es|successful,ly|win,s|won|pass,es,ed"),
        ("faster|quicker|sooner", "slower"),
        ("first", "last|final"),
        ("fixed", "variable|floating"),
        ("formal,ly", "informal,ly"),
        ("free|free of charge", "paid|charged"),
        ("full-time", "part-time"),
        ("gain,s,ed", "loss,es|lose,s|lost"),
        ("greater|bigger|larger|more", "smaller|less|fewer"),
        ("heating", "cooling"),
        ("high|higher|highest", "low|lower|lowest"),
        ("hire,s,d|hiring|recruit,s,ed,ing", "dismiss,es,ed|fire,d|lay off|laid off"),
        ("income,s|revenue,s|receipts", "expenditure,s|spending|outlay,s|expenses"),
        ("inflow,s", "outflow,s"),
        ("inside|indoor,s", "outside|outdoor,s"),
        ("invalid|void", "valid"),
        ("large|big", "small"),
        ("lawful,ly|legal,ly", "unlawful,ly|illegal,ly"),
        ("left", "right"),
        ("long|longer|long-term", "short|shorter|short-term"),
        ("majority", "minority"),
        ("maximum|max", "minimum|min"),
        ("municipal", "national|state|federal"),
        ("necessary", "unnecessary"),
        ("negative,ly", "positive,ly"),
        ("new", "old|former|existing"),
        ("north|northern", "south|southern"),
        ("offline|in person", "online"),
        ("often|frequently", "rarely|seldom"),
        ("optimistic|optimism", "pessimistic|pessimism"),
        ("parent,s", "child|children"),
        ("permanent,ly", "temporary|temporarily|provisional,ly"),
        ("personal", "anonymous|anonymised|anonymized"),
        ("possible", "impossible"),
        ("private,ly|privately owned", "public,ly|publicly owned|state-owned"),
        ("profit,s|surplus,es", "loss,es|deficit,s"),
        ("pupil,s|student,s", "teacher,s"),
        ("retail", "wholesale"),
        ("rich|richer|wealthy|wealthier", "poor|poorer"),
        ("rural", "urban"),
        ("safe,ly", "unsafe,ly|dangerous"),
        ("satisfied", "dissatisfied|unsatisfied"),
        ("skilled", "unskilled"),
        ("spring", "summer", "autumn|fall", "winter"),
        ("stable", "unstable|volatile"),
        ("sufficient,ly|adequate,ly", "insufficient,ly|inadequate,ly"),
        ("summer", "winter"),
        ("supply", "demand"),
        ("support,s,ed,ing", "oppose,s,d|opposing"),
        ("tenant,s", "landlord,s"),
        ("tighten,s,ed,ing|stricter|tighter|tight", "loosen,s,ed,ing|relax,es,ed,ing|ease,s,d|easing|looser|loose"),
        ("union,s", "employer,s"),
        ("weak|weaker", "strong|stronger"),
        ("with", "without"),
        ("within", "outside|beyond"),
        ("young|younger", "old|older|elderly"),
    ),
)
