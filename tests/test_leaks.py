"""The guards in conftest.py fail a test that leaves something behind, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytest_plugins = ["pytester"]

TESTS = """
import logging, threading, time
import pytest
from PySide6.QtCore import QObject, QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []


def test_good_nothing(): pass


def test_good_expected_record(caplog):
    logging.getLogger("editor").warning("expected")
    assert caplog.messages == ["expected"]
    caplog.clear()


def test_good_closed_window(qtbot):
    window = QWidget()
    kept.append(window)
    QTimer(window).start(1000)
    qtbot.addWidget(window)


def test_good_ending_thread():
    threading.Thread(target=time.sleep, args=(0.2,)).start()


def test_good_finished_thread(qapp):
    kept.append(QThread())
    kept[-1].start()
    kept[-1].quit()
    assert kept[-1].wait(5000)


def test_bad_record():
    logging.getLogger("editor").warning("stray")


def test_bad_warning():
    import warnings
    warnings.warn("stray")


def test_bad_qt_message(qtbot):
    qWarning("stray")


def test_bad_window(qtbot):
    kept.append(QWidget())


def test_bad_timer(qtbot):
    kept.append(QTimer())
    kept[-1].start(1000)


def test_bad_timer_of_the_application(qapp):
    QTimer(qapp).start(1000)


def test_bad_qthread(qtbot):
    kept.append(QThread())
    kept[-1].start()


def test_bad_thread():
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()


def test_bad_slot(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(10)


def test_bad_skip():
    pytest.skip("no reason is good enough in CI")


def test_good_skip(shared):
    raise AssertionError("the fixture skips where the folder is not")


def test_zz_stop_the_thread():
    for thing in kept:
        if isinstance(thing, QThread):
            thing.quit()
            thing.wait()
"""


def test_guards_fail_what_leaves_something_behind(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    path = pytester.makepyfile(TESTS)
    result = pytester.runpytest_subprocess("-c", ROOT / "pyproject.toml", "-rfEs", "-p", "no:cacheprovider", path)
    blamed = set(re.findall(r"^(?:FAILED|ERROR) \S+::(test_\w+)", result.stdout.str(), re.MULTILINE))
    assert blamed == set(re.findall(r"test_bad_\w+", TESTS))
    assert result.parseoutcomes()["skipped"] == 1
