"""What is known of a language: frozen data, one record per language.

A *fragment* is a piece of a regular expression: words of the language parted by `|`, without capturing groups. The algorithms join
the fragments of the languages that their texts contain; words of scripts with blanks are matched whole.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

from repdiff.languages.number_words import NumberWords
from repdiff.languages.scripts import Script


class HeadingWords(NamedTuple):
    """How headings are numbered and what they say of time."""

    numbered: str = ""
    """Fragment: words in front of a heading's number (`Chapter 3`)."""
    goes_on: str = ""
    """Fragment: words behind such a number that show it to be part of a sentence (`Section 3 of the act`)."""
    units: str = ""
    """Fragment: words behind a heading's number (`第三章`)."""
    behind: str = ""
    """Fragment: words behind a heading's number in a script with blanks (`2. Kapitel`, `First Part`)."""
    counts: tuple[str, ...] = ()
    """Fragments: the words that number chapters, the first for 1 (`one`, `the first`), and so on."""
    count_endings: str = ""
    """Fragment: what is written behind the figure of an ordinal (`2nd Part`)."""
    count_letters: str = ""
    """Letters that number chapters, in order, in a script other than Latin."""
    asks: str = ""
    """Fragment: words that a title begins with which is a question (`How we use it`)."""
    questions: str = ""
    """Fragment: what stands in front of a question, with its number or without (`Q1:`)."""
    remarks: str = ""
    """Fragment: what is set in bold in front of a remark and is no title (`Note:`)."""
    back: str = ""
    """Fragment: words of a title whose section looks back (`Review of 2020`)."""
    back_alone: str = ""
    """Fragment: words that say the same where they are the whole title."""
    ahead: str = ""
    """Fragment: words of a title whose section looks ahead (`Our plan`)."""
    explains: str = ""
    """Fragment: titles of what only explains words (`Glossary`), as they end."""
    annexes: str = ""
    """Fragment: words in front of the number of an annex, in a script without blanks (`附件1`)."""
    annexed: str = ""
    """Fragment: those of the words in front of a heading's number that name an annex, in a script with blanks (`Appendix A`)."""
    articles: str = ""
    """Fragment: those of them that name an article, which stands below every other numbered part."""
    five_years: str = ""
    """Fragment with one group: the numeral in the name of a five-year plan; and the year that such plans are counted from."""
    five_years_from: int = 0
    binds: str = ""
    """Letters that bind the second line of a title to its first."""
    leads_over: str = ""
    """Fragment, as it stands: how a line ends that leads over to what follows, before its colon (`Our targets are:`)."""
    ordinal: str = ""
    """What stands in front of a number that counts (`第`)."""
    dates: str = ""
    counted: str = ""
    """Letters behind a number that is part of a date, and behind one that is an amount or part of a date: not that of a heading."""
    not_behind: str = ""
    """Letters behind a numbered unit that show it to be part of a sentence."""
    first_items: str = ""
    later_items: str = ""
    """Fragments, as they stand: how the first item and the others of a list in words begin."""
    ordinals: str = ""
    """Fragment, as it stands: how a sentence begins that counts points, and is no heading."""
    styles: str = ""
    """Fragment: what word processors call the styles of headings, in front of their level (`Heading 1`)."""
    columns: str = ""
    """Fragment: what the column of a table is called that holds texts (`content`)."""
    points: str = ""
    """Fragment, as it stands: the numbers by which running text counts its points (`二是`): they are numbering."""
    counters: str = ""
    """The letters that count items in their order, where that is not the order of their codes (`가나다`)."""
    numbered_short: str = ""
    """Fragment: the words of `numbered` as they are shortened before a full stop (`Art. 5`)."""
    steps: str = ""
    """Fragment: words that count the steps of a list before a number and a mark (`Step 2:`): they are numbering."""
    ordinal_times: str = ""
    """Fragment: times behind an ordinal with a full stop, months aside (`3. Quartal`): the number is no numbering."""


