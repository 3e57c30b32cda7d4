"""What every test gets: no screen, folders of its own, and a check of what it leaves behind."""

from __future__ import annotations

import logging
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import leaks

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CI = os.environ.get("CI") == "true"

# How long an example takes says nothing while other tests run beside it; in CI each run tries the same examples.
settings.register_profile("project", deadline=None, print_blob=True, derandomize=CI)
settings.load_profile("project")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the fixture `shared`."""
    for item in items:
        if isinstance(item, pytest.Function) and "shared" in item.fixturenames:
            item.add_marker("shared")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what skips in CI, but for texts that are not there."""
    report = yield
    skipped = report.skipped and not hasattr(report, "wasxfail")
    if skipped and CI and not item.get_closest_marker("shared"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI may not: {report.longrepr}"
    return report


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's own settings, data and caches out of the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield


@pytest.fixture(autouse=True)
def _no_stray_records(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on warnings and errors in the log; a test that expects some clears caplog."""
    yield
    records = caplog.get_records("setup") + caplog.get_records("call")
    stray = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not stray, f"stray log records: {stray}"


@pytest.fixture(autouse=True)
def _no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on the threads a test leaves running, and on the widgets and timers of a Qt test."""
    found = leaks.find_qt if "qapp" in request.fixturenames else leaks.find
    before = found()
    yield
    leaks.wait_for_threads(before)
    left = [thing for thing in found() if thing not in before]
    assert not left, f"left behind: {left}"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of published texts beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("there is no ../shared here")
    return SHARED
