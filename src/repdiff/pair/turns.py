"""Where the meaning of a pair turns: a word stands where its opposite stood, in a clause that is the same otherwise.

Both texts are cut into clauses, and the word diff says which clause of one side continues which of the other. Only what was changed
counts, and only where little else was changed beside it: of two clauses that say different things none is the opposite of the other.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from repdiff.model.links import Edit, Op, Turn, Turned
from repdiff.model.texts import Span
from repdiff.pair.tokens import tokens
from repdiff.pair.turn_words import KINDS, Hit, TurnWords, even_text, whole
from repdiff.text.clauses import cut_clauses

_SAME = 0.45  # share of the letters beside the turning words that two clauses must have in common to be the same clause
_SURE = 0.7  # the same where the two words do not stand at the same place of the diff
_BESIDE = 4  # size of the words that may be changed beside a turning word: two Han words, one or two others
_NEXT = 2  # the same of a thing or a duty: what it is said of, or that is done, must be the same
_LETTERS = 2  # letters without which a clause is none of its own (`增长5%`) and goes with the one before
_IN_COMMON = 2  # letters that two clauses must have in common at least
_PREFIX = 0.6  # share of a word by which two forms of it begin alike
_CHANGED = (Op.DELETE, Op.INSERT)


_NOWHERE = Hit(0, 0, Turn.NEGATION, 0, 0)


class Sides(NamedTuple):
    """A text of the old side and one of the new: sentences set end to end, and where these end."""

    old: str
    new: str
    old_ends: Sequence[int] = ()
    new_ends: Sequence[int] = ()


class _Change(NamedTuple):
    """A run that stands on one side only: where, and the number of the gap between equal runs that it is in."""

    start: int
    end: int
    gap: int


class _Text:
    """One side: its turning words, its clauses, and what of it was changed."""

    def __init__(self, text: str, ends: Sequence[int], hits: list[Hit], changes: Sequence[_Change]) -> None:
        self.text = text
        self.changes = changes
        self.hits = hits
        self.clauses = _clauses(text, ends, hits)
        self._starts = [clause.start for clause in self.clauses]
        self._by_clause: dict[int, list[Hit]] = {}
        for hit in hits:
            self._by_clause.setdefault(self.clause_at(hit.start), []).append(hit)

    def clause_at(self, offset: int) -> int:
        """The number of the clause that an offset is in."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def of_clause(self, clause: int) -> list[Hit]:
        """The turning words of a clause."""
        return self._by_clause.get(clause, [])

    def gap(self, hit: Hit) -> int:
        """The gap that a word was changed in; -1 where it stands on both sides."""
        return next((each.gap for each in self.changes if each.start < hit.end and hit.start < each.end), -1)

    def is_listed(self, hit: Hit, others: Iterable[Hit], words: TurnWords) -> bool:
        """Whether a word of the same set stands beside a word (`urban and rural`): then it is one of several things."""
        return any(
            (each.turn, each.family) == (hit.turn, hit.family)
            and each.sense != hit.sense
            and words.are_joined(self.text[min(each.end, hit.end) : max(each.start, hit.start)])
            for each in others
        )

    def subjects(self) -> dict[str, int]:
        """Of each clause that says which way something goes: what goes, where no other clause says the same of it."""
        moving = {self.clause_at(hit.start): hit for hit in self.hits if hit.turn is Turn.DIRECTION}
        found: defaultdict[str, list[int]] = defaultdict(list)
        for clause in sorted(moving):
            inside = set().union(*(range(h.start, h.end) for h in self.of_clause(clause) if h.turn is Turn.DIRECTION))
            letters = (at for at in range(*self.clauses[clause]) if at not in inside and self.text[at].isalpha())
            found["".join(self.text[at] for at in letters)].append(clause)
        return {name: clauses[0] for name, clauses in found.items() if len(clauses) == 1 and len(name) > _LETTERS}

    def letters(self, clause: int, without: Iterable[Hit]) -> int:
        """How many letters a clause has beside some words."""
        start, end = self.clauses[clause]
        inside = set().union(*(range(hit.start, hit.end) for hit in without))
        return sum(self.text[at].isalpha() for at in range(start, end) if at not in inside)

    def words(self, clause: int, gap: int) -> list[str]:
        """All words of a clause that were changed in a gap."""
        start, end = self.clauses[clause]
        places = ((max(each.start, start), min(each.end, end)) for each in self.changes if each.gap == gap)
        return [word.key for first, last in places for word in tokens(self.text[first : max(first, last)])]

    def beside(self, clause: int, gap: int, hits: Sequence[Hit]) -> tuple[list[str], list[str]]:
        """The words of a gap that were changed beside the turning ones and say something (numbers do not), and the turning ones."""
        start, end = self.clauses[clause]
        found: tuple[list[str], list[str]] = ([], [])
        for change in self.changes:
            if change.gap == gap:
                at = max(change.start, start)
                for word in tokens(self.text[at : max(at, min(change.end, end))]):
                    taken = any(hit.start < word.end + at and word.start + at < hit.end for hit in hits)
                    if taken or not (word.light or word.number):
                        found[taken].append(word.key)
        return found

    def changed(self, without: Hit, gap: int | None = None, clause: int | None = None) -> str:
        """What was changed beside one word: in a clause, in a gap, or anywhere."""
        start, end = (0, len(self.text)) if clause is None else self.clauses[clause]
        runs = (each for each in self.changes if gap is None or each.gap == gap)
        places = ((max(each.start, start), min(each.end, end)) for each in runs)
        return " ".join(
            self.text[first : min(without.start, last)] + " " + self.text[max(without.end, first) : last]
            if without.start < last and first < without.end
            else self.text[first:last]
            for first, last in places
        )


