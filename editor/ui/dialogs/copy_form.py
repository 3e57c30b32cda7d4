"""What a copy shall hold, as fields: parts, paper, line numbers, words on every page. Export and printing share it."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from editor.app.choices import MOST_ROWS, CopyChoices, Pick, has, in_format, parts_of
from editor.templating.schema import PaperKind
from editor.ui.cover.plain import Choice, Line, captioned, label
from editor.ui.theme import Theme


class CopyForm(QWidget):
    """The choices of one copy of a paper of `kind`; `changed` says that one is another now."""

    changed = Signal()

    def __init__(self, theme: Theme, kind: PaperKind, choices: CopyChoices) -> None:
        super().__init__()
        self._theme, self._kind, self._first = theme, kind, choices
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.space(3))
        self._make_parts()
        self._make_lists()
        self._make_words()
        self._make_ticks()
        self.show_format(choices.format)

    def _make_parts(self) -> None:
        words = {"cover": self.tr("Cover sheet"), "body": self.tr("Text"), "form": self.tr("Amendment form")}
        known = parts_of(self._kind)
        wanted = [part for part in known if part in self._first.parts] or list(known)
        self.parts = {part: self._tick(f"copy_{part}", words[part], part in wanted) for part in known}
        if len(known) > 1:
            caption = label(self._theme, self.tr("Parts"))
            row = self._row(*self.parts.values())
            self._add(caption, row)

    def _make_lists(self) -> None:
        paper = ((self.tr("As the template says"), ""), (self.tr("A4"), "a4"), (self.tr("Letter"), "letter"))
        self.paper = self._list("copy_paper", self.tr("Paper"), paper, self._first.paper)
        counts = (
            (self.tr("None"), ""),
            (self.tr("Afresh on every page"), "page"),
            (self.tr("Through the document"), "through"),
        )
        self.line_numbers = self._list("copy_lines", self.tr("Line numbers"), counts, self._first.line_numbers)
        fields = (captioned(self._theme, one.accessibleName(), one) for one in (self.paper, self.line_numbers))
        self._box.addWidget(self._row(*fields))

    def _make_words(self) -> None:
        self.watermark = self._line("copy_watermark", self.tr("Watermark"), self._first.watermark)
        self.watermark.setPlaceholderText(self.tr("none"))
        self.notice = self._line("copy_notice", self.tr("Line above every page"), self._first.notice)
        self.notice.setPlaceholderText(self.tr("none"))
        for field in (self.watermark, self.notice):
            self._box.addWidget(captioned(self._theme, field.accessibleName(), field))

    def _make_ticks(self) -> None:
        self.remarks = self._tick("copy_remarks", self.tr("With colleagues’ remarks"), self._first.remarks)
        self.large_print = self._tick("copy_large", self.tr("Large print"), self._first.large_print)
        self.duplex = self._tick("copy_duplex", self.tr("Leave the back of the cover blank"), self._first.duplex)
        for tick in (self.remarks, self.large_print, self.duplex):
            self._box.addWidget(tick)
        first = str(self._first.form_rows) if self._first.form_rows else ""
        self.rows = self._line("copy_rows", self.tr("Signatures the amendment form has room for"), first)
        self.rows.setPlaceholderText(self.tr("as many as the template says"))
        self.rows.setValidator(QIntValidator(0, MOST_ROWS, self.rows))
        if "form" in self.parts:
            self._box.addWidget(captioned(self._theme, self.rows.accessibleName(), self.rows))

    def choices(self) -> CopyChoices:
        """Return what is chosen now; all parts are none in particular."""
        parts = tuple(part for part, tick in self.parts.items() if tick.isChecked())
        return replace(
            self._first,
            parts=() if len(parts) == len(self.parts) else parts,
            paper=self.paper.value(),
            line_numbers=self.line_numbers.value(),
            watermark=self.watermark.value(),
            notice=self.notice.value(),
            remarks=self.remarks.isChecked(),
            large_print=self.large_print.isChecked(),
            duplex=self.duplex.isChecked(),
            form_rows=int(self.rows.value() or 0),
        )

    def show_format(self, format_: str) -> None:
        """Take `format_`: what it cannot have is greyed, and says so."""
        self._first = in_format(self._first, format_)
        fields: tuple[tuple[Pick, QWidget], ...] = (
            ("paper", self.paper),
            ("line_numbers", self.line_numbers),
            ("large_print", self.large_print),
            ("duplex", self.duplex),
        )
        for name, field in fields:
            there = has(self._first.format, name)
            field.setEnabled(there)
            field.setToolTip("" if there else self.tr("A file of this format has none."))
        self._keep_a_part()

    def _keep_a_part(self) -> None:
        """Hold the last part that is ticked: a copy of nothing cannot be wanted."""
        ticked = [tick for tick in self.parts.values() if tick.isChecked()]
        for tick in self.parts.values():
            tick.setEnabled(len(ticked) > 1 or not tick.isChecked())
        form = self.parts.get("form")
        self.rows.setEnabled(form is not None and form.isChecked())

    def _tell(self) -> None:
        self._keep_a_part()
        self.changed.emit()

    def _tick(self, name: str, words: str, on: bool) -> QCheckBox:
        tick = QCheckBox(words)
        tick.setObjectName(name)
        tick.setChecked(on)
        tick.toggled.connect(self._tell)
        return tick

    def _list(self, name: str, words: str, lines: tuple[tuple[str, str], ...], value: str) -> Choice:
        choice = Choice(self._theme, words, lines)
        choice.setObjectName(name)
        choice.show_value(value)
        choice.currentIndexChanged.connect(self._tell)
        return choice

    def _line(self, name: str, words: str, value: str) -> Line:
        line = Line(self._theme, words)
        line.setObjectName(name)
        line.show_value(value)
        line.textEdited.connect(self._tell)
        return line

    def _row(self, *parts: QWidget) -> QWidget:
        group = QWidget()
        box = QHBoxLayout(group)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._theme.space(3))
        for part in parts:
            box.addWidget(part)
        return group

    def _add(self, *parts: QWidget) -> None:
        group = QWidget()
        box = QVBoxLayout(group)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._theme.space(1))
        for part in parts:
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(group)
