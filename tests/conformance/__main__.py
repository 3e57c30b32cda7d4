"""Write all documents to build/conformance, hold them against the checkers, then see that planted defects are found."""

import os
import shutil
import sys
import time
from pathlib import Path

from editor.app.copies import FORMATS
from tests.conformance import checks, defects, tools
from tests.conformance.samples import Sample, samples

FOLDER = Path("build/conformance").resolve()


def main() -> int:
    """Return 0 if every document passes and every planted defect is found."""
    start = time.monotonic()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    found = samples()
    try:
        failed = _documents(found)
        failed += _defects(found[0])
    except tools.MissingToolError as missing:
        print(f"{missing} is not installed, so nothing is shown; `make conformance` installs it.")
        return 1 if os.environ.get("CI") == "true" else 2
    print(f"{len(found)} documents in {len(FORMATS)} formats, {time.monotonic() - start:.0f} s")
    print(f"{len(found) + len(defects.DEFECTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _documents(found: list[Sample]) -> int:
    faults = {sample.name: checks.write(sample, FOLDER) for sample in found}
    printed = tools.as_read_by_libreoffice([checks.path(sample, FOLDER, "docx") for sample in found], _printed())
    for sample in found:
        faults[sample.name] += [
            *checks.pdf(sample, FOLDER),
            *checks.docx(sample, FOLDER, printed[sample.name]),
            *checks.html(sample, FOLDER),
            *checks.txt(sample, FOLDER),
        ]
        print(f"{sample.name:16}{'passed' if not faults[sample.name] else 'FAILED'}", flush=True)
        for fault in faults[sample.name][:20]:
            print(f"    {fault}")
    return sum(1 for name in faults if faults[name])


def _printed() -> Path:
    folder = FOLDER / "libreoffice"
    folder.mkdir(exist_ok=True)
    return folder


def _defects(sample: Sample) -> int:
    missed = 0
    for name, defect in defects.DEFECTS.items():
        faults = defect(sample, FOLDER)
        missed += not faults
        print(f"defect: {name:44}{'found: ' + faults[0][:60] if faults else 'MISSED'}", flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(main())
