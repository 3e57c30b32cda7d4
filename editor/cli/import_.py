"""`import`: texts become projects, with a report of every guess."""

import argparse
from pathlib import Path

from editor.app.documents import chosen_template, save_new
from editor.app.wording import guess_sentence, sentence
from editor.cli.outcome import Progress, outcome, say
from editor.cli.parser import UsageError
from editor.importing import Imported, import_text
from editor.model.errors import EditorError


def run(options: argparse.Namespace) -> int:
    """Import each file; guesses are reported and do not change the exit status."""
    if options.output is not None and len(options.files) > 1:
        raise UsageError("Several files go into a folder: give --out-dir.")
    progress = Progress(len(options.files), "Imported")
    report: list[str] = []
    failed = 0
    for source in options.files:
        target = options.output or options.out_dir / f"{source.stem}.resolution"
        try:
            report += [f"{source}:{line}" for line in _import(source, target, options)]
        except (EditorError, OSError) as error:
            failed += 1
            said = sentence(error) if isinstance(error, EditorError) else f"{error.strerror or error}."
            say(f"{source}: {said}")
        progress.step()
    _tell(report, options.report)
    return outcome(len(options.files) - failed, failed)


def _import(source: Path, target: Path, options: argparse.Namespace) -> list[str]:
    template = chosen_template(options.template)
    imported = import_text(source.read_bytes(), template, kind=options.kind, language=options.language)
    if options.out_dir is not None:
        options.out_dir.mkdir(parents=True, exist_ok=True)
    save_new(target, imported.resolution, template, replace=options.replace)
    return _lines(imported)


def _lines(imported: Imported) -> list[str]:
    return [f"{guess.line}: {guess_sentence(guess.code, dict(guess.parameters))}" for guess in imported.report]


def _tell(report: list[str], path: Path | None) -> None:
    if path is None:
        for line in report:
            say(line)
        return
    from editor.project.saving import save_bytes

    save_bytes(path, "".join(f"{line}\n" for line in report).encode())
