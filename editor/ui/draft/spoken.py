"""What a screen reader is told of the place of the caret.

It reads the words of the rows by itself; numbers, levels, parts, references, notes and signs are painted, so it is told
of them: when the caret comes to another clause, when the clause gets another number, and when the caret stands before
a reference or a note. Interfaces of one's own cannot be given to Qt from here (a text interface is handed over as a
bare pointer), so this goes by announcements, which all platforms pass on; and by the field's description while the
keyboard is elsewhere. A description that changes under the keyboard would be spoken too, twice in all.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from editor.app import hearing
from editor.model.clause import Clause
from editor.model.text import Note, Reference, length
from editor.model.tree import find
from editor.ui.draft.margin import sign_words
from editor.ui.outline.saying import Saying

if TYPE_CHECKING:
    from editor.ui.draft.surface import Draft


class Spoken(QObject):
    """Follows the caret of one surface while something listens."""

    def __init__(self, draft: "Draft") -> None:
        super().__init__(draft)
        self._draft = draft
        self._saying = Saying()
        self._where = ("", "")
        self._length = 0
        self._chip: Reference | Note | None = None
        draft.caret_moved.connect(self._follow)

    def rest(self) -> None:
        """Describe the field by its place: the keyboard leaves, and hears that when it comes back."""
        if QAccessible.isActive():
            self._draft.setAccessibleDescription(self.sentence())

    def sentence(self) -> str:
        """Return what is said of the clause with the caret, "Clause 5, level 1: Calls on all to apply paragraph 2" say.

        The words are said only where the row read out would have holes; the signs beside the clause say why they stand.
        """
        clause = self._at()
        if clause is None:
            return ""
        said = self._place(clause)
        if hearing.has_chips(clause.text):
            said = f"{said}: {hearing.whole(clause.text, self._draft.workspace.labels, self._note)}"
        elif not clause.text:
            said = f"{said}: {QCoreApplication.translate('Draft', 'empty')}"
        signs = self._draft.signs_of(clause.id).replace("\n", " ")
        return f"{said.rstrip('.')}. {signs}" if signs else said

    def _at(self) -> Clause | None:
        caret = self._draft.caret()
        return find(self._draft.workspace.body, caret[0]) if caret else None

    def _follow(self) -> None:
        if not QAccessible.isActive():
            return
        caret, clause = self._draft.caret(), self._at()
        where = (clause.id, self._place(clause)) if clause else ("", "")
        chip = hearing.chip(clause, caret[1]) if clause and caret else None
        size = length(clause.text) if clause else 0
        came, typed, met = where != self._where, size != self._length, chip is not self._chip
        self._where, self._length, self._chip = where, size, chip
        if not self._draft.hasFocus():
            self.rest()
        elif came:
            self._say(self.sentence())
        elif chip and met and not typed:
            self._say(self._chip_words(chip))

    def _say(self, words: str) -> None:
        if self._draft.accessibleDescription():
            self._draft.setAccessibleDescription("")  # true no longer, and an empty one is not spoken
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._draft, words))

    def _place(self, clause: Clause) -> str:
        """Return part, number and level: "Operative part. Clause 4, level 1"."""
        entry = hearing.entry(self._draft.workspace.labels, clause.id)
        place = self._saying.place(entry)
        sign = self._draft.projection.looks[entry.at].sign
        return f"{sign_words(sign)}. {place}" if sign else place

    def _chip_words(self, chip: Reference | Note) -> str:
        labels = self._draft.workspace.labels
        if isinstance(chip, Note):
            return self._note(chip)
        target = hearing.target_words(chip, labels)
        lost = QCoreApplication.translate("Draft", "it lost its target")
        return f"{labels.reference(chip)}: {target or lost}"

    def _note(self, note: Note) -> str:
        workspace = self._draft.workspace
        pattern = QCoreApplication.translate("Draft", "note {number}: {words}")
        return hearing.note_words(note, workspace.labels, workspace.note_numbers, pattern)
