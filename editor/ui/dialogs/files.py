"""The system's own dialogs for files."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class OpenFile:
    """Asks for one file to read."""

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, folder: Path, filter_: str) -> Path | None:
        """Return the chosen file; None if there is none."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), filter_)
        return Path(name) if name else None


class OpenFiles:
    """Asks for any number of files to read."""

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, folder: Path, filter_: str) -> list[Path]:
        """Return the chosen files."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), filter_)
        return [Path(name) for name in names]


class SaveFile:
    """Asks where to write a file."""

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, suggestion: Path, filter_: str) -> Path | None:
        """Return the chosen file, which has the ending of `suggestion`; None if there is none.

        The system's dialog asks before a file is given up that is there already. Where the ending was missing and the
        name with it is taken, the dialog comes back with the whole name, so that it asks of that one too.
        """
        ending = suggestion.suffix
        while True:
            name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), filter_)
            if not name:
                return None
            path = Path(name)
            if path.suffix.lower() == ending.lower():
                return path
            suggestion = path.with_name(path.name + ending)
            if not suggestion.exists():
                return suggestion
