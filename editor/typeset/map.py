"""Between the page and the text: which clause a point of a page belongs to, and where a clause stands."""

from editor.typeset.layout import Layout, Place


def places_of(layout: Layout, clause: str) -> tuple[Place, ...]:
    """Return where `clause` stands, first part first; empty if it is on no page."""
    return tuple(place for place in layout.places if place.clause == clause)


def clause_at(layout: Layout, page: int, y: float) -> str | None:
    """Return the clause nearest to `y` points from the top of `page` (counted from 0), None if the page has none."""
    here = [place for place in layout.places if place.page == page]
    nearest = min(here, key=lambda place: max(place.top - y, y - place.bottom), default=None)
    return nearest.clause if nearest else None
