"""What a rapporteur does again and again, and looks at only in the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from editor.app.documents import open_document
from editor.cli.outline import as_json
from tests.e2e import meant
from tests.e2e.screen import Screen, wait

AHEAD = 4
"""How many words of a clause tell which it is."""


class Desk:
    """A rapporteur at the keyboard of `on`, whose text is in `file`."""

    def __init__(self, on: Screen, file: Path) -> None:
        self.on, self.file, self.key = on, file, on.key

    def type(self, words: str) -> None:
        """Type `words`."""
        self.on.type(words, self.saved)

    def saved(self) -> str:
        """Save, and return what is in the file once all that was done before is."""
        before = self.file.stat().st_mtime_ns
        self.key("ctrl+s")
        wait(lambda: self.file.stat().st_mtime_ns, lambda now: now != before)
        return self.file.read_text(encoding="utf-8")

    def outline(self) -> dict[str, Any]:
        """Return what the file says, in the shape of `outline --json`."""
        document = open_document(self.file)
        return as_json(document.resolution, document.template)

    def has(self, *lines: str) -> None:
        """Save, and expect clauses with these numbers and first words, one after the other."""
        self.saved()
        found = [
            " ".join([clause["label"], *clause["text"].split()[:AHEAD]]).strip() for clause in self.outline()["clauses"]
        ]
        at = [found.index(line) if line in found else -1 for line in lines]
        assert -1 not in at, "\n".join(found)
        assert at == list(range(at[0], at[0] + len(lines))), "\n".join(found)

    def go_to(self, number: str) -> None:
        """Go to the clause `number`, by the palette."""
        self.key("ctrl+k")
        self.type(number)
        self.key("Return")

    def clauses(self, *numbers: int) -> None:
        """Type the clauses that will have these numbers, each after Enter."""
        for number in numbers:
            self.key("Return")
            self.type(meant.clause(str(number)))

    def choose(self, words: str, *keys: str) -> None:
        """Type `words` where a list opens over the window, and press `keys` to take what it offers."""
        self.type(words)
        self.on.wait_for_windows(2)
        self.key(*keys)
        self.on.wait_for_windows(1)

    def refer(self, asked: str) -> None:
        """Put in a reference to the clause that has this number or these words."""
        self.key("ctrl+shift+r")
        self.choose(asked, "Return")

    def name_file(self, path: Path, *title: str) -> None:
        """Give the file dialog with this title the name `path`."""
        asked = self.on.wait_for_title(*title)
        self.key("ctrl+a")
        self.on.type(str(path))
        self.key("Return")
        wait(self.on.window, lambda now: now not in ("", asked))