def find_turns(sides: Sides, edits: Sequence[Edit], words: TurnWords) -> tuple[Turned, ...]:
    """Where the meaning turns between two texts with this word diff, in the order of the old text; spans in the two texts.

    None where there is no diff, nor where the turning words stand in clauses that differ otherwise.
    """
    changes = _changes(edits)
    hits = [list(whole(words.hits(text), text)) for text in (sides.old, sides.new)]
    if not _are_turning(*([hit for hit in own if _is_in(hit, runs)] for own, runs in zip(hits, changes, strict=True))):
        return ()
    old = _Text(sides.old, sides.old_ends, hits[0], changes[0])
    new = _Text(sides.new, sides.new_ends, hits[1], changes[1])
    found: set[Turned] = set()
    for numbers, common in _pairs(old, new, edits).items():
        found.update(_Clauses((old, new), numbers, common, words).turns(edits))
    return tuple(sorted(found, key=lambda each: (each.old, each.new, each.turn)))


def may_turn(old: str, new: str, edits: Sequence[Edit], words: TurnWords) -> bool:
    """Whether the changed runs of a word diff may turn the meaning: a quick look, before all of both texts is searched."""
    looks = [_Look(text, changes, words) for text, changes in zip((old, new), _changes(edits), strict=True) if changes]
    if any((hits := look.changed(KINDS.index(Turn.NEGATION))) and any(whole(hits, look.text)) for look in looks):
        return True
    return len(looks) > 1 and any(
        (above := looks[0].changed(kind))
        and (below := looks[1].changed(kind))
        and _are_turning(above, below)
        and _are_turning(whole(above, old), whole(below, new))
        for kind in range(len(KINDS))
    )


class _Look:
    """A quick look at what was changed on one side."""

    def __init__(self, text: str, changes: Sequence[_Change], words: TurnWords) -> None:
        self.text = text
        self._words = words
        self._even = even_text(text)
        self._starts = words.starts(self._even, changes)

    def changed(self, kind: int) -> list[Hit]:
        """The words of one of the `KINDS` that were changed."""
        begun, even, bit = self._words.begun, self._even, 1 << kind
        return [
            hit for at, least, kinds in self._starts if kinds & bit for hit in begun(kind, even, at) if hit.end > least
        ]


def _are_turning(old: Iterable[Hit], new: Iterable[Hit]) -> bool:
    """Whether one of some changed words denies, or words of the same set stand on both sides, not all with the same sense."""
    senses: tuple[dict[tuple[Turn, int], set[int]], ...] = ({}, {})
    for own, hits in zip(senses, (old, new), strict=True):
        for hit in hits:
            if hit.turn is Turn.NEGATION:
                return True
            own.setdefault((hit.turn, hit.family), set()).add(hit.sense)
    return any(len(senses[0][each] | senses[1][each]) > 1 for each in senses[0].keys() & senses[1].keys())


def _is_in(hit: Hit, changes: Iterable[_Change]) -> bool:
    """Whether a word was changed."""
    return any(each.start < hit.end and hit.start < each.end for each in changes)


def _changes(edits: Sequence[Edit]) -> tuple[list[_Change], list[_Change]]:
    """What stands on the old side only, and on the new one only; what moved stands on both."""
    old: list[_Change] = []
    new: list[_Change] = []
    gap = 0
    for edit in edits:
        if edit.op is Op.EQUAL:
            gap += 1
        elif edit.op in _CHANGED:
            side, span = (old, edit.old) if edit.op is Op.DELETE else (new, edit.new)
            side.append(_Change(*span, gap))
    return old, new


