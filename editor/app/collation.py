"""The order of words in a language, worked out from data alone: the same on every machine, with a window or without.

Letters come first, then accents, then capitals, as in ISO 14651: an accent tells words apart only where their letters
do not. Spaces and hyphens come before all letters ("San Marino" before "Sandhurst"); apostrophes and full stops count
last. In German the umlauts are plain letters with an accent and ß is ss (DIN 5007-1), in Russian ё is an accented е,
in Spanish ñ is a letter of its own after n; other languages' own letters stand in `_OWN`.
"""

import unicodedata
from functools import lru_cache

Letters = tuple[float, ...]
Key = tuple[Letters, tuple[str, ...], tuple[bool, ...], str]

_ALIKE = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ħ": "h", "ŋ": "n",
    "ə": "e", "ŧ": "t", "ĳ": "ij", "ё": "е", "ґ": "г", "ς": "σ",
}  # fmt: skip
"""Letters that no normalisation takes apart, with the plain ones they are sorted as."""

_WHOLE = {"й": ("и", 0.5), "і": ("и", 0.3), "ї": ("и", 0.4), "є": ("е", 0.5), "ў": ("у", 0.5), "ј": ("и", 0.6)}
"""Cyrillic letters of their own: the one they follow, and how far behind it."""

_OWN: dict[str, dict[str, tuple[str, float]]] = {
    "es": {"ñ": ("n", 0.5)},
    "sv": {"å": ("z", 0.1), "ä": ("z", 0.2), "ö": ("z", 0.3), "æ": ("z", 0.2), "ø": ("z", 0.3)},
    "fi": {"å": ("z", 0.1), "ä": ("z", 0.2), "ö": ("z", 0.3), "æ": ("z", 0.2), "ø": ("z", 0.3)},
    "da": {"æ": ("z", 0.1), "ä": ("z", 0.1), "ø": ("z", 0.2), "ö": ("z", 0.2), "å": ("z", 0.3)},
    "no": {"æ": ("z", 0.1), "ä": ("z", 0.1), "ø": ("z", 0.2), "ö": ("z", 0.2), "å": ("z", 0.3)},
    "pl": {"ą": ("a", 0.5), "ć": ("c", 0.5), "ę": ("e", 0.5), "ł": ("l", 0.5), "ń": ("n", 0.5), "ó": ("o", 0.5),
           "ś": ("s", 0.5), "ź": ("z", 0.3), "ż": ("z", 0.5)},
    "cs": {"č": ("c", 0.5), "ř": ("r", 0.5), "š": ("s", 0.5), "ž": ("z", 0.5)},
    "tr": {"ç": ("c", 0.5), "ğ": ("g", 0.5), "ı": ("h", 0.5), "ö": ("o", 0.5), "ş": ("s", 0.5), "ü": ("u", 0.5)},
}  # fmt: skip
"""By language, what is a letter of its own there: the one it follows, and how far behind it."""

_ARTICLES = {
    "en": frozenset({"the"}),
    "fr": frozenset({"le", "la", "les"}),
    "de": frozenset({"der", "die", "das"}),
    "it": frozenset({"il", "lo", "la", "i", "gli", "le"}),
    "es": frozenset({"el", "la", "los", "las"}),
}
"""Articles before the name of a country; one with a capital belongs to the name ("El Salvador"), in English none."""

_FIRST_SCRIPT = {"ru": "CYRILLIC", "uk": "CYRILLIC", "be": "CYRILLIC", "bg": "CYRILLIC", "el": "GREEK"}
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
_GAPS = frozenset(" -\u2010\u2011\u2012\u2013\u2014\u00a0\u202f/")


@lru_cache(maxsize=8192)
def sort_key(text: str, language: str) -> Key:
    """Return what `text` is sorted by in a text in `language` (two letters); any language gives an order."""
    letters: list[float] = []
    accents: list[str] = []
    capitals: list[bool] = []
    for character in unicodedata.normalize("NFC", text):
        _add(character, language, letters, accents, capitals)
    return tuple(letters), tuple(accents), tuple(capitals), text


def country_key(name: str, language: str) -> Key:
    """Return what the name of a country is sorted by: without its article, and what has no name last."""
    if not name:
        return ((float("inf"),), (), (), "")
    first, space, rest = name.partition(" ")
    articles = _ARTICLES.get(language, frozenset())
    if space and (first.lower() if language == "en" else first) in articles:
        return sort_key(rest.lstrip(), language)
    if language in ("fr", "it") and name[:2] in ("l'", "l’"):
        return sort_key(name[2:], language)
    return sort_key(name, language)


def alike(one: str, other: str) -> bool:
    """Return whether two words have the same letters, whatever their accents and capitals."""
    return letters(one) == letters(other)


@lru_cache(maxsize=8192)
def letters(text: str) -> Letters:
    """Return what two texts have alike that differ but in accents, capitals and marks."""
    return sort_key(" ".join(text.split()), "")[0]


def _add(character: str, language: str, letters: list[float], accents: list[str], capitals: list[bool]) -> None:
    small = "ı" if language == "tr" and character == "I" else unicodedata.normalize("NFC", character.lower())
    capital = small != character
    own = _OWN.get(language, {}).get(small) or _WHOLE.get(small)
    if own:
        after, step = own
        letters.append(_rank(after, language) + step)
        accents.append("")
        capitals.append(capital)
        return
    if small in _GAPS:
        letters.append(0.0)
        accents.append(character)
        capitals.append(False)
        return
    for plain in unicodedata.normalize("NFD", _ALIKE.get(small, small)):
        if unicodedata.combining(plain) and accents:
            accents[-1] += plain
        elif plain.isalnum():
            letters.append(_rank(plain, language))
            accents.append(small if small in _ALIKE else "")
            capitals.append(capital)


@lru_cache(maxsize=4096)
def _rank(letter: str, language: str) -> float:
    """Return the place of a plain letter or digit: digits, then the script of `language`, then the other scripts."""
    if letter.isdigit():
        return 1.0 + ord(letter)
    script = unicodedata.name(letter, "").partition(" ")[0]
    first = _FIRST_SCRIPT.get(language, "LATIN")
    order = (first, *(one for one in _SCRIPTS if one != first))
    block = order.index(script) if script in order else len(order)
    return (block + 1) * 0x200000 + float(ord(letter))
