"""Badges of the outline: which clauses have something to mend, advice, remarks or amendments."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from editor.ui.outline.model import KEY, OutlineModel

BadgeKind = Literal["error", "advice", "remark", "amendment"]

Index = QModelIndex | QPersistentModelIndex


class Look(NamedTuple):
    """One badge of a line: its icon, the role of its colour, and the words of its tooltip."""

    kind: BadgeKind
    icon: str
    role: str
    words: str


_LOOKS: Mapping[BadgeKind, tuple[str, str]] = {
    "error": ("circle-alert", "error"),
    "advice": ("triangle-alert", "advice"),
    "remark": ("message-square", "comment"),
    "amendment": ("git-pull-request-arrow", "advice"),
}


class Badges:
    """The badges of one outline, by kind and clause."""

    def __init__(self, model: OutlineModel) -> None:
        self._model = model
        self._words: dict[BadgeKind, Mapping[str, str]] = {}

    def set(self, kind: BadgeKind, clauses: Mapping[str, str]) -> bool:
        """Put a badge of `kind` at `clauses` (id: words of its tooltip); return whether any is other than before."""
        before = self._words.get(kind, {})
        if before == clauses:
            return False
        self._words[kind] = dict(clauses)
        changed = {key for key in {*before, *clauses} if before.get(key) != clauses.get(key)}
        self._model.describe((key, self.words(key)) for key in sorted(changed))
        return True

    def words(self, key: str) -> str:
        """Return what all badges of the clause `key` say."""
        return " ".join(self._words[kind][key] for kind in get_args(BadgeKind) if key in self._words.get(kind, {}))

    def shown(self, index: Index, *, folded: bool) -> list[Look]:
        """Return the badges of a line, each kind once; a folded one shows those of what it hides as well."""
        if not any(self._words.values()):
            return []
        keys = [str(index.data(KEY))]
        if folded:
            keys += self._below(index)
        looks: list[Look] = []
        for kind in get_args(BadgeKind):
            known = self._words.get(kind, {})
            words = [known[key] for key in keys if key in known]
            if words:
                looks.append(Look(kind, *_LOOKS[kind], "\n".join(words)))
        return looks

    def _below(self, index: Index) -> Iterator[str]:
        for row in range(self._model.rowCount(index)):
            child = self._model.index(row, 0, index)
            yield str(child.data(KEY))
            yield from self._below(child)
