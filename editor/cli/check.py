"""`check`: what is to be mended in projects."""

import argparse
from pathlib import Path

from editor.app.copies import print_faults
from editor.app.documents import Document
from editor.app.wording import finding_sentence, sentence
from editor.checking import Finding, check
from editor.cli.opening import opened
from editor.cli.outcome import CANNOT, FINDINGS, OK, print_json, say
from editor.model.errors import EditorError
from editor.numbering import labels


def run(options: argparse.Namespace) -> int:
    """Print the findings of each project; errors make the exit status 1, advice does not."""
    status = OK
    reports: list[dict[str, object]] = []
    for path in options.files:
        try:
            document = opened(path)
        except EditorError as error:
            say(sentence(error))
            status = CANNOT
            continue
        findings = _findings(document)
        if any(finding.severity == "error" for finding in findings) and status == OK:
            status = FINDINGS
        if options.json:
            reports.append({"file": str(path), "findings": [_as_json(document, finding) for finding in findings]})
        else:
            _print(path, document, findings)
    if options.json:
        print_json(reports)
    return status


def _findings(document: Document) -> tuple[Finding, ...]:
    """Return what the text's checks find, after what the pages would not print."""
    faults = print_faults(document.resolution, document.template)
    words = check(document.resolution, document.template)
    known = {finding.code for finding in words}
    printed = (
        Finding(code, "error", parameters=tuple((name, str(value)) for name, value in parameters.items()))
        for code, parameters in faults
        if code not in known
    )
    return (*printed, *words)


def _print(path: Path, document: Document, findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        place = _place(document, finding)
        print(f"{path}: {place}{finding.severity}: {finding_sentence(finding.code, dict(finding.parameters))}")


def _as_json(document: Document, finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "clause": finding.clause,
        "label": _label(document, finding.clause),
        "field": finding.field,
        "sentence": finding_sentence(finding.code, dict(finding.parameters)),
        "remedy": finding.remedy is not None,
    }


def _place(document: Document, finding: Finding) -> str:
    place = _label(document, finding.clause).rstrip(".") or finding.field
    return f"{place}: " if place else ""


def _label(document: Document, clause: str) -> str:
    resolution = document.resolution
    labelled = labels(resolution.body, document.template.scheme(resolution.language))
    return " ".join(labelled.numbers(clause) or ()) if clause else ""
