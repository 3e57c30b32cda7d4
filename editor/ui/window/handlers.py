"""What each command of the window does, by its name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow

ZOOM_STEP = 10

Handlers = dict[str, Callable[[], object]]


def handlers(window: "MainWindow") -> Handlers:
    """Return the handler of every command."""
    return {**_files(window), **_edits(window), **_clauses(window), **_views(window)}


def _files(window: "MainWindow") -> Handlers:
    files = window.files
    return {
        "new": files.new,
        "open": files.open,
        "save": files.save,
        "save_as": files.save_as,
        "export_pdf": files.export_pdf,
        "export_docx": files.export_docx,
        "close": window.close,
    }


def _edits(window: "MainWindow") -> Handlers:
    return {
        "undo": lambda: window.session.workspace.undo(window),
        "redo": lambda: window.session.workspace.redo(window),
        "cut": lambda: window.in_focus("cut"),
        "copy": lambda: window.in_focus("copy"),
        "paste": lambda: window.in_focus("paste"),
        "select_all": lambda: window.in_focus("selectAll"),
        "italic": lambda: window.session.draft.commands.toggle("italic"),
        "bold": lambda: window.session.draft.commands.toggle("bold"),
        "superscript": lambda: window.session.draft.commands.toggle("superscript"),
    }


def _clauses(window: "MainWindow") -> Handlers:
    def draft(command: str) -> Callable[[], None]:
        return lambda: getattr(window.session.draft.commands, command)()

    return {
        "add_clause": draft("add_clause"),
        "to_operative": draft("to_operative"),
        "outdent": draft("outdent"),
        "indent": draft("indent"),
        "move_up": lambda: window.session.draft.commands.move(-1),
        "move_down": lambda: window.session.draft.commands.move(1),
    }


def _views(window: "MainWindow") -> Handlers:
    def zoom(by: int) -> Callable[[], None]:
        return lambda: window.session.draft.set_zoom(window.session.draft.zoom + by)

    usual = int(window.program.theme.token("size", "draft", "zoom-default"))
    return {
        "outline": lambda: window.shell.show_outline(window.commands["outline"].isChecked()),
        "cover": lambda: window.toggle_panel("cover"),
        "zoom_in": zoom(ZOOM_STEP),
        "zoom_out": zoom(-ZOOM_STEP),
        "zoom_reset": lambda: window.session.draft.set_zoom(usual),
        "next_pane": lambda: window.go_pane(1),
        "last_pane": lambda: window.go_pane(-1),
    }
