"""How a text begins: empty, from last year's, or in another language."""

from msgspec.structs import replace

from editor.model.changes import Change, SetCover, SetPaper, body_change, compound, paper_fields
from editor.model.clause import Body, Clause
from editor.model.cover import Code, Cover, CoverValue, DateRange, Person
from editor.model.edits import copies
from editor.model.errors import EditError
from editor.model.ids import NewId, new_id
from editor.model.resolution import Resolution
from editor.model.text import flatten, plain_text
from editor.templating.schema import PaperKind, Template

ENACTING = "enacting"
"""The word-list key of the enacting phrase."""


def new_resolution(template: Template, kind: str, language: str, fresh: NewId = new_id) -> Resolution:
    """Return an empty text: one clause for each part of its body, the enacting phrase, what the kind says of the code.

    KeyError if `template` has no such kind; EditError "no-such-language" if it has no such language.
    """
    paper = template.kind(kind)
    _check_language(template, language)
    return Resolution(
        template=template.id,
        kind=kind,
        language=language,
        original_language=language,
        cover=_with_code(Cover(), paper),
        body=_skeleton(template, language, fresh) if paper.body else (),
    )


def _skeleton(template: Template, language: str, fresh: NewId) -> Body:
    phrase = plain_text(template.word(language, ENACTING))
    return tuple(
        Clause(fresh(), kind, text=phrase if kind == "enacting" else ()) for kind in template.file.grammar.phases
    )


def _with_code(cover: Cover, paper: PaperKind) -> Cover:
    key = next((field.key for field in paper.fields if field.kind == "code"), "")
    return cover.with_value(key, Code(tuple(paper.code.items()))) if key else cover


def begin_from(resolution: Resolution, fresh: NewId = new_id, template: Template | None = None) -> Resolution:
    """Return a new text that begins as a copy of `resolution`.

    Kept are title, sponsor, venue, choices and the body; its clauses and notes get new ids, references follow. Emptied
    are code, dates, lists of people, revision, remarks and everything this version does not know. With `template` the
    code holds what the kind of paper says of it.
    """
    kept = tuple((key, _without_extra(value)) for key, value in resolution.cover.fields if _stays(value))
    begun = Resolution(
        template=resolution.template,
        kind=resolution.kind,
        language=resolution.language,
        original_language=resolution.original_language,
        cover=Cover(kept),
        body=tuple(replace(clause, extra=()) for clause in copies(resolution.body, fresh)),
    )
    if template is None:
        return begun
    return replace(begun, cover=_with_code(begun.cover, template.kind(begun.kind)))


def _stays(value: CoverValue) -> bool:
    return not isinstance(value, Code | DateRange | tuple)


def _without_extra(value: CoverValue) -> CoverValue:
    return replace(value, extra=()) if isinstance(value, Person) else value


def change_language(resolution: Resolution, template: Template, language: str) -> Change:
    """Return the change that makes `language` the document's; EditError "no-such-language" if the template has it not.

    What still has the template's wording in the old language takes that of the new one: enacting phrases and the names
    of countries. The letter in the code follows by itself; the original language and all other words stay.
    """
    _check_language(template, language)
    before = paper_fields(resolution)
    cover = replace(
        resolution.cover,
        fields=tuple(
            (key, _moved(value, template, before.language, language)) for key, value in resolution.cover.fields
        ),
    )
    old, new = (template.word(code, ENACTING) for code in (before.language, language))
    body = tuple(_reworded(clause, old, new) for clause in resolution.body)
    return compound(
        SetPaper(before, replace(before, language=language)),
        SetCover(resolution.cover, cover),
        body_change(resolution.body, body),
    )


def _check_language(template: Template, language: str) -> None:
    if all(known.code != language for known in template.file.languages):
        raise EditError("no-such-language", language=language)


def _reworded(clause: Clause, old: str, new: str) -> Clause:
    if clause.kind != "enacting" or not old or flatten(clause.text).strip() != old.strip():
        return clause
    return replace(clause, text=plain_text(new))


def _moved(value: CoverValue, template: Template, old: str, new: str) -> CoverValue:
    if isinstance(value, Person):
        return replace(value, country=_country(value.country, template, old, new))
    if isinstance(value, tuple):
        return tuple(replace(person, country=_country(person.country, template, old, new)) for person in value)
    return value


def _country(name: str, template: Template, old: str, new: str) -> str:
    """Return the name in `new` of the country called `name` in `old`, `name` itself where the template has none."""
    words = template.words.get(old)
    key = next((key for key, known in words.countries.names.items() if known == name), "") if words else ""
    return template.words[new].countries.names.get(key, name)
