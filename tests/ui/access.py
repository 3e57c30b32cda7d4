"""What a screen reader and a keyboard find in a window: the accessible tree, the ways of Tab and F6, the focus seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from editor.ui.draft.surface import Draft

_Role, _Text = QAccessible.Role, QAccessible.Text
_NAMED = {
    _Role.Button, _Role.CheckBox, _Role.RadioButton, _Role.ComboBox, _Role.EditableText, _Role.Slider, _Role.SpinBox,
    _Role.List, _Role.Tree, _Role.Table, _Role.PageTab, _Role.MenuItem, _Role.ButtonMenu, _Role.Dialog, _Role.Window,
    _Role.Link, _Role.ListItem, _Role.TreeItem, _Role.Graphic,
}  # fmt: skip
_SINGLE = _NAMED - {_Role.ListItem, _Role.TreeItem}
"""Roles of which two of one name beside each other would not be told apart."""


def tree(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield `top` and everything under it that can be seen."""
    yield top
    for at in range(top.childCount()):
        child = top.child(at)
        if child.isValid() and not child.state().invisible:
            yield from tree(child)


def name_faults(window: QWidget) -> list[str]:
    """Return one line for each thing in `window` that has no name, no role, or the name of its neighbour."""
    found = []
    for thing in tree(QAccessible.queryAccessibleInterface(window)):
        role, name = thing.role(), thing.text(_Text.Name)
        own = thing.object()
        if _is_inside(own):
            continue
        if not name and (role in _NAMED or thing.state().focusable):
            found.append(f"no name: {_said(thing)}")
        if role == _Role.NoRole and thing.state().focusable:
            found.append(f"no role: {_said(thing)}")
        if role == _Role.ComboBox and not _has_value(thing, own):
            found.append(f"no value: {_said(thing)}")
        if role == _Role.Slider and thing.valueInterface() is None:
            found.append(f"no value: {_said(thing)}")
        found += _doubles(thing)
    return found


def _doubles(thing: QAccessibleInterface) -> list[str]:
    children = [thing.child(at) for at in range(thing.childCount())]
    names = Counter(
        (child.role(), child.text(_Text.Name))
        for child in children
        if child.isValid() and child.role() in _SINGLE and not child.state().invisible
    )
    return [f"twice: {name!r} in {_said(thing)}" for (_, name), count in names.items() if name and count > 1]


def _has_value(thing: QAccessibleInterface, own: object) -> bool:
    return not isinstance(own, QComboBox) or thing.text(_Text.Value) == own.currentText()


def _is_inside(own: object) -> bool:
    """Return whether `own` is a part that Qt makes for itself: bars of scrolled views, lists of closed fields."""
    if not isinstance(own, QWidget):
        return False
    if isinstance(own, QScrollBar | QHeaderView) or own.objectName() == "qt_scrollarea_viewport":
        return True
    parent = own.parentWidget()
    return isinstance(parent, QComboBox) or (parent is not None and _is_inside(parent) and isinstance(own, QScrollBar))


def _said(thing: QAccessibleInterface) -> str:
    own = thing.object()
    return f"{thing.role().name} {thing.text(_Text.Name)!r} {type(own).__name__} {own.objectName() if own else ''!r}"


# The keyboard


def wanted(window: QWidget) -> set[QWidget]:
    """Return the widgets of `window` that somebody would work with."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QTextEdit, QAbstractItemView, QAbstractSlider)
    return {
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not isinstance(widget, QScrollBar | QHeaderView)
        and not isinstance(widget.parentWidget(), QComboBox)
        and widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
    }


def reached(window: QWidget) -> set[QWidget]:
    """Return the widgets that Tab, F6 and both backwards lead to, from where the keyboard is now."""
    found: set[QWidget] = set()
    ways = [(Qt.Key.Key_Tab, _NONE), (Qt.Key.Key_Backtab, _SHIFT), (Qt.Key.Key_F6, _NONE)]
    start = QApplication.focusWidget()
    waiting = [start] if start else []
    while waiting:
        widget = waiting.pop()
        if widget in found:
            continue
        found.add(widget)
        for key, modifier in ways:
            if isinstance(widget, Draft) and key != Qt.Key.Key_F6:
                continue  # there Tab makes a sub-item
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(widget, key, modifier)
            now = QApplication.focusWidget()
            if now is not None and now.window() is window and now not in found:
                waiting.append(now)
    return found


_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


# The focus that is seen


def unseen(widgets: set[QWidget], window: QWidget) -> list[str]:
    """Return those of `widgets` on which the keyboard leaves nothing to see."""
    found = []
    for widget in sorted(widgets, key=lambda one: (one.objectName(), one.accessibleName())):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = _picture(widget, window)
        widget.clearFocus()
        if with_focus == _picture(widget, window):
            found.append(f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r}")
    return found


def _picture(widget: QWidget, window: QWidget) -> QImage:
    QApplication.processEvents()
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    return window.grab(area).toImage()
