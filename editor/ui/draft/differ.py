"""Where two texts begin to differ, and where they are equal again: an edit touches what lies between."""

from editor.model.text import Inline, Run, Text, length


def common_start(old: Text, new: Text) -> int:
    """Return how many places `old` and `new` have in common at their start."""
    at = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            return at + _common(one, other, 1)
        at += length((one,))
    return at


def common_end(old: Text, new: Text, start: int) -> int:
    """Return how many places they have in common at their end, without touching the first `start`."""
    most = min(length(old), length(new)) - start
    at = 0
    for one, other in zip(reversed(old), reversed(new), strict=False):
        if one != other:
            at += _common(one, other, -1)
            break
        at += length((one,))
    return min(at, most)


def _common(one: Inline, other: Inline, step: int) -> int:
    if not isinstance(one, Run) or not isinstance(other, Run):
        return 0
    if (one.marks, one.language) != (other.marks, other.language):
        return 0
    return _equal_start(one.text[::step], other.text[::step])


def _equal_start(one: str, other: str) -> int:
    """Return the length of the equal start of two strings, by halving: long texts are compared in few steps."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
