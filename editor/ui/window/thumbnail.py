"""The little cover page in the cover form: the real first page, drawn small while the form is open."""

from PySide6.QtCore import QEvent, QObject

from editor.app.pagemaking.maker import PageMaker
from editor.app.pagemaking.messages import Look
from editor.ui.cover.form import CoverForm
from editor.ui.theme import Theme

_FIRST = (0, 0)  # the first page is less high, so small, than one tile


class Thumbnail(QObject):
    """Gives `form` its picture from `maker`."""

    def __init__(self, form: CoverForm, maker: PageMaker, theme: Theme) -> None:
        super().__init__(form)
        self._form, self._maker, self._theme = form, maker, theme
        form.installEventFilter(self)
        maker.drawn.connect(self._take)
        theme.changed.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at the first page while the form is in sight."""
        if watched is self._form and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._look() if event.type() == QEvent.Type.Show else self._maker.look(None)
        return False

    def _look(self) -> None:
        if self._form.isVisible():
            width = self._form.thumbnail_pixels().width()
            self._maker.look(Look(width, self._theme.colour("paper").rgba(), (_FIRST,)))

    def _take(self, pictures: object) -> None:
        if self._form.isVisible() and isinstance(pictures, dict) and _FIRST in pictures:
            self._form.show_thumbnail(pictures[_FIRST])
