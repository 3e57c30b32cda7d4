"""Undo and redo: a list of changes and a place in it."""

from msgspec import Struct
from msgspec.structs import replace

from editor.model.changes import Change, SetCover, SetPaper, SetRemarks, Splice, inverse

MergeKey = tuple[str, ...]
"""Steps that follow each other with equal keys become one, as the letters of a word do."""


class Step(Struct, frozen=True):
    """One change as it was done; `key` tells with which others it may merge."""

    change: Change
    key: MergeKey | None = None


class History:
    """What was done, what was taken back, and where the saved state lies.

    Steps hold changes, not states: a long session costs little more than what was typed in it.
    """

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._done = 0
        self._saved: int | None = 0
        self._open = False

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._done > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be done again."""
        return self._done < len(self._steps)

    @property
    def modified(self) -> bool:
        """Whether this is another state than the one last saved."""
        return self._saved != self._done

    def push(self, change: Change, key: MergeKey | None = None) -> None:
        """Record `change` as done; what was taken back before is forgotten."""
        if self._saved is not None and self._saved > self._done:
            self._saved = None
        del self._steps[self._done :]
        joined = self._joined(change, key)
        if joined is not None:
            self._steps[-1] = replace(self._steps[-1], change=joined)
            return
        self._steps.append(Step(change, key))
        self._done += 1
        self._open = key is not None

    def _joined(self, change: Change, key: MergeKey | None) -> Change | None:
        if not self._open or key is None or self._saved == self._done or self._steps[-1].key != key:
            return None
        return merged(self._steps[-1].change, change)

    def close(self) -> None:
        """End the step that is growing: what comes next is a step of its own."""
        self._open = False

    def undo(self) -> Change:
        """Return the change that takes the last step back; IndexError if there is none."""
        if not self.can_undo:
            raise IndexError("nothing to undo")
        self._done -= 1
        self._open = False
        return inverse(self._steps[self._done].change)

    def redo(self) -> Change:
        """Return the change that does the next step again; IndexError if there is none."""
        if not self.can_redo:
            raise IndexError("nothing to redo")
        self._done += 1
        self._open = False
        return self._steps[self._done - 1].change

    def mark_saved(self) -> None:
        """Say that this state is the one in the file."""
        self._saved = self._done
        self._open = False

    def mark_unsaved(self) -> None:
        """Say that no state is in the file: it has none yet, or it was changed by others."""
        self._saved = None


def merged(first: Change, second: Change) -> Change | None:
    """Return the one change that does `first` and then `second`, None where that takes more than one."""
    match first, second:
        case Splice(at, removed, inserted), Splice(place, between, result) if at == place and inserted == between:
            return Splice(at, removed, result)
        case SetCover(before, middle), SetCover(between, after) if middle == between:
            return SetCover(before, after)
        case SetRemarks(noted, kept), SetRemarks(met, wanted) if kept == met:
            return SetRemarks(noted, wanted)
        case SetPaper(origin, paper), SetPaper(again, goal) if paper == again:
            return SetPaper(origin, goal)
    return None
