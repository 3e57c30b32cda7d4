from __future__ import annotations

from pathlib import Path

import pytest

from editor.app.choices import CopyChoices, has, in_format, parts_of, remember, remembered
from editor.app.preferences import Preferences
from editor.app.store import Store
from editor.compose.compose import Options
from editor.templating.schema import Template

ALL = CopyChoices(
    "pdf", ("body",), "letter", "through", " DRAFT ", "EMBARGO\x00", large_print=True, remarks=True, duplex=True,
    form_rows=12,
)  # fmt: skip


def test_every_choice_reaches_the_copy() -> None:
    assert ALL.options() == Options(
        ("body",), "letter", "through", "DRAFT", large_print=True, remarks=True, notice="EMBARGO�", duplex=True,
        form_rows=12,
    )  # fmt: skip


def test_what_a_format_has_not_is_left_out() -> None:
    text = in_format(ALL, "txt").options()
    assert text == Options(("body",), watermark="DRAFT", remarks=True, notice="EMBARGO�", form_rows=12)
    assert in_format(ALL, "html").options().paper == "letter"
    assert not has("html", "line_numbers")
    assert has("docx", "line_numbers")
    assert in_format(ALL, "odt") == ALL


def test_choices_are_remembered_by_purpose(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert remembered(store, Preferences(), "export") == CopyChoices()
    assert remembered(store, Preferences(paper="letter"), "print") == CopyChoices(paper="letter")
    remember(store, "export", ALL)
    assert remembered(Store(tmp_path), Preferences(), "export") == ALL
    assert remembered(store, Preferences(), "print") == CopyChoices()


@pytest.mark.parametrize("damaged", ["{", '{"format": "odt"}', '{"form_rows": "many"}'])
def test_damaged_memory_is_the_usual_copy(tmp_path: Path, damaged: str) -> None:
    store = Store(tmp_path)
    store.set_state("export", damaged)
    assert remembered(store, Preferences(), "export") == CopyChoices()


def test_a_paper_offers_the_parts_it_has(template: Template) -> None:
    assert parts_of(template.kind("supplementary-item")) == ("cover", "body", "form")
