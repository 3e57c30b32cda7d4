"""What the program remembers between two starts: settings, texts opened lately, phrases used, where windows stood.

Each lies in a small file of its own. A damaged one is set aside and what it held begun anew: it is never a reason not
to start, and a folder that cannot be written to is none either.
"""

import datetime
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from editor.app.preferences import Preferences

RECENT = 20
"""How many texts are remembered."""

_WORDS = 2000  # phrases, of which those used least are forgotten

T = TypeVar("T")


class Recent(Struct, frozen=True):
    """A text opened lately: its file, what it was called then, when it was opened or saved last (in UTC)."""

    path: str
    title: str
    code: str
    when: datetime.datetime


class Store:
    """The memory in one folder, which need not exist; every change is written at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._preferences: Preferences | None = None
        self._recent: tuple[Recent, ...] | None = None
        self._words: dict[str, int] | None = None
        self._state: dict[str, str] | None = None

    # Settings

    @property
    def preferences(self) -> Preferences:
        """The settings."""
        if self._preferences is None:
            self._preferences = self._read("settings.json", Preferences, Preferences())
        return self._preferences

    def set_preferences(self, preferences: Preferences) -> None:
        """Remember `preferences`."""
        self._preferences = preferences
        self._write("settings.json", preferences)

    # Texts

    @property
    def recent(self) -> tuple[Recent, ...]:
        """The texts opened lately, the last one first."""
        if self._recent is None:
            self._recent = self._read("recent.json", tuple[Recent, ...], ())
        return self._recent

    def add_recent(self, path: Path, title: str, code: str) -> None:
        """Put a text at the head of those opened lately."""
        known = str(path.absolute())
        entry = Recent(known, title, code, datetime.datetime.now(datetime.UTC))
        others = tuple(other for other in self.recent if other.path != known)
        self._set_recent((entry, *others)[:RECENT])

    def forget_recent(self, path: str | None = None) -> None:
        """Forget the text at `path`, or all."""
        self._set_recent(tuple(entry for entry in self.recent if path is not None and entry.path != path))

    def _set_recent(self, recent: tuple[Recent, ...]) -> None:
        self._recent = recent
        self._write("recent.json", recent)

    # Phrases

    @property
    def words(self) -> Mapping[str, int]:
        """How often each phrase was taken."""
        if self._words is None:
            self._words = self._read("phrases.json", dict[str, int], {})
        return self._words

    def count_word(self, phrase: str) -> None:
        """Remember that `phrase` was taken once more."""
        words = dict(self.words)
        words[phrase] = words.get(phrase, 0) + 1
        if len(words) > _WORDS:
            words = dict(sorted(words.items(), key=lambda pair: -pair[1])[: _WORDS // 2])
        self._words = words
        self._write("phrases.json", words)

    # Windows

    def state(self, name: str) -> str:
        """Return what was remembered as `name`, an empty string if nothing was."""
        return self._states().get(name, "")

    def set_state(self, name: str, value: str) -> None:
        """Remember `value` as `name`."""
        if self.state(name) != value:
            self._state = {**self._states(), name: value}
            self._write("state.json", self._state)

    def _states(self) -> dict[str, str]:
        if self._state is None:
            self._state = self._read("state.json", dict[str, str], {})
        return self._state

    # Files

    def _read(self, name: str, kind: type[T], otherwise: T) -> T:
        path = self._folder / name
        try:
            data = path.read_bytes()
        except OSError:
            return otherwise
        try:
            return msgspec.json.decode(data, type=kind)
        except (msgspec.MsgspecError, ValueError):
            self._set_aside(path)
            return otherwise

    def _write(self, name: str, value: object) -> None:
        """Write beside the file and put that in its place; what cannot be written is remembered till the end."""
        path = self._folder / name
        beside = path.with_name(f".{name}.{os.getpid()}.tmp")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(msgspec.json.format(msgspec.json.encode(value), indent=1))
            beside.replace(path)
        except OSError:
            return

    @staticmethod
    def _set_aside(path: Path) -> None:
        try:
            path.replace(path.with_name(f"{path.name}.damaged"))
        except OSError:
            return


def changed(preferences: Preferences, **values: object) -> Preferences:
    """Return `preferences` with other `values`."""
    return replace(preferences, **values)
