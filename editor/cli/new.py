"""`new`: begin a project, empty or from last year's text."""

import argparse
from pathlib import Path

from editor.app.beginning import empty, next_of
from editor.app.documents import Document, chosen_template, save_new
from editor.cli.opening import opened
from editor.cli.outcome import OK
from editor.cli.parser import UsageError
from editor.cli.settings import with_setting


def run(options: argparse.Namespace) -> int:
    """Write a new project to the output file."""
    document = _from(options.source, options) if options.source else _empty(options)
    resolution = document.resolution
    for setting in options.set:
        key, equals, value = setting.partition("=")
        if not equals:
            raise UsageError(f"--set {setting}: give KEY=VALUE.")
        resolution = with_setting(resolution, document.template, key.strip(), value.strip())
    save_new(options.output, resolution, document.template, replace=options.replace)
    return OK


def _empty(options: argparse.Namespace) -> Document:
    template = chosen_template(options.template)
    kind = options.kind or template.file.default_kind
    _check(template.id, "kind", kind, [known.id for known in template.file.kinds])
    language = options.language or template.file.languages[0].code
    _check(template.id, "language", language, [known.code for known in template.file.languages])
    return empty(template, kind, language)


def _from(source: Path, options: argparse.Namespace) -> Document:
    document = opened(source)
    if options.template or options.kind:
        raise UsageError("--from keeps the template and kind of the text it starts from.")
    begun = next_of(document)
    if options.language:
        resolution = with_setting(begun.resolution, begun.template, "language", options.language)
        return Document(resolution, begun.template)
    return begun


def _check(template: str, what: str, value: str, known: list[str]) -> None:
    if value not in known:
        raise UsageError(f"{template} has no {what} {value}; there are {', '.join(known)}.")
