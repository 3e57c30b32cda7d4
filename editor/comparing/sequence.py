"""What two sequences have in common, in time that stays near their length.

Myers' greedy search (E. Myers, "An O(ND) difference algorithm", 1986) where they are alike; where they are not, they
are first parted at what stands exactly once in both (patience), so that no text can make the search quadratic.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence

Pairs = list[tuple[int, int]]
"""Places in the first and the second sequence that hold the same, both rising."""

_MOST_STEPS = 50
"""Differences after which Myers' search gives up: its memory grows with their square."""


def common(first: Sequence[Hashable], second: Sequence[Hashable]) -> Pairs:
    """Return the places that `first` and `second` share, in order; hardly ever fewer than could be."""
    pairs: Pairs = []
    todo = [(0, len(first), 0, len(second))]
    while todo:
        low, high, under, over = todo.pop()
        while low < high and under < over and first[low] == second[under]:
            pairs.append((low, under))
            low, under = low + 1, under + 1
        while low < high and under < over and first[high - 1] == second[over - 1]:
            high, over = high - 1, over - 1
            pairs.append((high, over))
        if low == high or under == over:
            continue
        inner = _myers(first[low:high], second[under:over])
        if inner is not None:
            pairs += [(low + one, under + other) for one, other in inner]
            continue
        anchors = _anchors(first[low:high], second[under:over])
        edge = (low, under)
        for one, other in anchors:
            pairs.append((low + one, under + other))
            todo.append((edge[0], low + one, edge[1], under + other))
            edge = (low + one + 1, under + other + 1)
        if anchors:
            todo.append((edge[0], high, edge[1], over))
    return sorted(pairs)


def _myers(first: Sequence[Hashable], second: Sequence[Hashable]) -> Pairs | None:
    """Return the longest common subsequence, None if they differ in more than `_MOST_STEPS` places."""
    size, other = len(first), len(second)
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    for steps in range(min(size + other, _MOST_STEPS) + 1):
        trace.append(furthest.copy())
        for line in range(-steps, steps + 1, 2):
            down = line == -steps or (line != steps and furthest[line - 1] < furthest[line + 1])
            x = furthest[line + 1] if down else furthest[line - 1] + 1
            y = x - line
            while x < size and y < other and first[x] == second[y]:
                x, y = x + 1, y + 1
            furthest[line] = x
            if x >= size and y >= other:
                return _walked(trace, size, other)
    return None


def _walked(trace: list[dict[int, int]], x: int, y: int) -> Pairs:
    """Return the places passed diagonally on the way back from (x, y)."""
    pairs: Pairs = []
    for steps in range(len(trace) - 1, -1, -1):
        furthest, line = trace[steps], x - y
        down = line == -steps or (line != steps and furthest[line - 1] < furthest[line + 1])
        before = line + 1 if down else line - 1
        from_x = furthest[before]
        from_y = from_x - before
        while x > from_x and y > from_y and x > 0 and y > 0:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = from_x, from_y
    return pairs[::-1]


def _anchors(first: Sequence[Hashable], second: Sequence[Hashable]) -> Pairs:
    """Return the places of what stands once in both, as many as stand in the same order."""
    once, again = Counter(first), Counter(second)
    places = {thing: at for at, thing in enumerate(second) if again[thing] == 1}
    shared = [(at, places[thing]) for at, thing in enumerate(first) if once[thing] == 1 and thing in places]
    return [shared[at] for at in rising([place for _, place in shared])]


def rising(numbers: Sequence[int]) -> list[int]:
    """Return the places of a longest run of rising numbers among `numbers`, which are all different."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [at]
    found: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def heaviest(numbers: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return the places of the rising numbers among `numbers` (0 to their count, all different) that weigh most."""
    best: list[tuple[int, int]] = [(0, -1)] * (len(numbers) + 1)  # a Fenwick tree of the best end up to a number
    total: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        found, place = (0, -1), number
        while place > 0:
            found = max(found, best[place])
            place -= place & -place
        total.append(found[0] + weights[at])
        before.append(found[1])
        place = number + 1
        while place <= len(numbers):
            best[place] = max(best[place], (total[at], at))
            place += place & -place
    chain: list[int] = []
    at = max(range(len(total)), key=total.__getitem__, default=-1)
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
