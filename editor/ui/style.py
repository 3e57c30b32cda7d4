"""The style of all widgets: Fusion, with the tokens' colours, borders and focus rings."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget

from editor.ui.theme import Theme

_Element = QStyle.PrimitiveElement


class Style(QProxyStyle):
    """Fusion with our focus ring, drop line and check boxes; everything else comes from palette and sheet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def drawPrimitive(  # noqa: N802
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the focus ring, the drop line and check boxes; leave the rest to Fusion."""
        if element == _Element.PE_FrameFocusRect:
            self._draw_ring(painter, QRectF(option.rect))
        elif element == _Element.PE_IndicatorCheckBox:
            self._draw_check_box(painter, option, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def pixelMetric(  # noqa: N802
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Return the measures of a check box; leave the rest to Fusion."""
        if metric in {QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_IndicatorHeight}:
            return self._theme.px("control", "check-box")
        if metric == QStyle.PixelMetric.PM_CheckBoxLabelSpacing:
            return self._theme.space(2)
        return super().pixelMetric(metric, option, widget)

    def _draw_check_box(self, painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
        state: QStyle.StateFlag = option.state
        on, enabled = bool(state & QStyle.StateFlag.State_On), bool(state & QStyle.StateFlag.State_Enabled)
        box = QRectF(option.rect)
        radius = self._theme.px("control", "radius-small")
        fill = ("accent" if enabled else "pressed") if on else "field"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(fill if on else "control" if enabled else "hairline"), 1))
        painter.setBrush(self._theme.colour(fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if on:
            ratio = widget.devicePixelRatioF() if widget else 1.0
            mark = self._theme.pixmap("check", "on-accent" if enabled else "text-off", box.width() - 4, ratio)
            painter.drawPixmap(QPointF(box.left() + 2, box.top() + 2), mark)
        painter.restore()

    def _draw_ring(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), self._theme.px("control", "focus-ring")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._theme.px("control", "radius")
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        painter.restore()


def sheet(theme: Theme) -> str:
    """Return the style sheet for fields, buttons, menus and captions; the draft and the lists have no part in it."""
    values = {role.replace("-", "_"): theme.hex(role) for role in theme.token("colour", theme.scheme)}
    values |= {
        "radius": f"{theme.px('control', 'radius')}px",
        "field": f"{theme.px('control', 'field') - 2}px",
        "field_colour": theme.hex("field"),
        "pad": f"{theme.space(2)}px",
        "pad_focus": f"{theme.space(2) - 1}px",  # one less, for a border that is one wider: the words stay
        "button_edge": f"1px solid {theme.hex('control')}; margin: 1px" if theme.outlined else "2px solid transparent",
        "button": f"{theme.px('control', 'button-small') - 2}px",  # a least width here would let words be cut
        "bar": f"{theme.space(3)}px",
    }
    return _SHEET % values


_SHEET = """
QLineEdit, QComboBox {
    background: %(field_colour)s; color: %(text)s; border: 1px solid %(control)s; border-radius: %(radius)s;
    min-height: %(field)s; padding: 0 %(pad)s; selection-background-color: %(selection)s;
    selection-color: %(on_selected)s; placeholder-text-color: %(text_2)s;
}
QLineEdit:focus, QComboBox:focus { border: 2px solid %(focus)s; padding: 0 %(pad_focus)s; }
QLineEdit:disabled, QComboBox:disabled { color: %(text_off)s; border-color: %(hairline)s; }
QLineEdit[wrong="true"] { background: %(error_soft)s; border: 2px solid %(error)s; color: %(text)s; }
QTableView QLineEdit { border-radius: 0; min-height: 0; padding: 0 2px; border: 2px solid %(focus)s; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; min-height: 0; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView {
    background: %(raised)s; color: %(text)s; border: 1px solid %(hairline)s; outline: none;
    selection-background-color: %(selected)s; selection-color: %(on_selected)s;
}
QPushButton {
    background: %(hover)s; color: %(text)s; border: %(button_edge)s; border-radius: %(radius)s;
    min-height: %(button)s; padding: 0 %(bar)s;
}
QPushButton:hover, QPushButton:pressed { background: %(pressed)s; }
QPushButton:focus { border: 2px solid %(focus)s; margin: 0; }
QPushButton:default { background: %(accent)s; color: %(on_accent)s; }
QPushButton:default:focus { border-color: %(text)s; }
QPushButton:disabled { color: %(text_off)s; }
QToolBar { background: %(window)s; border: none; border-bottom: 1px solid %(hairline)s; padding: 0; spacing: 0; }
QStatusBar { background: %(window)s; border: none; }
QMenuBar { border: none; background: %(window)s; color: %(text)s; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: %(radius)s; }
QMenuBar::item:selected { background: %(hover)s; }
QMenuBar::item:pressed { background: %(pressed)s; }
QMenu { background: %(raised)s; color: %(text)s; border: 1px solid %(hairline)s; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: %(selected)s; color: %(on_selected)s; }
QMenu::item:disabled { color: %(text_off)s; }
QMenu::icon { padding-left: 4px; }
QMenu::separator { height: 1px; background: %(hairline)s; margin: 4px 8px; }
QToolTip { background: %(raised)s; color: %(text)s; border: 1px solid %(hairline)s; padding: 4px; }
QTableView { background: %(field_colour)s; border: 1px solid %(control)s; border-radius: %(radius)s; }
QTableView::item:selected { background: %(selected)s; color: %(on_selected)s; }
QTableView::item { border-bottom: 1px solid %(hairline)s; padding: 0 4px; }
QHeaderView::section { background: %(field_colour)s; color: %(text_2)s; border: none;
    border-bottom: 1px solid %(hairline)s; padding: 4px; }
QHeaderView { background: transparent; border: none; }
QLabel[role="caption"] { color: %(text_2)s; }
QLabel[role="error"] { color: %(error)s; }
QLabel:focus { border: 2px solid %(focus)s; border-radius: %(radius)s; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: %(control)s; border-radius: 3px; margin: 3px; min-height: 32px; }
QScrollBar::handle:hover { background: %(text_2)s; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; height: 0; width: 0; }
QSlider::groove:horizontal { height: 2px; background: %(hairline)s; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 6px; background: %(text_2)s; }
QSlider::handle:horizontal:focus { background: %(focus)s; }
"""


class Dress(QObject):
    """Keeps an application dressed in a theme: style, palette and sheet, again whenever the colours change."""

    def __init__(self, application: QApplication, theme: Theme) -> None:
        super().__init__(application)
        self._application = application
        self._theme = theme
        application.setStyle(Style(theme))
        theme.still = False
        theme.changed.connect(self._put_on)
        self._put_on()

    def _put_on(self) -> None:
        self._application.setPalette(self._theme.palette())
        self._application.setStyleSheet(sheet(self._theme))
