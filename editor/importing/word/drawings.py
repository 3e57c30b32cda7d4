"""What a drawing holds: texts in boxes, or a picture."""

from lxml import etree

from editor.importing.word.names import MC, W


def boxes_in(drawing: etree._Element) -> list[etree._Element]:
    """Return the text boxes of `drawing`, those inside others left to these."""
    return [found for found in drawing.iter(f"{W}txbxContent") if _is_outermost(found, drawing)]


def has_picture(drawing: etree._Element) -> bool:
    """Return whether there is a picture or an object of another program in it."""
    return next(drawing.iter("{*}blip", "{*}imagedata", "{*}OLEObject"), None) is not None


def _is_outermost(box: etree._Element, drawing: etree._Element) -> bool:
    """Return whether no other text box of `drawing` holds `box`, and no second way of writing the same."""
    for above in box.iterancestors():
        if above is drawing:
            return True
        if above.tag in (f"{W}txbxContent", f"{MC}Fallback"):
            return False
    return True
