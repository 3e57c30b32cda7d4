"""Identity, languages, kinds of paper and their cover fields.

Reasons: bad-schema, bad-name, empty, twice, bad-language, bad-letter, no-words, no-such-kind, reserved, code-key,
no-choices, choices-not-used, form-part.
"""

from collections.abc import Iterator

from editor.templating.checks.names import is_language, is_name, twice
from editor.templating.faults import TEMPLATE_FILE, Problem, problem, words_file
from editor.templating.schema import SCHEMA, CoverField, FormPart, Language, Template, TemplateFile

RESERVED = frozenset(
    {"word", "original", "page", "pages", "template", "kind", "language", "original_language", "revision"}
)
"""Names with a meaning of their own in patterns, project files or on the command line: no cover field's."""

LONGEST_LETTER = 3


def problems(template: Template) -> Iterator[Problem]:
    """Yield what is wrong with the template's identity, languages and kinds of paper."""
    file = template.file
    if file.schema < 1:
        yield problem(TEMPLATE_FILE, "schema", "bad-schema", known=SCHEMA)
    if not is_name(file.id):
        yield problem(TEMPLATE_FILE, "id", "bad-name", name=file.id)
    if not file.name.strip():
        yield problem(TEMPLATE_FILE, "name", "empty")
    yield from _languages(template)
    yield from _kinds(file)


def _languages(template: Template) -> Iterator[Problem]:
    languages = template.file.languages
    if not languages:
        yield problem(TEMPLATE_FILE, "languages", "empty")
    for at, language in enumerate(languages):
        yield from _language(language, f"languages[{at}]")
        if is_language(language.code) and language.code not in template.words:
            yield problem(words_file(language.code), "", "no-words", language=language.code)
    for part in ("code", "letter"):
        for at, name in twice([getattr(language, part) for language in languages]):
            yield problem(TEMPLATE_FILE, f"languages[{at}].{part}", "twice", name=name)
    for code in sorted(set(template.words) - {language.code for language in languages}):
        yield problem(TEMPLATE_FILE, "languages", "not-listed", language=code)


def _language(language: Language, key: str) -> Iterator[Problem]:
    if not is_language(language.code):
        yield problem(TEMPLATE_FILE, f"{key}.code", "bad-language", name=language.code)
    letter = language.letter
    if not (0 < len(letter) <= LONGEST_LETTER and letter.isalpha() and letter.isupper()):
        yield problem(TEMPLATE_FILE, f"{key}.letter", "bad-letter", name=letter)


def _kinds(file: TemplateFile) -> Iterator[Problem]:
    if file.default_kind not in [kind.id for kind in file.kinds]:
        yield problem(TEMPLATE_FILE, "default_kind", "no-such-kind", name=file.default_kind)
    for at, name in twice([kind.id for kind in file.kinds]):
        yield problem(TEMPLATE_FILE, f"kinds[{at}].id", "twice", name=name)
    for at, kind in enumerate(file.kinds):
        key = f"kinds[{at}]"
        if not is_name(kind.id):
            yield problem(TEMPLATE_FILE, f"{key}.id", "bad-name", name=kind.id)
        for place, name in twice([field.key for field in kind.fields]):
            yield problem(TEMPLATE_FILE, f"{key}.fields[{place}].key", "twice", name=name)
        for place, field in enumerate(kind.fields):
            yield from _field(field, f"{key}.fields[{place}]")
        for place, part in enumerate(kind.form):
            yield from _form_part(part, f"{key}.form[{place}]")


def _field(field: CoverField, key: str) -> Iterator[Problem]:
    if not is_name(field.key):
        yield problem(TEMPLATE_FILE, f"{key}.key", "bad-name", name=field.key)
    elif field.key in RESERVED:
        yield problem(TEMPLATE_FILE, f"{key}.key", "reserved", name=field.key)
    if (field.kind == "code") != (field.key == "code"):
        yield problem(TEMPLATE_FILE, f"{key}.key", "code-key", name=field.key)
    if field.kind == "choice" and not field.choices:
        yield problem(TEMPLATE_FILE, f"{key}.choices", "no-choices")
    if field.kind != "choice" and field.choices:
        yield problem(TEMPLATE_FILE, f"{key}.choices", "choices-not-used")


def _form_part(part: FormPart, key: str) -> Iterator[Problem]:
    if (part.line is None) == (part.table is None):
        yield problem(TEMPLATE_FILE, key, "form-part")
    table = part.table
    if table is None:
        return
    if not table.columns or len(table.columns) != len(table.shares):
        yield problem(TEMPLATE_FILE, f"{key}.table.shares", "shares", columns=len(table.columns))
    if not all(0 < share <= 100 for share in table.shares):
        yield problem(TEMPLATE_FILE, f"{key}.table.shares", "out-of-range", low=0, high=100)
    for name, value, low, high in (("rows", table.rows, 0, 200), ("row_height_mm", table.row_height_mm, 0, 200)):
        if not low <= value <= high:
            yield problem(TEMPLATE_FILE, f"{key}.table.{name}", "out-of-range", low=low, high=high)
