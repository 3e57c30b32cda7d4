"""The words of the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from editor import __version__

COMMANDS = {
    "new": "new",
    "import": "import_",
    "export": "export",
    "outline": "outline",
    "check": "check",
    "compare": "compare",
    "templates": "templates",
    "recover": "recover",
}
"""Each command with the module that does it."""


LINE_NUMBERS = ("page", "through")
"""The ways of counting lines: afresh on every page, or through the document."""


MOST_ROWS = 500
"""The most signatures that a form has room for."""


class UsageError(Exception):
    """Words that make no command; its text is the sentence to say."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}; see {self.prog} --help.")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Return the options in `words`; UsageError if they make no command."""
    return _parser().parse_args(_with_line_numbers(words))


def _with_line_numbers(words: Sequence[str]) -> list[str]:
    """Return `words` with --line-numbers closed where no way of counting follows: a file may stand behind it."""
    found: list[str] = []
    for at, word in enumerate(words):
        counts = words[at + 1] if at + 1 < len(words) else ""
        found.append("--line-numbers=page" if word == "--line-numbers" and counts not in LINE_NUMBERS else word)
    return found


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="resolution-editor",
        description="Draft, number and print parliamentary resolutions. With file names only, or none: the window;"
        " with --sample: the window on a copy of the sample.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Resolution Editor {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    _new(commands.add_parser("new", help="begin a project", allow_abbrev=False))
    _import(commands.add_parser("import", help="turn texts into projects", allow_abbrev=False))
    _export(commands.add_parser("export", help="write PDF, DOCX, HTML or plain text", allow_abbrev=False))
    outline = commands.add_parser("outline", help="list the clauses as numbered", allow_abbrev=False)
    outline.add_argument("file", type=Path)
    outline.add_argument("--json", action="store_true", help="cover and clauses as JSON")
    check = commands.add_parser("check", help="list what is to be mended", allow_abbrev=False)
    check.add_argument("files", type=Path, nargs="+", metavar="FILE")
    check.add_argument("--json", action="store_true", help="findings as JSON")
    _recover(commands.add_parser("recover", help="list or write texts that were not saved", allow_abbrev=False))
    _compare(commands.add_parser("compare", help="show what changed between two texts", allow_abbrev=False))
    _templates(commands.add_parser("templates", help="list, show or check templates", allow_abbrev=False))
    return parser


def _document(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--template", metavar="ID", help="template of the body (default: osce-pa)")
    parser.add_argument("--kind", help="kind of paper, as `templates show` lists them")
    parser.add_argument("--language", metavar="LL", help="two-letter code of the document's language")
    parser.add_argument("--replace", action="store_true", help="write over a file that is already there")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    _document(parser)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="fill in a cover field")
    parser.add_argument("--from", dest="source", type=Path, metavar="FILE", help="start from this project's text")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="IN")
    _outputs(parser)
    _document(parser)
    parser.add_argument("--report", type=Path, metavar="FILE", help="write what was guessed to FILE")
    parser.add_argument(
        "--changes", choices=("accepted", "rejected"), default="accepted", help="how tracked changes of Word are taken"
    )


def _outputs(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", "--output", type=Path, metavar="FILE")
    where.add_argument("--out-dir", type=Path, metavar="DIR")


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    _outputs(parser)
    parser.add_argument("--to", metavar="FORMATS", help="with --out-dir: pdf,docx,html,txt,akn")
    parser.add_argument("--parts", metavar="PARTS", help="any of cover,body,form (default: all)")
    parser.add_argument("--paper", choices=("a4", "letter"))
    parser.add_argument("--line-numbers", choices=LINE_NUMBERS, default="", help="page if not said")
    parser.add_argument("--watermark", default="", metavar="TEXT", help="a word behind every page")
    parser.add_argument("--notice", default="", metavar="TEXT", help="a line above every page")
    parser.add_argument("--duplex", action="store_true", help="leave the back of the cover blank")
    parser.add_argument("--form-rows", type=_rows, default=0, metavar="N", help="empty rows of the form's longer table")
    parser.add_argument("--large-print", action="store_true")
    parser.add_argument("--remarks", action="store_true", help="with colleagues' remarks")


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Show what became of OLD in NEW: as lines, or as a redline (in Word: tracked changes)."
        " The exit status is 0 whether or not they differ."
    )
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.{docx,pdf,html,txt}", help="write a redline")
    parser.add_argument("--author", default="", metavar="NAME", help="whose changes they are (default: the sponsor's)")


def _rows(word: str) -> int:
    if not (word.isascii() and word.isdigit() and 1 <= int(word) <= MOST_ROWS):
        raise argparse.ArgumentTypeError(f"{word} is not a number from 1 to {MOST_ROWS}")
    return int(word)


def _recover(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", metavar="NAME", help="the text to write, as the list names it")
    parser.add_argument("--list", action="store_true", help="the texts there are, which is done without a name too")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")
    parser.add_argument("--replace", action="store_true", help="write over a file that is already there")


def _templates(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION", parser_class=_Parser)
    actions.add_parser("list", help="the templates there are")
    show = actions.add_parser("show", help="what a template holds")
    show.add_argument("id")
    check = actions.add_parser("check", help="check a template's folder")
    check.add_argument("folder", type=Path)
