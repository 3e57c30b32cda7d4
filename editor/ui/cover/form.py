"""The form of the cover sheet, made from the fields of the kind of paper; all edits are on the text's own undo."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.app.covering import marks, words_in
from editor.app.workspace import Workspace
from editor.model.changes import Change, SetCover, paper_fields
from editor.model.cover import Code, CoverValue, DateRange, Person
from editor.model.resolution import Resolution
from editor.ui.cover.code import CodeEditor
from editor.ui.cover.fields import FieldEditor
from editor.ui.cover.foot import Foot
from editor.ui.cover.look import sheet
from editor.ui.cover.page import CoverPage
from editor.ui.theme import Theme

_THUMBNAIL_FROM = 440  # pixels of width at the drawn size, below which the page in small makes room


class CoverForm(QWidget):
    """The cover of one workspace's paper.

    `wrong_changed` carries how many fields hold words that the text cannot take, as a day that is none; no check of the
    text can know of them.
    """

    wrong_changed = Signal(int)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAccessibleName(self.tr("Cover sheet"))
        self._workspace = workspace
        self._theme = theme
        self._shape: tuple[str, str] = ("", "")
        self._wrong = 0
        self._image = QImage()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("cover_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit_page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._scroll, 1)
        self._box = box
        self._foot: Foot | None = None
        self._dress()
        theme.changed.connect(self._dress)
        self._build()
        workspace.listen(self._on_change)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self._workspace.leave(self._on_change)

    def focus_first(self) -> None:
        """Go to the first field."""
        first = next(iter(self._page.editors.values()), None)
        target = first.focusProxy() if first else None
        (target or self._page.paper.revision).setFocus(Qt.FocusReason.TabFocusReason)

    def focus_field(self, key: str) -> None:
        """Go to the cover field `key`, "original_language" for that of the paper."""
        editor = self._page.editors.get(key)
        target = self._page.paper.original if key == "original_language" else editor.focusProxy() if editor else None
        if target:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(target)

    def show_thumbnail(self, image: QImage) -> None:
        """Show `image` of the cover's page beside the code; an empty one shows a blank sheet."""
        self._image = image
        self._page.thumbnail.show_image(image)

    def thumbnail_pixels(self) -> QSize:
        """Return how large an image of the page is wanted, in real pixels."""
        return self._page.thumbnail.pixels()

    @property
    def editors(self) -> Mapping[str, FieldEditor]:
        """The editors of the fields by key, in reading order."""
        return self._page.editors

    @property
    def wrong(self) -> int:
        """How many fields hold words that the text cannot take."""
        return self._wrong

    def _build(self) -> None:
        """Make the form for the present kind of paper and language."""
        state = self._workspace.resolution
        self._shape = (state.kind, state.language)
        page = CoverPage(self._workspace, self._theme)
        page.thumbnail.show_image(self._image)
        for key, editor in page.editors.items():
            editor.edited.connect(lambda value, key=key: self._edited(key, value))
            editor.left.connect(self._left)
        people = page.people()
        if people:
            people.seen.connect(lambda place, table=people.table: self._see(table, place))
        before = self._scroll.takeWidget()
        if before:
            before.hide()
            before.deleteLater()  # the form may be built anew from one of its own signals
        self._page = page
        self._scroll.setWidget(page)
        self._fit_page()
        self._foot = self._new_foot()
        self._foot.serve(people)
        for stop, after in pairwise((*page.stops(), *self._foot.stops())):
            QWidget.setTabOrder(stop, after)
        self._show(state)
        self._fold_thumbnail()

    def _new_foot(self) -> Foot:
        """Put a foot under the new page: Tab goes through what was made later afterwards, whatever order it is told."""
        if self._foot:
            self._box.removeWidget(self._foot)
            self._foot.hide()
            self._foot.setParent(None)
            self._foot.deleteLater()
        foot = Foot(self._theme)
        self._box.addWidget(foot)
        return foot

    def _edited(self, key: str, value: CoverValue | None) -> None:
        cover = self._workspace.resolution.cover
        merges = isinstance(value, str | Person | Code | DateRange)
        step = ("cover", key, words_in(value)) if value is not None and merges else None
        self._workspace.apply(SetCover(cover, cover.with_value(key, value)), self, step)

    def _left(self) -> None:
        self._workspace.history.close()
        self._count_wrong()

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        if (after.kind, after.language) != self._shape:
            at = self._focused()
            self._build()
            self._return_to(at)
        elif after.cover is not before.cover or paper_fields(after) != paper_fields(before):
            self._show(after)

    def _focused(self) -> str:
        """Return the name of the part of the form that the keyboard is in, which outlives its being made anew."""
        now = QApplication.focusWidget()
        while now and now is not self and (not now.objectName() or now.objectName().startswith("qt_")):
            now = now.parentWidget()
        return now.objectName() if now and self.isAncestorOf(now) else ""

    def _return_to(self, name: str) -> None:
        target = self.findChild(QWidget, name) if name else None
        if isinstance(target, QWidget):
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, state: Resolution) -> None:
        found = marks(state, self._workspace.template)
        self._page.paper.show_paper(state)
        for key, editor in self._page.editors.items():
            editor.show_value(state.cover.get(key))
            if isinstance(editor, CodeEditor):
                editor.show_paper(state.language, state.revision)
            editor.show_mark(found.get(key))
        self._page.paper.show_mark(found.get(""))
        if self._foot:
            self._foot.say("")
        self._count_wrong()

    def _count_wrong(self) -> None:
        wrong = sum(editor.wrong for editor in self._page.editors.values())
        if wrong != self._wrong:
            self._wrong = wrong
            self.wrong_changed.emit(wrong)

    def _see(self, table: QWidget, place: QRect) -> None:
        """Scroll so that `place` of `table` is in sight."""
        corner = table.mapTo(self._page, QPoint(place.left(), place.center().y()))
        self._scroll.ensureVisible(corner.x(), corner.y(), 0, place.height() * 2)

    def _fit_page(self) -> None:
        bar = self._scroll.verticalScrollBar()
        self._page.leave_room(bar.sizeHint().width() if bar.maximum() else 0)

    def _dress(self) -> None:
        self.setStyleSheet(sheet(self._theme))

    def _fold_thumbnail(self) -> None:
        self._page.thumbnail.setVisible(self.width() >= _THUMBNAIL_FROM * self._theme.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the page in small only where there is room."""
        super().resizeEvent(event)
        self._fold_thumbnail()
