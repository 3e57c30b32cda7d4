"""The words of the outline's lines: as they are shown, and as a screen reader says them."""

from PySide6.QtCore import QCoreApplication

from editor.app.outline import Entry
from editor.ui.draft.margin import sign_words

_HEADS = frozenset({"part", "annex", "heading"})


class Saying:
    """Says lines in the reader's language, which is looked up once: a thousand lines may be said at a time."""

    def __init__(self) -> None:
        self._pages = {
            "cover": QCoreApplication.translate("Outline", "Cover sheet"),
            "form": QCoreApplication.translate("Outline", "Amendment form"),
            "preamble": sign_words("preamble"),
            "operative": sign_words("operative"),
        }
        self._empty = QCoreApplication.translate("Outline", "empty")
        self._heading = QCoreApplication.translate("Outline", "Heading")
        self._clause = QCoreApplication.translate("Outline", "Clause")
        self._enacting = QCoreApplication.translate("Outline", "Enacting phrase")
        self._closing = QCoreApplication.translate("Outline", "Text after the sub-items")
        self._level = QCoreApplication.translate("Outline", "level {level}")
        self._levels: dict[int, str] = {}

    def title(self, entry: Entry) -> str:
        """Return what a line says after its number."""
        return entry.words if entry.kind == "clause" else self._pages[entry.kind]

    def shown(self, entry: Entry) -> str:
        """Return all that a line says."""
        return f"{entry.label} {entry.words}".strip() if entry.kind == "clause" else self._pages[entry.kind]

    def spoken(self, entry: Entry) -> str:
        """Return what a screen reader says of a line: "Clause 6 b, level 2: the river commission"."""
        if entry.kind != "clause":
            return self._pages[entry.kind]
        return f"{self.place(entry)}: {entry.words or self._empty}"

    def place(self, entry: Entry) -> str:
        """Return where a clause stands: "Clause 6 b, level 2"."""
        if entry.clause in _HEADS:
            return entry.label or self._heading
        if entry.clause == "enacting":
            return self._enacting
        if entry.clause == "closing":
            return f"{self._closing}, {self._at(entry.level)}"
        return f"{' '.join((self._clause, *entry.path))}, {self._at(entry.level)}"

    def _at(self, level: int) -> str:
        if level not in self._levels:
            self._levels[level] = self._level.replace("{level}", str(level + 1))
        return self._levels[level]
