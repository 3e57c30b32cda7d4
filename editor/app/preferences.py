"""What a user may set for himself, the same for every text."""

from typing import Literal

from msgspec import Struct

SchemeChoice = Literal["system", "light", "dark", "contrast"]
PaperChoice = Literal["template", "a4", "letter"]


class Preferences(Struct, frozen=True, omit_defaults=True):
    """The settings.

    `scheme` gives the colours. `zoom` is the size of the text in per cent of the template's, 0 for the usual one.
    `smart_typing` sets quotes, spaces and dashes of the language, `phrases` and `offers` offer phrases and references
    while typing, `spelling` marks words that the dictionary does not know. `name` is the writer of remarks. `paper` is
    that of copies to be printed.
    """

    scheme: SchemeChoice = "system"
    zoom: int = 0
    smart_typing: bool = True
    phrases: bool = True
    offers: bool = True
    spelling: bool = True
    name: str = ""
    paper: PaperChoice = "template"
