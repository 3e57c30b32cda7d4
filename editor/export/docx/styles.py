"""The style sheet (ECMA-376 part 1, 17.7): everything that a paragraph looks like, so that none needs more than a name.

Line spacing is exact: lines fall where the printed copy has them, whatever fonts, marks and languages meet in one, and
every leading of a sheet leaves room for its size. Space before and after needs no translation: of two neighbours Word
counts the larger too (17.3.1.33), unless a file asks for the rules of Word 97.
"""

import re
from collections import Counter
from collections.abc import Mapping

from editor.compose.composition import Composition, FontRole, Paragraph, Style
from editor.export.docx import builtin
from editor.export.docx.builtin import BUILT_IN, BY_PURPOSE, NORMAL
from editor.export.docx.markup import escape, language, switch, twips
from editor.export.docx.numbering import indents, num_pr
from editor.export.docx.package import W

NOTE = "note"
"""The composition's style for footnotes."""

_NOTE_STYLE = Style(NOTE, BY_PURPOSE[NOTE], size=10.0, leading=12.0)
"""How footnotes are set where a template has no style for them."""

_LINE_NUMBER = Style("line-number", "line number", font="sans", size=8.0)
"""How line numbers are set where a template has no style for them; in Word it is one of characters."""

_JUSTIFICATION = {"left": "left", "right": "right", "centre": "center", "justify": "both"}

_ALL = builtin.DEFAULTS + builtin.MARKS + builtin.TABLES


