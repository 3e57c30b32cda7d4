"""The members of one list as Qt's table model: honorific, given name, family name in capitals, country."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor.app.countries import CountryNames
from editor.app.covering import Order, moved, order_of
from editor.model.cover import Person
from editor.templating.people import capitals, with_capitals
from editor.templating.schema import Template
from editor.ui.cover.entry import entered

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COLUMNS = ("honorific", "given", "family", "country")
_SHOWN = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}


class PeopleModel(QAbstractTableModel):
    """The members of one list. `edited` carries the new list; a row in which nothing stands is no member yet."""

    edited = Signal(object)

    def __init__(self, template: Template, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._template = template
        self._language = language
        self._countries = CountryNames(template)
        self._people: list[Person] = []
        self._order: Order | None = None

    def people(self) -> tuple[Person, ...]:
        """Return the members, without rows in which nothing stands yet."""
        return tuple(person for person in self._people if person != Person())

    @property
    def order(self) -> Order | None:
        """What the members are sorted by."""
        return self._order

    def take(self, people: tuple[Person, ...]) -> None:
        """Show `people`; a row that nobody has filled in yet stays while the others are the same."""
        if people == self.people():
            return
        self._order = order_of(people, self._language)
        if len(people) == len(self._people):
            rows = [row for row, person in enumerate(people) if person != self._people[row]]
            self._people = list(people)
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], len(COLUMNS) - 1))
        else:
            self.beginResetModel()
            self._people = list(people)
            self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", self.tr("Given"), self.tr("Family, in capitals"), self.tr("Country"))[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (self.tr("Form"), self.tr("Given"), self.tr("Family, in capitals"), self.tr("Country"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that everything can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; family names are shown in capital letters, as the form prints them."""
        if not index.isValid() or role not in _SHOWN:
            return None
        person = self._people[index.row()]
        if COLUMNS[index.column()] == "family" and role != Qt.ItemDataRole.EditRole:
            return capitals(person, self._template)
        return getattr(person, COLUMNS[index.column()])

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Write a cell. Capitals are understood, and so is a country in any of the template's languages."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        old = self._people[index.row()]
        name = COLUMNS[index.column()]
        words = entered(str(value)).strip()
        if name == "country":
            words = self._countries.name(words, self._language)
        values = {column: getattr(old, column) for column in COLUMNS} | {name: words}
        new = Person(**values, capitals=old.capitals if values["family"] == old.family else "", extra=old.extra)
        if name == "family" and words != old.family:
            new = with_capitals(new, self._template)
        if new == old:
            return False
        self._people[index.row()] = new
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(COLUMNS) - 1))
        self._tell()
        return True

    def add(self, row: int | None = None) -> QModelIndex:
        """Begin a row, at the end or at `row`, and return the place to type in."""
        row = len(self._people) if row is None else row
        self.beginInsertRows(QModelIndex(), row, row)
        self._people.insert(row, Person())
        self.endInsertRows()
        return self.index(row, 0)

    def remove(self, rows: Iterable[int]) -> None:
        """Take the rows `rows` away."""
        before = self.people()
        for row in sorted(set(rows), reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._people[row]
            self.endRemoveRows()
        if self.people() != before:
            self._tell()

    def prune(self, kept: int = -1) -> None:
        """Take away the rows in which nothing stands, but for row `kept`."""
        self.remove(row for row, person in enumerate(self._people) if person == Person() and row != kept)

    def move(self, rows: Iterable[int], step: int) -> tuple[int, ...]:
        """Move the rows `rows` up (-1) or down (1) by one place; return where they are now."""
        people, places = moved(tuple(self._people), rows, step)
        if people != tuple(self._people):
            self._people = list(people)
            self.dataChanged.emit(self.index(0, 0), self.index(len(people) - 1, len(COLUMNS) - 1))
            self._tell()
        return places

    def _tell(self) -> None:
        self._order = order_of(self.people(), self._language)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.edited.emit(self.people())
