"""`export`: print copies of projects, several side by side on all cores."""

import argparse
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from msgspec import Struct

from editor.app.copies import FORMATS
from editor.app.documents import open_document
from editor.app.exporting import export
from editor.app.wording import finding_sentence, notices, sentence
from editor.cli.outcome import FINDINGS, OK, Progress, outcome, say
from editor.cli.parser import UsageError
from editor.compose.compose import PARTS, Options, Part
from editor.model.errors import EditorError
from editor.model.text import clean

_ENDINGS = {"akn": "xml"}
"""Endings of files by what --to may call their format besides."""


class _Job(Struct, frozen=True):
    source: Path
    target: Path
    options: Options


def run(options: argparse.Namespace) -> int:
    """Export each file; a copy with faults in it is written and makes the exit status 1."""
    jobs = list(_jobs(options))
    progress = Progress(len(jobs), "Exported")
    failed = faulty = 0
    for copy in _work(jobs):
        progress.step()
        for line in copy.lines:
            say(line)
        failed += not copy.written
        faulty += copy.faulty
    status = outcome(len(jobs) - failed, failed)
    return FINDINGS if status == OK and faulty else status


class _Done(Struct, frozen=True):
    written: bool
    faulty: bool = False
    lines: tuple[str, ...] = ()


def _work(jobs: list[_Job]) -> Iterator[_Done]:
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers < 2:
        yield from map(_one, jobs)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_one, jobs)


def _one(job: _Job) -> _Done:
    try:
        document = open_document(job.source)
        told = tuple(f"{job.source}: {notice}" for notice in notices(document))
        faults = export(document.resolution, document.template, job.target, job.options)
    except EditorError as error:
        if not error.parameters.get("path"):
            error.parameters["path"] = job.source
        return _Done(False, lines=(sentence(error),))
    except OSError as error:
        return _Done(False, lines=(f"{error.filename or job.source}: {error.strerror or error}.",))
    lines = tuple(f"{job.target}: {finding_sentence(code, parameters)}" for code, parameters in faults)
    return _Done(True, bool(faults), told + lines)


def _jobs(options: argparse.Namespace) -> Iterator[_Job]:
    look = Options(
        parts=_parts(options.parts),
        paper=options.paper or "",
        line_numbers=options.line_numbers,
        watermark=clean(options.watermark),
        notice=clean(options.notice),
        duplex=options.duplex,
        form_rows=options.form_rows,
        large_print=options.large_print,
        remarks=options.remarks,
    )
    if options.output is not None:
        if len(options.files) > 1:
            raise UsageError("Several files go into a folder: give --out-dir and --to.")
        _format(options.output.suffix.removeprefix("."), options.output)
        yield _Job(options.files[0], options.output, look)
        return
    if not options.to:
        raise UsageError("--out-dir needs --to, as in --to pdf,docx.")
    options.out_dir.mkdir(parents=True, exist_ok=True)
    taken: dict[str, Path] = {}
    for file in options.files:
        if taken.setdefault(file.stem, file) != file:
            raise UsageError(f"{taken[file.stem]} and {file} would be written to the same name; export them apart.")
        for suffix in options.to.split(","):
            ending = _format(_ENDINGS.get(suffix.strip().lower(), suffix.strip()), file)
            yield _Job(file, options.out_dir / f"{file.stem}.{ending}", look)


def _format(suffix: str, path: Path) -> str:
    if suffix.lower() not in FORMATS:
        what = f"{suffix} is no format" if suffix else "its ending names no format"
        raise UsageError(f"{path}: {what}; there are {', '.join(FORMATS)}.")
    return suffix.lower()


def _parts(words: str | None) -> tuple[Part, ...]:
    wanted = [word.strip() for word in (words or "").split(",") if word.strip()]
    unknown = [word for word in wanted if word not in PARTS]
    if unknown or (words is not None and not wanted):
        raise UsageError(f"--parts {words}: there are {', '.join(PARTS)}.")
    return tuple(part for part in PARTS if part in wanted)
