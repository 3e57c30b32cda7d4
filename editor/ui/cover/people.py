"""A list of members as a table: one row a member, edited in place."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from editor.model.cover import CoverValue, Person
from editor.templating.people import capitals
from editor.templating.schema import Template
from editor.ui.cover.fields import FieldEditor
from editor.ui.cover.plain import UndoElsewhere, entered
from editor.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_COLUMNS = ("honorific", "given", "family", "country")
_SHOWN = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}


class PeopleModel(QAbstractTableModel):
    """The members of one list. `edited` carries the new list; an empty new row is no member yet."""

    edited = Signal(object)

    def __init__(self, template: Template, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._template = template
        self._people: list[Person] = []

    def people(self) -> tuple[Person, ...]:
        """Return the members, without rows in which nothing stands yet."""
        return tuple(person for person in self._people if person != Person())

    def take(self, people: tuple[Person, ...]) -> None:
        """Show `people`; a row that nobody has filled in yet stays while the others are the same."""
        if people == self.people():
            return
        self.beginResetModel()
        self._people = list(people)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return (self.tr("Form"), self.tr("Given"), self.tr("Family"), self.tr("Country"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that everything can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; family names are shown in capital letters, as the form prints them."""
        if not index.isValid() or role not in _SHOWN:
            return None
        person = self._people[index.row()]
        if _COLUMNS[index.column()] == "family" and role == Qt.ItemDataRole.DisplayRole:
            return capitals(person, self._template)
        return getattr(person, _COLUMNS[index.column()])

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Write a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        old = self._people[index.row()]
        values = {name: getattr(old, name) for name in _COLUMNS} | {_COLUMNS[index.column()]: entered(str(value))}
        kept = old.capitals if values["family"] == old.family else ""
        new = Person(**values, capitals=kept, extra=old.extra)
        if new == old:
            return False
        self._people[index.row()] = new
        self.dataChanged.emit(index, index)
        self.edited.emit(self.people())
        return True

    def add(self) -> QModelIndex:
        """Begin a row, and return the place to type in."""
        row = len(self._people)
        self.beginInsertRows(QModelIndex(), row, row)
        self._people.append(Person())
        self.endInsertRows()
        return self.index(row, 0)

    def remove(self, rows: list[int]) -> None:
        """Take the rows `rows` away."""
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._people[row]
            self.endRemoveRows()
        if rows:
            self.edited.emit(self.people())


class _CellEditor(QStyledItemDelegate):
    """Makes the cells' inputs leave undo to the window."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Return the input for a cell."""
        field = super().createEditor(parent, option, index)
        if isinstance(field, QLineEdit):
            field.installEventFilter(UndoElsewhere(field))
        return field


class PeopleEditor(FieldEditor):
    """A field with a list of members."""

    def __init__(self, theme: Theme, name: str, template: Template) -> None:
        super().__init__(theme)
        self.setAccessibleName(name)
        self.members = PeopleModel(template, self)
        self.members.edited.connect(lambda people: self.edited.emit(people or None))
        self.table = QTableView()
        self.table.setObjectName("people")
        self.table.setAccessibleName(name)
        self.table.setModel(self.members)
        self.table.setItemDelegate(_CellEditor(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.px("control", "row-table"))
        self.table.setCornerButtonEnabled(False)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, 2 * theme.px("control", "row-table"))
        self.table.setMinimumHeight(8 * theme.px("control", "row-table"))
        self.setFocusProxy(self.table)
        self.box.addWidget(self.table)
        self.box.addLayout(self._buttons(theme))

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.space(2))
        self._add = QPushButton(self.tr("Add"))
        self._add.setObjectName("people_add")
        self._add.clicked.connect(self._begin_row)
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.setObjectName("people_remove")
        self._remove.clicked.connect(self._remove_rows)
        line.addWidget(self._add)
        line.addWidget(self._remove)
        theme.changed.connect(self._recolour)
        self._recolour()
        line.addStretch(1)
        return line

    def _recolour(self) -> None:
        size = float(self.theme.token("icon", "size-row")) * self.theme.scale
        self._add.setIcon(self.theme.icon("plus", size))
        self._remove.setIcon(self.theme.icon("trash-2", size))

    def _begin_row(self) -> None:
        index = self.members.add()
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _remove_rows(self) -> None:
        self.members.remove([index.row() for index in self.table.selectionModel().selectedRows()])

    def show_value(self, value: CoverValue | None) -> None:
        """Show the members."""
        self.members.take(value if isinstance(value, tuple) else ())
