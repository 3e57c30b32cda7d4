from __future__ import annotations

import pytest

from editor.app.workspace import Workspace
from editor.model.resolution import Resolution
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.schema import Template
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
