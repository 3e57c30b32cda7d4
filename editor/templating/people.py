"""Names of members: as printed, in capital letters, and read from a line."""

from collections.abc import Iterable

from editor.model.cover import Person
from editor.templating.schema import Template

HONORIFICS = (
    "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Sir", "Dame", "Lord", "Lady", "Dr.", "Dr", "Prof.", "Hon.",
    "M.", "Mme", "Mlle", "Herr", "Frau", "On.", "Sen.", "Sig.", "Sig.ra", "Sr.", "Sra.", "D.", "Dña.", "Г-н", "Г-жа",
)  # fmt: skip
"""What may stand before a name; a template's own honorifics come on top."""

_PARTICLES = frozenset(
    "af al am auf av bin d' da dal dalla dall' de degli dei del dela della delle delli dello den der des di do dos du"
    " el el- ibn la las le les li lo los ten ter tot und van vande vanden vander vom von y zu zum zur".split()
)
_SUFFIXES = frozenset({"jr", "jr.", "sr.", "ii", "iii", "iv"})
_TURKISH = str.maketrans({"i": "İ", "ı": "I"})
_NAME_LANGUAGES = {"tr": "tr", "az": "az", "de": "de", "at": "de"}
"""The language that names follow in a country, by its key in a template's list, where capitals depend on it."""


def printed_name(person: Person) -> str:
    """Return the name as a cover prints it: "Mr. François-Xavier de Donnea"."""
    return " ".join(part for part in (person.honorific, person.given, person.family) if part)


def name_with_country(person: Person) -> str:
    """Return the name as a line of text has it: "Ms. Éliane Vautrin (Luxembourg)"."""
    name = printed_name(person)
    return f"{name} ({person.country})" if person.country else name


def capitals(person: Person, template: Template | None = None) -> str:
    """Return the family name in capital letters: as the person has it, else by the rule of the country's language."""
    return person.capitals or capital_letters(person.family, _name_language(person, template))


def capital_letters(family: str, language: str = "") -> str:
    """Return a family name in capital letters; particles in small letters stay so: "de DONNEA", "d'ARCY".

    Turkish and Azerbaijani i becomes İ; German ß becomes ẞ, which keeps Weiß and Weiss apart, elsewhere SS.
    """
    return " ".join(_capital_word(word, language) for word in family.split(" "))


def _capital_word(word: str, language: str) -> str:
    particle, apostrophe, rest = _parted(word)
    if apostrophe and rest and particle.islower():
        return particle + apostrophe + _capital_word(rest, language)
    if word.casefold() in _PARTICLES and word.islower():
        return word
    if language in ("tr", "az"):
        word = word.translate(_TURKISH)
    return (word.replace("ß", "ẞ") if language == "de" else word).upper()


def _parted(word: str) -> tuple[str, str, str]:
    """Return `word` parted at an apostrophe or hyphen after a particle: ("d", "'", "Arcy")."""
    for sign in ("'", "’", "-"):
        particle, found, rest = word.partition(sign)
        if found and {particle.casefold(), f"{particle.casefold()}'"} & _PARTICLES:
            return particle, sign, rest
    return word, "", ""


def _name_language(person: Person, template: Template | None) -> str:
    lists = [words.countries.names for words in template.words.values()] if template else []
    keys = (key for names in lists for key, name in names.items() if name == person.country)
    return _NAME_LANGUAGES.get(next(keys, ""), "")


def filing_name(family: str) -> tuple[str, str]:
    """Return the part of a family name that lists are sorted by, and the particles before it.

    As in capitals, a particle in small letters is none of the name proper and one with a capital is: "van Houten" is
    ("Houten", "van"), "Della Vedova" ("Della Vedova", "").
    """
    words = family.split()
    before: list[str] = []
    while len(words) > 1 and words[0].islower() and words[0].casefold() in _PARTICLES:
        before.append(words.pop(0))
    if words:
        particle, sign, rest = _parted(words[0])
        if sign and rest and particle.islower():
            before.append(particle + sign)
            words[0] = rest
    return " ".join(words), " ".join(before)


def with_capitals(person: Person, template: Template) -> Person:
    """Return `person` with a family name that was given in capital letters as a name: "YALÇIN" as "Yalçın" in Türkiye.

    The capitals are kept where the rules of the country's language would not give them back.
    """
    written = person.capitals or person.family
    if not any(_is_capital(word) for word in written.split()):
        return person
    language = _name_language(person, template)
    if language in ("tr", "az"):
        family = " ".join(_turkish_case(word) for word in written.split())
    elif person.capitals:
        family = person.family
    else:
        family = " ".join(_name_case(word) for word in written.split())
    kept = "" if capital_letters(family, language) == written else written
    return Person(person.honorific, person.given, family, person.country, kept, person.extra)


