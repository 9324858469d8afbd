"""The global decision: which of the believed pairs become links, all chosen together.

A sentence may have several partners (a split, a merge), but each further one must bring more than the one before. With such convex costs
the best set of links is a minimum-cost flow, solved exactly by successive shortest paths (Ahuja, Magnanti, Orlin: Network Flows,
1993, section 9.7; convex costs: chapter 14), component by component of the pairs that are worth anything.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

_EPSILON = 1e-9


class Costs(NamedTuple):
    """What a link must be worth: `first` is the least probability of a link, `further` what each partner after the first costs besides,
    as probabilities 0..1.
    """

    first: float
    further: float


def choose(rows: Sequence[int], cols: Sequence[int], worth: Sequence[float], costs: Costs) -> tuple[int, ...]:
    """Indices of the pairs that together are worth most, in order.

    `worth` is the probability of each pair, 0..1, less any handicap of the pair.
    """
    gains = {k: w - costs.first for k, w in enumerate(worth) if w > costs.first}
    chosen: list[int] = []
    for component in _components(rows, cols, gains):
        if len(component) == 1:
            chosen.extend(component)
        else:
            chosen.extend(_Flow(rows, cols, gains, component, costs.further).solve())
    return tuple(sorted(chosen))


def _components(rows: Sequence[int], cols: Sequence[int], gains: dict[int, float]) -> list[list[int]]:
    """The pairs grouped so that no sentence is in two groups."""
    by_row, by_col = defaultdict(list), defaultdict(list)
    for k in gains:
        by_row[rows[k]].append(k)
        by_col[cols[k]].append(k)
    seen: set[int] = set()
    components = []
    for start in gains:
        if start in seen:
            continue
        seen.add(start)
        component, open_pairs = [], [start]
        while open_pairs:
            pair = open_pairs.pop()
            component.append(pair)
            for other in by_row[rows[pair]] + by_col[cols[pair]]:
                if other not in seen:
                    seen.add(other)
                    open_pairs.append(other)
        components.append(sorted(component))
    return components


class _Flow:
    """One component as a flow problem: source -> old sentences -> new sentences -> sink, the pairs between with capacity one."""

    def __init__(
        self, rows: Sequence[int], cols: Sequence[int], gains: dict[int, float], pairs: list[int], further: float
    ) -> None:
        self._pairs = pairs
        self._ends = {k: (("old", rows[k]), ("new", cols[k])) for k in pairs}
        self._gain = {k: gains[k] for k in pairs}
        self._further = further
        self._degree: dict[tuple[str, int], int] = defaultdict(int)
        self._used: set[int] = set()

    def solve(self) -> list[int]:
        """Add the best improving path until none improves."""
        while path := self._best_path():
            first, last = self._ends[path[0]][0], self._ends[path[-1]][1]
            self._degree[first] += 1
            self._degree[last] += 1
            self._used.symmetric_difference_update(path)
        return sorted(self._used)

    def _step_cost(self, node: tuple[str, int]) -> float:
        return self._further * min(self._degree[node], 3)

    def _best_path(self) -> list[int]:
        """The alternating path of unused and used pairs from an old to a new sentence that gains most; empty when none gains."""
        best: dict[tuple[str, int], float] = {}
        via: dict[tuple[str, int], int] = {}
        for k in self._pairs:
            old = self._ends[k][0]
            best[old] = -self._step_cost(old)
        changed = True
        while changed:  # Bellman-Ford: gains may be negative along used pairs, cycles never gain
            changed = False
            for k in self._pairs:
                old, new = self._ends[k]
                start, end, gain = (new, old, -self._gain[k]) if k in self._used else (old, new, self._gain[k])
                if start in best and best[start] + gain > best.get(end, float("-inf")) + _EPSILON:
                    best[end] = best[start] + gain
                    via[end] = k
                    changed = True
        ends = {node: value - self._step_cost(node) for node, value in best.items() if node[0] == "new"}
        if not ends:
            return []
        target = max(sorted(ends), key=lambda node: ends[node])
        return self._trace(target, via) if ends[target] > _EPSILON else []

    def _trace(self, node: tuple[str, int], via: dict[tuple[str, int], int]) -> list[int]:
        path: list[int] = []
        while node in via:
            path.append(via[node])
            old, new = self._ends[via[node]]
            node = new if via[node] in self._used else old
        return path[::-1]
