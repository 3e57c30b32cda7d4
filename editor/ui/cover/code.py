"""The document's code: how it reads, and the parts of which it is composed."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from editor.app.covering import Mark, tidy_part
from editor.model.cover import Code, CoverValue
from editor.templating.codes import LONGEST_FREE, compose_code, wrong_parts
from editor.templating.schema import CodeToken, Template
from editor.ui.cover.fields import FieldEditor, Input
from editor.ui.cover.paper import PaperEditor
from editor.ui.cover.plain import Choice, Line, captioned, label
from editor.ui.cover.rows import RowLayout
from editor.ui.theme import Theme

_SHARES = {"choice": 66, "year": 46, "number": 58, "roman": 58, "text": 80}
_LEAST = {"choice": 58, "year": 44, "number": 50, "roman": 50, "text": 60}


class CodeEditor(FieldEditor):
    """The parts of the code with the paper's language among them, and the code as it will be printed."""

    def __init__(self, theme: Theme, name: str, template: Template, paper: PaperEditor) -> None:
        super().__init__(theme)
        self._template = template
        self._code = Code()
        self._paper = ("", "")
        self._own = paper
        self._result = label(theme, "")
        self._result.setFont(theme.font("display"))
        self._result.setProperty("role", "text")
        self._result.setObjectName("code_result")
        self._result.setAccessibleName(name)
        self._result.setWordWrap(True)
        self._parts: dict[str, Input] = {}
        self._rare: list[QWidget] = []
        self._more = QToolButton()
        self._build(theme)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _build(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self._result, 1)
        self._more.setObjectName("code_more")
        self._more.setProperty("quiet", True)
        self._more.setCheckable(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setToolTip(self.tr("More parts of the code"))
        self._more.setAccessibleName(self._more.toolTip())
        self._more.toggled.connect(self._show_rare)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(head)
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # higher where it wraps
        layout = RowLayout(row, theme.space(2), theme.space(2))
        for token in self._template.file.code:
            if token.type == "language":
                layout.add(captioned(theme, self._own.language.accessibleName(), self._own.language), 73)
            elif token.type != "revision":
                part = self._parts[token.name] = self._part(theme, token)
                cell = captioned(theme, part.accessibleName(), part)
                layout.add(cell, _SHARES[token.type], round(_LEAST[token.type] * theme.scale))
                if token.rare:
                    self._rare.append(cell)
        self.box.addSpacing(theme.space(1) + 2)
        self.box.addWidget(row)
        self.box.addWidget(self.trouble)
        self.box.addSpacing(theme.space(1) + 1)
        self.box.addWidget(self._own)
        self._more.setVisible(bool(self._rare))
        self._show_rare(False)
        if self._parts:
            self.setFocusProxy(next(iter(self._parts.values())))

    def inputs(self) -> Sequence[QWidget]:
        """Return the parts in order, the language among them, then revision and original language."""
        parts: list[QWidget] = [self._more]
        for token in self._template.file.code:
            if token.type == "language":
                parts.append(self._own.language)
            elif token.name in self._parts:
                parts.append(self._parts[token.name])
        return (*parts, *self._own.others())

    def wanted(self) -> Sequence[Input]:
        """Return the parts that the code cannot do without."""
        needed = [token.name for token in self._template.file.code if not token.optional]
        return [part for name, part in self._parts.items() if name in needed]

    def _recolour(self) -> None:
        size = float(self.theme.token("icon", "size-row")) * self.theme.scale
        self._more.setIcon(self.theme.icon("ellipsis", size))
        self._more.setIconSize(QSize(round(size), round(size)))

    def _show_rare(self, shown: bool) -> None:
        names = [token.name for token in self._template.file.code if token.rare]
        for name, cell in zip(names, self._rare, strict=True):
            cell.setVisible(shown or bool(self._code.get(name)))
        self.updateGeometry()

    def _part(self, theme: Theme, token: CodeToken) -> Input:
        name = self._token_name(token.name)
        if token.type == "choice":
            values = ("", *token.values) if token.optional else token.values
            choice = Choice(theme, name, [(value, value) for value in values], free=token.free)
            changed = choice.editTextChanged if token.free else choice.currentTextChanged
            changed.connect(self._edited)
            line = choice.lineEdit()
            if line:
                line.editingFinished.connect(self._tidy)
            return choice
        part = Line(theme, name)
        part.textEdited.connect(self._edited)
        part.editingFinished.connect(self._tidy)
        return part

    def _token_name(self, name: str) -> str:
        known = {
            "body": self.tr("Body"),
            "year": self.tr("Year"),
            "meeting": self.tr("Meeting"),
            "kind": self.tr("Kind"),
            "committee": self.tr("Committee"),
            "number": self.tr("Number"),
            "session": self.tr("Session"),
        }
        return known.get(name, name.replace("_", " ").capitalize())

    def _edited(self) -> None:
        known = {name: part.value().strip() for name, part in self._parts.items()}
        others = tuple(pair for pair in self._code.parts if pair[0] not in known)
        code = Code(tuple(pair for pair in known.items() if pair[1]) + others)
        if code != self._code:
            self._code = code
            self._show_result()
            self.edited.emit(code)

    def _tidy(self) -> None:
        """Write the parts as the code has them, and say which it cannot have."""
        for token in self._template.file.code:
            part = self._parts.get(token.name)
            if part is not None:
                part.show_value(tidy_part(token, part.value()))
        self._edited()
        self._judge()
        self.left.emit()

    def show_value(self, value: CoverValue | None) -> None:
        """Show the code's parts."""
        self._code = value if isinstance(value, Code) else Code()
        for name, part in self._parts.items():
            blocked = part.blockSignals(True)
            part.show_value(self._code.get(name))
            part.blockSignals(blocked)
        self._show_rare(self._more.isChecked())
        self._show_result()

    def show_mark(self, mark: Mark | None) -> None:
        """Show which part is missing, or that one holds what may not stand there."""
        super().show_mark(mark)
        if mark and mark.code == "code-incomplete":
            part = self._token_name(dict(mark.parameters)["part"])
            self.trouble.say(self.tr("The code lacks a part: {part}.").format(part=part), "advice")
        self._judge()

    def _judge(self) -> None:
        """Mark the parts that may not stand as they are; one that is being typed is left in peace."""
        wrong = [
            token
            for token in wrong_parts(self._code, self._template)
            if token.name in self._parts and not self._parts[token.name].hasFocus()
        ]
        for part in self._parts.values():
            if part.property("mark") == "wrong":
                part.mark("")
        for token in wrong:
            self._parts[token.name].mark("wrong", self._advice(token))
        if wrong:
            self.trouble.say(self._advice(wrong[0]))

    def _advice(self, token: CodeToken) -> str:
        name = self._token_name(token.name)
        sentences = {
            "year": self.tr("{name} is the last two figures of the year, as in 27."),
            "number": self.tr("{name} is written in figures, as in 4."),
            "roman": self.tr("{name} is a Roman number, as in IV."),
            "choice": self.tr("{name} is one word of at most {longest} capital letters."),
        }
        sentence = sentences.get(token.type, self.tr("{name} cannot hold these words."))
        return sentence.format(name=name, longest=LONGEST_FREE)

    def show_paper(self, language: str, revision: str) -> None:
        """Show the code of a paper in `language` with this `revision`."""
        self._paper = (language, revision)
        self._show_result()

    def _show_result(self) -> None:
        code = compose_code(self._template, self._code, *self._paper)
        self._result.setText(code or self.tr("No code yet"))
