"""Fonts: what is read from the files, and what happens to those that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.paths import fonts_folder
from editor.typeset import FontError, load_fonts
from tests.typeset.compositions import fonts


def test_heights_and_widths_are_those_of_the_file() -> None:
    face = fonts().face("Liberation Serif")
    assert face.name == "LiberationSerif"
    # Metric-compatible with Times New Roman: its published widths.
    assert face.advance("a") == pytest.approx(444, abs=0.5)
    assert face.advance(" ") == pytest.approx(250, abs=0.5)
    assert face.advance("M") == pytest.approx(889, abs=0.5)
    assert face.ascent == pytest.approx(891, abs=1)
    assert face.descent == pytest.approx(-216, abs=1)


@pytest.mark.parametrize(
    ("bold", "italic", "name"),
    [
        (False, False, "LiberationSans"),
        (True, False, "LiberationSans-Bold"),
        (False, True, "LiberationSans-Italic"),
        (True, True, "LiberationSans-BoldItalic"),
    ],
)
def test_faces_are_found_by_weight_and_slope(bold: bool, italic: bool, name: str) -> None:
    face = fonts().face("Liberation Sans", bold, italic)
    assert (face.name, face.bold, face.italic) == (name, bold, italic)
    assert (face.slant != 0) == italic


def test_a_word_is_as_wide_as_its_letters_and_their_kerning() -> None:
    face = fonts().face("Liberation Serif")
    assert face.width("house") == pytest.approx(sum(map(face.advance, "house")))
    assert "house" not in face.kerned
    assert face.kern("To") < 0
    assert face.width("To") == pytest.approx(face.advance("T") + face.advance("o") + face.kern("To"))
    assert "To" in face.kerned


def test_cyrillic_and_french_spaces_are_there() -> None:
    face = fonts().face("Liberation Serif")
    assert not any(map(face.lacks, "Парламентская ассамблея«»\u202f\u00a0№"))
    assert face.lacks("議")


def test_a_hyphen_that_does_not_break_stands_in_for_itself() -> None:
    face = fonts().face("Liberation Serif")
    assert not face.lacks("\u2011")
    assert face.advance("\u2011") == pytest.approx(face.advance("-"))


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u2060", "\u202e", "\u200f"])
def test_what_only_steers_is_neither_missing_nor_wide(character: str) -> None:
    face = fonts().face("Liberation Serif")
    assert not face.lacks(character)
    assert face.advance(character) == 0


def test_words_with_figures_or_signs_are_told_from_others() -> None:
    face = fonts().face("Liberation Serif")
    for word in ("2011", "co-operation", "A/65/201", "«", ";", "%", "house,", "(draft)", "“words”", "d’ordre"):
        face.width(word)
    assert face.odd >= {"2011", "co-operation", "A/65/201", "«", ";", "%"}
    assert face.odd.isdisjoint({"house,", "(draft)", "“words”", "d’ordre"})


def test_a_family_that_is_not_there_is_named() -> None:
    with pytest.raises(FontError) as error:
        fonts().face("Comic Serif")
    assert (error.value.path, error.value.reason) == ("Comic Serif", "missing")


def test_an_empty_folder_and_damaged_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FontError):
        load_fonts(tmp_path)
    (tmp_path / "a.ttf").write_bytes(b"not a font at all")
    with pytest.raises(FontError) as error:
        load_fonts(tmp_path)
    assert error.value.reason == "damaged"


@pytest.mark.parametrize("kept", [100, 3000, 100_000])
def test_a_font_cut_short_is_damaged_and_never_a_crash(tmp_path: Path, kept: int) -> None:
    whole = (fonts_folder() / "LiberationSerif-Regular.ttf").read_bytes()
    (tmp_path / "a.ttf").write_bytes(whole[:kept])
    with pytest.raises(FontError):
        load_fonts(tmp_path).face("Liberation Serif")
