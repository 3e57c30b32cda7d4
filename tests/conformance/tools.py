"""The independent programs: each returns what it finds wrong, in its own words."""

import json
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / "packaging" / "conformance" / "node_modules" / ".bin" / "ooxml-validator"

TIMEOUT = 300
"""Seconds after which a tool is given up."""


class MissingToolError(Exception):
    """A checker that is not installed; `make conformance` installs all of them."""


def run(command: list[str], folder: Path | None = None) -> str:
    """Return what `command` prints; MissingToolError if there is no such program."""
    if shutil.which(command[0]) is None:
        raise MissingToolError(command[0])
    done = subprocess.run(command, capture_output=True, cwd=folder, timeout=TIMEOUT, check=False)
    return done.stdout.decode(errors="replace")


def pdf_words(pdf: Path) -> str:
    """Return the words of `pdf` in reading order, as pdftotext sees them."""
    return run(["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"])


def unembedded_fonts(pdf: Path) -> list[str]:
    """Return the fonts of `pdf` that pdffonts finds not embedded or without a map to Unicode."""
    rows = run(["pdffonts", str(pdf)]).splitlines()[2:]
    return [row for row in rows if row.split()[-5:-2] != ["yes", "yes", "yes"]]


def pdf_faults(pdf: Path) -> list[str]:
    """Return the rules of PDF/UA-1 and PDF/A-2a that `pdf` breaks."""
    try:
        import page
    except ImportError as error:
        raise MissingToolError("page-validation") from error
    faults: list[str] = []
    # Bookmarks are a chain as long as the text has clauses.
    limits = page.SafetyLimits(max_reference_depth=20_000)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf(pdf, profile=profile, limits=limits)
        faults += [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return faults


def docx_faults(docx: Path) -> list[str]:
    """Return what the Open XML SDK's validator and its port find wrong in `docx`."""
    return [*_sdk_faults(docx), *_audit_faults(docx)]


def _sdk_faults(docx: Path) -> list[str]:
    if not VALIDATOR.exists():
        raise MissingToolError("ooxml-validator")
    result = json.loads(run([str(VALIDATOR), str(docx), "--officeVersion", "Microsoft365"]))
    return [] if result["ok"] else [str(error) for error in result["errors"]]


def _audit_faults(docx: Path) -> list[str]:
    try:
        from openxml_audit import FileFormat, OpenXmlValidator
    except ImportError as error:
        raise MissingToolError("openxml-audit") from error
    result = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(str(docx))
    return [str(error) for error in result.errors]


def as_read_by_libreoffice(files: list[Path], folder: Path) -> dict[str, str]:
    """Return the words of each DOCX as LibreOffice prints them, by file name without ending; one start for all."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    names = [str(file) for file in files]
    run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *names])
    return {file.stem: pdf_words(folder / f"{file.stem}.pdf") for file in files}
