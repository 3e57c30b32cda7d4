"""The command line: `main` reads the words, one module does each command; heavy imports stay inside the commands."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from editor.cli.outcome import CANNOT, OK, say
from editor.cli.parser import COMMANDS, UsageError, parse
from editor.model.errors import EditorError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words `argv` (the process's own by default) and return its exit status.

    0: done; 1: findings of kind error, or only part of it done; 2: not done, with one line on standard error.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        if words and (words[0] in COMMANDS or words[0].startswith("-")):
            options = parse(words)
            return _command(options.command)(options)
        return _window(words)
    except UsageError as error:
        say(str(error))
    except EditorError as error:
        from editor.app.wording import sentence

        say(sentence(error))
    except OSError as error:
        say(f"{error.filename or 'The file'}: {error.strerror or error}.")
    except KeyboardInterrupt:
        say("Stopped; files that were finished are whole.")
    except BrokenPipeError:
        sys.stderr.close()
        return OK
    return CANNOT


def _command(name: str) -> Callable[[Namespace], int]:
    from importlib import import_module

    run: Callable[[Namespace], int] = import_module(f"editor.cli.{COMMANDS[name]}").run
    return run


def _window(files: list[str]) -> int:
    from pathlib import Path

    from editor.ui.run import run

    return run([Path(file) for file in files])
