"""What a window test starts from: the shipped template, a short text, a surface on a screen in memory."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app.documents import open_document
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

if TYPE_CHECKING:
    from pytestqt.logging import _QtMessageCapture as QtLog

    from tests.ui.playing import Play
    from tests.ui.stage import Stage


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


@pytest.fixture
def play(qtlog: QtLog, caplog: pytest.LogCaptureFixture, theme: Theme, template: Template, tmp_path: Path) -> Play:
    """Return what plays random operations on a whole window; the log may say nothing meanwhile."""
    from tests.ui.playing import Play  # other tests do without all that
    from tests.ui.stage import open_stage

    folders = count()

    def open_(seed: int) -> AbstractContextManager[Stage]:
        shipped = open_document(templates_folder() / "osce-pa" / "sample.resolution").resolution
        return open_stage(tmp_path / str(next(folders)), theme, template, shipped if seed % 2 else sample())

    def complaints() -> list[str]:
        shown = [record.message for record in qtlog.records if record.matches_level("WARNING") and not record.ignored]
        logged = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
        return shown + logged

    return Play(open_, complaints)
