"""What is to be mended, as the draft and the lists say it: signs in the margin, places, sentences."""

from PySide6.QtCore import QCoreApplication, QLocale

from editor.app.checker import Checker, Finding, Severity
from editor.app.outline import first_words
from editor.app.workspace import Workspace
from editor.ui.messages import found


def sentence(finding: Finding) -> str:
    """Return what `finding` says to a reader."""
    return found(finding.code, dict(finding.parameters))


def signs(checker: Checker) -> dict[Severity, dict[str, str]]:
    """Return the clauses with findings by the worst of them, each with the sentences of all that was found there."""
    found: dict[Severity, dict[str, str]] = {"error": {}, "advice": {}}
    for clause_id, findings in checker.by_clause.items():
        worst: Severity = "error" if any(finding.severity == "error" for finding in findings) else "advice"
        found[worst][clause_id] = "\n".join(dict.fromkeys(map(sentence, findings)))
    return found


def place(finding: Finding, workspace: Workspace) -> tuple[str, str]:
    """Return the number of the clause of `finding` and its first words; for the cover nothing and the field's name."""
    if finding.clause:
        labels = workspace.labels
        at = labels.places.get(finding.clause)
        number = " ".join(labels.numbers(finding.clause) or ())
        return number, "" if at is None else first_words(labels.body[at], labels)
    return "", _field(finding.field, workspace)


def _field(key: str, workspace: Workspace) -> str:
    if not key:
        return QCoreApplication.translate("Checks", "The whole text")
    cover = QCoreApplication.translate("Checks", "Cover sheet")
    template, state = workspace.template, workspace.resolution
    fields = [field for kind in template.file.kinds if kind.id == state.kind for field in kind.fields]
    label = next((field.label for field in fields if field.key == key), "")
    reader = QLocale().name()[:2]
    name = (template.word(reader, label) or template.word("en", label)) if label else _paper().get(key, "")
    return f"{cover} · {name}" if name else cover


def _paper() -> dict[str, str]:
    return {
        "kind": QCoreApplication.translate("Checks", "Kind of paper"),
        "language": QCoreApplication.translate("Checks", "Language"),
        "original_language": QCoreApplication.translate("Checks", "Original language"),
    }
