"""`--set KEY=VALUE`: cover fields as a person types them."""

import datetime

from msgspec.structs import replace

from editor.cli.parser import UsageError
from editor.model.changes import apply
from editor.model.cover import CoverValue, DateRange
from editor.model.resolution import Resolution
from editor.model.text import clean
from editor.templating.begin import change_language
from editor.templating.codes import parse_code
from editor.templating.dates import parse_dates
from editor.templating.people import parse_person
from editor.templating.schema import CoverField, Template

PAPER = ("language", "original_language", "revision")
"""What can be set besides the cover's fields."""


def with_setting(resolution: Resolution, template: Template, key: str, value: str) -> Resolution:
    """Return `resolution` with the cover field, language or revision `key` set; UsageError if it cannot be read so."""
    value = clean(value)
    if key == "language":
        return _with_language(resolution, template, _known_language(template, key, value))
    if key == "original_language":
        return replace(resolution, original_language=_known_language(template, key, value) if value else "")
    if key == "revision":
        return replace(resolution, revision=value)
    fields = {field.key: field for field in template.kind(resolution.kind).fields}
    if key not in fields:
        raise UsageError(f"--set {key}: there are {', '.join((*fields, *PAPER))}.")
    if fields[key].kind == "code" and value:
        return _with_code(resolution, template, key, value)
    return replace(resolution, cover=resolution.cover.with_value(key, _value(resolution, template, fields[key], value)))


def _known_language(template: Template, key: str, value: str) -> str:
    known = [language.code for language in template.file.languages]
    if value not in known:
        raise UsageError(f"--set {key}={value}: there are {', '.join(known)}.")
    return value


def _with_language(resolution: Resolution, template: Template, language: str) -> Resolution:
    return apply(resolution, change_language(resolution, template, language))


def _with_code(resolution: Resolution, template: Template, key: str, value: str) -> Resolution:
    parsed = parse_code(template, value)
    if parsed is None:
        raise UsageError(f"--set {key}={value}: this is no code of {template.file.name}.")
    if parsed.language:
        resolution = _with_language(resolution, template, parsed.language)
    return replace(
        resolution,
        cover=resolution.cover.with_value(key, parsed.code),
        revision=parsed.revision or resolution.revision,
    )


def _value(resolution: Resolution, template: Template, field: CoverField, value: str) -> CoverValue | None:
    if not value:
        return None
    match field.kind:
        case "person":
            return parse_person(value)
        case "people":
            return tuple(parse_person(one) for one in value.split(";") if one.strip())
        case "dates":
            return _dates(template, field.key, value)
        case "choice":
            return _choice(resolution, template, field, value)
        case _:
            return value


def _dates(template: Template, key: str, value: str) -> DateRange:
    first, _, last = value.replace("/", "..").partition("..")
    try:
        return DateRange(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first))
    except ValueError:
        parsed = parse_dates(template, value)
    if parsed is None:
        raise UsageError(f"--set {key}={value}: write the days as 2027-07-03..2027-07-07.")
    return parsed


def _choice(resolution: Resolution, template: Template, field: CoverField, value: str) -> str:
    for choice in field.choices:
        if value.casefold() in (choice.casefold(), template.word(resolution.language, choice).casefold()):
            return choice
    names = ", ".join(f"{choice} ({template.word(resolution.language, choice)})" for choice in field.choices)
    raise UsageError(f"--set {field.key}={value}: there are {names}.")
