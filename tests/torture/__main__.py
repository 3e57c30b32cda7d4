"""Kill the program many times, and say what was lost: python -m tests.torture [COUNT]."""

import sys
import tempfile
from pathlib import Path

from editor.app import beginning
from editor.app.documents import Document
from tests.texts import resolution
from tests.torture.killing import Outcome, kill_once

COUNT = 20


def main() -> int:
    """Return 1 if anything was lost that may not be."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    sample = beginning.sample()
    texts = (sample, None, Document(resolution(1000), sample.template))
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(count):
            outcome = kill_once(Path(folder) / str(seed), texts[seed % len(texts)], seed)
            outcomes.append(outcome)
            faults = "; ".join(outcome.faults) or "nothing that may not be"
            print(
                f"{seed + 1:4}: {outcome.typed:4} typed, {outcome.saved:4} saved, {outcome.back:4} came back,"
                f" {outcome.lost:.2f} s lost: {faults}",
                flush=True,
            )
    bad = sum(bool(outcome.faults) for outcome in outcomes)
    print(f"{count} kills, {bad} with a fault; most lost: {max(outcome.lost for outcome in outcomes):.2f} s.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
