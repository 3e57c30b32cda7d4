"""Exit statuses, and the one way of saying something on standard error."""

import json
import sys

OK = 0
FINDINGS = 1
CANNOT = 2


def say(line: str) -> None:
    """Write one line to standard error; what would break the line or the terminal is shown as a blank."""
    print("".join(c if c.isprintable() else " " for c in line), file=sys.stderr)


def print_json(value: object) -> None:
    """Print `value` as JSON, in letters that standard output can write."""
    unicode = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "").startswith("utf")
    print(json.dumps(value, ensure_ascii=not unicode, indent=1))


def outcome(done: int, failed: int) -> int:
    """Return the exit status of work over several files of which `failed` could not be done."""
    if not failed:
        return OK
    return FINDINGS if done else CANNOT


class Progress:
    """A counter on a terminal's last line; silent where standard error is no terminal."""

    def __init__(self, total: int, verb: str) -> None:
        self._total = total
        self._verb = verb
        self._done = 0
        self._shown = total > 1 and sys.stderr.isatty()

    def step(self) -> None:
        """Count one file as done."""
        self._done += 1
        if self._shown:
            end = "\n" if self._done == self._total else ""
            print(f"\r{self._verb} {self._done} of {self._total}", end=end, file=sys.stderr, flush=True)
