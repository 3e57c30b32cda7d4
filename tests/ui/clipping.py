"""Looks for words that are cut, and for controls that lie over each other or out of sight, in windows as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from editor.ui.cover.plain import Choice
from editor.ui.palette.field import FindButton
from editor.ui.window.buttons import BarButton

_SLACK = 1.5  # pixels that rounding may take


class Longer(QTranslator):
    """Says everything of the program's own 40 % longer, as many languages do, with its ends marked."""

    def translate(self, context: str, words: str, *_: object) -> str:
        return words if context == "QShortcut" else longer(words)  # names of keys are words of one letter too

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def longer(words: str) -> str:
    """Return `words` 40 % longer, with its ends marked; what is filled in and the keys of menus stay."""
    if not words.strip():
        return words
    filler = " äußerst länglich überaus" * (len(words) // 50 + 1)
    return f"[{words}{filler[: max(1, round(0.4 * len(words)))].rstrip()}]"


def faults(window: QWidget) -> list[str]:
    """Return one line for each thing in `window` that is cut, covered or out of sight."""
    found = [f"cut: {_name(widget)}" for widget in _shown(window) if _is_cut(widget)]
    found += [f"out of sight: {_name(widget)}" for widget in _shown(window) if _is_out(widget, window)]
    for box in (window, *_shown(window)):
        beside = [child for child in box.children() if isinstance(child, QWidget) and _is_laid_out(child, box)]
        for one, other in combinations(beside, 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 1 and shared.height() > 1:
                found.append(f"one over the other: {_name(one)} and {_name(other)}")
    return found


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window:
            yield widget


def _is_laid_out(child: QWidget, box: QWidget) -> bool:
    layout = box.layout()
    return child.isVisible() and layout is not None and layout.indexOf(child) >= 0


def _is_cut(widget: QWidget) -> bool:
    match widget:
        case QLabel():
            return _label_is_cut(widget)
        case QMenuBar():
            return any(not widget.rect().contains(widget.actionGeometry(action)) for action in widget.actions())
        case QTabBar():
            return any(widget.tabRect(at).width() < widget.tabSizeHint(at).width() for at in range(widget.count()))
        case QComboBox():
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            room = widget.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
            )
            shown = widget.shown() if isinstance(widget, Choice) else widget.currentText()
            return _wider(widget, shown, room.width())
        case FindButton():
            return False  # its words are cut where there is little room, and then gone
        case BarButton() if not widget._worded:
            return False
        case QAbstractButton():
            low = QFontMetricsF(widget.font()).height() > widget.height() + _SLACK
            return bool(widget.text()) and (low or widget.sizeHint().width() > widget.width() + 1)
        case QLineEdit():
            return not widget.text() and _wider(widget, widget.placeholderText(), widget.width() - 16)
    return False


def _label_is_cut(label: QLabel) -> bool:
    words, room = label.text(), label.contentsRect()
    if not words or label.textFormat() == Qt.TextFormat.RichText:
        return False
    if label.wordWrap():
        longest = max(words.split(), key=len, default="")
        return label.heightForWidth(label.width()) > label.height() + 1 or _wider(label, longest, room.width())
    metrics = QFontMetricsF(label.font())
    lines = words.split("\n")
    high = metrics.height() + (len(lines) - 1) * metrics.lineSpacing()
    return any(_wider(label, line, room.width()) for line in lines) or high > room.height() + _SLACK


def _wider(widget: QWidget, words: str, room: float) -> bool:
    return QFontMetricsF(widget.font()).horizontalAdvance(words) > room + _SLACK


def _is_out(widget: QWidget, window: QWidget) -> bool:
    """Return whether something of what words or the keyboard need lies beyond an edge; lists and pages may scroll."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and not isinstance(widget, QLabel):
        return False
    box, place = widget.parentWidget(), widget.geometry()
    while box is not None and box is not window.parentWidget():
        if isinstance(box.parentWidget(), QAbstractScrollArea):
            return place.left() < 0 or place.right() > box.rect().right()
        if not box.rect().contains(place):
            return True
        place = QRect(box.mapToParent(QPoint(0, 0)) + place.topLeft(), place.size())
        box = box.parentWidget() if box is not window else None
    return False


def _name(widget: QWidget) -> str:
    said = getattr(widget, "text", lambda: "")() if not isinstance(widget, QComboBox) else widget.currentText()
    name = widget.objectName() or widget.accessibleName() or said
    return f"{type(widget).__name__} {name!r} {widget.width()}x{widget.height()}" + (f" {said!r}" if said else "")
