"""The style sheet of an HTML file, made from the composition's styles: lengths in points, as on paper."""

from editor.compose.composition import Composition, Font, Style

_SCREEN = """\
html{background:#fff;color:#111}
p,h1,h2,h3,h4,h5,h6,ol,table{margin:0}
ol{list-style:none;padding:0}
.n{display:inline-block;white-space:pre;text-align:left;text-indent:0}
sup,sub{line-height:0}
a{color:inherit}
:target{outline:2px solid #2a6fdb;outline-offset:2px}
ins{color:#14653a;text-decoration:underline}
del{color:#a3261d;text-decoration:line-through}
ins.moved{text-decoration:underline double}
section+section{border-top:1px solid #bbb;margin-top:48pt;padding-top:36pt}
header{margin-bottom:24pt}
.notes{border-top:1px solid #bbb;margin-top:24pt;padding-top:6pt}
.remark{margin:2pt 0 8pt;padding:2pt 8pt;border-left:3px solid #c90;font:10pt/1.3 sans-serif;text-align:left}
.resolved{border-color:#bbb;color:#555}
table{border-collapse:collapse;width:calc(100% - 1px)}
th,td{border:1px solid #333;padding:2pt 4pt;vertical-align:top;font-weight:inherit}
.watermark{position:fixed;z-index:-1;top:40%;left:0;right:0;text-align:center;transform:rotate(-35deg);color:#ddd}
"""

_PRINT = """\
@media print{
body{max-width:none;margin:0;padding:0}
section+section{border:0;margin:0;padding:0;break-before:page}
p{orphans:2;widows:2}
a{text-decoration:none}
h1,h2,h3,h4,h5,h6{break-after:avoid}
tr{break-inside:avoid}
}
"""

_WATERMARK = 96
"""Size of a watermark in points; a long one is made to fit the window."""


def class_name(style: str) -> str:
    """Return the class of paragraphs in `style`, which has nothing in it that could end a rule or an attribute."""
    return "s-" + "".join(letter for letter in style if letter.isalnum() or letter in "-_")


def css(composition: Composition) -> str:
    """Return the rules for `composition`: the page, what holds for every file, and one rule or two for each style."""
    page = composition.page
    width = page.width - page.left - page.right
    rules = [
        f"@page{{size:{page.width:.5g}pt {page.height:.5g}pt;"
        f"margin:{page.top:.4g}pt {page.right:.4g}pt {page.bottom:.4g}pt {page.left:.4g}pt}}\n",
        _SCREEN,
        f"body{{max-width:{width:.5g}pt;margin:36pt auto;padding:0 12pt}}\n",
    ]
    if composition.watermark:
        fitting = 140 / len(composition.watermark)
        rules.append(f".watermark{{font:bold min({_WATERMARK}pt,{fitting:.3g}vw)/1 sans-serif}}\n")
    rules += (_style(style, composition.fonts[style.font]) for style in composition.styles.values())
    return "".join([*rules, _PRINT])


def _style(style: Style, font: Font) -> str:
    look = [
        f"font:{'italic ' if style.italic else ''}{'bold ' if style.bold else ''}"
        f"{style.size:.4g}pt/{style.leading:.4g}pt {_families(font, style)}",
        f"text-align:{'center' if style.align == 'centre' else style.align}",
        f"margin:{style.before:.4g}pt {style.right:.4g}pt {style.after:.4g}pt {style.indent:.4g}pt",
    ]
    look += ["hyphens:auto"] if style.hyphenate else []
    look += ["break-after:avoid"] if style.keep_with_next else []
    look += ["break-inside:avoid"] if style.keep_together else []
    name = class_name(style.name)
    rule = f".{name}{{{';'.join(look)}}}\n"
    if style.hang:
        rule += f".{name} .n{{margin-left:-{style.hang:.4g}pt;min-width:{style.hang:.4g}pt}}\n"
    return rule


def _families(font: Font, style: Style) -> str:
    names = dict.fromkeys((font.word, font.family))
    named = ["'" + "".join(letter for letter in name if letter.isalnum() or letter in " -") + "'" for name in names]
    return ",".join([*named, "serif" if style.font == "serif" else "sans-serif"])
