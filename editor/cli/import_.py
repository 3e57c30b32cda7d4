"""`import`: texts become projects, with a report of every guess."""

import argparse
from pathlib import Path

from editor.app.documents import SUFFIX, DocumentError, chosen_template, save_new
from editor.app.wording import guess_sentence, sentence
from editor.cli.outcome import FINDINGS, Progress, outcome, say
from editor.cli.parser import UsageError
from editor.importing import Imported, import_document
from editor.model.errors import EditorError


def run(options: argparse.Namespace) -> int:
    """Import each file; guesses are reported and do not change the exit status."""
    targets = _targets(options)
    progress = Progress(len(targets), "Imported")
    report: list[str] = []
    failed = 0
    for source, target in targets.items():
        try:
            report += [f"{source}{line}" for line in _import(source, target, options)]
        except (EditorError, OSError) as error:
            failed += 1
            said = sentence(error) if isinstance(error, EditorError) else f"{error.strerror or error}."
            say(said if said.startswith(str(target)) else f"{source}: {said}")
        progress.step()
    status = outcome(len(targets) - failed, failed)
    if failed == len(targets):
        return status
    return status if _tell(report, options.report) else FINDINGS


def _targets(options: argparse.Namespace) -> dict[Path, Path]:
    """Return where each source goes; UsageError where a file would be written over another of this run."""
    if options.output is not None and len(options.files) > 1:
        raise UsageError("Several files go into a folder: give --out-dir.")
    targets: dict[Path, Path] = {}
    taken: dict[Path, Path] = {}
    for source in options.files:
        target = options.output or options.out_dir / f"{source.stem}{SUFFIX}"
        if target in taken and taken[target] != source:
            raise UsageError(f"{taken[target]} and {source} would be written to the same name; import them apart.")
        taken[target] = source
        targets[source] = target
    report = options.report
    if report is not None and report.resolve() in {path.resolve() for path in (*targets, *targets.values())}:
        raise UsageError(f"{report}: the report needs a file of its own.")
    if report is not None and report.is_file() and not options.replace:
        raise DocumentError("exists", path=str(report))
    return targets


def _import(source: Path, target: Path, options: argparse.Namespace) -> list[str]:
    template = chosen_template(options.template)
    imported = import_document(
        source.read_bytes(), template, kind=options.kind, language=options.language, changes=options.changes
    )
    if options.out_dir is not None:
        options.out_dir.mkdir(parents=True, exist_ok=True)
    save_new(target, imported.resolution, template, replace=options.replace)
    return _lines(imported)


def _lines(imported: Imported) -> list[str]:
    return [
        f"{f':{guess.line}' if guess.line else ''}: {guess_sentence(guess.code, dict(guess.parameters))}"
        for guess in imported.report
    ]


def _tell(report: list[str], path: Path | None) -> bool:
    """Say the report or write it to `path`; return whether that could be done."""
    if path is None:
        for line in report:
            say(line)
        return True
    from editor.project.saving import save_bytes

    try:
        save_bytes(path, "".join(f"{line}\n" for line in report).encode())
    except EditorError as error:
        say(sentence(error))
        return False
    return True
