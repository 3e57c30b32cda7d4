"""A template's printed lines read backwards: what stood at its placeholders in a line of text."""

from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct

from editor.importing.shape import fold, unquoted
from editor.model.cover import DateRange
from editor.templating.codes import ParsedCode, parse_code
from editor.templating.dates import parse_dates
from editor.templating.patterns import WORD, Placeholder, expand
from editor.templating.people import honorifics
from editor.templating.schema import FieldType, PaperKind, SheetLine, Template

LONGEST = 300
"""Characters beyond which a line is none of a cover's."""

CERTAIN = 3.0
"""How sure a value is that can be nothing else: a code, dates."""

_TRIES = 8
"""Places at which the words after a placeholder are looked for."""

_TELLING = 4
"""Letters from which fixed words say something: "ON" stands anywhere."""

_PLURAL = "s"
"""What a label may have at its end where several persons stand below it ("Principal Sponsors")."""

Captures = tuple[tuple[Placeholder, str], ...]

_SIGNS = {ord(sign): "'" for sign in "‘’‚`´"} | {ord(sign): '"' for sign in "“”„‟«»"}
_SIGNS |= {ord(sign): "-" for sign in "‐‑‒–—―−"} | {0xA0: " ", 0x202F: " "}


def _small(text: str) -> str:
    """Return `text` in small letters with one kind of dash, quote and space, character by character."""
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text.translate(_SIGNS))


class Shape(Struct, frozen=True):
    """A printed line of one language: fixed words (small letters) and placeholders."""

    parts: tuple[str | Placeholder, ...]

    @property
    def literal(self) -> str:
        """The folded words of a line without placeholders, empty for all others."""
        return "" if self.is_mixed else fold("".join(part for part in self.parts if isinstance(part, str)))

    @property
    def is_mixed(self) -> bool:
        """Whether it has placeholders."""
        return any(isinstance(part, Placeholder) for part in self.parts)

    @property
    def weight(self) -> int:
        """How much its fixed words say: 0 without, 1 for a short word, 2 for more."""
        letters = sum(character.isalpha() for part in self.parts if isinstance(part, str) for character in part)
        return min(letters, 1) + (letters >= _TELLING)

    def followed_by(self, other: "Shape") -> "Shape | None":
        """Return both as one line, None where two placeholders would meet."""
        last, first = self.parts[-1], other.parts[0]
        if isinstance(last, Placeholder) and isinstance(first, Placeholder):
            return None
        if isinstance(last, str) and isinstance(first, str):
            return Shape((*self.parts[:-1], f"{last} {first}", *other.parts[1:]))
        return Shape((*self.parts, *other.parts))


def shapes(lines: tuple[SheetLine, ...], template: Template, language: str) -> list[Shape]:
    """Return `lines` as they look in `language`; those with a wording it does not have are left out."""
    found = (_shape(line, template, language) for line in lines)
    return [shape for shape in found if shape]


def _shape(line: SheetLine, template: Template, language: str) -> Shape | None:
    parts: list[str | Placeholder] = []
    for token in expand(line.pattern, lambda key: template.word(language, key)):
        if isinstance(token, Placeholder) and token.name.startswith(WORD):
            word = template.word(language, token.name.removeprefix(WORD))
            if not word:
                return None
            parts.append(_small(word))
        else:
            parts.append(_small(token) if isinstance(token, str) else token)
    joined: list[str | Placeholder] = []
    for part in parts:
        if joined and isinstance(part, str) and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    return Shape(tuple(joined)) if joined else None


