"""What the palette finds: commands of the menus, clauses of the text, keys to learn."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from editor.app.matching import Hit, find, folded, has_number, numbers, wanted
from editor.app.outline import first_words
from editor.app.workspace import Workspace

OWN = "action_palette"
"""The object name of the action that opens the palette, which it does not list."""

_GOES_ON = re.compile("[\u2303\u2325\u21e7\u2318]")  # signs of keys that are held, as one system writes them


class Item(NamedTuple):
    """One line to choose.

    `aside` says where it belongs, `keys` are the caps at its right. One that is not `enabled` shows its `reason` there,
    if there is one. `also` (a command's menu) and `number` (a clause's, from the top down) find it as well.
    """

    title: str
    act: Callable[[], object]
    icon: str = ""
    aside: str = ""
    keys: tuple[str, ...] = ()
    enabled: bool = True
    reason: str = ""
    number: tuple[str, ...] = ()
    also: str = ""


class Group(NamedTuple):
    """Items under a heading, of which at most `most` are shown; `quiet` ones only once something is typed."""

    heading: str
    items: tuple[Item, ...]
    most: int = 1000
    quiet: bool = False


class Found(NamedTuple):
    """An item, and the letters of its title that were typed."""

    item: Item
    hit: Hit


def found(group: Group, typed: str) -> list[Found]:
    """Return the items of `group` that `typed` names, the best first; nothing typed names all."""
    parts, number = wanted(typed), numbers(typed)
    if not parts:
        return [] if group.quiet else [Found(item, Hit(0)) for item in group.items]
    known: list[Found] = []
    for item in group.items:
        hit = find(parts, item.title, f"{item.aside} {item.also}")
        if number and has_number(tuple(map(folded, item.number)), number):
            hit = Hit(-1, hit.stretches if hit else ())
        if hit:
            known.append(Found(item, hit))
    return sorted(known, key=lambda one: (one.hit.rank, not one.item.enabled))[: group.most]


def caps(sequence: QKeySequence) -> tuple[str, ...]:
    """Return what stands on the keys of `sequence`, as this system writes them."""
    text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    if not text:
        return ()
    if _GOES_ON.search(text):
        held = _GOES_ON.findall(text)
        return (*held, _GOES_ON.sub("", text))
    return tuple(part or "+" for part in re.split(r"\+(?=.)", text))


def plain(words: str) -> str:
    """Return the words of a menu without the marks for its letters."""
    return re.sub("&(.)", r"\1", words).partition("\t")[0]


def actions(bar: QMenuBar) -> Iterator[tuple[str, QAction]]:
    """Yield every action of the menus with the title of its menu."""
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu) and top.isVisible():
            yield from _inside(menu, plain(top.text()))


def _inside(menu: QMenu, title: str) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _inside(below, f"{title}, {plain(action.text())}")
        elif not action.isSeparator() and action.isVisible() and action.text():
            yield title, action


def command_items(bar: QMenuBar, icons: Mapping[str, str]) -> tuple[Item, ...]:
    """Return the commands of the menus; `icons` names an icon by the action's name without "action_".

    An action's property "reason" says why it cannot be done just now.
    """
    return tuple(
        Item(
            plain(action.text()),
            action.trigger,
            icons.get(action.objectName().removeprefix("action_"), "check" if action.isChecked() else ""),
            keys=caps(action.shortcut()),
            enabled=action.isEnabled(),
            reason=str(action.property("reason") or ""),
            also=title,
        )
        for title, action in actions(bar)
        if action.objectName() != OWN
    )


def clause_items(workspace: Workspace, go_to: Callable[[str], object]) -> tuple[Item, ...]:
    """Return every clause that has words or a number; choosing one calls `go_to` with its id."""
    pattern = QCoreApplication.translate("Palette", "Go to {number}")
    labels = workspace.labels
    items: list[Item] = []
    for clause, label in zip(labels.body, labels.by_place, strict=True):
        path = labels.numbers(clause.id) if label.bare else None
        words = first_words(clause, labels)
        shown = " ".join((*path[:-1], label.text)) if path else label.text
        head = pattern.replace("{number}", shown).rstrip()
        if shown or words:
            act = _going(go_to, clause.id)
            items.append(Item(f"{head}  {words}".strip(), act, "pilcrow", number=path or ()))
    return tuple(items)


def _going(go_to: Callable[[str], object], clause_id: str) -> Callable[[], object]:
    return lambda: go_to(clause_id)


def groups(commands: Iterable[Item], clauses: Iterable[Item], help_: Iterable[Item]) -> tuple[Group, ...]:
    """Return the three groups in the order in which they are shown."""
    return (
        Group(QCoreApplication.translate("Palette", "Commands"), tuple(commands)),
        Group(QCoreApplication.translate("Palette", "Clauses"), tuple(clauses), 8, quiet=True),
        Group(QCoreApplication.translate("Palette", "Help"), tuple(help_), 6, quiet=True),
    )
