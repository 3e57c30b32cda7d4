"""What a window test starts from: the shipped template, a short text, a surface on a screen in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app.store import Store
from editor.app.workspace import Workspace
from editor.model.resolution import Resolution
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.schema import Template
from editor.ui.draft.surface import Draft
from editor.ui.program import Program
from editor.ui.run import prepare
from editor.ui.theme import Theme
from tests.ui.sample import sample


@pytest.fixture(scope="session")
def template() -> Template:
    return load_template(templates_folder() / "osce-pa")


@pytest.fixture
def resolution() -> Resolution:
    return sample()


@pytest.fixture
def workspace(resolution: Resolution, template: Template) -> Workspace:
    return Workspace(resolution, template)


@pytest.fixture(scope="session")
def prepared(qapp: QApplication) -> QApplication:  # noqa: ARG001
    """Return the application with the fonts that the program brings along."""
    return prepare()


@pytest.fixture
def theme(prepared: QApplication) -> Theme:  # noqa: ARG001
    return Theme("light")


@pytest.fixture
def program(theme: Theme, tmp_path: Path) -> Program:
    """Return the program with nothing remembered."""
    return Program(Store(tmp_path / "settings"), theme)


@pytest.fixture
def draft(qtbot: QtBot, workspace: Workspace, theme: Theme) -> Iterator[Draft]:
    field = Draft(workspace, theme)
    qtbot.addWidget(field)
    field.resize(900, 700)
    field.show()
    qtbot.waitExposed(field)
    field.setFocus()
    yield field
    field.detach()
