"""Words stay whole and controls in sight with large type, long words, small windows and every scale of the screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clipping import faults, longer
from tests.ui.scaled import Setting, look_through

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "setting",
    [
        Setting(13, (1024, 640), "de"),
        Setting(13, (1024, 640), "ru", long=True),
        Setting(17, (1280, 720), "en", long=True),
        Setting(20, (1024, 640), "de", everything=False),
        Setting(26, (1280, 720), "ru", everything=False),
        Setting(26, (3840, 2160), "en", long=True, scheme="contrast", everything=False),
    ],
    ids=lambda setting: f"{setting.pixels}px-{setting.size[0]}-{setting.language}{'-long' if setting.long else ''}",
)
def test_nothing_is_cut_covered_or_out_of_sight(setting: Setting, tmp_path: Path, prepared: object) -> None:  # noqa: ARG001
    assert look_through(setting, tmp_path) == []


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_nothing_is_cut_at_the_scales_of_a_screen(scale: str) -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split("\n") == [f"ratio {float(scale)}", ""]


def test_what_is_cut_is_found(qtbot: QtBot, prepared: object) -> None:  # noqa: ARG001
    box = QWidget()
    qtbot.addWidget(box)
    row = QHBoxLayout(box)
    label, button = QLabel("A label with many words"), QPushButton("A button with words")
    row.addWidget(label)
    row.addWidget(button)
    box.show()
    assert faults(box) == []
    label.setFixedWidth(40)
    button.setFixedWidth(30)
    qtbot.wait(0)
    found = faults(box)
    assert [fault.split(":")[0] for fault in found] == ["cut", "cut"]
    button.move(label.pos())
    assert any(fault.startswith("one over the other") for fault in faults(box))
    button.move(4000, 0)
    assert any(fault.startswith("out of sight") for fault in faults(box))


def test_words_are_made_longer_by_two_fifths() -> None:
    for words in ("Undo", "Start from last year’s text", "Page {number} of {count}"):
        assert len(longer(words)) >= round(1.3 * len(words)) + 2
        assert words in longer(words)