def _pairs(old: _Text, new: _Text, edits: Sequence[Edit]) -> dict[tuple[int, int], int]:
    """The clauses that continue each other, by their numbers, with the letters in common: those that say the same but for a direction,
    wherever they stand in a list, and of the others those that the word diff aligned.
    """
    first, second = old.subjects(), new.subjects()
    same = {(first[name], second[name]): len(name) for name in first.keys() & second.keys()}
    taken = {above for above, _ in same}, {below for _, below in same}
    aligned = {
        pair: common
        for pair, common in _common(old, new, edits).items()
        if common >= _IN_COMMON and pair[0] not in taken[0] and pair[1] not in taken[1]
    }
    return same | aligned


def _clauses(text: str, ends: Sequence[int], hits: Sequence[Hit]) -> list[Span]:
    """The clauses of all sentences; one that says nothing beside its turning words and numbers goes with the one before."""
    found: list[Span] = []
    inside = set().union(*(range(hit.start, hit.end) for hit in hits if hit.turn is not Turn.OPPOSITE))
    for start, end in pairwise((0, *ends, len(text))):
        first = len(found)
        for span, _ in cut_clauses(text[start:end]):
            clause = Span(span.start + start, span.end + start)
            own = sum(text[at].isalpha() for at in range(*clause) if at not in inside)
            if own < _LETTERS and len(found) > first:
                found[-1] = Span(found[-1].start, clause.end)
            else:
                found.append(clause)
    return found or [Span(0, len(text))]


def _common(old: _Text, new: _Text, edits: Sequence[Edit]) -> Counter[tuple[int, int]]:
    """How many letters each clause of one side has in common with each of the other, by their numbers."""
    common: Counter[tuple[int, int]] = Counter()
    for edit in edits:
        if edit.op is not Op.EQUAL:
            continue
        shift = edit.new.start - edit.old.start
        last = edit.new.end - 1
        for at in range(*edit.old):
            if old.text[at].isalpha():
                common[old.clause_at(at), new.clause_at(min(at + shift, last))] += 1
    return common


