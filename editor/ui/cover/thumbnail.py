"""The cover's page in small, beside the code."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.ui.theme import Theme

WIDTH, HEIGHT = 119, 168
"""Pixels at the drawn size; a sheet of A4."""


class Thumbnail(QWidget):
    """Shows an image of the page; until there is one, an empty sheet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setAccessibleName(self.tr("The cover as it prints"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(round(WIDTH * theme.scale), round(HEIGHT * theme.scale))
        theme.changed.connect(self.update)

    def pixels(self) -> QSize:
        """Return how large an image fills the place, in real pixels."""
        return self.size() * self.devicePixelRatioF()

    def show_image(self, image: QImage) -> None:
        """Show `image`; an empty one leaves the sheet blank."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(sheet, self._theme.colour("paper"))
        if not self._image.isNull():
            shape = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, shape.width(), shape.height())
            place.moveCenter(sheet.center())
            if self._theme.scheme == "dark":
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(place, self._image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.drawRect(sheet)
        painter.end()
