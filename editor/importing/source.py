"""What a reader of any format gives to the recogniser: lines or paragraphs, not yet understood."""

from functools import cached_property

from msgspec import Struct

from editor.importing.report import Dropped, Guess
from editor.model.text import Text, flatten


class Line(Struct, frozen=True, dict=True):
    """A line of a text file, or a whole paragraph where the format has such.

    `text` has passed `model.text.clean` and has no space around it; `number` is its place in the source, from 1, for
    the report. `indent` is in columns, `gap` tells whether a blank line stands before it, `page` whether a page begins
    with it. `breaks`: it ends in a line break that its author meant. `whole`: it is a paragraph, never to be joined
    with its neighbours for the width of a page. `heading` is its rank as a heading by the source, 0 for text. `level`
    is the depth of a list by the source (0 is a top clause), None where it does not say; `label` the number that the
    source keeps apart from the text, as printed.
    """

    text: Text
    number: int
    indent: int = 0
    gap: bool = False
    page: bool = False
    breaks: bool = False
    whole: bool = False
    heading: int = 0
    level: int | None = None
    label: str = ""

    @cached_property
    def words(self) -> str:
        """Its text without marks."""
        return flatten(self.text)


class SourceText(Struct, frozen=True):
    """A whole source: its lines, what the reader left out and guessed."""

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()
    guesses: tuple[Guess, ...] = ()
