"""How somebody wants a copy: its format and what is in it, remembered from one copy to the next. No Qt here."""

from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from editor.app.copies import FORMATS
from editor.app.preferences import Preferences
from editor.app.store import Store
from editor.compose.compose import PARTS, Options, Part
from editor.model.text import clean
from editor.templating.schema import PaperKind

Purpose = Literal["export", "print"]
Pick = Literal["paper", "line_numbers", "large_print", "duplex"]

MOST_ROWS = 500
"""The most empty rows that a form's list of signatures can have."""

_WITHOUT: dict[str, frozenset[Pick]] = {
    "html": frozenset({"line_numbers", "duplex"}),
    "txt": frozenset({"paper", "line_numbers", "large_print", "duplex"}),
    "xml": frozenset({"paper", "line_numbers", "large_print", "duplex"}),
}
"""What means nothing in a format that has no pages."""


class CopyChoices(Struct, frozen=True, omit_defaults=True):
    """What is chosen; the fields are those of `compose.Options`, with the format as the ending of a file's name."""

    format: Literal["pdf", "docx", "html", "txt", "xml"] = "pdf"
    parts: tuple[Part, ...] = ()
    paper: Literal["", "a4", "letter"] = ""
    line_numbers: Literal["", "page", "through"] = ""
    watermark: str = ""
    notice: str = ""
    large_print: bool = False
    remarks: bool = False
    duplex: bool = False
    form_rows: int = 0

    def options(self) -> Options:
        """Return the options for a copy; what its format has not is left out."""
        without = _WITHOUT.get(self.format, frozenset())
        return Options(
            parts=self.parts,
            paper="" if "paper" in without else self.paper,
            line_numbers="" if "line_numbers" in without else self.line_numbers,
            watermark=clean(self.watermark).strip(),
            notice=clean(self.notice).strip(),
            large_print=self.large_print and "large_print" not in without,
            remarks=self.remarks,
            duplex=self.duplex and "duplex" not in without,
            form_rows=min(max(self.form_rows, 0), MOST_ROWS),
        )


def has(format_: str, choice: Pick) -> bool:
    """Return whether `choice` means anything in `format_`."""
    return choice not in _WITHOUT.get(format_, frozenset())


def parts_of(kind: PaperKind) -> tuple[Part, ...]:
    """Return the parts that papers of `kind` have."""
    there = {"cover": bool(kind.cover), "body": kind.body, "form": bool(kind.form)}
    return tuple(part for part in PARTS if there[part])


def remembered(store: Store, preferences: Preferences, purpose: Purpose) -> CopyChoices:
    """Return what was chosen last for `purpose`; at first, and after damage, the usual copy on the paper set."""
    try:
        return msgspec.json.decode(store.state(purpose), type=CopyChoices)
    except msgspec.MsgspecError:
        paper: Literal["", "a4", "letter"] = "" if preferences.paper == "template" else preferences.paper
        return CopyChoices(paper=paper)


def remember(store: Store, purpose: Purpose, choices: CopyChoices) -> None:
    """Keep `choices` for the next copy."""
    store.set_state(purpose, msgspec.json.encode(choices).decode())


def in_format(choices: CopyChoices, format_: str) -> CopyChoices:
    """Return `choices` in another format; one that is none of FORMATS changes nothing."""
    return replace(choices, format=format_) if format_ in FORMATS else choices
