"""The command line: `main` reads the words, one module does each command; heavy imports stay inside the commands."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from editor.cli.outcome import CANNOT, OK, say
from editor.cli.parser import COMMANDS, UsageError, parse
from editor.model.errors import EditorError

SAMPLE = "--sample"
"""Opens a copy of the sample in the window."""

MAKE_PAGES = "--make-pages"
"""What a bundled program calls itself with for the process that makes the preview's pages."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words `argv` (the process's own by default) and return its exit status.

    0: done; 1: findings of kind error, or only part of it done; 2: not done, with one line on standard error.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_any_script()
    try:
        if words == [MAKE_PAGES]:
            return _pages()
        if words and (words[0] in COMMANDS or (words[0].startswith("-") and words[0] != SAMPLE)):
            options = parse(words)
            status = _command(options.command)(options)
        else:
            status = _window(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except UsageError as error:
        say(str(error))
    except EditorError as error:
        from editor.app.wording import sentence

        say(sentence(error))
    except BrokenPipeError:
        _close_output()
        return OK
    except OSError as error:
        say(f"{error.filename or 'Standard output'}: {error.strerror or error}.")
    except KeyboardInterrupt:
        say("Stopped; files that were finished are whole.")
    return CANNOT


def _speak_any_script() -> None:
    """Let a terminal or pipe that lacks a character get its number instead of an end to the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _close_output() -> None:
    """Forget the reader who has gone (`| head`), so that nothing is said of him at the end either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(name: str) -> Callable[[Namespace], int]:
    from importlib import import_module

    run: Callable[[Namespace], int] = import_module(f"editor.cli.{COMMANDS[name]}").run
    return run


def _pages() -> int:
    from editor.app.pagemaking.worker import main as make_pages

    make_pages()
    return OK


def _window(files: list[str]) -> int:
    from pathlib import Path

    sample = SAMPLE in files
    files = [file for file in files if file != SAMPLE]
    for file in files:
        if not Path(file).exists():
            say(f"{file}: there is no such file, and no such command; see resolution-editor --help.")
            return CANNOT
    if not _has_screen():
        say("There is no screen to open a window on; the commands work without one, see resolution-editor --help.")
        return CANNOT
    gc.disable()  # what is made at the start stays: `run` has it looked through for garbage only once it works
    from editor.ui.run import run

    return run([Path(file) for file in files], sample=sample)


def _has_screen() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)