class FormulaWords(NamedTuple):
    """What promises nothing and reports nothing: salutations, thanks, ceremony, transitions, what pages carry."""

    salutations: str = ""
    """Fragment: what a sentence begins with that does nothing but address the audience."""
    thanks: str = ""
    """Fragment: the same, with hardly a word behind it (`Thank you`)."""
    ceremony: str = ""
    """Fragment, as it stands: what a sentence of ceremony contains."""
    transitions: str = ""
    """Fragment, as it stands: how a sentence ends that only leads over to what follows."""
    furniture: str = ""
    """Fragment, as it stands: what a line of navigation or imprint begins with."""
    page: str = ""
    """Fragment: the word in front of the number of a page."""
    page_lines: str = ""
    """Fragment, as it stands: whole lines of page numbers, dates and places."""
    slogans: tuple[str, ...] = ()
    """What a cry begins with that promises nothing."""


class PageWords(NamedTuple):
    """What stands around a text and is no part of it: contents pages, numbers of pages, the buttons and data of a site. All are fragments;
    blanks in them stand for any white space.
    """

    contents: str = ""
    """Titles of a contents page (`Contents`)."""
    before: str = ""
    behind: str = ""
    """Words in front of the number of a page (`Page`), and behind it (`页`)."""
    total: str = ""
    """Words between the number of a page and that of all pages (`of`)."""
    buttons: str = ""
    """What buttons and links of a site say (`Print this page`)."""
    labels: str = ""
    """What a site tells of its page, before a colon (`来源`)."""
    trail: str = ""
    """What the path to a page begins with (`Home`)."""
    imprint: str = ""
    """What a line about rights or the site's owner begins with or contains."""
    accepts: str = ""
    """What buttons below a notice about cookies say."""
    notices: str = ""
    """What such a notice speaks of."""
    title: str = ""
    """Words that name the title of a document, before a colon (`Title`)."""


_NO_PAGES: Final = PageWords()


class ClauseWords(NamedTuple):
    """How a clause acts, in a language whose verbs have no forms: imperatives, subjects, what only describes."""

    actions: frozenset[str] = frozenset()
    """Verbs of action of two letters, and the adverbs that lead to one: what a clause of a plan opens with."""
    handling: frozenset[str] = frozenset()
    done_well: frozenset[str] = frozenset()
    """Letters of a verb of action, and those behind them: any of the first with any of the second."""
    fillers: str = ""
    """Letters that may stand before a verb of action."""
    counts_off: str = ""
    """Fragment, as it stands: what parts a numeral from what it counts off (`一是`)."""
    describes: str = ""
    """Fragment, as it stands: what a sentence begins with that describes (`面对`)."""
    looks_back: str = ""
    looks_ahead: str = ""
    """Fragments, as they stand: what a sentence begins with that opens a passage about the past (`去年，`), and one about what comes."""
    must: str = ""
    """Fragment, as it stands: what makes a cry a promise."""
    duty: str = ""
    """Fragment, as it stands: what makes even such a sentence a promise."""
    guides: str = ""
    """Fragment, as it stands: words of a guiding idea."""
    being: str = ""
    """Fragment, as it stands: the beginning of a sentence that says what something is."""
    aims: str = ""
    """Fragment: what such a sentence may speak of and promise all the same."""
    periods: str = ""
    """Fragment: the time that it may speak of."""
    leads_to_action: str = ""
    """Fragment, as it stands: what a sentence without a subject begins with."""


class RoleWords(NamedTuple):
    """What tells promises, reports and formulas apart."""

    formulas: FormulaWords = FormulaWords()
    clauses: ClauseWords = ClauseWords()
    went: str = ""
    will: str = ""
    """Fragments: marks of the past and of the future, counted in long texts."""
    modals: str = ""
    """Fragment: words that promise (`will`), as they are written: case counts."""
    past: str = ""
    """Fragment: words that report (`has been`)."""
    past_endings: str = ""
    promise_endings: str = ""
    """Fragments, as they stand: how sentences end that report and that promise, in a language that says so at the end."""
    targets: str = ""
    """Fragment, as it stands: figures that are aimed at (`at least 5`)."""
    leaves_open: str = ""
    """Fragment: words that leave the matter open (`we may`)."""
    own_rules: str = ""
    """Fragment, case counts: a policy's own rule in the present tense (`we collect`)."""
    shares_out: str = ""
    """Fragment, as it stands: how a sentence begins that only shares out what the one before it says (`of which`)."""
    orders: str = ""
    """Fragment, as it stands: an imperative at the beginning of a sentence."""


