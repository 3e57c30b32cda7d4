"""The keyboard map, generated: from the actions in the menus, and the tables of keys of the text and the outline."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

from editor.app.sentences.marking import QT_TRANSLATE_NOOP
from editor.ui.outline.keys import KEYS as OUTLINE
from editor.ui.palette.items import Group, Item, actions, caps, plain

_Standard = QKeySequence.StandardKey


class Key(NamedTuple):
    """A key of the drafting surface: the name of its command there, its words, the key."""

    command: str
    words: str
    key: str | QKeySequence.StandardKey

    def sequence(self) -> QKeySequence:
        """Return the key on this system, an empty sequence if it has none."""
        if isinstance(self.key, str):
            return QKeySequence(self.key)
        return next(iter(QKeySequence.keyBindings(self.key)), QKeySequence())


SURFACE = (
    Key("enter", QT_TRANSLATE_NOOP("Keyboard", "Split the clause, or add one after it"), "Return"),
    Key("break_line", QT_TRANSLATE_NOOP("Keyboard", "Begin a new line in the clause"), "Shift+Return"),
    Key("indent", QT_TRANSLATE_NOOP("Keyboard", "Make a sub-item, with all below it"), "Tab"),
    Key("outdent", QT_TRANSLATE_NOOP("Keyboard", "Step out a level"), "Shift+Tab"),
    Key(
        "backspace_at_start",
        QT_TRANSLATE_NOOP("Keyboard", "At the start of a clause: step out, then join the one before"),
        "Backspace",
    ),
    Key("delete_at_end", QT_TRANSLATE_NOOP("Keyboard", "At the end of a clause: join the next one"), "Del"),
    Key(
        "take_back",
        QT_TRANSLATE_NOOP("Keyboard", "After a quotation mark or space was set for you: have what you typed"),
        "Backspace",
    ),
    Key("erase", QT_TRANSLATE_NOOP("Keyboard", "Delete the word before the caret"), _Standard.DeleteStartOfWord),
    Key("erase", QT_TRANSLATE_NOOP("Keyboard", "Delete the word after the caret"), _Standard.DeleteEndOfWord),
)
"""What keys do in the text that stand in no menu; a test holds it against what the surface does."""


def keyboard_map(bar: QMenuBar, more: Iterable[Group] = ()) -> tuple[Group, ...]:
    """Return every key there is, by menu, then those of the text and of the outline, then `more`."""
    menus: dict[str, list[Item]] = {}
    for title, action in actions(bar):
        keys = caps(action.shortcut())
        if keys:
            menus.setdefault(title, []).append(_line(plain(action.text()).removesuffix("…"), keys))
    return (
        *(Group(title, tuple(lines)) for title, lines in menus.items()),
        Group(QCoreApplication.translate("Keyboard", "In the text"), tuple(_surface())),
        Group(QCoreApplication.translate("Keyboard", "In the outline"), tuple(_outline())),
        *more,
    )


def help_items(groups: Iterable[Group], show: Callable[[str], object]) -> tuple[Item, ...]:
    """Return the keys in `groups` that are in no menu as lines for the palette; choosing one shows it in the map."""
    return tuple(
        item._replace(act=_showing(show, item.title), icon="info", aside=group.heading)
        for group in groups
        for item in group.items
    )


def own_keys(more: Iterable[Group] = ()) -> tuple[Group, ...]:
    """Return the keys that stand in no menu."""
    return keyboard_map(QMenuBar(), more)


def _surface() -> list[Item]:
    found = [(QCoreApplication.translate("Keyboard", key.words), caps(key.sequence())) for key in SURFACE]
    return [_line(words, keys) for words, keys in found if keys]


def _outline() -> list[Item]:
    return [_line(key.translated(), caps(key.sequences()[0])) for key in OUTLINE if key.sequences()]


def _line(words: str, keys: tuple[str, ...]) -> Item:
    return Item(words, _nothing, keys=keys)


def _nothing() -> None:
    """Do nothing: a line of the map is read, not done."""


def _showing(show: Callable[[str], object], words: str) -> Callable[[], object]:
    return lambda: show(words)
