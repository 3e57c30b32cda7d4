"""What a window has to find and set things with: the palette, the keyboard map, the settings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor import __version__

if TYPE_CHECKING:
    from editor.ui.palette.items import Group
    from editor.ui.palette.palette import Palette
    from editor.ui.window.main_window import MainWindow


class Tools(QObject):
    """The tools of one window, each made when it is first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._palette: Palette | None = None

    def open_palette(self) -> None:
        """Show the palette over the text."""
        from editor.ui.palette.palette import Palette

        if self._palette is None:
            self._palette = Palette(self._window, self._window.program.theme, self._findable)
        self._palette.open()

    def _findable(self) -> Sequence["Group"]:
        from editor.ui.help.keyboard import help_items, own_keys
        from editor.ui.palette.items import clause_items, command_items, groups

        return groups(
            command_items(self._window.menuBar(), self._window.commands.icons),
            clause_items(self._window.session.workspace, self._window.session.draft.go_to),
            help_items(own_keys(), self.open_keyboard),
        )

    def open_keyboard(self, typed: str = "") -> None:
        """Show the keyboard map, with `typed` in its field."""
        from editor.ui.help.keyboard import keyboard_map
        from editor.ui.help.page import KeyboardMap

        KeyboardMap.ask(self._window.program.theme, keyboard_map(self._window.menuBar()), self._window, typed)

    def open_settings(self) -> None:
        """Show the settings."""
        from editor.ui.settings.page import SettingsPage

        SettingsPage.ask(self._window.program, self._window)

    def say_about(self) -> None:
        """Say what this is."""
        words = self.tr("Resolution Editor {version}. Free software under the MIT licence.")
        self._window.say(words.format(version=__version__))
