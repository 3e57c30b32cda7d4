"""All windows in one setting of type, size, words and language, looked through for what is cut or out of sight."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from editor.app.documents import Document
from editor.app.store import Store
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.ui.program import Program
from editor.ui.run import prepare
from editor.ui.style import Dress
from editor.ui.theme import Scheme, Theme
from tests.sample import sample_resolution
from tests.ui.clipping import Longer, faults
from tests.ui.scenes import dialogs, main_scenes, palette, settle
from tests.ui.windows import close_all


class Setting(NamedTuple):
    """The interface's type in pixels, the window's size, the language of the text, and whether words are long."""

    pixels: int = 13
    size: tuple[int, int] = (1280, 720)
    language: str = "en"
    long: bool = False
    scheme: Scheme = "light"
    everything: bool = True


@contextmanager
def dressed(setting: Setting) -> Iterator[Theme]:
    """Give the application the type, the words and the style of `setting`, and take them away again."""
    application = prepare()
    font, style, sheet, palette_ = QFont(application.font()), application.style().name(), "", application.palette()
    larger = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    larger.setPixelSize(setting.pixels)
    application.setFont(larger)
    words = Longer(application)
    if setting.long:
        application.installTranslator(words)
    theme = Theme(setting.scheme)
    dress = Dress(application, theme)
    theme.still = True
    try:
        yield theme
    finally:
        dress.deleteLater()
        application.removeTranslator(words)
        application.setStyleSheet(sheet)
        application.setStyle(style)
        application.setPalette(palette_)
        application.setFont(font)


def look_through(setting: Setting, folder: Path) -> list[str]:
    """Return what is wrong in the windows under `setting`, one line each."""
    found: list[str] = []

    def look(window: QWidget, name: str) -> None:
        if faults(window):
            settle()  # pages are made beside all this: their number may have come a moment ago
        found.extend(f"{name}: {fault}" for fault in faults(window))
        room = window.screen().availableSize()
        if window.isModal() or window.parentWidget() is not None:
            if window.height() > room.height():
                found.append(f"{name}: {window.height()} pixels high, the screen has {room.height()}")
        elif window.width() > setting.size[0] or window.height() > setting.size[1]:
            found.append(f"{name}: grew to {window.width()}x{window.height()}")

    with dressed(setting) as theme:
        program = Program(Store(folder), theme)
        template = load_template(templates_folder() / "osce-pa")
        window = program.open_document(Document(sample_resolution(setting.language), template))
        window.resize(*setting.size)
        settle()
        for scene in main_scenes(window):
            look(window, scene)
        if setting.everything:
            start = program.show_start()
            start.resize(*setting.size)
            settle()
            look(start, "start page")
            start.close()
            look(palette(window), "palette")
            for dialog in dialogs(program, window):
                look(dialog, dialog.objectName())
        close_all(program)
    return found


def main() -> int:
    """Look through all windows at the scale that the environment sets."""
    with tempfile.TemporaryDirectory() as folder:
        found = look_through(Setting(), Path(folder))
    ratio = QApplication.primaryScreen().devicePixelRatio()
    print("\n".join([f"ratio {ratio}", *found]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