class CoverReader:
    """Says what may stand at a placeholder of one kind of paper; parsed values are kept, lines are few."""

    def __init__(self, template: Template, kind: PaperKind) -> None:
        self.template = template
        self.kind = kind
        self.types: dict[str, FieldType] = {field.key: field.kind for field in kind.fields}
        self._codes: dict[str, ParsedCode | None] = {}
        self._dates: dict[str, DateRange | None] = {}

    def code(self, text: str) -> ParsedCode | None:
        """Return the document code that `text` is."""
        if text not in self._codes:
            self._codes[text] = parse_code(self.template, text)
        return self._codes[text]

    def dates(self, text: str) -> DateRange | None:
        """Return the dates that `text` is."""
        if text not in self._dates:
            self._dates[text] = parse_dates(self.template, text)
        return self._dates[text]

    @cached_property
    def language_names(self) -> dict[str, str]:
        """The languages by their folded names, in any language of the template."""
        found = {}
        for language in self.template.file.languages:
            for name in (language.name, language.english, *self._words(f"language_{language.code}")):
                found[fold(name)] = language.code
        return found

    def choices(self, key: str) -> dict[str, str]:
        """Return the choices of field `key` by their folded wordings, in any language of the template."""
        field = next((field for field in self.kind.fields if field.key == key), None)
        return {fold(word): choice for choice in (field.choices if field else ()) for word in self._words(choice)}

    def _words(self, key: str) -> list[str]:
        return [word for language in self.template.words if (word := self.template.word(language, key))]

    @cached_property
    def honorifics(self) -> tuple[str, ...]:
        """What may stand before a name."""
        return honorifics(self.template)

    def type_of(self, placeholder: Placeholder) -> str:
        """Return what stands at `placeholder`: a field's type, "original", "page", or "country" and the like."""
        key, _, part = placeholder.name.partition(".")
        if key in ("code", "original", "page", "pages"):
            return key.rstrip("s") if key == "pages" else key
        return part if part not in ("", "name") else self.types.get(key, "text")

    def certainty(self, placeholder: Placeholder, text: str) -> float | None:
        """Return how sure it is that `text` stands at `placeholder`: up to CERTAIN, None if it cannot."""
        match self.type_of(placeholder):
            case "code":
                return CERTAIN if self.code(text) else None
            case "dates":
                return CERTAIN if self.dates(text) else None
            case "original":
                return CERTAIN if fold(text) in self.language_names else None
            case "page":
                return 0 if text.isdigit() else None
            case "choice":
                return CERTAIN if fold(text) in self.choices(placeholder.name) else 0
            case "person":
                return 1 if text.startswith(self.honorifics) else 0
            case _:
                return 0

    def read(self, shape: Shape, text: str) -> tuple[float, Captures] | None:
        """Return how sure it is that `text` is a line of `shape`, and what stands at the placeholders; None if not."""
        if len(text) > LONGEST:
            return None
        if not shape.is_mixed:
            return (shape.weight, ()) if _says(text, shape) else None
        small = _small(text)
        found = next(_matches(shape.parts, text, small, 0, self.certainty), None)
        if found is None:
            return None
        weight = shape.weight if shape.weight > 1 else 0
        return weight + sum(certainty for certainty, _, _ in found), tuple((where, what) for _, where, what in found)


def _says(text: str, shape: Shape) -> bool:
    """Return whether a line is these fixed words; after a short one ("ON") stands an article at times."""
    folded = fold(text)
    if shape.weight > 1 or folded == shape.literal:
        return folded in (shape.literal, shape.literal + _PLURAL)
    before, _, article = folded.partition(" ")
    return before == shape.literal and article.isalpha() and len(article) <= _TELLING


Found = tuple[tuple[float, Placeholder, str], ...]


def _matches(
    parts: tuple[str | Placeholder, ...],
    text: str,
    small: str,
    at: int,
    certainty: Callable[[Placeholder, str], float | None],
) -> Iterator[Found]:
    """Yield the ways in which `parts` fill `text` from `at` to its end."""
    if not parts:
        if not small[at:].strip():
            yield ()
        return
    first, rest = parts[0], parts[1:]
    if isinstance(first, str):
        end = _end_of(first, small, at)
        if end is not None and rest and first.rstrip()[-1:].isalpha():
            end += small[end : end + 1] == _PLURAL
            end = end if not small[end : end + 1].isalpha() else None
        if end is not None:
            yield from _matches(rest, text, small, end, certainty)
        return
    for end in _ends_before(rest, small, at):
        words = unquoted(text[at:end])
        sure = certainty(first, words) if words else None
        if sure is not None:
            for more in _matches(rest, text, small, end, certainty):
                yield ((sure, first, words), *more)


def _ends_before(rest: tuple[str | Placeholder, ...], small: str, at: int) -> Iterator[int]:
    """Yield where a placeholder may end: before the fixed words that follow it, or at the end of the line."""
    if not rest or not isinstance(rest[0], str):
        yield len(small)
        return
    sign = rest[0].strip()[:1] or " "
    end = at
    for _ in range(_TRIES):
        end = small.find(sign, end + 1)
        if end < 0:
            return
        yield end


def _end_of(words: str, small: str, at: int) -> int | None:
    """Return where the fixed `words` end if they stand at `at`; spaces do not matter."""
    for character in words:
        if character == " ":
            continue
        while small[at : at + 1] == " ":
            at += 1
        if small[at : at + 2] == _PLURAL + character and not character.isalpha():
            at += 1
        if small[at : at + 1] != character:
            return None
        at += 1
    return at
