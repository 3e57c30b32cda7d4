"""What Word prints for a number, which decides whether a label can be left to Word's own counting."""

from editor.compose.composition import ListLevel

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""ECMA-376 part 1, 17.18.59: Word's Russian letters are 29, without ё, й, ъ and ь."""

_ALPHABETS = {"lowerLetter": _LATIN, "russianLower": _RUSSIAN}

_LARGEST = 32767
"""Word's largest list number (a signed 16-bit value)."""

_ROUNDS = 30
"""Word writes a letter up to this many times (ECMA-376 part 1, 17.18.59: 780 labels in the Latin alphabet)."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def word_label(level: ListLevel, value: int | None) -> str | None:
    """Return the label that Word prints for `value` at `level`, None where it cannot count that."""
    number = None if value is None else word_number(level.format.word, value)
    return None if number is None else level.format.label.replace("{}", number)


def word_number(word: str, value: int) -> str | None:
    """Return the `value`-th number in Word's format `word` (a w:numFmt), None where Word has no such number."""
    if not 0 <= value <= _LARGEST:
        return None
    if word == "decimal":
        return str(value)
    small = word.replace("upper", "lower").replace("Upper", "Lower")
    if value < 1:
        return None
    if small == "lowerRoman":
        number = _roman(value)
    elif small in _ALPHABETS:
        rounds, place = divmod(value - 1, len(_ALPHABETS[small]))
        if rounds >= _ROUNDS:
            return None
        number = _ALPHABETS[small][place] * (rounds + 1)
    else:
        return None
    return number if word == small else number.upper()


def _roman(value: int) -> str:
    number = ""
    for amount, sign in _ROMAN:
        number += sign * (value // amount)
        value %= amount
    return number


def cited(label: str) -> str:
    r"""Return what a REF field with the switch \n prints for a paragraph labelled `label`.

    [MS-OI29500] 2.1.495 (REF): "the paragraph number without trailing periods".
    """
    return label.rstrip(".")
