"""Reading phrase banks: the words that clauses usually begin with, one file a language, read when first wanted.

A template works without them and a project's copy has none. What is wrong with one is said by file, key and reason.
"""

from pathlib import Path

from editor.templating.checks.names import is_language
from editor.templating.checks.phrases import problems
from editor.templating.faults import Problem, TemplateError, phrases_file
from editor.templating.phrasebank import PhraseBank
from editor.templating.reading import read_table
from editor.templating.structure import convert
from editor.templating.structure import problems as structure_problems


def load_phrases(folder: Path, language: str) -> PhraseBank | None:
    """Return the phrase bank for `language` of the template in `folder`, None if it has none; TemplateError if damaged.

    `language` may come from any file: what is no language's code names no file.
    """
    file = phrases_file(language)
    if not is_language(language) or not (folder / file).is_file():
        return None
    table = read_table(folder / file, file)
    found = [table] if isinstance(table, Problem) else list(structure_problems(table, PhraseBank, file))
    bank = PhraseBank() if found else convert(table, PhraseBank)
    found = found or list(dict.fromkeys(problems(bank, file)))
    if found:
        placed = (Problem(str(folder / one.file), one.key, one.reason, one.details) for one in found)
        raise TemplateError("template-invalid", tuple(placed))
    return bank
