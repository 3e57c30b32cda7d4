"""Comments with the clauses that they stand at."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from editor.importing.report import Guess, Source
from editor.importing.word.comments import Comment
from editor.importing.word.paragraphs import Ids, Paragraph
from editor.model.clause import Body
from editor.model.resolution import Remark


def remarks(
    paragraphs: Sequence[Paragraph], comments: Mapping[str, Comment], sources: Sequence[Source], body: Body, ids: Ids
) -> tuple[tuple[Remark, ...], tuple[Guess, ...]]:
    """Return the comments as remarks in the order of the text, each once, and a word on those that had to be moved.

    One that stands at no clause (on the cover, at a table left out) goes to the clause before, else to the first.
    """
    found: list[Remark] = []
    moved: list[Guess] = []
    places = sorted((source.first, source.last, source.clause) for source in sources)
    for number, name in _standing(paragraphs, comments):
        if not body:
            continue
        at = bisect_right(places, (number, 10**9, "")) - 1
        clause = places[at][2] if at >= 0 else body[0].id
        comment = comments[name]
        if at < 0 or number > places[at][1]:
            moved.append(Guess("remark-moved", (("author", comment.author),), number, clause))
        remark = Remark(ids.of(("comment", name)), clause, comment.author, comment.date, comment.text, comment.resolved)
        found.append(remark)
    return tuple(found), tuple(moved)


def _standing(paragraphs: Sequence[Paragraph], comments: Mapping[str, Comment]) -> Iterator[tuple[int, str]]:
    """Yield the comments that stand in the text with the number of their paragraph, each once."""
    seen: set[str] = set()
    for paragraph in paragraphs:
        for name in paragraph.comments:
            if name in comments and name not in seen:
                seen.add(name)
                yield paragraph.number, name