class _Clauses:
    """Two clauses of which one continues the other, `common` letters of both being the same."""

    def __init__(self, sides: tuple[_Text, _Text], numbers: tuple[int, int], common: int, words: TurnWords) -> None:
        old, new = self._sides = sides
        self._words = words
        self._numbers = numbers
        self._hits = old.of_clause(numbers[0]), new.of_clause(numbers[1])
        self._changed = tuple([hit for hit in hits if side.gap(hit) >= 0] for side, hits in self._pairs())
        self._common = common

    def _pairs(self) -> Iterator[tuple[_Text, list[Hit]]]:
        return zip(self._sides, self._hits, strict=True)

    def turns(self, edits: Sequence[Edit]) -> list[Turned]:
        """What turns: of a thing that is another one nothing is said besides, and a negation beside another turn takes it back."""
        found = next(filter(None, map(self._exchanged, (Turn.OPPOSITE, Turn.DUTY, Turn.DIRECTION))), [])
        if not found:
            return self._denied(edits)
        return [] if sum(map(len, self._negations(found))) % 2 else found

    def _exchanged(self, turn: Turn) -> list[Turned]:
        """Words of the same set, one on either side, of which one took the place of the other."""
        found = []
        families = {hit.family for hits in self._changed for hit in hits if hit.turn is turn}
        for family in sorted(families):
            one, other = ([hit for hit in hits if (hit.turn, hit.family) == (turn, family)] for hits in self._changed)
            senses = [Counter(hit.sense for hit in hits) for hits in (one, other)]
            left = [hit for hit in one if senses[0][hit.sense] > senses[1][hit.sense]]
            right = [hit for hit in other if senses[1][hit.sense] > senses[0][hit.sense]]
            if len(left) == len(right) == 1 and self._is_exchange(left[0], right[0]):
                found.append(Turned(turn, Span(left[0].start, left[0].end), Span(right[0].start, right[0].end)))
        return found

    def _is_exchange(self, one: Hit, other: Hit) -> bool:
        """Whether two words stand in corresponding places, and no list names both things."""
        gaps = self._sides[0].gap(one), self._sides[1].gap(other)
        if self._likeness(one, other) < (_SAME if gaps[0] == gaps[1] else _SURE):
            return False
        if one.turn is Turn.OPPOSITE and (self._are_both_on_both_sides(one, other) or self._are_listed(one, other)):
            return False
        most = _BESIDE if one.turn is Turn.DIRECTION else _NEXT
        return self._is_alone({*gaps}, one.turn, (most, most))

    def _are_listed(self, *exchanged: Hit) -> bool:
        pairs = zip(self._pairs(), exchanged, strict=True)
        return any(side.is_listed(hit, hits, self._words) for (side, hits), hit in pairs)

    def _are_both_on_both_sides(self, one: Hit, other: Hit) -> bool:
        """Whether each of two things is also where the other one is: they only changed places."""
        return all(
            any((each.turn, each.family, each.sense) == (hit.turn, hit.family, hit.sense) for each in side.hits)
            for side, hit in zip(self._sides, (other, one), strict=True)
        )

    def _likeness(self, *hits: Hit) -> float:
        """The share of the letters in common, beside some turning words."""
        letters = sum(
            side.letters(clause, [hit for hit in hits if hit in own])
            for side, clause, own in zip(self._sides, self._numbers, self._hits, strict=True)
        )
        kept = self._kept({side.gap(hit) for side in self._sides for hit in hits})
        return 2 * (self._common + kept) / letters if letters else 0.0

    def _kept(self, gaps: set[int]) -> int:
        """Letters of the words that both sides have in the same gap, too short to part it or in another form."""
        kept = 0
        for gap in gaps:
            one, other = (side.words(clause, gap) for side, clause in zip(self._sides, self._numbers, strict=True))
            kept += min(
                sum(map(len, each)) - sum(map(len, _unlike(each, rest))) for each, rest in ((one, other), (other, one))
            )
        return kept

    def _is_alone(self, gaps: set[int], turn: Turn, most: tuple[int, int]) -> bool:
        """Whether words of no more than this size were changed beside the turning ones, on either side."""
        for gap in gaps:
            one, other = (
                side.beside(clause, gap, [hit for hit in hits if hit.turn is turn])
                for side, clause, hits in zip(self._sides, self._numbers, self._changed, strict=True)
            )
            alone = _unlike(one[0], [*other[0], *other[1]]), _unlike(other[0], [*one[0], *one[1]])
            if any(_size(words) > size for words, size in zip(alone, most, strict=True)):
                return False
        return True

    def _negations(self, exchanged: Sequence[Turned] = ()) -> tuple[list[Hit], list[Hit]]:
        """The negations that only one side has, but for those in words that were exchanged, or in bans that both sides have."""
        bans = [{hit.sense for hit in hits if hit.turn is Turn.DUTY} for hits in self._changed]
        kept = []
        for side, hits in enumerate(self._changed):
            inside = [Span(hit.start, hit.end) for hit in hits if hit.turn is Turn.DUTY and hit.sense in bans[1 - side]]
            inside += [(each.old, each.new)[side] for each in exchanged]
            negations = (hit for hit in hits if hit.turn is Turn.NEGATION)
            kept.append([hit for hit in negations if not any(a < hit.end and hit.start < b for a, b in inside)])
        return kept[0], kept[1]

    def _denied(self, edits: Sequence[Edit]) -> list[Turned]:
        """A negation that was added or lost, where nothing takes it back."""
        one, other = self._negations()
        if len(one) + len(other) != 1:
            return []
        side = 0 if one else 1
        hit = (one or other)[0]
        if self._likeness(hit) < _SAME:
            return []
        gap = self._sides[side].gap(hit)
        most = (0, _BESIDE) if side == 0 else (_BESIDE, 0)
        if not self._is_alone({gap}, Turn.NEGATION, most) or self._takes_back(hit):
            return []
        own = Span(hit.start, hit.end)
        at = _place(edits, gap, 1 - side)
        return [Turned(Turn.NEGATION, own, Span(at, at)) if side == 0 else Turned(Turn.NEGATION, Span(at, at), own)]

    def _takes_back(self, hit: Hit) -> bool:
        """Whether either clause, or what was changed around it, has another word that takes a negation back, or denies in other words."""
        gap = max(side.gap(hit) for side, hits in zip(self._sides, self._changed, strict=True) if hit in hits)
        for side, clause, hits in zip(self._sides, self._numbers, self._changed, strict=True):
            beside = hit if hit in hits else _NOWHERE
            said = side.text[slice(*side.clauses[clause])], side.changed(beside)
            if any(map(self._words.takes_back, said)):
                return True
            if any(map(self._words.may_deny, (side.changed(beside, clause=clause), side.changed(beside, gap)))):
                return True
        return False


def _place(edits: Sequence[Edit], gap: int, side: int) -> int:
    """Where a gap between equal runs begins on one side."""
    at = 0
    number = 0
    for edit in edits:
        if number == gap:
            return (edit.old, edit.new)[side].start
        if edit.op is Op.EQUAL:
            number += 1
            at = (edit.old, edit.new)[side].end
    return at


def _unlike(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words that are no other form of one of the others."""
    forms = defaultdict(list)
    for other in others:
        forms[other[:1].lower()].append(other.lower())
    return [word for word in words if not any(_is_form(word.lower(), other) for other in forms[word[:1].lower()])]


def _is_form(word: str, other: str) -> bool:
    least = max(1, int(_PREFIX * min(len(word), len(other))))
    return word[:least] == other[:least]


def _size(words: Iterable[str]) -> int:
    return sum(min(len(word), _BESIDE // 2 + 1) for word in words)