def _turkish_case(word: str) -> str:
    if not _is_capital(word) or not word.isupper():
        return word
    small = word.replace("İ", "i").replace("I", "ı").lower()
    return "-".join(part[:1].translate(_TURKISH).upper() + part[1:] for part in small.split("-"))


def honorifics(template: Template) -> tuple[str, ...]:
    """Return all honorifics that may stand before a name in papers of `template`."""
    own = (honorific for words in template.words.values() for honorific in words.honorifics)
    return tuple(dict.fromkeys((*own, *HONORIFICS)))


def parse_person(text: str, known: Iterable[str] = HONORIFICS) -> Person:
    """Return the person that a line names; what cannot be told apart is a guess, nothing of the text is lost.

    Understood are "Mr. François-Xavier de Donnea", "Given FAMILY", "FAMILY Given" and a country after the name, in
    brackets or after a comma. `known` are the honorifics to look for.
    """
    name, country = _split_country(" ".join(text.split()))
    honorific, name = _split_honorific(name, known)
    words = name.split()
    given, family = _by_capitals(words) or _by_particles(words)
    written = " ".join(family)
    if not any(_is_capital(word) for word in family):
        return Person(honorific, " ".join(given), written, country)
    name = " ".join(_name_case(word) for word in family)
    plain = all(capital_letters(name, language) == written for language in ("", *_NAME_LANGUAGES.values()))
    return Person(honorific, " ".join(given), name, country, "" if plain else written)


def _split_country(text: str) -> tuple[str, str]:
    if text.endswith(")") and "(" in text:
        name, _, country = text[:-1].rpartition("(")
        return name.strip(), country.strip()
    name, comma, country = text.partition(",")
    if comma and country.strip() and country.strip().casefold() not in _SUFFIXES:
        return name.strip(), country.strip()
    return text, ""


def _split_honorific(text: str, known: Iterable[str]) -> tuple[str, str]:
    for honorific in sorted(known, key=len, reverse=True):
        start, space, rest = text[: len(honorific)], text[len(honorific) : len(honorific) + 1], text[len(honorific) :]
        if start.casefold() == honorific.casefold() and (space == " " or (space and honorific.endswith("."))):
            return start, rest.strip()
    return "", text


def _by_capitals(words: list[str]) -> tuple[list[str], list[str]] | None:
    """Return given and family names where one of them stands in capital letters."""
    capital = [at for at, word in enumerate(words) if _is_capital(word)]
    if not capital or len(capital) == len(words):
        return None
    first, last = capital[0], capital[-1]
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    if last == len(words) - 1 or words[last + 1].casefold() in _SUFFIXES:
        return words[:first], words[first:]
    if all(word.casefold() in _PARTICLES for word in words[: capital[0]]):
        return words[last + 1 :], words[: last + 1]
    return None


def _by_particles(words: list[str]) -> tuple[list[str], list[str]]:
    """Return given and family names: the family begins with its first particle, else it is the last word."""
    end = len(words) - 1
    if end > 1 and words[end].casefold() in _SUFFIXES:
        end -= 1
    for at in range(1, end):
        if words[at].casefold() in _PARTICLES:
            start = at - 1 if words[at] == "y" and at > 1 else at
            return words[:start], words[start:]
    return words[: max(end, 0)], words[max(end, 0) :]


def _is_capital(word: str) -> bool:
    """Return whether `word` is a name in capital letters; initials are not, "d'ARCY" and "McDONALD" are."""
    letters = [character for character in word if character.isalpha()]
    return len(letters) > 1 and not word.endswith(".") and all(character.isupper() for character in letters[-2:])


def _name_case(word: str) -> str:
    """Return a word in capital letters as a name is written: "VAUTRIN-LEBLANC" as "Vautrin-Leblanc"."""
    if word.casefold() in _PARTICLES:
        return word.lower()
    particle, sign, rest = _parted(word)
    if sign and rest and particle.islower():
        return particle + sign + _name_case(rest)
    if not word.isupper():
        return word[:1] + "".join(_lower_after(word, at) for at in range(1, len(word)))
    return word.lower().title() if "İ" not in word else word[:1] + word[1:].replace("İ", "i").lower()


def _lower_after(word: str, at: int) -> str:
    """Return the letter at `at` in small, but for the first capital after a prefix: "McDONALD" as "McDonald"."""
    return word[at] if word[at - 1].islower() else word[at].lower()
