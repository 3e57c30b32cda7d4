"""Read every published text there is, write it and read it back; say what was compared and what differed."""

import sys
from collections import Counter

from tests.corpus import trips, truth

_SHOWN = 8


def main() -> int:
    """Return 0 if every text reads as it is marked up and comes back equal, or if there are none here."""
    files = truth.files()
    if not files:
        print(f"There are no published texts at {truth.TEXTS.parent.name}/{truth.TEXTS.name}; nothing was compared.")
        return 0
    counts: dict[str, Counter[str]] = {}
    failed = 0
    for path in files:
        resolution = trips.read(path)
        faults = {
            "read": list(trips.read_faults(path, resolution)),
            "akn": list(trips.akn_faults(resolution)),
            "docx": list(trips.docx_faults(resolution)),
        }
        count = counts.setdefault(path.parent.name, Counter())
        count.update(["files"], **{way: not found for way, found in faults.items()})
        count.update(clause.kind for clause in resolution.body)
        for fault in [fault for found in faults.values() for fault in found][:_SHOWN]:
            print(f"{path.parent.name}/{path.name}: {fault}")
        failed += any(faults.values())
    _table(counts)
    print(f"{len(files) - failed} of {len(files)} texts as they are marked up, and back as they were")
    return 1 if failed else 0


def _table(counts: dict[str, Counter[str]]) -> None:
    columns = ("files", "preambular", "operative", "item", "heading", "read", "akn", "docx")
    print(f"{'':10}" + "".join(f"{name:>12}" for name in columns))
    total: Counter[str] = Counter()
    for language, count in (*sorted(counts.items()), ("all", total)):
        print(f"{language:10}" + "".join(f"{count[name]:>12}" for name in columns))
        if language != "all":
            total.update(count)


if __name__ == "__main__":
    sys.exit(main())
