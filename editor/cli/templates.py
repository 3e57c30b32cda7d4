"""`templates`: which there are, what one holds, and whether a folder is a good one."""

import argparse

from editor.app.documents import library
from editor.app.wording import sentence
from editor.cli.outcome import CANNOT, FINDINGS, OK, say
from editor.templating.load import load_template
from editor.templating.phrases import load_phrases
from editor.templating.schema import Template


def run(options: argparse.Namespace) -> int:
    """List the templates, show one, or check a folder."""
    if options.action == "check":
        template = load_template(options.folder)
        for language in template.file.languages:
            load_phrases(options.folder, language.code)
        print(f"{template.id}: in order.")
        return OK
    templates, errors = library()
    for error in errors:
        say(sentence(error))
    if options.action == "list":
        for template in templates.values():
            print(f"{template.id}\trevision {template.file.revision}\t{template.file.name}")
        return FINDINGS if errors else OK
    if options.id not in templates:
        say(f"There is no template called {options.id}; `resolution-editor templates list` names them.")
        return CANNOT
    _show(templates[options.id])
    return OK


def _show(template: Template) -> None:
    file = template.file
    print(f"{template.id}: {file.name} (revision {file.revision})")
    print("languages: " + ", ".join(f"{language.code} ({language.english})" for language in file.languages))
    for kind in file.kinds:
        print(f"kind {kind.id}: {template.word('en', kind.name) or kind.name}")
        for field in kind.fields:
            notes = [field.kind, *(["required"] if field.required else []), *([] if field.printed else ["not printed"])]
            print(f"  {field.key}\t{template.word('en', field.label) or field.label} ({', '.join(notes)})")
    for code, words in template.words.items():
        open_ = sorted(key for key, word in words.words.items() if not word.confirmed)
        if open_:
            print(f"not confirmed by a paper of the body, {code}: {', '.join(open_)}")
