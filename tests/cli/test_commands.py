"""Each command as a person types it: what it writes, what it says, how it ends."""

import json
from pathlib import Path

import pytest

from editor.app.documents import open_document
from editor.cli import main

FORMATS = ("pdf", "docx", "html", "txt")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a new project with a filled cover."""
    path = tmp_path / "paper.resolution"
    settings = [
        "code=SC(27)SI 4 E",
        "title=Early Warning",
        "sponsor=Ms. Éliane Vautrin (Luxembourg)",
        "venue=Tallinn",
        "dates=2027-07-03..2027-07-07",
        "original_language=fr",
    ]
    assert main(["new", "-o", str(path), *(word for setting in settings for word in ("--set", setting))]) == 0
    return path


def test_new_fills_in_the_cover_as_typed(paper: Path) -> None:
    document = open_document(paper)
    cover = document.resolution.cover
    assert (cover.code().get("year"), cover.code().get("number")) == ("27", "4")
    assert cover.text("title") == "Early Warning"
    sponsor = cover.person("sponsor")
    assert sponsor is not None
    assert (sponsor.honorific, sponsor.given, sponsor.family) == ("Ms.", "Éliane", "Vautrin")
    assert document.resolution.original_language == "fr"


def test_a_new_language_brings_its_letter_and_phrase(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "texte.resolution"
    assert main(["new", "-o", str(path), "--language", "fr", "--set", "code=SC (27) SI 4 F"]) == 0
    assert main(["outline", str(path), "--json"]) == 0
    outline = json.loads(capsys.readouterr().out)
    assert outline["cover"]["code"] == "SC (27) SI 4 F"
    assert any("Assemblée" in clause["text"] for clause in outline["clauses"])


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("code=Nonsense", "no code"),
        ("dates=soon", "2027-07-03..2027-07-07"),
        ("language=xx", "there are en"),
        ("colour=red", "original_language"),
        ("title", "KEY=VALUE"),
    ],
)
def test_a_setting_that_cannot_be_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], setting: str, says: str
) -> None:
    path = tmp_path / "paper.resolution"
    assert main(["new", "-o", str(path), "--set", setting]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert not path.exists()


def test_nothing_is_overwritten_unless_asked(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = paper.read_bytes()
    assert main(["new", "-o", str(paper)]) == 2
    assert "--replace" in capsys.readouterr().err
    assert paper.read_bytes() == before
    assert main(["new", "-o", str(paper), "--replace"]) == 0
    assert paper.read_bytes() != before


def test_last_years_text_begins_afresh(paper: Path, tmp_path: Path) -> None:
    old = open_document(paper).resolution
    target = tmp_path / "next.resolution"
    assert main(["new", "-o", str(target), "--from", str(paper), "--set", "title=Another Title"]) == 0
    new = open_document(target).resolution
    assert new.cover.get("dates") is None
    assert not new.cover.code().get("number")
    assert new.cover.text("title") == "Another Title"
    assert [clause.text for clause in new.body] == [clause.text for clause in old.body]
    assert not {clause.id for clause in new.body} & {clause.id for clause in old.body}


def test_several_files_are_exported_side_by_side(paper: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.resolution"
    second.write_bytes(paper.read_bytes())
    folder = tmp_path / "out"
    assert main(["export", str(paper), str(second), "--to", "pdf,docx,html,txt", "--out-dir", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {f"{n}.{f}" for n in ("paper", "second") for f in FORMATS}
    assert (folder / "paper.pdf").read_bytes() == (folder / "second.pdf").read_bytes()


def test_one_bad_file_does_not_stop_the_others(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.resolution"
    bad.write_text('{"format": "resolution-editor",')
    folder = tmp_path / "out"
    assert main(["export", str(bad), str(paper), "--to", "txt", "--out-dir", str(folder)]) == 1
    assert [path.name for path in folder.iterdir()] == ["paper.txt"]
    said = capsys.readouterr().err
    assert str(bad) in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["export", "{paper}", "-o", "{folder}/copy.odt"],
        ["export", "{paper}", "-o", "{folder}/copy"],
        ["export", "{paper}", "--out-dir", "{folder}"],
        ["export", "{paper}", "-o", "{folder}/copy.pdf", "--parts", "cover,spine"],
        ["export", "{paper}", "{paper}", "-o", "{folder}/copy.pdf"],
        ["export", "{paper}", "-o", "{folder}/copy.pdf", "--form-rows", "0"],
        ["export", "{folder}/none.resolution", "-o", "{folder}/copy.pdf"],
        ["outline", "{folder}"],
        ["outline"],
        ["import", "{folder}/none.txt", "-o", "{folder}/a.resolution"],
        ["new", "-o", "{folder}/gone/paper.resolution"],
        ["new", "-o", "{folder}/a.resolution", "--template", "nowhere"],
        ["new", "-o", "{folder}/a.resolution", "--kind", "poem"],
        ["templates", "show", "nowhere"],
        ["templates", "check", "{folder}"],
        ["--nonsense"],
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    before = set(tmp_path.iterdir())
    assert main([word.format(paper=paper, folder=tmp_path) for word in words]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert said.err.rstrip().endswith(".")
    assert set(tmp_path.iterdir()) == before


def test_advice_does_not_change_the_exit_status_but_errors_do(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(paper)]) == 1  # the skeleton's clauses are empty
    assert "error" in capsys.readouterr().out
    text = tmp_path / "draft.txt"
    text.write_text("1. Recalling this,\n\nThe OSCE Parliamentary Assembly:\n\n2. Urges that\n", encoding="utf-8")
    draft = tmp_path / "draft.resolution"
    assert main(["import", str(text), "-o", str(draft)]) == 0
    capsys.readouterr()
    assert main(["check", str(draft), "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)[0]["findings"]
    assert {finding["severity"] for finding in findings} == {"advice"}
    assert any(finding["code"] == "ending" and finding["label"] == "2" for finding in findings)


def test_templates_are_listed_shown_and_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "list"]) == 0
    assert "osce-pa" in capsys.readouterr().out
    assert main(["templates", "show", "osce-pa"]) == 0
    shown = capsys.readouterr().out
    assert "supplementary-item" in shown
    assert "not confirmed" in shown


def test_the_report_holds_every_guess_and_keeps_standard_error_quiet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "draft.txt"
    text.write_text("4. Recalling this,\n5. Noting that.\n", encoding="utf-8")
    report = tmp_path / "report.txt"
    assert main(["import", str(text), "-o", str(tmp_path / "a.resolution"), "--report", str(report)]) == 0
    assert capsys.readouterr().err == ""
    assert "was 4" in report.read_text(encoding="utf-8")
