"""A list of members: how many there are, the table, and what its foot does."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from editor.app.countries import countries
from editor.app.covering import Order, counted, in_order
from editor.app.listing import added, as_rows, read_list
from editor.model.cover import CoverValue
from editor.templating.schema import Template
from editor.ui.cover.fields import FieldEditor, forms
from editor.ui.cover.people_model import PeopleModel
from editor.ui.cover.people_table import PeopleTable
from editor.ui.cover.plain import label
from editor.ui.theme import Theme


class PeopleEditor(FieldEditor):
    """A field with a list of members.

    `said` carries a sentence about what was done, `ordered` says that the order may be another, `seen` which place of
    the table must be in sight.
    """

    said = Signal(str)
    ordered = Signal()
    seen = Signal(QRect)

    def __init__(self, theme: Theme, name: str, template: Template, language: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(name)
        self._template = template
        self._language = language
        self.members = PeopleModel(template, language, self)
        offers = {"honorific": forms(template, language), "country": countries(template, language)}
        self.table = PeopleTable(theme, self.members, name, offers)
        self.setFocusProxy(self.table)
        self.box.setSpacing(theme.space(2))
        self.box.addLayout(self._heading(theme, name))
        frame = QFrame()
        frame.setObjectName("people_frame")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self.box.addWidget(frame)
        self.box.addWidget(self.trouble)
        self.members.edited.connect(self._edited)
        self.table.copy_wanted.connect(self.copy)
        self.table.paste_wanted.connect(self.paste)
        self.table.sort_wanted.connect(self.sort)
        self.table.seen.connect(self.seen)
        theme.changed.connect(self.table.viewport().update)

    def _heading(self, theme: Theme, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        heading = label(theme, name, self.table, strong=True)
        self._count = label(theme, "")
        self._count.setFont(theme.font("base"))
        self._count.setProperty("role", "quiet")
        self._count.setObjectName("people_count")
        self._count.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(heading, 1)
        row.addWidget(self._count)
        return row

    def inputs(self) -> Sequence[QWidget]:
        """Return the table."""
        return (self.table,)

    @property
    def order(self) -> Order | None:
        """What the members are sorted by."""
        return self.members.order

    def add(self) -> None:
        """Begin a row at the end."""
        self.members.prune()
        self.table.begin(self.members.add())

    def copy(self) -> None:
        """Put the selected members on the clipboard, as rows of a spreadsheet."""
        self.members.prune()
        people = self.members.people()
        QGuiApplication.clipboard().setText(as_rows(people[row] for row in self.table.rows()))

    def paste(self) -> None:
        """Take in the list on the clipboard; a list in order stays so."""
        listed = read_list(QGuiApplication.clipboard().text(), self._template, self._language)
        before = self.members.people()
        after = added(before, listed.people)
        new = len(after) - len(before)
        if self.order and new:
            after = in_order(after, self._language, self.order)
        if new:
            self._put(after)
        self.said.emit(self._pasted(new, len(listed.people) - new, listed.left_out))

    def sort(self, order: str) -> None:
        """Sort the members by country or by name."""
        by: Order = "country" if order == "country" else "name"
        self.members.prune()
        people = in_order(self.members.people(), self._language, by)
        if people != self.members.people():
            self._put(people)

    def _put(self, people: tuple[object, ...]) -> None:
        self.edited.emit(people)

    def _pasted(self, new: int, known: int, left_out: Sequence[str]) -> str:
        if not new and not known:
            return self.tr("Copy a list first, as rows of a spreadsheet or with one member a line; then paste it here.")
        said = []
        if new:
            one = new == 1
            said.append(self.tr("1 member was added.") if one else self.tr("{n} members were added.").format(n=new))
        if known:
            one = known == 1
            said.append(
                self.tr("1 was listed already.") if one else self.tr("{n} were listed already.").format(n=known)
            )
        if left_out:
            said.append(self.tr("These columns were left out: {columns}.").format(columns=", ".join(left_out)))
        return " ".join(said)

    def _edited(self, people: tuple[object, ...]) -> None:
        self.edited.emit(people or None)
        self._recount()

    def _recount(self) -> None:
        members, lands = counted(self.members.people())
        if not members:
            words = ""
        elif members == 1:
            words = self.tr("1 member")
        elif lands == 1:
            words = self.tr("{members} members from 1 country").format(members=members)
        else:
            words = self.tr("{members} members from {lands} countries").format(members=members, lands=lands)
        self._count.setText(words)
        self.ordered.emit()

    def show_value(self, value: CoverValue | None) -> None:
        """Show the members."""
        self.members.take(value if isinstance(value, tuple) else ())
        self._recount()
