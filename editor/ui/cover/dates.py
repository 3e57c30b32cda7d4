"""The first and the last day of a session."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from editor.app.covering import Mark
from editor.app.days import read_day, whole, written_day
from editor.model.cover import CoverValue, DateRange
from editor.templating.schema import Template
from editor.ui.cover.calendar import CalendarPopup
from editor.ui.cover.fields import FieldEditor
from editor.ui.cover.plain import Line, captioned
from editor.ui.cover.rows import RowLayout
from editor.ui.theme import Theme


class DayLine(Line):
    """A line for one day: Down or a click on its icon opens the calendar."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, "calendar")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar on Down."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.icon_clicked.emit()
        else:
            super().keyPressEvent(event)


class DatesEditor(FieldEditor):
    """Two days; what is wrong with them stands below in one sentence."""

    def __init__(self, theme: Theme, name: str, template: Template, language: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(name)
        self._template = template
        self._language = language
        self._dates: DateRange | None = None
        self._first = DayLine(theme, self.tr("First day"))
        self._last = DayLine(theme, self.tr("Last day"))
        self.setFocusProxy(self._first)
        row = QWidget()
        layout = RowLayout(row, theme.space(2), theme.space(2))
        for line in (self._first, self._last):
            layout.add(captioned(theme, line.accessibleName(), line), 1, round(132 * theme.scale))
            line.setProperty("hint", self.tr("Press Down for a calendar."))
            line.textEdited.connect(self._typed)
            line.editingFinished.connect(self._tidy)
            line.icon_clicked.connect(lambda line=line: self._open(line))
        self.box.addWidget(row)
        self.box.addWidget(self.trouble)

    def inputs(self) -> Sequence[QWidget]:
        """Return the two days."""
        return (self._first, self._last)

    def _days(self) -> tuple[datetime.date | None, datetime.date | None]:
        """Return the days as they are written; one without a year is in that of the other."""
        first = read_day(self._first.text(), self._template, self._language)
        last = read_day(self._last.text(), self._template, self._language, first.year if first else None)
        if last and not first:
            first = read_day(self._first.text(), self._template, self._language, last.year)
        return first, last

    def _typed(self) -> None:
        """Take days with a whole year at once; of others more may be to come."""
        if all(whole(line.text()) or not line.text() for line in (self._first, self._last)):
            self._take()
        self._judge()

    def _take(self) -> None:
        first, last = self._days()
        empty = not self._first.text().strip() and not self._last.text().strip()
        unread = (self._first.text().strip() and not first) or (self._last.text().strip() and not last)
        ends = [day for day in (first, last) if day]
        dates = DateRange(ends[0], ends[-1]) if ends else None
        if dates != self._dates and (empty or (dates and not unread)):
            self._dates = dates
            self.edited.emit(dates)

    def _tidy(self) -> None:
        """Take the days, and write them as they were understood."""
        self._take()
        for line, day in zip((self._first, self._last), self._days(), strict=True):
            if day:
                line.show_value(written_day(day, self._template, self._language))
        self._judge()
        self.left.emit()

    def _judge(self) -> None:
        lines = (self._first, self._last)
        first, last = self._days()
        unread = [line for line, day in zip(lines, (first, last), strict=True) if line.text().strip() and not day]
        unread = [line for line in unread if not line.hasFocus()]
        sentence = ""
        if unread:
            example = written_day(datetime.date(2027, 7, 3), self._template, self._language)
            sentence = self.tr("This is not a day; write it like {day}.").format(day=example)
        elif first and last and last < first:
            day = written_day(first, self._template, self._language)
            sentence = self.tr("The session ends before it begins. Set the last day to {day} or later.").format(day=day)
        self.wrong = bool(unread)
        for line in lines:
            if sentence and (line in unread or (not unread and line is self._last)):
                line.mark("wrong", sentence)
            elif line.property("mark") == "wrong":
                line.mark("")
        if sentence or self.trouble.sentence:
            self.trouble.say(sentence)

    def show_mark(self, mark: Mark | None) -> None:
        """Show that days are wanted; whether they are in order the lines tell."""
        super().show_mark(mark if mark and mark.code == "required" else None)
        self._judge()

    def show_value(self, value: CoverValue | None) -> None:
        """Show the days."""
        dates = value if isinstance(value, DateRange) else None
        if dates == self._dates and (dates is None or self._first.text()):
            return
        self._dates = dates
        now = self._days()
        days = (dates.first, dates.last) if dates else (None, None)
        for line, day, read in zip((self._first, self._last), days, now, strict=True):
            if not day or read != day:
                line.setText(written_day(day, self._template, self._language) if day else "")
        self._judge()

    def _open(self, line: Line) -> None:
        """Open the calendar below `line`."""
        popup = CalendarPopup(self.theme, self._language, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.picked.connect(lambda day: self._picked(line, day))
        first, last = self._days()
        mine, other = (first, last) if line is self._first else (last, first)
        day = mine or other or datetime.date.today()
        popup.open_below(line, day, DateRange(first, last) if first and last else None)

    def _picked(self, line: Line, day: datetime.date) -> None:
        line.setText(written_day(day, self._template, self._language))
        line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._take()
        self._judge()
        self.left.emit()
