"""The sentence below a field that is to be mended: an icon and what to do."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from editor.ui.cover.plain import label
from editor.ui.theme import Theme


class Trouble(QWidget):
    """One sentence, as an error or as advice; nothing while all is in order."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._severity = "error"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, round(theme.scale), 0, 0)
        row.setSpacing(theme.space(2) - 2)
        self._icon = QLabel()
        self._icon.setAccessibleName(QCoreApplication.translate("Cover", "To mend"))
        self._words = label(theme, "")
        self._words.setWordWrap(True)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()
        theme.changed.connect(self._draw)

    @property
    def sentence(self) -> str:
        """What is said now."""
        return self._words.text()

    def say(self, sentence: str, severity: str = "error") -> None:
        """Show `sentence`; an empty one takes away what is there."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        if sentence and severity != self._words.property("role"):
            self._severity = severity
            self._words.setProperty("role", severity)
            self._words.style().unpolish(self._words)
            self._words.style().polish(self._words)
        if sentence:
            self._draw()
        self.setVisible(bool(sentence))

    def _draw(self) -> None:
        name = "circle-alert" if self._severity == "error" else "triangle-alert"
        size = float(self._theme.token("icon", "size-row")) * self._theme.scale
        self._icon.setPixmap(self._theme.pixmap(name, self._severity, size, self.devicePixelRatioF()))
