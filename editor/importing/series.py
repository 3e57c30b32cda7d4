"""Which typed numbers fit their series, so that a number at the start of a line can be told from one in a sentence."""

import re
from collections.abc import Iterable

from editor.importing.markers import Marker, Reading

HIGHEST = 999
"""Numbers above are years."""

_JUMP = 50
"""How many arabic numbers may be missing where a paragraph begins; of letters a tenth."""

_CLAUSES = (".", ")")
"""Signs that clauses have in turn where their numbers were typed by several hands."""

_BARE = re.compile(r"(?P<number>\d{1,3})(?:(?P<sign>[.)])| +(?P<word>[^\W\d_]))")


def counts_bare(words: Iterable[str]) -> bool:
    """Return whether lines of `words` begin 1, 2 and so on without a sign after the number, and none has one."""
    last = 0
    for line in words:
        found = _BARE.match(line)
        if not found:
            continue
        if found["sign"]:
            return False
        last += int(found["number"]) == last + 1 and found["word"].isupper()
    return last > 1


class Series:
    """The last number seen of every series; `bare`: clauses have numbers without signs ("1 Recalling")."""

    def __init__(self, bare: bool = False) -> None:
        self._bare = bare
        self._last: dict[tuple[str, bool, int, str], Reading] = {}
        self._decimal = 0

    def fit(self, marker: Marker) -> str:
        """Return how `marker` fits: "next", "first", "jump" (some are missing), or "" where it does not."""
        fits = [self._fit(marker, reading) for reading in marker.readings]
        return next((name for name in ("next", "first", "jump") if name in fits), "")

    def _fit(self, marker: Marker, reading: Reading) -> str:
        if reading.digits == "bullet":
            return "first"
        last = self._last.get(_key(marker, reading))
        if not marker.dress and not marker.suffix:  # "18 Invites", or a number alone
            if self._decimal and reading.value == self._decimal + 1:
                return "next"
            return "first" if self._bare and reading.value == 1 else ""
        if reading.digits == "path" and marker.path[0] in (self._decimal, self._decimal + 1):
            return "next"
        if last and (reading.follows(last) or (marker.suffix and reading.value in (last.value, last.value + 1))):
            return "next"
        if reading.digits == "decimal" and marker.dress in _CLAUSES and reading.value == (self._decimal or -1) + 1:
            return "next"
        if reading.value == 1:
            return "first"
        furthest = _JUMP if reading.digits == "decimal" else _JUMP // 10
        if last is None:
            return "jump" if reading.digits == "decimal" and reading.value <= HIGHEST else ""
        return "jump" if abs(reading.value - last.value) <= furthest else ""

    def take(self, marker: Marker) -> None:
        """Count `marker` as a number of its series."""
        fitting = [reading for reading in marker.readings if self._fit(marker, reading) in ("next", "first")]
        for reading in fitting or marker.readings:
            self._last[_key(marker, reading)] = reading
        if marker.is_decimal:
            self._decimal = marker.value


def _key(marker: Marker, reading: Reading) -> tuple[str, bool, int, str]:
    return (reading.digits, reading.upper, reading.alphabet, marker.dress)
