"""The first and the last day of a session."""

import datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel

from editor.model.cover import CoverValue, DateRange
from editor.ui.cover.fields import FieldEditor
from editor.ui.cover.plain import Line, captioned, label, side_by_side
from editor.ui.theme import Theme

_FORMS = ("yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "d.M.yyyy", "d/M/yyyy", "MMMM d, yyyy")


def read_day(text: str, locale: QLocale) -> datetime.date | None:
    """Return the day that somebody wrote, in the reader's language, in English or in figures; None if it is none."""
    text = " ".join(text.split())
    for known in (locale, QLocale(QLocale.Language.English)):
        for form in (known.dateFormat(QLocale.FormatType.LongFormat), *_FORMS):
            day = known.toDate(text, form)
            if day.isValid() and day.year() > 1000:
                return datetime.date(day.year(), day.month(), day.day())
    return None


def written_day(day: datetime.date, locale: QLocale) -> str:
    """Return `day` as the reader's language writes it: "3 July 2027"."""
    return locale.toString(day, "d MMMM yyyy")  # type: ignore[call-overload, no-any-return]


class DatesEditor(FieldEditor):
    """Two days; what is wrong with them stands below in one sentence."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(name)
        self._dates: DateRange | None = None
        self._first = Line(self.tr("First day"))
        self._last = Line(self.tr("Last day"))
        self.setFocusProxy(self._first)
        lines = (self._first, self._last)
        self.box.addWidget(side_by_side(theme, [(captioned(theme, line.accessibleName(), line), 1) for line in lines]))
        self._trouble: QLabel = label(theme, "")
        self._trouble.setProperty("role", "error")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self.box.addWidget(self._trouble)
        for line in lines:
            line.textEdited.connect(self._edited)
            line.editingFinished.connect(self._tidy)

    def _edited(self) -> None:
        locale = self.locale()
        first, last = read_day(self._first.text(), locale), read_day(self._last.text(), locale)
        dates = DateRange(first or last, last or first) if first and last else None
        if not self._first.text() and not self._last.text():
            self._dates = None
            self.edited.emit(None)
        elif dates and dates != self._dates:
            self._dates = dates
            self.edited.emit(dates)
        self._judge()

    def _tidy(self) -> None:
        """Write the days as they were understood."""
        for line in (self._first, self._last):
            day = read_day(line.text(), self.locale())
            if day:
                line.setText(written_day(day, self.locale()))
        self._judge()

    def _judge(self) -> None:
        lines = (self._first, self._last)
        first, last = (read_day(line.text(), self.locale()) for line in lines)
        unread = next((line for line, day in zip(lines, (first, last), strict=True) if line.text() and not day), None)
        sentence = ""
        if unread is not None and not unread.hasFocus():
            sentence = self.tr("This is not a day; write it like 3 July 2027.")
        elif first and last and last < first:
            sentence = self.tr("The session ends before it begins. Set the last day to {day} or later.").format(
                day=written_day(first, self.locale())
            )
        for line in lines:
            wrong = bool(sentence) and (line is unread or (unread is None and line is self._last))
            if line.property("wrong") != wrong:
                line.setProperty("wrong", wrong)
                line.style().unpolish(line)
                line.style().polish(line)
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def show_value(self, value: CoverValue | None) -> None:
        """Show the days."""
        dates = value if isinstance(value, DateRange) else None
        if dates == self._dates and (dates is None or self._first.text()):
            return
        self._dates = dates
        for line, day in ((self._first, dates and dates.first), (self._last, dates and dates.last)):
            if not day or read_day(line.text(), self.locale()) != day:
                line.setText(written_day(day, self.locale()) if day else "")
        self._judge()
