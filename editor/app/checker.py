"""Checking a text while it is written: after a pause, and never the sentence that is still being written."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from editor.app.workspace import Workspace
from editor.checking import Finding, check
from editor.checking.finding import Severity
from editor.model.changes import NOTHING, Change, Compound, Splice, apply, compound
from editor.model.errors import EditError
from editor.model.resolution import Resolution

__all__ = ["Checker", "Finding", "Severity"]

PAUSE_MS = 400
"""How long nothing must be typed before the text is looked at; a thousand clauses take some milliseconds."""


class Checker(QObject):
    """Keeps the findings of one workspace. `found` carries them all, after every look that finds something else."""

    found = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._findings: tuple[Finding, ...] = ()
        self._by_clause: Mapping[str, tuple[Finding, ...]] = {}
        self._caret = ""
        self._written: frozenset[str] = frozenset()
        self._seen: tuple[Resolution, frozenset[str]] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        workspace.listen(self._on_change)
        self._pause.start()

    def detach(self) -> None:
        """Follow the workspace no more."""
        self._pause.stop()
        self._workspace.leave(self._on_change)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found when the text was looked at last: errors first, then from the cover down."""
        return self._findings

    @property
    def by_clause(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by the clause they stand at."""
        return self._by_clause

    def caret_in(self, clause_id: str | None) -> None:
        """Say which clause has the caret: what is written there is let be until the caret leaves it."""
        clause = clause_id or ""
        if clause == self._caret:
            return
        self._caret = clause
        if self._written - {clause}:
            self._pause.start()
        self._written &= {clause}

    def look(self) -> tuple[Finding, ...]:
        """Look at the text now, and return what is found."""
        self._pause.stop()
        state = self._workspace.resolution
        self._written &= {self._caret}
        resting = self._written
        if self._seen and self._seen[0] is state and self._seen[1] == resting:
            return self._findings
        self._seen = (state, resting)
        every = check(state, self._workspace.template) if self._is_begun() else ()
        self._show(tuple(finding for finding in every if finding.clause not in resting))
        return self._findings

    def _is_begun(self) -> bool:
        """Return whether anything was written yet: nobody is told what an untouched new text lacks."""
        return self._workspace.history.can_undo or any(
            clause.text for clause in self._workspace.body if clause.kind != "enacting"
        )

    # Mending

    def alike(self, finding: Finding) -> tuple[Finding, ...]:
        """Return the findings of the kind of `finding` that can be mended, itself among them."""
        return tuple(one for one in self._findings if one.code == finding.code and one.remedy is not None)

    def fix(self, finding: Finding, who: object = None) -> bool:
        """Mend `finding`; False where it is not there any more."""
        return self._mend((finding,), who)

    def fix_alike(self, finding: Finding, who: object = None) -> bool:
        """Mend all of the kind of `finding` as one step."""
        return self._mend(self.alike(finding), who)

    def _mend(self, wanted: Iterable[Finding], who: object) -> bool:
        places = {(one.code, one.clause, one.field) for one in wanted}
        present = (one for one in self.look() if (one.code, one.clause, one.field) in places)
        change = _together(self._workspace.resolution, present)
        written = self._written
        self._workspace.apply(change, who)
        self._written = written  # not by hand
        self.look()
        return change != NOTHING

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        self._written |= _written_by(change)
        self._pause.start()
        resting = self._written & {self._caret}
        if not resting.isdisjoint(self._by_clause):
            self._show(tuple(finding for finding in self._findings if finding.clause not in resting))

    def _show(self, findings: tuple[Finding, ...]) -> None:
        if findings != self._findings:
            self._findings = findings
            self._by_clause = _by_clause(findings)
            self.found.emit(findings)


def _by_clause(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        if finding.clause:
            found[finding.clause] = (*found.get(finding.clause, ()), finding)
    return found


def _written_by(change: Change) -> frozenset[str]:
    """Return the ids of the clauses that `change` puts in or puts other words into."""
    match change:
        case Splice(_, removed, inserted):
            known = {clause.id: clause for clause in removed}
            return frozenset(clause.id for clause in inserted if known.get(clause.id) is not clause)
        case Compound(changes):
            return frozenset().union(*map(_written_by, changes))
        case _:
            return frozenset()


def _together(state: Resolution, findings: Iterable[Finding]) -> Change:
    """Return the remedies of `findings` as one change; one that does not go with those before is left for later."""
    changes: list[Change] = []
    for finding in findings:
        if finding.remedy is None:
            continue
        try:
            state = apply(state, finding.remedy)
        except EditError:
            continue
        changes.append(finding.remedy)
    return compound(*changes)
