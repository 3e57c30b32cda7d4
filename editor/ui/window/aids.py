"""What helps in typing: made once the text is on the screen, so that nobody waits for it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow
    from editor.ui.window.session import Session


class Aids:
    """The helpers of one session."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def serve(self, window: "MainWindow") -> None:
        """Connect what is here with `window`, once."""

    def detach(self) -> None:
        """Follow the workspace no more."""
