"""Printed lines: their words in every language, their placeholders, their styles.

Reasons: bad-pattern, no-such-word, no-such-style, unknown-placeholder, unknown-form, placeholder-in-label.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import fields

from editor.model.cover import Person
from editor.templating.faults import TEMPLATE_FILE, Problem, problem, words_file
from editor.templating.patterns import WORD, PatternError, Placeholder, tokens
from editor.templating.schema import CoverField, PaperKind, SheetLine, Template

TEXT_FORMS = frozenset({"upper", "quoted"})
QUOTES = ("quote_open", "quote_close")
_PERSON_PARTS = frozenset({"name"} | {field.name for field in fields(Person)} - {"extra"})
_BARE = frozenset({"code", "page", "pages"})


def problems(template: Template) -> Iterator[Problem]:
    """Yield what is wrong with the template's printed lines and with the words they and its forms ask for."""
    everywhere = tuple(field for kind in template.file.kinds for field in kind.fields)
    for part in ("header", "footer"):
        for at, line in enumerate(getattr(template.file, part)):
            yield from _line(line, f"{part}[{at}]", _Place(template, everywhere))
    for number, kind in enumerate(template.file.kinds):
        key, place = f"kinds[{number}]", _Place(template, kind.fields)
        yield from _labels(kind, key, template)
        for part in ("cover", "head"):
            for at, line in enumerate(getattr(kind, part)):
                yield from _line(line, f"{key}.{part}[{at}]", place)
        for at, form_part in enumerate(kind.form):
            if form_part.line:
                yield from _line(form_part.line, f"{key}.form[{at}].line", place)


class _Place(Struct, frozen=True):
    """Where a line stands: its template, and the cover fields that have a value there."""

    template: Template
    fields: tuple[CoverField, ...]


def _labels(kind: PaperKind, key: str, template: Template) -> Iterator[Problem]:
    """Yield the words that a form or the program shows as they are, and that a language lacks or has as a pattern."""
    named = [(f"{key}.name", kind.name)]
    for at, field in enumerate(kind.fields):
        place = f"{key}.fields[{at}]"
        named += [(f"{place}.label", field.label), *((f"{place}.choices", choice) for choice in field.choices)]
        named += [(f"{place}.{part}", word) for part, word in (("help", field.help), ("group", field.group)) if word]
    for at, part in enumerate(kind.form):
        columns = part.table.columns if part.table else ()
        named += [(f"{key}.form[{at}].table.columns", column) for column in columns]
    for place, word in named:
        yield from _missing(word, place, template)
        for language in template.words:
            if "{" in template.word(language, word):
                yield problem(words_file(language), f"words.{word}.text", "placeholder-in-label", used=place)


def _missing(word: str, key: str, template: Template) -> Iterator[Problem]:
    for language, words in template.words.items():
        if word not in words.words:
            yield problem(words_file(language), f"words.{word}", "no-such-word", used=key)


def _line(line: SheetLine, key: str, place: _Place) -> Iterator[Problem]:
    if line.style not in place.template.file.styles:
        yield problem(TEMPLATE_FILE, f"{key}.style", "no-such-style", name=line.style)
    if line.needs and all(field.key != line.needs for field in place.fields):
        yield problem(TEMPLATE_FILE, f"{key}.needs", "unknown-placeholder", name=line.needs)
    try:
        found = [token for token in tokens(line.pattern) if isinstance(token, Placeholder)]
    except PatternError as error:
        yield problem(TEMPLATE_FILE, f"{key}.pattern", "bad-pattern", detail=error.code)
        return
    for placeholder in found:
        if not placeholder.name.startswith(WORD):
            for language in place.template.words:
                yield from _value(placeholder, TEMPLATE_FILE, f"{key}.pattern", place, language)
            continue
        word = placeholder.name.removeprefix(WORD)
        yield from _missing(word, f"{key}.pattern", place.template)
        for language in place.template.words:
            yield from _word(placeholder, word, f"{key}.pattern", place, language)


def _word(placeholder: Placeholder, word: str, key: str, place: _Place, language: str) -> Iterator[Problem]:
    """Yield what is wrong with the placeholders inside a word where a line takes it in."""
    text = place.template.word(language, word)
    if placeholder.form:
        yield from _text_forms(placeholder, TEMPLATE_FILE, key, place, language)
        if "{" in text:
            yield problem(TEMPLATE_FILE, key, "unknown-form", name=placeholder.form)
        return
    try:
        inside = [token for token in tokens(text) if isinstance(token, Placeholder)]
    except PatternError:
        return  # the check of the word lists names it
    for one in inside:
        if not one.name.startswith(WORD):
            yield from _value(one, words_file(language), f"words.{word}.text", place, language)


def _value(placeholder: Placeholder, file: str, key: str, place: _Place, language: str) -> Iterator[Problem]:
    name, _, part = placeholder.name.partition(".")
    kinds = {"text"} if name == "original" else {field.kind for field in place.fields if field.key == name}
    if placeholder.name in _BARE:
        if placeholder.form:
            yield problem(file, key, "unknown-form", name=placeholder.form)
    elif not kinds or "people" in kinds or (part and (kinds != {"person"} or part not in _PERSON_PARTS)):
        yield problem(file, key, "unknown-placeholder", name=placeholder.name)
    elif "dates" in kinds:
        if placeholder.form not in place.template.words[language].dates:
            yield problem(file, key, "unknown-form", name=placeholder.form, language=language)
    else:
        yield from _text_forms(placeholder, file, key, place, language)


def _text_forms(placeholder: Placeholder, file: str, key: str, place: _Place, language: str) -> Iterator[Problem]:
    forms = placeholder.form.split("+") if placeholder.form else []
    for form in forms:
        if form not in TEXT_FORMS:
            yield problem(file, key, "unknown-form", name=form)
    if "quoted" in forms:
        for word in QUOTES:
            if word not in place.template.words[language].words:
                yield problem(words_file(language), f"words.{word}", "no-such-word", used=key)
