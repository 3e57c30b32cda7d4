"""Fields and links to numbered paragraphs, made live references of this text where they lead to one of its clauses."""

from collections.abc import Sequence

from editor.importing.report import Source
from editor.importing.word.own import BOOKMARK
from editor.importing.word.paragraphs import Citation
from editor.importing.word.reading import Reading
from editor.model.clause import Body
from editor.model.scheme import Scheme
from editor.model.text import Reference, Run
from editor.numbering import labels


class Citations:
    """What the bookmarks of a file mean in the `body` that was made of it."""

    def __init__(self, body: Body, scheme: Scheme, reading: Reading, sources: Sequence[Source]) -> None:
        self._labels = labels(body, scheme)
        self._joint = scheme.joint
        clauses = {source.first: source.clause for source in reversed(sources)}
        self._clauses: dict[str, str] = {}
        for paragraph in reading.paragraphs:
            for name in paragraph.names:
                if paragraph.number in clauses:
                    self._clauses.setdefault(name, clauses[paragraph.number])
        for clause in body:
            self._clauses[BOOKMARK + clause.id] = clause.id

    def resolve(self, citations: Sequence[Citation]) -> list[Run | Reference]:
        """Return citations that stand side by side as references; those to nothing here as the words they showed."""
        found: list[Run | Reference] = []
        at = 0
        while at < len(citations):
            literal = at if not citations[at].bookmark else -1
            first = at + (literal >= 0)
            target = self._target(citations, first)
            if not target:
                found.append(citations[at].words)
                at += 1
                continue
            last, target = self._chain(citations, first, target)
            after = self._after(target)
            closed = bool(after) and self._is_literal(citations, last + 1) and citations[last + 1].words.text == after
            full = literal >= 0 or closed or self._is_alike(target)
            found.append(Reference(target, "full" if full else "number"))
            at = last + 1 + closed
        return found

    def _target(self, citations: Sequence[Citation], at: int) -> str:
        """Return the numbered clause that the citation at `at` leads to, empty where there is none."""
        bookmark = citations[at].bookmark if at < len(citations) else ""
        target = self._clauses.get(bookmark, "") if bookmark else ""
        return target if self._labels.resolves(Reference(target)) else ""

    @staticmethod
    def _is_literal(citations: Sequence[Citation], at: int) -> bool:
        return at < len(citations) and not citations[at].bookmark

    def _chain(self, citations: Sequence[Citation], last: int, target: str) -> tuple[int, str]:
        """Follow "11 a", a number for each level, to its end: return the last citation of it and the clause meant."""
        while True:
            step = 2 if self._joint else 1
            joined = step == 1 or (
                self._is_literal(citations, last + 1) and citations[last + 1].words.text == self._joint
            )
            deeper = self._target(citations, last + step) if joined else ""
            if not deeper or not self._is_below(deeper, target):
                return last, target
            last, target = last + step, deeper

    def _is_below(self, deeper: str, target: str) -> bool:
        place, parents = self._labels.places[deeper], self._labels.parents
        while place >= 0:
            place = parents[place]
            if place >= 0 and self._labels.body[place].id == target:
                return True
        return False

    def _is_alike(self, target: str) -> bool:
        """Return whether both forms of a reference to `target` print the same ("Annex", "II")."""
        return self._labels.pieces(Reference(target)) == self._labels.pieces(Reference(target, "number"))

    def _after(self, target: str) -> str:
        """Return the words that a full reference to `target` has behind its number."""
        words, clause = self._labels.pieces(Reference(target))[-1]
        return "" if clause else words
