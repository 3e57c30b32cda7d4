"""One search over a text on the screen: its hits, which of them is the current one, and its marks in the draft."""

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QObject, Signal

from editor.app.finding import Finder, FindError, Hit, Query, words_of
from editor.app.replacing import replaced
from editor.app.workspace import Workspace
from editor.model.changes import Change
from editor.model.edits import Place
from editor.model.resolution import Resolution
from editor.model.text import Note, Run
from editor.model.tree import find
from editor.ui.draft.layers import Stretch
from editor.ui.draft.surface import Draft

Edge = Literal["", "top", "end"]


class Search(QObject):
    """The hits of one query, kept up with the workspace.

    `changed` says that hits or the current one are others; `reached` carries the current hit when somebody is led to
    it: in the text the draft shows it, one in a note or on the cover is for others to show.
    """

    changed = Signal()
    reached = Signal(object)

    def __init__(self, workspace: Workspace, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._draft = workspace, draft
        self._finder: Finder | None = None
        self._by_clause: dict[str, list[Hit]] = {}
        self._put: Place | None = None
        self._listening = False
        self.hits: tuple[Hit, ...] = ()
        self.at = -1
        self.edge: Edge = ""
        self.trouble: FindError | None = None

    @property
    def current(self) -> Hit | None:
        """The hit that somebody was led to, if it is still there."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    def begin(self, query: Query) -> None:
        """Look for `query` from now on."""
        self.trouble = None
        self._finder = None
        try:
            self._finder = Finder(query) if query.words else None
        except FindError as error:
            self.trouble = error
        if self._finder and not self._listening:
            self._workspace.listen(self._on_change)
            self._listening = True
        self._read()

    def end(self) -> None:
        """Look for nothing more."""
        if self._listening:
            self._workspace.leave(self._on_change)
            self._listening = False
        self._finder = self.trouble = None
        self._read()

    def _read(self) -> None:
        """Take the hits anew; nobody has been led to one of them yet."""
        self.hits, self.at, self.edge = (), -1, ""
        if self._finder:
            try:
                self.hits = self._finder.hits(self._workspace.resolution)
            except FindError as error:
                self._finder, self.trouble = None, error
        self._by_clause = {}
        for hit in self.hits:
            if hit.where == "text":
                self._by_clause.setdefault(hit.clause, []).append(hit)
        self._draft.set_layer("search", self._stretches if self._by_clause else None)
        self.changed.emit()

    def _stretches(self, first: int, last: int) -> Iterator[Stretch]:
        current = self.current
        for row, clause in enumerate(self._workspace.body[first : last + 1], first):
            for hit in self._by_clause.get(clause.id, ()):
                yield Stretch(row, hit.start, hit.end, "search-current" if hit is current else "search-hit")

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        current = self.current
        self._read()
        if current in self.hits:
            self.at = self.hits.index(current)
            self.changed.emit()

    # Going from hit to hit

    def go(self, step: Literal[-1, 1]) -> None:
        """Lead to the next hit or the one before, from the caret if that was moved; over the edge to the other end."""
        if not self.hits:
            return
        if self.current is None or self._moved():
            after = self._after(self._draft.caret())
            at = after if step == 1 else after - 1
        else:
            at = self.at + step
        self.lead(at)

    def lead_from_caret(self) -> None:
        """Lead to the first hit at or after the caret, else to the first of all."""
        after = self._after(self._draft.caret())
        self.lead(after if after < len(self.hits) else 0)

    def lead(self, at: int) -> None:
        """Lead to hit number `at`, beyond the edges to the one at the other end."""
        if not self.hits:
            return
        self.edge = "end" if at < 0 else "top" if at >= len(self.hits) else ""
        self.at = at % len(self.hits)
        hit = self.hits[self.at]
        place = self._place_of(hit)
        if place:
            self._draft.commands.caret_jumped()
            self._draft.put_span(place, place)
        self._put = self._draft.caret()
        self._draft.refresh_layers()
        self.changed.emit()
        self.reached.emit(hit)

    def _place_of(self, hit: Hit) -> Place | None:
        """Return where the caret goes for `hit`: behind its words or the mark of its note, for the cover nowhere."""
        if hit.where == "text":
            return hit.clause, hit.end
        at = 0
        for piece in find(self._workspace.body, hit.clause).text if hit.note else ():
            at += len(piece.text) if isinstance(piece, Run) else 1
            if isinstance(piece, Note) and piece.id == hit.note:
                return hit.clause, at
        return None

    def _moved(self) -> bool:
        return self._draft.caret() != self._put

    def _after(self, caret: Place | None) -> int:
        """Return the number of the first hit in the text that does not begin before `caret`; their count if none."""
        if caret is None:
            return 0
        places = self._workspace.labels.places
        here = (places.get(caret[0], 0), caret[1])
        for at, hit in enumerate(self.hits):
            if hit.where == "text" and (places[hit.clause], hit.start) >= here:
                return at
        return len(self.hits)

    # Replacing

    def replace(self, words: str, who: object) -> None:
        """Put `words` in place of the current hit and lead to the next; without a current one only lead."""
        hit, at = self.current, self.at
        if self._finder is None or hit is None or self._moved():
            self.go(1)
            return
        before = words_of(self._workspace.resolution, hit)
        self._workspace.apply(replaced(self._workspace.resolution, self._finder, [hit], words), who)
        grown = len(words_of(self._workspace.resolution, hit)) - len(before)
        done = [one for one in self.hits if _together(one, hit) and hit.start <= one.start < hit.end + grown]
        self.lead(at + len(done))

    def replace_all(self, words: str, who: object) -> int:
        """Put `words` in place of all hits as one step, and return how many there were."""
        if self._finder is None or not self.hits:
            return 0
        count = len(self.hits)
        self._workspace.apply(replaced(self._workspace.resolution, self._finder, self.hits, words), who)
        return count


def _together(one: Hit, other: Hit) -> bool:
    return (one.clause, one.note, one.field, one.person, one.part) == (
        other.clause, other.note, other.field, other.person, other.part,
    )  # fmt: skip
