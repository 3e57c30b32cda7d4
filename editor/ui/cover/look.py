"""What the form adds to the window's style sheet: fields to mend, quiet buttons, the foot."""

from editor.ui.theme import Theme


def sheet(theme: Theme) -> str:
    """Return the style sheet of the form in the colours and sizes of `theme`."""
    roles = (
        "error",
        "error-soft",
        "advice",
        "text",
        "text-2",
        "hover",
        "pressed",
        "focus",
        "hairline",
        "window",
        "control",
        "selection",
    )
    values = {role.replace("-", "_"): theme.hex(role) for role in roles}
    values |= {
        "radius": f"{theme.px('control', 'radius')}px",
        "field_colour": theme.hex("field"),
        "on_selected": theme.hex("on-selected"),
        "field": f"{theme.px('control', 'field') - 4}px",
        "tiny": f"{round(16 * theme.scale)}px",
        "small": f"{theme.px('control', 'button-small') - 4}px",
        "pad": f"{theme.space(2) - 1}px",
        "bar": f"{theme.space(3) - 2}px",
    }
    return _SHEET % values


_SHEET = """
QScrollArea#cover_scroll, QWidget#cover_page, QWidget#cover_foot { background: %(window)s; }
QLineEdit[mark="asks"], QComboBox[mark="asks"] { border: 1px solid %(advice)s; }
QLineEdit[mark="asks"]:focus, QComboBox[mark="asks"]:focus { border: 2px solid %(focus)s; }
QLineEdit[mark="wrong"], QComboBox[mark="wrong"] {
    background: %(error_soft)s; border: 2px solid %(error)s; padding: 0 %(pad)s; color: %(text)s;
    min-height: %(field)s;
}
QLineEdit[mark="wrong"]:focus, QComboBox[mark="wrong"]:focus { border: 2px solid %(focus)s; }
QPlainTextEdit[wrapping="true"] {
    background: %(field_colour)s; color: %(text)s; border: 1px solid %(control)s; border-radius: %(radius)s;
    selection-background-color: %(selection)s; selection-color: %(on_selected)s;
}
QPlainTextEdit[wrapping="true"][mark="asks"] { border: 1px solid %(advice)s; }
QPlainTextEdit[wrapping="true"]:focus { border: 2px solid %(focus)s; }
QToolButton[quiet="true"] {
    background: transparent; color: %(text_2)s; border: 2px solid transparent; border-radius: %(radius)s;
    padding: 0 4px; min-height: %(tiny)s; outline: none;
}
QToolButton[quiet="true"]:hover { background: %(hover)s; color: %(text)s; }
QToolButton[quiet="true"]:pressed, QToolButton[quiet="true"]:checked { background: %(pressed)s; color: %(text)s; }
QToolButton[quiet="true"]:focus { border: 2px solid %(focus)s; }
QToolButton[quiet="true"]::menu-indicator { image: none; width: 0; }
QWidget#cover_foot { border: none; border-top: 1px solid %(hairline)s; }
QWidget#cover_foot QPushButton { min-height: %(small)s; padding: 0 %(bar)s; outline: none; }
QFrame#people_frame { background: %(field_colour)s; border: 1px solid %(control)s; border-radius: %(radius)s; }
QTableView#people { background: transparent; border: none; border-radius: 0; }
QLabel[role="quiet"] { color: %(text_2)s; }
QLabel[role="advice"] { color: %(advice)s; }
"""
