"""A screen in memory with a window manager, and hands that have nothing but a keyboard.

What the hands do reaches the program as keys of a real X server. The keyboard is one that drafters in several
languages use: American, with dead keys and French quotes behind the right Alt key.
"""

from __future__ import annotations

import os
import struct
import subprocess
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage

T = TypeVar("T")

PATIENCE = 30.0
"""How long the program has to do something, in seconds."""

PICTURES = Path(__file__).resolve().parents[2] / "build" / "e2e"
_SIZE = "1440x900x24"
_KEYBOARD = ("-layout", "us", "-variant", "altgr-intl", "-option", "nbsp:level3")
_THIRD = "ISO_Level3_Shift+"
_PLAIN = {
    "«": "bracketleft", "»": "bracketright", "\u00a0": "space", "é": "e", "É": "shift+e", "ë": "r", "ü": "y", "ö": "p",
    "ó": "o", "ç": "comma",
}  # fmt: skip
_DEAD = {"\u0300": "grave", "\u0301": "apostrophe", "\u0302": "6", "\u0308": "shift+apostrophe"}
"""The keys that, with the right Alt key, give a sign, and those that give the accent of the letter that follows."""


class Screen:
    """An X server of our own, what its programs find around them, and the keyboard."""

    def __init__(self, display: str, folder: Path) -> None:
        self.folder = folder
        self.home = home = folder / "home"
        home.mkdir()
        self.environment = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ} | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",  # dead keys are put together by the tables of a locale
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(folder),
            **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
        }

    # Hands

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=120, check=False
        )
        return done.stdout.strip()

    def key(self, *keys: str, times: int = 1) -> None:
        """Press `keys`, as X names them ("ctrl+shift+r"), one after the other."""
        self._do("key", "--delay", "8", *keys * times)

    def type(self, words: str, before_dead: Callable[[], object] = lambda: None) -> None:
        """Type `words`; `before_dead` is called before a dead key.

        Qt puts a letter together while keys typed before are still waiting, which it would overtake: a program that is
        behind the hands must be given the time to follow.
        """
        for plain, run in groupby(words, str.isascii):
            if plain:
                self._do("type", "--delay", "4", "".join(run))
                continue
            for keys in map(_pressed, run):
                if len(keys) > 1:
                    before_dead()
                self.key(*keys)

    # Eyes

    def window(self) -> str:
        """Return the number of the window that has the keyboard, an empty string while none has."""
        return self._do("getactivewindow")

    def wait_for_title(self, *parts: str, unlike: str = "") -> str:
        """Return the number of the window with the keyboard once its title has all `parts`, and it is not `unlike`."""

        def seen() -> tuple[str, str]:
            window = self.window()
            return window, self._do("getwindowname", window) if window else ""

        window, _ = wait(seen, lambda now: bool(now[0]) and now[0] != unlike and all(part in now[1] for part in parts))
        return window

    def wait_for_windows(self, count: int) -> None:
        """Wait until `count` windows are seen: a list or menu that opens over one is a second."""
        wait(lambda: self._do("search", "--onlyvisible", "--class", ".").split(), lambda now: len(now) == count)

    def picture(self, path: Path) -> None:
        """Write what the screen shows to `path`, a PNG: the server keeps it in a file of the old format XWD."""
        data = (self.folder / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", data[:100])
        width, height, line, colours = head[4], head[5], head[12], head[19]
        start = head[0] + colours * 12
        QImage(data[start:], width, height, line, QImage.Format.Format_RGB32).copy().save(str(path))


def _pressed(sign: str) -> tuple[str, ...]:
    """Return the keys that make `sign`; KeyError if this keyboard has none for it.

    They are named by their places: for a sign itself a new key would be made, which the program may not know yet.
    """
    if sign in _PLAIN:
        return (_THIRD + _PLAIN[sign],)
    letter, accent = tuple(unicodedata.normalize("NFD", sign))
    return _THIRD + _DEAD[accent], letter


def wait(look: Callable[[], T], holds: Callable[[T], bool], patience: float = PATIENCE) -> T:
    """Return what `look` gives once it is as wanted; AssertionError if it never is."""
    end = time.monotonic() + patience
    found = look()
    while not holds(found):
        assert time.monotonic() < end, f"waited in vain; last seen: {found!r}"
        time.sleep(0.05)
        found = look()
    return found


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Give a screen, with a window manager so that windows get the keyboard; its chatter and a home are in `folder`."""
    with ExitStack() as stack:
        chatter = stack.enter_context((folder / "screen.log").open("w"))
        read, write = os.pipe()
        server = ["Xvfb", "-displayfd", str(write), "-screen", "0", _SIZE, "-nolisten", "tcp", "-fbdir", str(folder)]
        # A key held while a busy machine does something else must not repeat itself, nor the keyboard be forgotten.
        running = subprocess.Popen([*server, "-r", "-noreset"], pass_fds=[write], stdout=chatter, stderr=chatter)
        stack.callback(_end, running)
        os.close(write)
        with os.fdopen(read) as number:
            found = Screen(f":{number.readline().strip()}", folder)
        subprocess.run(["setxkbmap", *_KEYBOARD], env=found.environment, check=True, timeout=30)
        manager = subprocess.Popen(["openbox"], env=found.environment, stdout=chatter, stderr=chatter)
        stack.callback(_end, manager)
        wait(lambda: found._do("get_desktop"), bool)
        yield found


@contextmanager
def program(on: Screen, command: Path, *words: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Run `command`; it must have ended by itself when the block is left, well and without a word said.

    Where something goes wrong, a picture of the screen is left in build/e2e/.
    """
    running = subprocess.Popen(
        [command, *words], env=on.environment, cwd=on.home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield running
        said, _ = running.communicate(timeout=PATIENCE)
        assert (running.returncode, said) == (0, "")
    except BaseException as error:
        PICTURES.mkdir(parents=True, exist_ok=True)
        on.picture(PICTURES / f"{on.folder.name}.png")
        _end(running)
        error.add_note(f"the program said: {running.communicate()[0]!r}")
        raise


def _end(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
