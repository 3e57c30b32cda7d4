"""The commands of the window as data: words, key, icon, and where in the menus each stands."""

from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from editor.app.sentences.marking import QT_TRANSLATE_NOOP

_Standard = QKeySequence.StandardKey
Keys = QKeySequence.StandardKey | str | None


class Command(NamedTuple):
    """One action: `name` follows "action_" in its object name, `words` stand in the menu, `short` on a button."""

    name: str
    words: str
    keys: Keys = None
    icon: str = ""
    short: str = ""
    checkable: bool = False


class Section(NamedTuple):
    """One menu: its title, and the commands in it, None for a line between them."""

    title: str
    commands: tuple[Command | None, ...]


_FILE = Section(
    QT_TRANSLATE_NOOP("Actions", "&File"),
    (
        Command("new", QT_TRANSLATE_NOOP("Actions", "&New…"), _Standard.New, "file-plus"),
        Command("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), _Standard.Open, "folder-open"),
        Command("start", QT_TRANSLATE_NOOP("Actions", "Start Pa&ge"), "Ctrl+Shift+N"),
        None,
        Command("start_last_year", QT_TRANSLATE_NOOP("Actions", "Start from &Last Year’s Text…"), icon="history"),
        Command("import_text", QT_TRANSLATE_NOOP("Actions", "&Import Word or Text…"), icon="upload"),
        None,
        Command("save", QT_TRANSLATE_NOOP("Actions", "&Save"), _Standard.Save),
        Command("save_as", QT_TRANSLATE_NOOP("Actions", "Save &As…"), "Ctrl+Shift+S"),
        Command("earlier", QT_TRANSLATE_NOOP("Actions", "Earlier S&tates…"), icon="history"),
        None,
        Command(
            "export",
            QT_TRANSLATE_NOOP("Actions", "&Export…"),
            "Ctrl+E",
            "download",
            QT_TRANSLATE_NOOP("Actions", "Export"),
        ),
        Command("print_preview", QT_TRANSLATE_NOOP("Actions", "Print Pre&view…"), "Ctrl+Shift+P"),
        Command("print", QT_TRANSLATE_NOOP("Actions", "&Print…"), _Standard.Print, "printer"),
        None,
        Command("close", QT_TRANSLATE_NOOP("Actions", "&Close"), _Standard.Close),
        Command("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"),
    ),
)

_EDIT = Section(
    QT_TRANSLATE_NOOP("Actions", "&Edit"),
    (
        Command("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), _Standard.Undo, "undo-2"),
        Command("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", "redo-2"),
        None,
        Command("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), _Standard.Cut),
        Command("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), _Standard.Copy),
        Command("paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), _Standard.Paste),
        Command("paste_words", QT_TRANSLATE_NOOP("Actions", "Paste as Plain &Words"), "Ctrl+Shift+V"),
        Command("select_all", QT_TRANSLATE_NOOP("Actions", "Select &All"), _Standard.SelectAll),
        None,
        Command("find", QT_TRANSLATE_NOOP("Actions", "&Find…"), _Standard.Find, "search"),
        Command("replace", QT_TRANSLATE_NOOP("Actions", "R&eplace…"), "Ctrl+H"),
        Command("find_next", QT_TRANSLATE_NOOP("Actions", "Find &Next"), "F3"),
        Command("find_last", QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"), "Shift+F3"),
        None,
        Command("italic", QT_TRANSLATE_NOOP("Actions", "&Italic"), "Ctrl+I"),
        Command("bold", QT_TRANSLATE_NOOP("Actions", "&Bold"), "Ctrl+B"),
        Command("superscript", QT_TRANSLATE_NOOP("Actions", "&Superscript"), "Ctrl+Shift+="),
    ),
)

_INSERT = Section(
    QT_TRANSLATE_NOOP("Actions", "&Insert"),
    (
        Command("reference", QT_TRANSLATE_NOOP("Actions", "&Reference to a Clause…"), "Ctrl+Shift+R", "link"),
        Command("footnote", QT_TRANSLATE_NOOP("Actions", "&Footnote"), "Ctrl+Alt+F", "superscript"),
        Command("remark", QT_TRANSLATE_NOOP("Actions", "Re&mark"), "Ctrl+Alt+M", "message-square"),
        None,
        Command("add_heading", QT_TRANSLATE_NOOP("Actions", "&Heading")),
        Command("add_closing", QT_TRANSLATE_NOOP("Actions", "&Text after the Sub-Items")),
        Command("add_part", QT_TRANSLATE_NOOP("Actions", "&Part")),
        Command("add_annex", QT_TRANSLATE_NOOP("Actions", "&Annex")),
    ),
)

_CLAUSE = Section(
    QT_TRANSLATE_NOOP("Actions", "&Clause"),
    (
        Command(
            "add_clause",
            QT_TRANSLATE_NOOP("Actions", "&Add a Clause"),
            "Ctrl+Shift+Return",
            "plus",
            QT_TRANSLATE_NOOP("Actions", "Clause"),
        ),
        Command("to_operative", QT_TRANSLATE_NOOP("Actions", "Go to the Operative &Part"), "Ctrl+Return"),
        None,
        Command("outdent", QT_TRANSLATE_NOOP("Actions", "Step &Out"), "Ctrl+[", "list-indent-decrease"),
        Command("indent", QT_TRANSLATE_NOOP("Actions", "Make a Sub-&Item"), "Ctrl+]", "list-indent-increase"),
        Command("move_up", QT_TRANSLATE_NOOP("Actions", "Move Clause &Up"), "Alt+Up", "arrow-up"),
        Command("move_down", QT_TRANSLATE_NOOP("Actions", "Move Clause &Down"), "Alt+Down", "arrow-down"),
        None,
        Command("number", QT_TRANSLATE_NOOP("Actions", "&Number…")),
    ),
)

_VIEW = Section(
    QT_TRANSLATE_NOOP("Actions", "&View"),
    (
        Command("outline", QT_TRANSLATE_NOOP("Actions", "&Outline"), "F9", "panel-left", checkable=True),
        Command("filter", QT_TRANSLATE_NOOP("Actions", "&Filter the Outline"), "Ctrl+L", "funnel"),
        None,
        Command(
            "preview",
            QT_TRANSLATE_NOOP("Actions", "&Preview"),
            "F8",
            short=QT_TRANSLATE_NOOP("Actions", "Preview"),
            checkable=True,
        ),
        Command(
            "cover",
            QT_TRANSLATE_NOOP("Actions", "&Cover Sheet"),
            "Ctrl+Shift+C",
            short=QT_TRANSLATE_NOOP("Actions", "Cover"),
            checkable=True,
        ),
        Command(
            "checks",
            QT_TRANSLATE_NOOP("Actions", "C&hecks"),
            "F7",
            short=QT_TRANSLATE_NOOP("Actions", "Checks"),
            checkable=True,
        ),
        Command(
            "remarks",
            QT_TRANSLATE_NOOP("Actions", "&Remarks"),
            "Ctrl+Shift+M",
            short=QT_TRANSLATE_NOOP("Actions", "Remarks"),
            checkable=True,
        ),
        None,
        Command("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &In"), _Standard.ZoomIn, "plus"),
        Command("zoom_out", QT_TRANSLATE_NOOP("Actions", "&Zoom Out"), _Standard.ZoomOut, "minus"),
        Command("zoom_reset", QT_TRANSLATE_NOOP("Actions", "&Usual Size"), "Ctrl+0"),
        None,
        Command("next_pane", QT_TRANSLATE_NOOP("Actions", "&Next Pane"), "F6"),
        Command("last_pane", QT_TRANSLATE_NOOP("Actions", "Pre&vious Pane"), "Shift+F6"),
    ),
)

_TOOLS = Section(
    QT_TRANSLATE_NOOP("Actions", "&Tools"),
    (
        Command(
            "palette",
            QT_TRANSLATE_NOOP("Actions", "Find a &Command…"),
            "Ctrl+K",
            "search",
            QT_TRANSLATE_NOOP("Actions", "Find a command"),
        ),
        Command("spelling", QT_TRANSLATE_NOOP("Actions", "Check &Spelling"), checkable=True),
        None,
        Command("settings", QT_TRANSLATE_NOOP("Actions", "S&ettings…"), "Ctrl+,", "settings"),
    ),
)

_HELP = Section(
    QT_TRANSLATE_NOOP("Actions", "&Help"),
    (
        Command("keyboard", QT_TRANSLATE_NOOP("Actions", "&Keyboard Map"), "F1"),
        Command("about", QT_TRANSLATE_NOOP("Actions", "&About Resolution Editor")),
    ),
)

SECTIONS = (_FILE, _EDIT, _INSERT, _CLAUSE, _VIEW, _TOOLS, _HELP)
