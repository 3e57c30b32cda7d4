"""The findings as a list: what is to be mended, then advice, each under its heading."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.app.checker import Finding
from editor.app.workspace import Workspace
from editor.ui.checks.signs import place, sentence

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
FINDING = _Role.UserRole.value + 1
NUMBER = _Role.UserRole.value + 2
CONTEXT = _Role.UserRole.value + 3

_Row = tuple[str, Finding | None]
"""A heading with its words, or a sentence with its finding."""


class FindingsModel(QAbstractListModel):
    """The findings of one workspace; what a line shows is also what it says to a screen reader."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: list[_Row] = []

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show `findings`."""
        self.beginResetModel()
        self._rows = []
        for severity, heading in (("error", self.tr("To mend")), ("advice", self.tr("Advice"))):
            group = [finding for finding in findings if finding.severity == severity]
            if group:
                self._rows.append((f"{heading}  {len(group)}", None))
                self._rows += [(sentence(finding), finding) for finding in group]
        self.endResetModel()

    def finding(self, index: _Index) -> Finding | None:
        """Return the finding of a line, None for a heading."""
        return self._rows[index.row()][1] if index.isValid() and index.row() < len(self._rows) else None

    def first(self) -> QModelIndex:
        """Return the first finding's line, an invalid index if there is none."""
        return self.index(1) if self._rows else QModelIndex()

    def line_of(self, finding: Finding) -> QModelIndex:
        """Return the line that says the same of the same place as `finding`, else one at its clause."""
        alike = [row for row, (_, one) in enumerate(self._rows) if one and _key(one) == _key(finding)]
        return self.index(alike[0]) if alike else self.line_at(finding.clause) if finding.clause else QModelIndex()

    def line_at(self, clause_id: str) -> QModelIndex:
        """Return the first line about the clause `clause_id`."""
        rows = [row for row, (_, one) in enumerate(self._rows) if one and one.clause == clause_id]
        return self.index(rows[0]) if rows else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let findings be chosen, headings only be seen: keys walk past them."""
        if self.finding(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = _Role.DisplayRole.value) -> object:
        """Return what a line shows and says."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        words, finding = self._rows[index.row()]
        if role == _Role.DisplayRole:
            return words
        if role == FINDING:
            return finding
        if finding is None:
            return words if role == _Role.AccessibleTextRole else None
        number, context = place(finding, self._workspace)
        if role == NUMBER:
            return number
        if role == CONTEXT:
            return context
        if role == _Role.AccessibleTextRole:
            return ", ".join(filter(None, (self.tr("Clause {number}").format(number=number) if number else "", words)))
        return None


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.clause, finding.field, finding.parameters
