"""The words of a language that say numbers, units, qualifiers and times, and what is promised of them.

Every field is a fragment of a regular expression unless its line says otherwise: alternatives parted by `|`, without capturing groups, in
small letters where their case makes no difference, in simplified characters where they are Chinese. A language that has no such words
leaves the field empty.
"""

from collections.abc import Callable
from typing import NamedTuple


class UnitWords(NamedTuple):
    """Units and the powers of ten before them."""

    families: tuple[tuple[str, str, str], ...] = ()
    """Not a fragment: family of a unit (see `repdiff.languages.units`), its words, how many base units one of them is."""
    single: str = ""
    """Not a fragment: units of one character, in a script without blanks."""
    longer: str = ""
    """Units of several characters, in a script without blanks."""
    sure: str = ""
    """Units that make a number in Han numerals an amount, whatever follows."""
    attached: str = ""
    """Units with their powers, written at the digits in a script of their own."""
    attached_powers: tuple[tuple[str, int], ...] = ()
    """Not a fragment: the powers among them."""
    nouns: str = ""
    """Units of a language with blanks."""
    multiples: tuple[tuple[str, int], ...] = ()
    """A fragment and what it multiplies by, in a language with blanks (`million`)."""
    piece: str = ""
    """Not a fragment: the unit of things that have none of their own; before “percentage points” it may stand alone."""
    never: str = ""
    """Units of numbers that name and do not count (a date, a room)."""
    ranks: str = ""
    """Units that count no more behind a word of `ranked`."""
    ranked: str = ""
    """Words before a rank."""


class AmountWords(NamedTuple):
    """What stands around the digits of an amount."""

    at_least: str = ""
    at_most: str = ""
    about: str = ""
    """Qualifiers before a number. Not fragments but words parted by `|`."""
    strict: str = ""
    """Those of them, and of the words behind a number and the verbs below, that leave the number itself out (`more than`). Words too."""
    half_words: str = ""
    """Qualifiers that may be the end of another word."""
    at_least_after: str = ""
    at_most_after: str = ""
    about_after: str = ""
    other_after: str = ""
    """Words behind a number; the last say nothing of its bound."""
    close_after: str = ""
    """Those of them that also end an amount in Han numerals, and the unit that no list has."""
    held_below: str = ""
    held_above: str = ""
    held: str = ""
    """Verbs that do the work of a qualifier before a number; the last say nothing of its bound."""
    more: str = ""
    """Not a fragment: characters behind digits or powers that say “and more”."""
    some: str = ""
    """Not a fragment: the digit of a number that is not said."""
    vague: str = ""
    """Words before Han numerals that make no number of them."""
    ordinal: str = ""
    """Not a fragment: the sign of an ordinal, before its number."""
    parts: str = ""
    """Not a fragment: what parts a power and a number in Han numerals of a share (百 `分之` 五)."""
    point: str = ""
    """Not a fragment: the decimal point in Han numerals."""
    zero: str = ""
    """A zero that is a value, with what must stand around it."""
    doubled: str = ""
    """A number of doublings, in Han numerals."""
    names_before: str = ""
    names_after: str = ""
    """What makes a name of a number without a unit."""
    dates: str = ""
    """Dates in digits."""
    months: str = ""
    """Not a fragment but names of months parted by `|`: the first three letters may stand for each."""
    date_goes_on: str = ""
    """What stands behind the digits of a date."""
    years: str = ""
    """The unit of a year in digits."""
    not_counted: str = ""
    """Words behind a bare number that are not what it counts, in a language with blanks."""
    ranges: str = ""
    """What joins the two ends of a range, with its blanks."""
    joins: str = ""
    """Words for “and” between two numbers."""
    list_joins: str = ""
    """Words for “and” between what one row of numbers measures."""
    list_opens: str = ""
    """Words that a phrase after a number may begin with without belonging to it."""
    turns: str = ""
    """Words at which a phrase goes over to something else, in a language with blanks."""
    of: str = ""
    """Words that bind the phrase before to the one behind."""
    respectively: str = ""
    """Words behind which numbers stand in the order of what they measure."""


class ChangeWords(NamedTuple):
    """Verbs of growing and falling, of reaching and adding. Each verb of change stands in one of the first four groups."""

    moves: str = ""
    """Verbs that take a number by which (`grows 5%`), and a number to which."""
    rates: str = ""
    """Verbs and nouns of growth that a number follows."""
    shifts: str = ""
    """Verbs that take a number to which."""
    short: str = ""
    """Verbs of one character, sure only where they stand alone or go to a number."""
    counted: str = ""
    """Those of the verbs above that also say how many things are added or taken away."""
    in_names: str = ""
    """Those of the verbs above that stay in the core of an indicator."""
    to: str = ""
    """Words behind such a verb, before the level that it goes to."""
    done: str = ""
    """Words behind such a verb that say that it is over."""
    reaching: str = ""
    """Words before a level that is reached; `again` and `near` may stand around them."""
    near: str = ""
    """What may stand between a verb of reaching and its number."""
    again: str = ""
    """Words before a verb that say that something is changed once more."""
    beside: str = ""
    """Words that may stand before a verb of change in a clause of its own."""
    compared: str = ""
    """Words by which a number is a growth, whatever its unit."""
    adding: str = ""
    """Words before the number of what is new."""
    into: str = ""
    """Words between an indicator and its number."""
    achieved: str = ""
    """Verbs behind which a list is one subject."""
    breaks_off: str = ""
    """Words that cannot end a line: they ask for a number."""
    silent: str = ""
    """Words of a name that do not tell what is measured: verbs of doing, the whole, articles."""
    gauges: str = ""
    """Words of a name that only say how a target is measured or set: a ratio, a total, projected."""


