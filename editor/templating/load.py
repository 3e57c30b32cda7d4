"""Loading templates: from a folder, from the copy in a project file, and all that there are.

A template is untrusted data. Nothing in it is a regular expression, a path or markup, and its files are read within
limits (`reading.LARGEST`, `structure.LONGEST`, `structure.DEEPEST`).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from editor.templating.checks import problems as cross_problems
from editor.templating.checks.names import is_language
from editor.templating.faults import TEMPLATE_FILE, Problem, TemplateError, problem, words_file
from editor.templating.reading import LARGEST_COPY, read_table
from editor.templating.schema import SCHEMA, Template, TemplateFile
from editor.templating.structure import cleaned, convert
from editor.templating.structure import problems as structure_problems
from editor.templating.wordlist import Words

__all__ = ["TemplateError", "find_templates", "load_template", "template_from_json", "template_to_json"]


def load_template(folder: Path) -> Template:
    """Return the template in `folder`: template.toml, and words/<language>.toml for every language it lists.

    TemplateError names all problems found; its files are given with their path.
    """
    file = read_table(folder / TEMPLATE_FILE, TEMPLATE_FILE)
    if isinstance(file, Problem):
        raise _error([file], folder)
    _refuse_newer(file, folder)
    words: dict[str, object] = {}
    found: list[Problem] = []
    for language in _languages(file):
        table = read_table(folder / words_file(language), words_file(language))
        if isinstance(table, Problem):
            found.append(table)
        else:
            words[language] = table
    template = _build(file, words, found, folder)
    if template.id != folder.resolve().name:
        raise _error([problem(TEMPLATE_FILE, "id", "id-is-not-folder", folder=folder.resolve().name)], folder)
    if template.file.emphasis:
        return msgspec.structs.replace(template, openings=_openings(folder, template))
    return template


def _openings(folder: Path, template: Template) -> dict[str, tuple[str, ...]]:
    """Return the opening words of the phrase banks in `folder`, by language."""
    from editor.templating.phrasebank import opening_words  # most templates start without them
    from editor.templating.phrases import load_phrases

    banks = {language.code: load_phrases(folder, language.code) for language in template.file.languages}
    return {language: opening_words(bank) for language, bank in banks.items() if bank}


def find_templates(folders: Iterable[Path]) -> tuple[dict[str, Template], list[TemplateError]]:
    """Return the templates in `folders` by id, and what is wrong with those that cannot be used.

    Every folder inside one of `folders` that holds a template.toml is one template. Later folders win: with the user's
    folder last, a user's template takes the place of a shipped one of the same id, but only if it is in order.
    """
    templates: dict[str, Template] = {}
    errors: list[TemplateError] = []
    for folder in folders:
        for file in sorted(folder.glob(f"*/{TEMPLATE_FILE}")):
            try:
                template = load_template(file.parent)
            except TemplateError as error:
                errors.append(error)
            else:
                templates[template.id] = template
    return templates, errors


def template_to_json(template: Template) -> str:
    """Return the copy of `template` that a project file carries; equal templates give equal copies."""
    return msgspec.json.encode(template, order="deterministic").decode()


def template_from_json(text: str) -> Template:
    """Return the template of a project's copy, held against the same rules as a folder; TemplateError if it fails."""
    if len(text) > LARGEST_COPY:
        raise _error([problem("", "", "too-big", limit=LARGEST_COPY)])
    try:
        data = cleaned(msgspec.json.decode(text))
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise _error([problem("", "", "not-json", detail=str(error))]) from None
    except RecursionError:
        raise _error([problem("", "", "too-deep")]) from None
    if not isinstance(data, dict):
        raise _error([problem("", "", "wrong-type", expected="table")])
    found = [problem("", key, "unknown-key") for key in data if key not in ("file", "words", "openings")]
    file, words, openings = data.get("file"), data.get("words"), data.get("openings", {})
    found.extend(structure_problems(openings, dict[str, tuple[str, ...]], "", "openings"))
    if not isinstance(file, dict) or not isinstance(words, dict):
        raise _error([*found, problem("", "words" if isinstance(file, dict) else "file", "missing-key")])
    _refuse_newer(file)
    template = _build(file, words, found)
    return msgspec.structs.replace(template, openings=convert(openings, dict[str, tuple[str, ...]]))


def _refuse_newer(file: dict[str, object], folder: Path | None = None) -> None:
    schema = file.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        newer = problem(TEMPLATE_FILE, "schema", "newer", schema=schema, known=SCHEMA)
        raise _error([newer], folder, "template-newer")


def _languages(file: dict[str, object]) -> list[str]:
    """Return the languages that an unchecked `file` lists, as far as they may be names of files."""
    listed = file.get("languages")
    codes = [one.get("code") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return [code for code in dict.fromkeys(codes) if isinstance(code, str) and is_language(code)]


def _build(file: object, words: dict[str, object], found: list[Problem], folder: Path | None = None) -> Template:
    found = [*found, *structure_problems(file, TemplateFile, TEMPLATE_FILE)]
    for language, table in words.items():
        found.extend(structure_problems(table, Words, words_file(language)))
    if found:
        raise _error(found, folder)
    template = Template(
        convert(file, TemplateFile), {language: convert(table, Words) for language, table in words.items()}
    )
    crossed = cross_problems(template)
    if crossed:
        raise _error(crossed, folder)
    return template


def _error(found: Sequence[Problem], folder: Path | None = None, code: str = "template-invalid") -> TemplateError:
    """Return the error for what was `found`, with the files' paths where the template has a folder."""
    if folder is not None:
        found = [msgspec.structs.replace(one, file=str(folder / one.file)) for one in found]
    return TemplateError(code, tuple(found))
