"""The reader of plain text and Markdown: from characters to lines."""

import re

from msgspec.structs import replace

from editor.importing import markdown
from editor.importing.mail import Mail
from editor.importing.report import Dropped, Guess
from editor.importing.source import Line, SourceText
from editor.model.text import Run, Text, clean

_BREAKS = re.compile("(\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])")
_RULE = re.compile(r"([-_=*~])(?:\s*\1){2,}\s*")
_TAB = 4
"""Columns from one tab stop to the next; only their order matters."""


class _Raw:
    """A line as it stands in the file: cleaned, with what the break before and after it says."""

    __slots__ = ("breaks", "number", "page", "text")

    def __init__(self, text: str, number: int, page: bool, breaks: bool) -> None:
        self.text = text
        self.number = number
        self.page = page
        self.breaks = breaks


def read_plain(text: str, *, mail: bool = True) -> SourceText:
    """Return the lines of `text`.

    Lines are told apart before `clean`, so that every line has its number; a form feed begins a page, U+2028 is a line
    break that was meant. Where the text looks like Markdown its headings, emphasis, escapes and hard breaks are read.
    What an e-mail puts around it is left out, unless `mail` is False.
    """
    raw = _split(text)
    around = Mail([line.text for line in raw], [line.number for line in raw]) if mail else None
    for line, left in zip(raw, around.texts if around else (), strict=False):
        line.text = left
    is_markdown = markdown.looks_like_markdown(line.text for line in raw)
    lines: list[Line] = []
    dropped = around.dropped if around else []
    gap = page = False
    block: list[_Raw] = []
    for line in [*raw, _Raw("", 0, False, False)]:
        page = page or line.page
        rule = _RULE.fullmatch(line.text.strip()) if len(line.text) < 200 else None
        if line.text.strip() and not rule:
            line.page, page = page, False
            block.append(line)
            continue
        if block:
            lines += _block(block, is_markdown, gap)
            block, gap = [], False
        if rule:
            _underline(lines, line, gap, is_markdown)
            dropped.append(Dropped(line.text.strip(), line.number, "rule"))
        gap = True
    guesses = ([Guess("markdown")] if is_markdown else []) + (around.guesses if around else [])
    return SourceText(tuple(lines), tuple(dropped), tuple(guesses))


def _split(text: str) -> list[_Raw]:
    pieces = _BREAKS.split(text)
    raw: list[_Raw] = []
    number, page = 1, False
    for piece, end in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        raw.append(_Raw(clean(piece), number, page, end in ("\u2028", "\x0b")))
        page = end == "\x0c"
        number += end not in ("\u2028", "\x0b", "\x0c")
    return raw


def _underline(lines: list[Line], rule: _Raw, gap: bool, is_markdown: bool) -> None:
    """Make the line before `rule` a heading if the rule underlines it."""
    if gap or not lines or lines[-1].number != rule.number - 1 or rule.text.strip()[0] not in "=-":
        return
    alone = lines[-1].gap or len(lines) == 1
    width = sum(len(piece.text) for piece in lines[-1].text if isinstance(piece, Run))
    if alone and (is_markdown or abs(len(rule.text.strip()) - width) <= 2):
        lines[-1] = replace(lines[-1], heading=1 if rule.text.strip()[0] == "=" else 2)


def _block(block: list[_Raw], is_markdown: bool, gap: bool) -> list[Line]:
    """Return the lines of one block, which blank lines surround."""
    indents = [_indent(line.text) for line in block]
    if is_markdown:
        ranks, words = zip(*(markdown.heading(line.text) for line in block), strict=True)
        texts = markdown.read_inline([_unbroken(word) for word in words])
    else:
        ranks = (0,) * len(block)
        texts = [(Run(line.text.strip()),) for line in block]
    found: list[Line] = []
    for at, (line, text) in enumerate(zip(block, texts, strict=True)):
        breaks = line.breaks or (is_markdown and _is_hard_break(line.text))
        page = line.page
        found.append(Line(_trimmed(text), line.number, indents[at], gap and not at, page, breaks, False, ranks[at]))
    return [line for line in found if line.text]


def _indent(text: str) -> int:
    column = 0
    for character in text[:200]:
        if character == "\t":
            column += _TAB - column % _TAB
        elif character.isspace():
            column += 1
        else:
            break
    return column


def _is_hard_break(text: str) -> bool:
    return text.endswith("  ") or (text.endswith("\\") and not text.endswith("\\\\"))


def _unbroken(text: str) -> str:
    """Return a line of Markdown without its hard break."""
    return (text[:-1] if _is_hard_break(text) and text.endswith("\\") else text).strip()


def _trimmed(text: Text) -> Text:
    """Return `text` without space at its ends, where emphasis was taken away."""
    pieces = [piece for piece in text if isinstance(piece, Run)]
    if pieces and pieces[0].text[:1].isspace():
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
    if pieces and pieces[-1].text[-1:].isspace():
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return tuple(piece for piece in pieces if piece.text)
