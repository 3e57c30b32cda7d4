"""Where a window stands: where the last one did, else what the screen has room for."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QByteArray

from editor.ui.window.panels import TABS

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow

_WIDE, _HIGH = 1440, 900  # the window at first, where the screen has room
_LOWEST = 480
_FOLDED = "none"


def take(window: "MainWindow") -> None:
    """Give `window` the place that is remembered, with its panes as wide as they were."""
    lowest = round(window.screen().availableSize().height() * 0.6)
    window.setMinimumHeight(min(round(_LOWEST * window.program.theme.scale), lowest))
    room = window.screen().availableSize()
    window.resize(min(_WIDE, round(room.width() * 0.95)), min(_HIGH, round(room.height() * 0.95)))
    store = window.program.store
    geometry = store.state("window")
    if geometry:
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
    try:
        window.shell.set_widths(msgspec.json.decode(store.state("widths") or "{}", type=dict[str, int]))
    except msgspec.MsgspecError:
        return


def open_panel(window: "MainWindow") -> None:
    """Open in `window` the panel that was open last, at first the preview, where there is room for it."""
    name = window.program.store.state("panel") or "preview"
    wide = window.width() >= window.program.theme.px("window", "outline-folds-below")
    if name in TABS and wide and not window.shell.open_panel():
        window.open_panel(name, focus=False)


def remember(window: "MainWindow") -> None:
    """Remember where `window` stands, for the next one."""
    store = window.program.store
    store.set_state("window", bytes(window.saveGeometry().toBase64().data()).decode())
    store.set_state("widths", msgspec.json.encode(window.shell.widths()).decode())
    store.set_state("panel", window.shell.open_panel() or _FOLDED)