class DirectionWords(NamedTuple):
    """Which way a number goes: words of rising and falling, and of what lies above and below zero."""

    up: str = ""
    down: str = ""
    """Verbs and nouns, before a number or behind it."""
    up_behind: str = ""
    down_behind: str = ""
    """Words that say the same behind a number alone (`5% more`)."""
    by: str = ""
    """Words between such a verb and a number by which it changes, whatever stands between verb and word."""
    between: str = ""
    """Words that may stand between such a verb or noun and its number, in a language with blanks."""
    before_verb: str = ""
    """Words that may stand between a number and such a verb or noun behind it."""
    of_what: str = ""
    """Words before what changes, where it stands behind the number, in a language with blanks (`a drop of 5% in exports`)."""
    base: str = ""
    """Words before a number that is only where something starts from."""
    blurs: str = ""
    """What turns a direction into another or takes it back (`降幅收窄`, `no increase`): nothing is sure behind it."""
    above_zero: str = ""
    below_zero: str = ""
    """Nouns of a level above zero (a surplus) and below it (a loss)."""


class TimeWords(NamedTuple):
    """Stretches of time and periods. In a fragment `{n}` is where a number stands, `{first}` and `{last}` the ends of a range of months."""

    numbers: str = ""
    """Not a fragment but words from zero to ten, parted by `|`."""
    hint: str = ""
    """What every text that names a stretch of time holds: a quick look."""
    year: str = ""
    """What may stand behind the first year of a range of years."""
    through: str = ""
    """What joins the two ends of it."""
    so_far: str = ""
    """A sum of all time so far."""
    since: str = ""
    these: str = ""
    years: str = ""
    done: str = ""
    plan: str = ""
    term: str = ""
    two_quarters: str = ""
    three_quarters: str = ""
    quarter: str = ""
    half: str = ""
    month_span: str = ""
    months: str = ""
    in_month: str = ""
    one_year: str = ""
    """Stretches: since when; so many years up to now or to come; so many years of something; so many years that ended; a plan; a term of
    office; parts of a year; a month, said by name or by `{month}`; a year."""
    compared: str = ""
    """Words before a time that a number is compared with."""
    opens: str = ""
    """Words that may stand before the time that a sentence begins with."""
    topic: str = ""
    """What follows such a time that stands for all that follows, beside a comma."""
    coming: str = ""
    """Words of a time that is to come."""
    past: str = ""
    later: str = ""
    """Words of the clause before a number by which it speaks of a time that is over, or of a later one than the document's own year."""
    reached: str = ""
    """Words of a level that was reached: it is no sum over a time."""


class GoalWords(NamedTuple):
    """What makes a number of a promise one that a result can answer, or not."""

    measured_time: str = ""
    """Words by which a time is itself what is measured."""
    points: str = ""
    """What a text counts of itself (`three priorities`)."""
    points_end: str = ""
    """Words that may follow right behind them."""
    besides_after: str = ""
    besides_before: str = ""
    """What is done besides."""
    applied: str = ""
    rules: str = ""
    """Verbs of applying, and the rules whose number belongs to their name."""


class PromiseWords(NamedTuple):
    """What a promise and its result say beside their numbers."""

    claimed: str = ""
    """Words by which a result calls a promise fulfilled without a number."""
    long_term: str = ""
    """Words of a heading whose section speaks of several years to come."""
    stock: str = ""
    """Words of a total."""
    less_is_better: str = ""
    """Indicators of which nobody wants more."""
    lowered: str = ""
    """Verbs after which less than the number is better."""
    scopes: str = ""
    """Levels and groups: what holds of one says nothing of another."""


class NumberWords(NamedTuple):
    """What stands in and around quantities."""

    units: UnitWords = UnitWords()
    amounts: AmountWords = AmountWords()
    changes: ChangeWords = ChangeWords()
    times: TimeWords = TimeWords()
    goals: GoalWords = GoalWords()
    promises: PromiseWords = PromiseWords()
    directions: DirectionWords = DirectionWords()


Pick = Callable[[NumberWords], str]
"""Which field of the record is meant: `lambda words: words.times.since`."""
