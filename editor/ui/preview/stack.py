"""Pages below one another, as lengths: which of them a window sees, and what part."""

from typing import NamedTuple


class Stack(NamedTuple):
    """`pages` pages, each `width` x `height` pixels large, `gap` between them and `margin` around all."""

    pages: int
    width: float
    height: float
    gap: float
    margin: float

    @property
    def length(self) -> float:
        """How high all of it is."""
        return 2 * self.margin + self.pages * self.height + max(self.pages - 1, 0) * self.gap

    def top(self, page: int) -> float:
        """Return where `page` begins."""
        return self.margin + page * (self.height + self.gap)

    def page_at(self, y: float) -> int:
        """Return the page at `y`, the one above where there is none."""
        return min(max(int((y - self.margin) // (self.height + self.gap)), 0), max(self.pages - 1, 0))

    def seen(self, top: float, bottom: float) -> range:
        """Return the pages of which something lies between `top` and `bottom`."""
        if not self.pages:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)

    def share(self, y: float) -> float:
        """Return how far down the pages `y` is, in pages with their gaps: 1.5 is about the middle of the second."""
        return (y - self.margin) / (self.height + self.gap)

    def at(self, share: float) -> float:
        """Return where `share` is: the way back."""
        return self.margin + share * (self.height + self.gap)
