"""How long a text is."""

from editor.model.clause import PARAGRAPHS, Body
from editor.model.text import Run


def count_clauses(body: Body) -> int:
    """Return the number of preambular and operative clauses."""
    return sum(clause.kind in PARAGRAPHS for clause in body)


def count_words(body: Body) -> int:
    """Return the number of words, as blanks part them; references and notes are not counted."""
    return sum(
        len("".join(piece.text if isinstance(piece, Run) else "" for piece in clause.text).split()) for clause in body
    )
