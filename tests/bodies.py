"""Bodies as pictures, so that a test of an edit reads as before and after.

A line is a clause: its sign, its id, a colon, its words; two blanks of indent a level. After the id may stand an
override of the number ("one=12 bis"), after a part's or annex's id whether it restarts ("ann+", "ann-").

    p pre: Recalling the past,
    ! say: The Assembly:
    o one: Calls on States, as in {two} and {#pre}, *urgently*^n(see {two}):
      - a: first,
      ~ end: and others.
    # head: A heading
    o two=5: Urges.
    $ part: A part
      $ sub: A part of it
    @ ann+: An annex

In the words {two} is a reference, {#two} one by its number alone, *word* is italic, ^n(...) a note with the id "n".
"""

import re
from collections.abc import Callable
from textwrap import dedent, indent

import pytest

from editor.model.changes import Change, apply, inverse
from editor.model.clause import Body, Clause, Kind
from editor.model.errors import EDIT_CODES, EditError
from editor.model.grammar import Grammar
from editor.model.ids import NewId
from editor.model.resolution import Remark, Resolution
from editor.model.text import NO_MARKS, Inline, Note, Reference, Run, Text

GRAMMAR = Grammar()

SIGNS: dict[str, Kind] = {
    "p": "preambular", "!": "enacting", "o": "operative", "-": "item",
    "~": "closing", "#": "heading", "$": "part", "@": "annex",
}  # fmt: skip

_LINE = re.compile(
    r"(?P<indent> *)(?P<sign>[po!~#$@-]) (?P<id>\w+)(?P<restart>[+-])?(?:=(?P<number>[^:]*))?:(?: (.*))?"
)
_PIECE = re.compile(r"\{(#?)(\w+)\}|\*([^*]+)\*|\^(\w+)\(((?:[^()])*)\)")


def body(picture: str) -> Body:
    """Return the body that `picture` shows; one that begins on a new line may stand further in as a whole."""
    lines = (dedent(picture) if picture.startswith("\n") else picture).splitlines()
    return tuple(_clause(line) for line in lines if line.strip())


def _clause(line: str) -> Clause:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"not a clause: {line!r}")
    restart = {"+": True, "-": False, None: None}[match["restart"]]
    return Clause(
        match["id"], SIGNS[match["sign"]], len(match["indent"]) // 2, text(match[6] or ""), match["number"], restart
    )


def text(words: str) -> Text:
    """Return the text that `words` spell."""
    pieces: list[Inline] = []
    at = 0
    for match in _PIECE.finditer(words):
        pieces += [Run(words[at : match.start()])] if match.start() > at else []
        at = match.end()
        number, target, italic, note, inside = match.groups()
        if target:
            pieces.append(Reference(target, "number" if number else "full"))
        elif italic:
            pieces.append(Run(italic, frozenset({"italic"})))
        else:
            pieces.append(Note(note, tuple(piece for piece in text(inside) if not isinstance(piece, Note))))
    pieces += [Run(words[at:])] if words[at:] else []
    return tuple(pieces)


def drawn(clauses: Body) -> str:
    """Return the picture of `clauses`."""
    signs = {kind: sign for sign, kind in SIGNS.items()}
    lines: list[str] = []
    for clause in clauses:
        restart = {True: "+", False: "-", None: ""}[clause.restart]
        number = "" if clause.number is None else f"={clause.number}"
        words = spelt(clause.text)
        head = f"{signs[clause.kind]} {clause.id}{restart}{number}:"
        lines.append("  " * clause.level + head + (f" {words}" if words else ""))
    return "\n".join(lines)


def spelt(pieces: Text) -> str:
    """Return `pieces` as the notation spells them."""
    words = ""
    for piece in pieces:
        match piece:
            case Run(run, marks):
                words += run if marks == NO_MARKS else f"*{run}*"
            case Reference(target, form):
                words += f"{{{'#' if form == 'number' else ''}{target}}}"
            case Note(note, inside):
                words += f"^{note}({spelt(inside)})"
    return words


def resolution(picture: str, *remarks: Remark) -> Resolution:
    """Return a resolution with the body of `picture`."""
    return Resolution("osce-pa", "supplementary-item", "en", body=body(picture), remarks=remarks)


def counted(prefix: str = "new") -> NewId:
    """Return a maker of ids: "new", "new2", "new3"..."""
    made = 0

    def fresh() -> str:
        nonlocal made
        made += 1
        return prefix if made == 1 else f"{prefix}{made}"

    return fresh


Build = Callable[[Resolution], Change]


def becomes(before: str, edit: Build, after: str) -> Resolution:
    """Check that `edit` makes `before` into `after`, that it can be undone and redone; return what it became."""
    start = resolution(before)
    change = edit(start)
    end = apply(start, change)
    assert drawn(end.body) == drawn(body(after)), f"it became\n{indent(drawn(end.body), '    ')}"
    assert apply(end, inverse(change)) == start
    assert apply(apply(end, inverse(change)), change) == end
    return end


def refused(before: str, edit: Build, code: str, **parameters: object) -> None:
    """Check that `edit` of `before` raises EditError with `code` and `parameters`, and no others."""
    with pytest.raises(EditError) as caught:
        edit(resolution(before))
    assert (caught.value.code, caught.value.parameters) == (code, parameters)
    assert set(EDIT_CODES[code]) == set(parameters)
