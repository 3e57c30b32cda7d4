"""How the columns of the list of members share its width."""

from collections.abc import Sequence

_SHARES = (0, 2, 3, 4)
"""Of what is left over: nothing for the form of address, most for the country."""


def shared(wished: Sequence[int], width: int) -> list[int]:
    """Return the widths of columns that have all they wish, and their shares of the rest of `width`."""
    rest = width - sum(wished)
    return _filled([one + rest * share // sum(_SHARES) for one, share in zip(wished, _SHARES, strict=True)], width)


def narrowed(whole: Sequence[int], words: Sequence[int], width: int) -> list[int]:
    """Return widths for cells that do not all fit on one line.

    `whole` is what the columns' cells take on one line, `words` what their longest words take: those are kept whole as
    long as they can be.
    """
    rest, wish = width - sum(words), sum(whole) - sum(words)
    if rest >= 0 and wish:
        return _filled([one + rest * (full - one) // wish for one, full in zip(words, whole, strict=True)], width)
    room, names = width - words[0], max(sum(words[1:]), 1)
    return _filled([words[0], *(max(1, room * one // names) for one in words[1:])], width)


def _filled(widths: list[int], width: int) -> list[int]:
    """Return `widths` with the last one made to fill `width`."""
    return [*widths[:-1], max(1, width - sum(widths[:-1]))]
