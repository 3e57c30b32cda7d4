"""What each command of the window does, by its name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from editor.app.beside import begin_kind
from editor.app.store import changed
from editor.model import edits
from editor.model.clause import Kind
from editor.model.errors import EditError
from editor.model.tree import find

if TYPE_CHECKING:
    from editor.ui.draft.commands import Commands
    from editor.ui.outline.commands import Commands as OutlineCommands
    from editor.ui.window.main_window import MainWindow

ZOOM_STEP = 10

Handler = Callable[[], object]
Handlers = dict[str, Handler]


def handlers(window: "MainWindow") -> Handlers:
    """Return the handler of every command."""
    found: Handlers = {}
    for menu in (_files, _edits, _inserts, _clauses, _views, _tools):
        found |= menu(window)
    return found


def _files(window: "MainWindow") -> Handlers:
    files = window.files
    return {
        "new": files.new,
        "open": files.open,
        "start": window.program.show_start,
        "start_last_year": files.open_last_year,
        "import_text": files.import_text,
        "save": files.save,
        "save_as": files.save_as,
        "earlier": files.bring_back,
        "export": files.export,
        "print_preview": files.preview_print,
        "print": files.print_copy,
        "close": window.close,
        "quit": window.program.quit,
    }


def _edits(window: "MainWindow") -> Handlers:
    def find_bar(command: str) -> Handler:
        return lambda: getattr(window.open_strip("find"), command)()

    return {
        "undo": lambda: window.session.workspace.undo(window),
        "redo": lambda: window.session.workspace.redo(window),
        "cut": lambda: window.in_focus("cut"),
        "copy": lambda: window.in_focus("copy"),
        "paste": lambda: window.in_focus("paste"),
        "paste_words": lambda: window.in_focus("paste_words"),
        "select_all": lambda: window.in_focus("selectAll"),
        "find": find_bar("open"),
        "replace": lambda: window.open_strip("find").open(replacing=True),  # type: ignore[attr-defined]
        "find_next": find_bar("go_on"),
        "find_last": find_bar("go_back"),
        "italic": lambda: window.toggle_mark("italic"),
        "bold": lambda: window.toggle_mark("bold"),
        "superscript": lambda: window.toggle_mark("superscript"),
    }


def _inserts(window: "MainWindow") -> Handlers:
    def begin(kind: Kind) -> Handler:
        return lambda: _begin(window, kind)

    return {
        "reference": lambda: window.session.aids.references.choose(),
        "footnote": lambda: window.open_strip("notes").footnote(),  # type: ignore[attr-defined]
        "remark": lambda: _add_remark(window),
        "add_heading": begin("heading"),
        "add_closing": begin("closing"),
        "add_part": begin("part"),
        "add_annex": begin("annex"),
    }


def _add_remark(window: "MainWindow") -> None:
    window.open_panel("remarks", focus=False)
    window.session.panel("remarks").add()  # type: ignore[attr-defined]


def _begin(window: "MainWindow", kind: Kind) -> None:
    workspace, draft = window.session.workspace, window.session.draft
    clause = window.session.clause()
    if clause is None:
        return
    try:
        edit = begin_kind(workspace.resolution, workspace.grammar, clause, kind)
    except EditError as error:
        draft.refuse(error)
        return
    workspace.apply(edit.change, window)
    draft.put_span(edit.caret, edit.caret)
    draft.setFocus()


def _clauses(window: "MainWindow") -> Handlers:
    def arranger() -> "Commands | OutlineCommands":
        """Return what arranges clauses where the keyboard is: those chosen in the outline, else those of the caret."""
        session = window.session
        return session.outline.commands if session.outline.hasFocus() else session.draft.commands

    return {
        "add_clause": lambda: arranger().add_clause(),
        "to_operative": lambda: window.session.draft.commands.to_operative(),
        "outdent": lambda: arranger().outdent(),
        "indent": lambda: arranger().indent(),
        "move_up": lambda: arranger().move(-1),
        "move_down": lambda: arranger().move(1),
        "number": lambda: _number(window),
    }


def _number(window: "MainWindow") -> None:
    from editor.ui.dialogs.number import NumberDialog

    workspace, clause = window.session.workspace, window.session.clause()
    if clause is None or workspace.read_only:
        return
    counted = workspace.labels.of(clause).text
    answer = NumberDialog.ask(window.program.theme, counted, find(workspace.body, clause).number, window)
    if answer is None:
        return
    try:
        workspace.apply(edits.set_number(workspace.resolution, clause, answer.number), window)
    except EditError as error:
        window.session.draft.refuse(error)


def _views(window: "MainWindow") -> Handlers:
    def zoom(by: int) -> Handler:
        return lambda: window.session.draft.set_zoom(window.session.draft.zoom + by)

    def panel(name: str) -> Handler:
        return lambda: window.toggle_panel(name)

    usual = int(window.program.theme.token("size", "draft", "zoom-default"))
    return {
        "outline": lambda: window.shell.show_outline(window.commands["outline"].isChecked()),
        "filter": window.filter_outline,
        "preview": panel("preview"),
        "cover": panel("cover"),
        "checks": panel("checks"),
        "remarks": panel("remarks"),
        "zoom_in": zoom(ZOOM_STEP),
        "zoom_out": zoom(-ZOOM_STEP),
        "zoom_reset": lambda: window.session.draft.set_zoom(usual),
        "next_pane": lambda: window.go_pane(1),
        "last_pane": lambda: window.go_pane(-1),
    }


def _tools(window: "MainWindow") -> Handlers:
    def spelling() -> None:
        program = window.program
        program.set_preferences(changed(program.preferences, spelling=window.commands["spelling"].isChecked()))

    return {
        "palette": window.tools.open_palette,
        "spelling": spelling,
        "settings": window.tools.open_settings,
        "keyboard": lambda: window.tools.open_keyboard(),
        "about": window.tools.say_about,
    }