class StyleSheet:
    """The styles of one file: `styles` by the composition's names, `ids` what paragraphs call them by.

    `tied` are the levels and lists that styles bring along; `followers` the style that a style's next paragraph has.
    """

    def __init__(
        self, composition: Composition, tied: Mapping[str, tuple[int, int]], followers: Mapping[str, str]
    ) -> None:
        self.styles = {key: style for key, style in composition.styles.items() if key != _LINE_NUMBER.name}
        self.styles.setdefault(NOTE, _NOTE_STYLE)
        self._composition = composition
        self._tied = tied
        self._followers = followers
        self._base = _base(self.styles)
        self._numbered = _with_numbered_lines(composition)
        self._names = {name.lower() for name in re.findall('<w:name w:val="([^"]+)"', _ALL)}
        self._ids = set(re.findall('w:styleId="([^"]+)"', _ALL))
        self._variants: dict[tuple[str, float, float, bool], str] = {}
        self._extra: list[str] = []
        named = {key: BY_PURPOSE.get(key, style.word or key) for key, style in self.styles.items()}
        self._shown = {key: self._free_name(name) for key, name in named.items()}
        self.ids = {key: self._free_id(name) for key, name in self._shown.items()}

    def _free_name(self, name: str) -> str:
        """Return `name` as Word spells it, with a number if another style has it already."""
        name = name.replace(",", " ")  # a comma would begin a second name
        stem = found = BUILT_IN.get(name.lower(), name)
        number = 1
        while found.lower() in self._names:
            number += 1
            found = f"{stem} {number}"
        self._names.add(found.lower())
        return found

    def _free_id(self, name: str) -> str:
        """Return a fresh style id made of the letters and digits of `name`."""
        stem = "".join(word[0].upper() + word[1:] for word in re.findall("[A-Za-z0-9]+", name)) or "Style"
        found, number = stem, 1
        while found in self._ids:
            number += 1
            found = f"{stem}{number}"
        self._ids.add(found)
        return found

    def id_of(self, name: str, before: float, after: float, numbered: bool) -> str:
        """Return the id of style `name` with this space around it in points, without its number unless `numbered`.

        Where the style is so already that is its own; else it is a variant's, which follows the style in all else.
        """
        style = self.styles[name]
        numbered = numbered or name not in self._tied
        if numbered and before == style.before and after == style.after:
            return self.ids[name]
        key = (name, before, after, numbered)
        if key not in self._variants:
            self._variants[key] = self._variant(style, before, after, numbered)
        return self._variants[key]

    def _variant(self, style: Style, before: float, after: float, numbered: bool) -> str:
        moved = (before, after) != (style.before, style.after)
        name = self._free_name(
            self._shown[style.name] + ("" if numbered else " without number") + (" at a table" if moved else "")
        )
        style_id = self._free_id(name)
        plain = "" if numbered else '<w:numPr><w:numId w:val="0"/></w:numPr>'
        space = f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"/>' if moved else ""
        edge = "" if numbered else indents(style, labelled=False)
        self._extra.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{escape(name)}"/>'
            f'<w:basedOn w:val="{self.ids[style.name]}"/><w:uiPriority w:val="99"/>'
            f"<w:pPr>{plain}{space}{edge}</w:pPr></w:style>"
        )
        return style_id

    def xml(self) -> str:
        """Return word/styles.xml with the composition's styles and the variants asked for so far."""
        normal = "" if NORMAL in self.ids.values() else self._style(self._base, NORMAL, NORMAL, 0)
        own = "".join(
            self._style(style, self.ids[key], self._shown[key], place)
            for place, (key, style) in enumerate(self.styles.items(), 1)
        )
        own += "".join(self._extra) + _ALL + self._line_numbers()
        look = self._fonts("serif") + language(self._composition.language)
        return (
            f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{look}</w:rPr></w:rPrDefault>"
            "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
            # Word's own styles stay out of the user's sight until they are used.
            '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
            f'w:defQFormat="0" w:count="376"/>{normal}{own}</w:styles>'
        )

    def _style(self, style: Style, style_id: str, name: str, place: int) -> str:
        normal = style_id == NORMAL
        kind = ' w:default="1"' if normal else "" if name.lower() in BUILT_IN else ' w:customStyle="1"'
        based = "" if normal else f'<w:basedOn w:val="{NORMAL}"/>'
        follower = self.ids.get(self._followers.get(style.name, ""))
        following = f'<w:next w:val="{follower}"/>' if follower else ""
        parent = None if normal else self._base
        return (
            f'<w:style w:type="paragraph"{kind} w:styleId="{style_id}"><w:name w:val="{escape(name)}"/>'
            f'{based}{following}<w:uiPriority w:val="{min(place, 98)}"/><w:qFormat/>'
            f"<w:pPr>{self._paragraph_properties(style, parent)}</w:pPr>"
            f"<w:rPr>{self._run_properties(style, parent)}</w:rPr></w:style>"
        )

    def _paragraph_properties(self, style: Style, parent: Style | None) -> str:
        """Return what `style` says beyond `parent`, in the order of the schema; everything if that is None."""
        old = parent or Style("", "", hyphenate=True, before=-1, after=-1, leading=-1)
        labelled = style.name in self._tied or style.name == NOTE
        indented = (style.indent, style.right, labelled and style.hang) != (old.indent, old.right, False)
        uncounted = bool(self._composition.line_numbers and parent) and style.name not in self._numbered
        return "".join((
            switch("keepNext", style.keep_with_next, old.keep_with_next),
            switch("keepLines", style.keep_together, old.keep_together),
            num_pr(self._tied.get(style.name)),
            switch("suppressLineNumbers", uncounted, False),
            self._tabs(style),
            switch("suppressAutoHyphens", not style.hyphenate, not old.hyphenate),
            _spacing(style, old),
            indents(style, labelled) if indented else "",
            f'<w:jc w:val="{_JUSTIFICATION[style.align]}"/>' if style.align != old.align else "",
            f'<w:outlineLvl w:val="{min(style.outline, 9) - 1}"/>' if style.outline else "",
        ))  # fmt: skip

    def _tabs(self, style: Style) -> str:
        """Return Word's usual tab stops of headers and footers: the line's middle and its end."""
        if style.name not in ("header", "footer") or style.align != "left":
            return ""
        width = twips(self._composition.page.width - self._composition.page.left - self._composition.page.right)
        return f'<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'

    def _run_properties(self, style: Style, parent: Style | None) -> str:
        old = parent or Style("", "", size=-1)
        size = round(style.size * 2)
        return "".join((
            self._fonts(style.font) if style.font != old.font else "",
            switch("b", style.bold, old.bold) + switch("bCs", style.bold, old.bold),
            switch("i", style.italic, old.italic) + switch("iCs", style.italic, old.italic),
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if style.size != old.size else "",
        ))  # fmt: skip

    def _line_numbers(self) -> str:
        """Return Word's own style for line numbers with the sheet's look, nothing where lines are not numbered."""
        if not self._composition.line_numbers:
            return ""
        style = self._composition.styles.get(_LINE_NUMBER.name, _LINE_NUMBER)
        look = self._run_properties(style, self._base)
        return (
            f'<w:style w:type="character" w:styleId="LineNumber"><w:name w:val="line number"/>{builtin.QUIET}'
            f"<w:rPr>{look}</w:rPr></w:style>"
        )

    def _fonts(self, role: FontRole) -> str:
        name = escape(self._composition.fonts[role].word)
        return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _base(styles: Mapping[str, Style]) -> Style:
    """Return what Normal shall be: the sheet's own, else the size and leading that most of its styles have."""
    for style in styles.values():
        if style.word == NORMAL:
            return style
    usual = Counter((style.size, style.leading) for style in styles.values())
    (size, leading), _ = usual.most_common(1)[0]
    return Style("", NORMAL, size=size, leading=leading)


def _with_numbered_lines(composition: Composition) -> set[str]:
    """Return the styles of the sections whose lines are numbered; LibreOffice would number the others' lines too."""
    return {
        block.style
        for section in composition.sections
        if section.name == "body"
        for block in section.blocks
        if isinstance(block, Paragraph)
    }


def _spacing(style: Style, old: Style) -> str:
    changed = [
        f' w:{attribute}="{twips(value)}"'
        for attribute, value, inherited in (
            ("before", style.before, old.before),
            ("after", style.after, old.after),
            ("line", style.leading, old.leading),
        )
        if value != inherited
    ]
    rule = ' w:lineRule="exact"' if style.leading != old.leading else ""
    return f"<w:spacing{''.join(changed)}{rule}/>" if changed else ""
