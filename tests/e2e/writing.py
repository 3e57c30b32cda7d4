"""The way a whole resolution is written: each step by keys, in the order in which a rapporteur would go."""

from __future__ import annotations

from pathlib import Path

from tests.e2e import meant
from tests.e2e.desk import Desk
from tests.e2e.screen import wait


def begin(desk: Desk) -> None:
    """Begin a supplementary item, and give it a file at once."""
    desk.on.wait_for_title("Resolution Editor")
    desk.key("Return")  # the first kind of paper is a supplementary item
    desk.on.wait_for_title("Untitled")
    desk.key("ctrl+s")
    desk.name_file(desk.file, "Save the text")
    wait(desk.file.exists, bool)
    desk.on.wait_for_title("heritage")


def fill_the_cover(desk: Desk) -> None:
    """Fill in the cover sheet, going from field to field."""
    desk.key("ctrl+shift+c", "Tab")
    desk.type("27")
    desk.key("Tab", "Tab")
    desk.type("4")
    desk.key("Tab", "Tab", "Tab", "Tab")
    desk.type(meant.TITLE)
    desk.key("Tab")
    _name(desk, "Ms.", "Hélène", "Lindqvist", "Sweden")
    for part in ("Zürich", "3 July 2027", "7/7"):
        desk.type(part)
        desk.key("Tab")
    desk.key("Insert")
    _name(desk, "Mr.", "Marc", "Delvaux", "Belgium")
    _name(desk, "Dr.", "Zoë", "Horvat", "Croatia")  # behind the last cell a new row has begun
    desk.key("Escape", "ctrl+shift+c")
    desk.on.wait_for_title(meant.TITLE)
    desk.saved()
    assert desk.outline()["cover"] == meant.COVER


def _name(desk: Desk, honorific: str, given: str, family: str, country: str) -> None:
    desk.choose(honorific, "Tab")
    for part in (given, family):
        desk.type(part)
        desk.key("Tab")
    desk.choose(country, "Tab")
    desk.saved()


def write_the_preamble(desk: Desk) -> None:
    """Write the preamble, with phrases, sub-items, a reference, italics, a note; one clause moves up."""
    desk.type("recalling the pri")
    desk.key("Tab")
    desk.type("the Helsinki Final Act, signed on 1 August 1975,")
    desk.key("Return")
    desk.type("reaff")
    desk.key("Tab")
    desk.type(meant.clause("2").removeprefix("Reaffirming "))
    desk.clauses(3, 4)
    desk.key("Return")
    desk.type("welc")
    desk.key("Down", "Tab")
    desk.type("museums, archives and volunteers from Malmö to Córdoba,")
    desk.clauses(7, 6)
    desk.key("alt+Up", "alt+Down", "alt+Up")
    desk.has("6. Deeply concerned that fires,", "7. Stressing that a burnt")
    desk.key("Down", "End")
    desk.clauses(8, 9, 10, 11)
    desk.key("Return", "Tab")
    desk.type("the looting of ancient sites,")
    desk.key("Return")
    desk.type("the trade in forged papers of origin,")
    desk.key("Return", "Return")  # an empty sub-item steps out
    desk.type("Underlining that paragraph 3")
    desk.key("Tab")
    desk.type(" binds armed groups as well as States,")
    desk.key("Return")
    desk.type("Considering that whoever buys without asking does not buy ")
    desk.key("ctrl+i")
    desk.type("bona fide")
    desk.key("ctrl+i")
    desk.type(",")
    _write_the_note(desk)
    desk.has("13. Considering that whoever buys", "14. Mindful of the study", "The OSCE Parliamentary Assembly:", "15.")


def _write_the_note(desk: Desk) -> None:
    desk.key("Return")
    desk.type("Mindful of the study ")
    desk.key("ctrl+i")
    desk.type("Stones that Speak")
    desk.key("ctrl+i")
    desk.type(", with its list of burnt archives")
    desk.key("ctrl+alt+f")
    desk.type(meant.typed(meant.NOTE).replace("artefact", "artifact"))
    desk.key("Escape")
    desk.type(",")


