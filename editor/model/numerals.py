"""Numbers as they are written: figures, letters of any alphabet, roman numerals."""

from editor.model.scheme import Beyond, NumberFormat


def written(format_: NumberFormat, value: int) -> tuple[str, str]:
    """Return the `value`-th number in `format_`, as (printed label, bare form inside references)."""
    number = _number(format_, value)
    return format_.label.replace("{}", number), format_.bare.replace("{}", number)


def _number(format_: NumberFormat, value: int) -> str:
    digits = format_.digits
    if digits == "decimal":
        return str(value)
    if digits == "none":
        return ""
    if value < 1 or (digits == "letters" and not format_.alphabet):
        return str(value)
    number = roman(value) if digits == "roman" else letters(value, format_.alphabet, format_.beyond)
    return number.upper() if format_.upper else number


def letters(value: int, alphabet: str, beyond: Beyond = "double") -> str:
    """Return the `value`-th label in `alphabet`, from 1; after its end aa, bb ("double") or aa, ab ("positional")."""
    size = len(alphabet)
    if beyond == "double":
        rounds, place = divmod(value - 1, size)
        return alphabet[place] * (rounds + 1)
    number = ""
    while value > 0:
        value, place = divmod(value - 1, size)
        number = alphabet[place] + number
    return number


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(value: int) -> str:
    """Return `value` (1 or more) in small roman numerals."""
    number = ""
    for amount, sign in _ROMAN:
        number += sign * (value // amount)
        value %= amount
    return number
