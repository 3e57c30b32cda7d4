"""The panels at the right and the strips under the text: which there are, and how each is made when first wanted."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from editor.ui.window.session import Session


class Panel(QWidget):
    """What every panel and strip can do; they are not of this class, only of its shape."""

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        raise NotImplementedError

    def detach(self) -> None:
        """Follow the workspace no more."""
        raise NotImplementedError


def _cover(session: "Session") -> QWidget:
    from editor.ui.cover.form import CoverForm

    form = CoverForm(session.workspace, session.program.theme)
    form.setDisabled(session.document.read_only)
    return form


MAKERS: Mapping[str, Callable[["Session"], Panel]] = cast(
    "Mapping[str, Callable[[Session], Panel]]",
    {"cover": _cover},
)
"""What makes each panel and strip, by its object name."""

TABS = ("cover",)
"""The panels that have a tab in the tool bar, from left to right; a command opens each."""

WIDTHS = {"cover": "panel-cover"}
"""The token [size.window] with a panel's width, where it is not "panel"."""