class SentenceWords(NamedTuple):
    """What stands before a full stop that ends no sentence, and what opens a sentence. Words in small letters."""

    abbreviations: frozenset[str] = frozenset()
    """In front of any word: titles and the like (`dr`, `e.g`)."""
    before_numbers: frozenset[str] = frozenset()
    """In front of a number only (`no`, `fig`)."""
    before_names: frozenset[str] = frozenset()
    """In front of a name, where no number stands before them (`в г. Туле`, but `в 2024 г.`)."""
    openers: frozenset[str] = frozenset()
    """Words that open sentences rather than names: behind an initial (`U.S.`) they tell that a sentence ended."""
    times: frozenset[str] = frozenset()
    """What may end a sentence though it is made of letters with stops (`a.m`)."""
    before_ordinals: str = ""
    """Fragment: words in front of an ordinal with a full stop (`am 3. Mai`)."""
    after_quotes: str = ""
    """Letters that go on behind a quotation (`“…。”的`)."""


class CommonWords(NamedTuple):
    """Words that are common, and what their language does with them."""

    function: frozenset[str] = frozenset()
    """Words that say little by themselves: equal ones beside a change are no content."""
    commonest: frozenset[str] = frozenset()
    """The commonest words of running text, by which languages of one script are told apart."""
    year: str = ""
    month: str = ""
    day: str = ""
    """Letters behind the number of a year, of a month, of a day (`5月1日`)."""
    through: str = ""
    """Letters between the first and the last day of a stretch (`5月1日至3日`)."""
    calendar: str = ""
    """Fragment, as it stands: dates in a language whose dates are neither figures with these letters nor names of months with figures."""
    report: str = ""
    """Fragment: words by which a title calls its document a report."""


class TurnWords(NamedTuple):
    """What turns the meaning of a clause where one word stands instead of another. Words of growing and falling are those of
    `DirectionWords`, and `up` and `down`.
    """

    negations: str = ""
    """Fragment: words that deny what a clause says, where they do."""
    excepts: str = ""
    """Fragment: words that take a negation back or put it off (`unless`, `not only`)."""
    denies: str = ""
    """Fragment: words and parts of words that may deny beside these (`un-`, `hardly`): a negation in exchange for one is none."""
    up: str = ""
    down: str = ""
    """Fragments: verbs of raising and lowering that are said of no number."""
    must: str = ""
    should: str = ""
    may: str = ""
    must_not: str = ""
    need_not: str = ""
    """Fragments: words of a duty, of advice, of leave, of a ban, and of what is left to choice."""
    joins: str = ""
    """Fragment: words between the members of a list (`and`, `or`)."""
    opposites: tuple[tuple[str, ...], ...] = ()
    """Not fragments: sets of words of which one excludes the others, each with its synonyms, parted by `|`; behind a comma stand endings
    that a word may have (`export,s,ed`).
    """


_NO_TURNS: Final = TurnWords()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Language:
    """A language: its tag (BCP 47), its scripts, and its words."""

    tag: str
    scripts: frozenset[Script]
    headings: HeadingWords
    roles: RoleWords
    sentences: SentenceWords
    words: CommonWords
    numbers: NumberWords
    pages: PageWords = _NO_PAGES
    turns: TurnWords = _NO_TURNS

    @property
    def spaced(self) -> bool:
        """Whether blanks part the words."""
        return self.scripts.isdisjoint((Script.HAN, Script.KANA, Script.THAI))
