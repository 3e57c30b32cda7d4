from __future__ import annotations

import json
from pathlib import Path

import pytest

from editor.app.preferences import Preferences
from editor.app.store import RECENT, Store


def test_what_is_remembered_is_there_at_the_next_start(tmp_path: Path) -> None:
    store = Store(tmp_path / "new" / "folder")
    store.set_preferences(Preferences(scheme="dark", name="É. Vautrin"))
    store.add_recent(tmp_path / "waters.resolution", "Waters", "SC (27) SI 4 E")
    store.count_word("Recalling")
    store.count_word("Recalling")
    store.set_state("panel", "preview")
    again = Store(tmp_path / "new" / "folder")
    assert again.preferences == Preferences(scheme="dark", name="É. Vautrin")
    assert [(entry.title, entry.code) for entry in again.recent] == [("Waters", "SC (27) SI 4 E")]
    assert again.words == {"Recalling": 2}
    assert again.state("panel") == "preview"
    assert again.state("nothing") == ""


@pytest.mark.parametrize("damage", [b"", b"{", b"[1, 2", b'{"scheme": "purple"}', b"\xff\xfe", b'{"zoom": "x"}'])
def test_a_damaged_file_is_set_aside_and_the_rest_kept(tmp_path: Path, damage: bytes) -> None:
    Store(tmp_path).set_state("panel", "cover")
    (tmp_path / "settings.json").write_bytes(damage)
    store = Store(tmp_path)
    assert store.preferences == Preferences()
    assert store.state("panel") == "cover"
    assert (tmp_path / "settings.json.damaged").read_bytes() == damage
    store.set_preferences(Preferences(scheme="light"))
    assert Store(tmp_path).preferences.scheme == "light"


def test_settings_of_a_newer_version_are_read_as_far_as_they_are_known(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"scheme": "dark", "later": [1]}))
    assert Store(tmp_path).preferences == Preferences(scheme="dark")


def test_the_last_text_comes_first_and_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(RECENT + 5):
        store.add_recent(tmp_path / f"{number}.resolution", str(number), "")
    store.add_recent(tmp_path / "22.resolution", "again", "")
    assert len(store.recent) == RECENT
    assert store.recent[0].title == "again"
    assert [entry.title for entry in store.recent].count("22") == 0
    store.forget_recent(str(tmp_path / "22.resolution"))
    assert "again" not in [entry.title for entry in store.recent]
    store.forget_recent()
    assert Store(tmp_path).recent == ()


def test_a_folder_that_takes_nothing_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file stands here")
    store = Store(tmp_path / "folder")
    store.set_preferences(Preferences(zoom=140))
    store.count_word("Noting")
    assert store.preferences.zoom == 140
    assert store.words == {"Noting": 1}


def test_phrases_used_least_are_forgotten_first(tmp_path: Path) -> None:
    (tmp_path / "phrases.json").write_text(json.dumps({f"phrase {at}": at for at in range(2000)}))
    store = Store(tmp_path)
    store.count_word("new")
    assert "phrase 1999" in store.words
    assert "phrase 1" not in store.words
