"""A month to choose a day from, which opens below a field."""

import datetime

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from editor.model.cover import DateRange
from editor.ui.theme import Theme


class Month(QCalendarWidget):
    """Qt's calendar in the theme's colours; the days of the session are tinted."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._session: DateRange | None = None
        locale = QLocale("en_GB" if language == "en" else language)
        self.setLocale(locale)
        self.setFirstDayOfWeek(locale.firstDayOfWeek())
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setDateEditEnabled(False)
        self.setGridVisible(False)
        self.setAccessibleName(self.tr("Calendar"))
        plain = QTextCharFormat()
        plain.setForeground(theme.colour("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)
        head = QTextCharFormat()
        head.setForeground(theme.colour("text-2"))
        head.setBackground(theme.colour("raised"))
        self.setHeaderTextFormat(head)
        size = float(theme.token("icon", "size-row")) * theme.scale
        for name, icon, words in (
            ("qt_calendar_prevmonth", "chevron-left", self.tr("Previous month")),
            ("qt_calendar_nextmonth", "chevron-right", self.tr("Next month")),
        ):
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(theme.icon(icon, size))
                button.setAccessibleName(words)
        days = self.findChild(QTableView)
        if days is not None:
            days.setAccessibleName(self.tr("Days"))

    def show_session(self, session: DateRange | None) -> None:
        """Tint the days of `session`."""
        self._session = session
        self.updateCells()

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | datetime.date) -> None:  # noqa: N802
        """Paint one day."""
        day = date if isinstance(date, datetime.date) else datetime.date(date.year(), date.month(), date.day())
        chosen = QDate(day.year, day.month, day.day) == self.selectedDate()
        session = self._session
        inside = session is not None and session.first <= day <= session.last
        colour = self._theme.colour
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colour("raised"))
        box = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        role = "text" if day.month == self.monthShown() else "text-off"
        if chosen or inside:
            painter.setBrush(colour("accent" if chosen else "selected"))
            role = "on-accent" if chosen else "on-selected"
        elif day == datetime.date.today():
            painter.setPen(QPen(colour("control"), 1))
        radius = self._theme.px("control", "radius-small")
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(colour(role))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(day.day))
        painter.restore()


class CalendarPopup(QFrame):
    """The month in a window of its own; `picked` carries the day, after which it closes. Escape closes it too."""

    picked = Signal(object)

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar_popup")
        self.setStyleSheet(_sheet(theme))
        box = QVBoxLayout(self)
        inset = theme.space(2)
        box.setContentsMargins(inset, inset, inset, inset)
        self.month = Month(theme, language)
        self.month.setMinimumSize(round(264 * theme.scale), round(220 * theme.scale))
        box.addWidget(self.month)
        self.month.activated.connect(self._picked)
        self.month.clicked.connect(self._picked)

    def open_below(self, field: QWidget, day: datetime.date, session: DateRange | None) -> None:
        """Open below `field`, at `day`."""
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.month.show_session(session)
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(0, field.height() + 2))
        room = field.screen().availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        below = corner.y() + self.height() <= room.bottom()
        top = corner.y() if below else field.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2
        self.move(left, top)
        self.show()
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _picked(self, day: QDate) -> None:
        self.close()
        self.picked.emit(datetime.date(day.year(), day.month(), day.day()))


def _sheet(theme: Theme) -> str:
    values = {role.replace("-", "_"): theme.hex(role) for role in ("raised", "text", "hover", "pressed", "focus")}
    values["hairline"] = theme.hex("hairline")
    values["radius"] = f"{theme.px('control', 'radius')}px"
    return _SHEET % values


_SHEET = """
QFrame#calendar_popup { background: %(raised)s; border: 1px solid %(hairline)s; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: %(raised)s; }
QCalendarWidget QToolButton { background: transparent; color: %(text)s; border: 2px solid transparent;
    border-radius: %(radius)s; padding: 2px 6px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: %(hover)s; }
QCalendarWidget QToolButton:pressed { background: %(pressed)s; }
QCalendarWidget QToolButton:focus { border: 2px solid %(focus)s; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
QCalendarWidget QTableView { background: %(raised)s; color: %(text)s; border: none; border-radius: 0; }
"""
