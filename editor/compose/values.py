"""What the placeholders of a template's printed lines stand for in one document."""

import re
from collections.abc import Sequence

from editor.compose.composition import Field, LineBreak, Span, Words
from editor.model.cover import DateRange, Person
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK
from editor.templating.codes import compose_code
from editor.templating.dates import print_dates
from editor.templating.patterns import WORD, Placeholder, expand
from editor.templating.people import capitals, name_with_country, printed_name
from editor.templating.schema import Template


class Values:
    """The values of one resolution under its template, by placeholder name."""

    def __init__(self, resolution: Resolution, template: Template) -> None:
        self._resolution = resolution
        self._template = template
        self._language = resolution.language
        fields = template.kind(resolution.kind).fields
        self._choices = frozenset(field.key for field in fields if field.kind == "choice")

    def has(self, field: str) -> bool:
        """Return whether the cover field `field` has a value; with no name given there is nothing to ask for."""
        value = self._resolution.cover.get(field)
        return not field or (bool(value.strip()) if isinstance(value, str) else value is not None)

    def spans(self, pattern: str) -> tuple[Span, ...] | None:
        """Return `pattern` filled in, or None where nothing that it asks for has a value: the line is left out then.

        Where only some have, the line is no more than they need: a value keeps the words between it and the one before
        it, the last one also those behind it. "{name} ({country})" is the name alone or the country alone.
        """
        literals, values = self._parts(pattern)
        found = broken(literals[0])
        given = 0
        for place, value in enumerate(values):
            if value:
                found += broken(literals[place]) if given else []
                found += value
                given += 1
        if values and not given:
            return None
        if values and values[-1] and (given > 1 or len(values) == 1):
            found += broken(literals[-1])
        return tuple(_joined(found)) or None

    def _parts(self, pattern: str) -> tuple[list[str], list[Sequence[Span]]]:
        """Return the literal words around the values, and the values: before the first, first, between, second...

        The template's own wordings count as literal, so that no line is printed for its label alone.
        """
        literals = [""]
        values: list[Sequence[Span]] = []
        for token in expand(pattern, self._word):
            if isinstance(token, str):
                literals[-1] += token
            elif token.name.startswith(WORD) and (words := self.text(token)):
                literals[-1] += words
            else:
                values.append(self._value(token))
                literals.append("")
        return literals, values

    def _value(self, placeholder: Placeholder) -> Sequence[Span]:
        if placeholder.name in ("page", "pages"):
            return (Field("page" if placeholder.name == "page" else "pages"),)
        return broken(self.text(placeholder))

    def text(self, placeholder: Placeholder) -> str:
        """Return the words for `placeholder`, empty where the document has none."""
        name, form = placeholder.name, placeholder.form
        key, _, part = name.partition(".")
        if name.startswith(WORD):
            return self._formed(self._word(part), form)
        if name == "code":
            code = self._resolution.cover.code()
            return compose_code(self._template, code, self._language, self._resolution.revision) if code.parts else ""
        if name == "original":
            original = self._resolution.original_language
            return self._formed(self._word(f"language_{original}"), form) if original else ""
        return self._field(key, part, form)

    def _field(self, key: str, part: str, form: str) -> str:
        value = self._resolution.cover.get(key)
        if isinstance(value, str) and not part:
            chosen = self._word(value) if key in self._choices else ""
            return self._formed(chosen or value.strip(), form)
        if isinstance(value, Person):
            return self._formed(_person(value, part, self._template), form)
        words = self._template.words.get(self._language)
        if isinstance(value, DateRange) and words and form in words.dates:
            return print_dates(words, form, value)
        return ""  # a value of another type than the template has here, as a file from elsewhere may hold

    def _word(self, key: str) -> str:
        return self._template.word(self._language, key)

    def _formed(self, text: str, form: str) -> str:
        for one in form.split("+"):
            if one == "upper":
                text = text.upper()
            elif one == "quoted" and text:
                text = self._word("quote_open") + text + self._word("quote_close")
        return text


_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that embed or override a direction of writing."""


def inert(text: str) -> str:
    """Return `text` without what would turn the words of a copy around; the project keeps it as it is."""
    return text if text.isascii() else _TURNING.sub("", text)


def broken(text: str) -> list[Span]:
    """Return `text` as words with a line break for every U+2028 in it."""
    spans: list[Span] = []
    for place, line in enumerate(inert(text).split(LINE_BREAK)):
        if place:
            spans.append(LineBreak())
        if line:
            spans.append(Words(line))
    return spans


def _person(person: Person, part: str, template: Template) -> str:
    """Return what a pattern names of a person: all of it as a line of text has it, or one part."""
    if part == "name":
        return printed_name(person)
    if part == "capitals":
        return capitals(person, template)
    if part:
        return str(getattr(person, part))
    return name_with_country(person)


def _joined(spans: list[Span]) -> list[Span]:
    """Return `spans` with neighbouring words made one, so that a line reads as a line."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if isinstance(span, Words) and isinstance(last, Words):
            joined[-1] = Words(last.text + span.text)
        else:
            joined.append(span)
    return joined
