"""Which keystrokes belong together as one step of undo."""

from editor.app.history import MergeKey
from editor.app.spans import Span
from editor.model.edits import Place


class Typing:
    """Tells which keystrokes belong to one step of undo: the letters of a word with the blank after it."""

    def __init__(self) -> None:
        self._round = 0
        self._expected: Place | None = None
        self._blank = False
        self._erasing = False

    def stop(self) -> None:
        """Say that what comes next is a step of its own."""
        self._expected = None

    def key(self, span: Span, words: str) -> MergeKey:
        """Return the key of a step that types `words` in place of `span`."""
        new_word = self._blank and not words.isspace()
        if not span.empty or span.start != self._expected or new_word or self._erasing:
            self._round += 1
        self._erasing = False
        return "type", span.start[0], str(self._round)

    def erase_key(self, span: Span) -> MergeKey:
        """Return the key of a step that erases `span`."""
        if not self._erasing or self._expected not in (span.start, span.end):
            self._round += 1
        self._erasing = True
        return "erase", span.start[0], str(self._round)

    def goes_on(self, caret: Place, words: str) -> None:
        """Say that the step was done: it typed `words`, and the caret is at `caret`."""
        self._expected = caret
        self._blank = words.isspace()