def write_the_operative_part(desk: Desk) -> None:
    """Write the operative part, with references to clauses that will move."""
    desk.key("ctrl+Return")
    desk.type(meant.clause("15"))
    desk.key("Return", "Tab")
    desk.type("draw up lists of the sites and collections most at risk,")
    desk.key("Return")
    desk.type("keep copies of those lists abroad:")
    desk.key("Return", "Tab")
    for part in ("on paper,", "on film,", "in digital form,"):
        desk.type(part)
        desk.key("Return")
    desk.key("shift+Tab")
    desk.type("train rescue teams before they are needed;")
    desk.key("Return", "Return")
    desk.type("Urges parliaments to ratify the Convention named in ")
    desk.refer("noting conv")
    desk.type(" and both its Protocols;")
    desk.key("Return")
    desk.type("Decides that the lists under ")
    desk.refer("15 a")
    desk.type(" shall be public, unless safety forbids it;")
    desk.key("Return")
    desk.type("Asks museums to return every artifact acquired in breach of paragraph 12")
    desk.key("Tab")
    desk.type(";")
    desk.clauses(19, 21, 20)
    desk.key("Return", "Tab")
    desk.type("check papers of origin,")
    desk.key("Return")
    desk.type("report every doubtful artifact within ten days;")
    desk.key("Return", "Return")
    desk.type("Invites insurers to reward owners who follow ")
    desk.refer("21 b")
    desk.type(";")
    desk.has("21. Requests customs services to:", "a. check papers of origin,", "b. report every doubtful artifact")
    _write_the_middle(desk)
    _write_the_end(desk)


def _write_the_middle(desk: Desk) -> None:
    desk.key("Return")
    desk.type(meant.clause("24"))
    desk.key("Home")
    desk.type(meant.clause("23"))
    desk.key("Return", "End")  # splits
    desk.clauses(25)
    first, second = meant.clause("26").split("\u2028")
    desk.key("Return")
    desk.type(first)
    desk.key("shift+Return")
    desk.type(second)
    desk.clauses(27)
    desk.key("Return")
    desk.type("Advises builders to halt work")
    desk.key("Return")
    desk.type(" where bones or artifacts are found;")
    desk.key("Home", "BackSpace", "End")  # joins
    desk.clauses(29, 30, 33)
    desk.key("Return")
    desk.type("Underlines that nothing in this resolution limits ")
    desk.refer("17")
    for _ in range(2):  # to the number alone and back
        desk.key("Menu")
        desk.choose("", "n")
    desk.type(";")
    desk.clauses(31, 32)
    desk.has("28. Advises builders to halt", "29. Considers that floods are", "30. Commends the firefighters who")


def _write_the_end(desk: Desk) -> None:
    desk.clauses(35)
    desk.key("Return", "Tab")
    desk.type("sites lost, damaged or repaired,")
    desk.key("Return")
    desk.type("how far paragraphs 15")
    desk.key("Tab")
    desk.type(" and ")
    desk.refer("requests customs")  # behind "and" the number alone
    desk.type(" have been carried out;")
    desk.key("Return", "Return")
    desk.type(meant.clause("36"))
    desk.clauses(37, 38, 39, 40)
    desk.has("39. Intends to return to", "40. Requests the President to")


def put_in_order(desk: Desk) -> None:
    """Move a clause with its sub-items, and two clauses by cutting and pasting; references must follow."""
    desk.go_to("21")
    desk.key("alt+Up", "ctrl+z", "ctrl+shift+z")
    desk.has("20. Requests customs services to:", "a. check papers of origin,", "b. report every doubtful artifact")
    desk.go_to("33")
    desk.key("shift+Down", "shift+Down", "ctrl+x")
    desk.go_to("31")
    desk.key("ctrl+v")
    desk.has("31. Deplores the closing of", "32. Expects that budgets will", "33. Suggests twinning threatened sites")


def look_over(desk: Desk) -> None:
    """Replace a spelling everywhere, leave a remark, and take back a slip."""
    desk.key("ctrl+h")
    desk.type("artifact")
    desk.key("Tab")
    desk.type("artefact")
    desk.key("alt+a")
    wait(desk.saved, lambda written: "artifact" not in written)  # a button stays down for a moment
    desk.key("Escape")
    desk.go_to("39")
    desk.key("ctrl+alt+m")
    desk.type(meant.REMARK)
    desk.key("Escape", "End", "ctrl+BackSpace", "ctrl+BackSpace", "ctrl+z")
    desk.type("x")
    desk.key("BackSpace")
    desk.saved()


def reopen(desk: Desk) -> None:
    """Open the text that stands first in the list of those opened lately."""
    desk.on.wait_for_title("Resolution Editor")
    desk.key("Tab", "Tab", "Tab", "Return")
    desk.on.wait_for_title(meant.TITLE)


def export(desk: Desk, path: Path, down: int) -> None:
    """Export to `path`; its format is `down` below the first in the list."""
    before = desk.on.window()
    desk.key("ctrl+e")
    choices = desk.on.wait_for_title("Export a copy", unlike=before)
    desk.key("Home", *["Down"] * down, "Return")
    desk.on.wait_for_title("Export a copy", unlike=choices)
    desk.name_file(path, "Export a copy")
    desk.on.wait_for_title(meant.TITLE)
    wait(path.exists, bool)
