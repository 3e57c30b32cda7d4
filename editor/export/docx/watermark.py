"""A word across the page, as Word's own command "Watermark" makes it, so that its "Remove watermark" finds it."""

import math

from editor.compose.composition import Composition
from editor.export.docx.markup import escape

NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)

_WIDTH, _HEIGHT = 0.7, 0.72
"""About how wide a bold capital is and how high, as shares of the type size: the word is stretched to its frame."""

_SHARE, _MOST = 0.8, 140.0
"""How much of the sheet's diagonal the word takes, and its greatest size in points: as in the printed copy."""

_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:handles>'
    '<v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
"""Word's preset shape 136, "plain text"."""


def watermark(composition: Composition, number: int) -> str:
    """Return the run that draws the watermark along the sheet's diagonal, empty without one.

    `number` tells the shapes of the file's headers apart.
    """
    text, page = composition.watermark, composition.page
    if not text:
        return ""
    unit = _WIDTH * len(text)
    size = min(_SHARE * math.hypot(page.width, page.height) / unit, _MOST)
    turn = 360 - round(math.degrees(math.atan2(page.height, page.width)))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{round(unit * size)}pt;height:{round(_HEIGHT * size)}pt;"
        f"rotation:{turn};z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    font = escape(composition.fonts["sans"].word)
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}<v:shape id="PowerPlusWaterMarkObject{number}" '
        f'o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" style="{style}" o:allowincell="f" '
        'fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt;font-weight:bold" string="{escape(text)}"/>'
        '<w10:wrap anchorx="page" anchory="page"/></v:shape></w:pict></w:r>'
    )
