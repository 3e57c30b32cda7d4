"""The file as text: read well, written alike, nothing lost on the way."""

import difflib
import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from msgspec.structs import replace

from editor.model.clause import Clause
from editor.model.cover import Cover
from editor.model.resolution import Resolution
from editor.model.text import Mark, Note, Run
from editor.project.codec import decode, encode
from editor.project.document import GENERATOR, REVISION, VERSION, Mended, ProjectFile
from editor.project.errors import ProjectError
from tests.project.samples import BEFORE, BODY, COVER, FILES, PROJECT, projects


def kept(project: ProjectFile) -> ProjectFile:
    """Return `project` without what reading it reported."""
    return replace(project, mended=())


def with_body(*body: Clause) -> ProjectFile:
    return ProjectFile(Resolution("osce-pa", "draft", "en", body=body))


class TestRoundTrip:
    @given(projects)
    def test_keeps_every_value(self, project: ProjectFile) -> None:
        read = decode(encode(project))
        assert kept(read) == project
        assert {mended.code for mended in read.mended} <= {"kept-aside"}

    @given(projects)
    def test_writes_what_was_read_in_the_same_bytes(self, project: ProjectFile) -> None:
        written = encode(project)
        assert encode(decode(written)) == written

    def test_equal_marks_are_written_alike_in_whatever_order_they_were_set(self) -> None:
        marks: tuple[Mark, ...] = get_args(Mark)
        one = with_body(Clause("0" * 10, "operative", 0, (Run("a", frozenset(marks)),)))
        other = with_body(Clause("0" * 10, "operative", 0, (Run("a", frozenset(reversed(marks))),)))
        assert encode(one) == encode(other)

    def test_surrogates_do_not_keep_the_rest_from_being_written(self) -> None:
        project = with_body(Clause("0" * 10, "operative", 0, (Run("before \ud800 after"),)))
        assert decode(encode(project)).resolution.body[0].text == (Run("before \ufffd after"),)


SAMPLES = sorted(FILES.glob("sample-*.resolution"))


class TestSamples:
    @pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
    def test_every_version_is_read_for_ever(self, path: Path) -> None:
        read = decode(path.read_bytes())
        version = f"{read.version}.{read.revision}"
        assert version == path.stem.removeprefix("sample-")
        assert read.resolution == replace(PROJECT.resolution, **BEFORE.get(version, {}))

    def test_the_newest_is_what_is_written(self) -> None:
        newest = FILES / f"sample-{VERSION}.{REVISION}.resolution"
        assert encode(PROJECT).decode() == newest.read_text(encoding="utf-8")
        assert kept(decode(newest.read_bytes())) == PROJECT


class TestReading:
    """How the file looks to people, and to the programs they compare it with."""

    def test_every_clause_is_a_line(self) -> None:
        lines = encode(PROJECT).decode().split("\n")
        for clause in BODY:
            (line,) = (line for line in lines if line.startswith(f'  {{"id":"{clause.id}"'))
            assert json.loads(line.rstrip(","))["kind"] == clause.kind

    def test_changing_one_clause_changes_one_line(self) -> None:
        before = encode(PROJECT)
        for at, clause in enumerate(BODY):
            changed = replace(clause, text=(*clause.text, Run(" and more", frozenset({"bold"}))))
            body = (*BODY[:at], changed, *BODY[at + 1 :])
            after = encode(replace(PROJECT, resolution=replace(PROJECT.resolution, body=body)))
            assert _difference(before, after) == ["-", "+"]

    def test_a_clause_more_in_the_midst_is_a_line_more(self) -> None:
        body = (*BODY[:4], Clause("z" * 10, "operative"), *BODY[4:])
        after = encode(replace(PROJECT, resolution=replace(PROJECT.resolution, body=body)))
        assert _difference(encode(PROJECT), after) == ["+"]

    def test_words_are_themselves(self) -> None:
        written = encode(PROJECT).decode()
        assert '"text":["Asks the participating States:"]' in written
        assert "Иванов" in written
        assert "🚦" in written
        assert written.endswith("}\n")

    def test_white_space_between_values_is_free(self) -> None:
        spread = json.dumps(json.loads(encode(PROJECT)), indent=4).replace("\n", "\r\n").encode()
        assert [clause.text for clause in decode(spread).resolution.body] == [clause.text for clause in BODY]


def _difference(before: bytes, after: bytes) -> list[str]:
    lines = difflib.ndiff(before.decode().split("\n"), after.decode().split("\n"))
    return [line[0] for line in lines if line[0] in "+-"]


class TestWords:
    def test_of_the_text_are_left_out_where_there_are_none(self) -> None:
        project = replace(PROJECT, resolution=replace(PROJECT.resolution, words=()))
        assert b'"words"' not in encode(project)
        assert kept(decode(encode(project))) == project

    def test_of_the_text_are_cleaned_as_all_that_comes_in(self) -> None:
        written = encode(PROJECT).replace(b'"Ouchy"', b'"Ou\\u0007chy"')
        read = decode(written)
        assert read.resolution.words == ("Beneluxbrug", "Ou\ufffdchy")
        assert Mended("cleaned", "words[1]") in read.mended

    @pytest.mark.parametrize("value", [b'"Ouchy"', b"[1]", b"{}"])
    def test_of_another_shape_are_refused(self, value: bytes) -> None:
        written = encode(PROJECT).replace(b'["Beneluxbrug","Ouchy"]', value)
        with pytest.raises(ProjectError, match="wrong-type"):
            decode(written)


class TestUnknownKeys:
    def test_survive_load_edit_and_save(self) -> None:
        project = decode(encode(PROJECT))
        body = tuple(replace(clause, text=(Run("changed"),)) for clause in project.resolution.body)
        cover = project.resolution.cover.with_value("title", "Changed")
        edited = replace(project, resolution=replace(project.resolution, body=body, cover=cover))
        tree = json.loads(encode(edited))
        assert tree["ballot"] == [{"for": 31, "against": 2}]
        assert tree["cover"]["pages"] == 12
        assert tree["cover"]["title"] == "Changed"
        assert tree["body"][1]["colour"] == "blue"
        assert tree["body"][1]["origin"] == {"page": 4, "ratio": 0.10}
        assert tree["remarks"][0]["likes"] == 2

    def test_survive_in_a_person(self) -> None:
        written = encode(PROJECT).replace(b'"given":"Anna"', b'"given":"Anna","group":["ALDE",1]')
        assert json.loads(encode(decode(written)))["cover"]["principal_sponsor"]["group"] == ["ALDE", 1]

    def test_keep_every_digit(self) -> None:
        numbers = b'"a":0.10000000000000000000001,"b":1234567890123456789012345678901234567890,"c":1E+400'
        written = encode(PROJECT).replace(b'"colour":"blue"', numbers)
        assert numbers in encode(decode(written))

    def test_do_not_stand_beside_a_field_that_took_their_key(self) -> None:
        cover = Cover((*COVER.fields, ("pages", "twelve")), COVER.extra)
        project = replace(PROJECT, resolution=replace(PROJECT.resolution, cover=cover))
        assert decode(encode(project)).resolution.cover == Cover(cover.fields)

    @pytest.mark.parametrize("place", ["clause", "note", "run", "reference", "template"])
    def test_are_refused_only_where_they_could_not_be_kept(self, place: str) -> None:
        after = {
            "clause": b'"kind":"enacting"',
            "note": b'{"note":"n000000001"',
            "run": b'{"t":"Mindful"',
            "reference": b'"form":"number"',
            "template": b'"revision": 4',
        }[place]
        written = encode(PROJECT).replace(after, after + b',"new":1')
        if place == "clause":
            assert decode(written).resolution.body[2].extra == (("new", "1"),)
        else:
            with pytest.raises(ProjectError, match="unknown-key"):
                decode(written)


class TestVersions:
    def test_a_newer_revision_opens_and_stays_one(self) -> None:
        written = encode(PROJECT).replace(b'"revision": 1', b'"revision": 7', 1)
        project = decode(written)
        assert (project.version, project.revision, project.read_only) == (VERSION, 7, False)
        assert encode(project) == written

    def test_a_newer_version_opens_read_only_and_is_not_written(self) -> None:
        project = decode(_as_version_2(encode(PROJECT)))
        assert (project.version, project.read_only) == (2, True)
        assert project.resolution == PROJECT.resolution
        with pytest.raises(ProjectError, match="newer-version version=2"):
            encode(project)

    def test_a_newer_version_is_shown_as_far_as_it_is_understood(self) -> None:
        written = _as_version_2(encode(PROJECT))
        written = written.replace(b'"m":["italic"]', b'"m":["italic","sparkling"],"size":3')
        written = written.replace(b'["The Assembly:"]', b'["The Assembly",{"picture":"x"},":"]')
        project = decode(written)
        assert project.resolution.body == PROJECT.resolution.body
        assert [mended.code for mended in project.mended].count("left-out") == 3

    def test_a_newer_version_that_is_not_understood_is_called_that(self) -> None:
        written = _as_version_2(encode(PROJECT)).replace(b'"kind":"enacting"', b'"kind":"chorus"')
        with pytest.raises(ProjectError, match="newer-version version=2"):
            decode(written)

    def test_the_generator_is_read_and_named(self) -> None:
        assert decode(encode(PROJECT)).generator == PROJECT.generator
        assert ProjectFile(PROJECT.resolution).generator == GENERATOR


def _as_version_2(written: bytes) -> bytes:
    return written.replace(b'"version": 1', b'"version": 2', 1)


class TestMending:
    def test_takes_a_byte_order_mark_away(self) -> None:
        project = decode(b"\xef\xbb\xbf" + encode(PROJECT))
        assert Mended("byte-order-mark") in project.mended
        assert encode(project) == encode(PROJECT)

    def test_cleans_every_string_and_says_where_the_first_was(self) -> None:
        written = encode(PROJECT).replace(b"by day,", b"by\\u0000 day\\r\\nand Cafe\xcc\x81 \\udfff,")
        project = decode(written)
        assert project.resolution.body[5].text == (Run("by\ufffd day\u2028and Café \ufffd,"),)
        assert Mended("cleaned", "body[5]") in project.mended

    def test_joins_runs_that_look_alike(self) -> None:
        written = encode(PROJECT).replace(b'["by day,"]', '["by ",{"t":"d"},"","ae","\u0301"]'.encode())
        assert decode(written).resolution.body[5].text == (Run("by daé"),)

    @pytest.mark.parametrize(
        "value",
        [
            "12",
            "null",
            "[1]",
            "[{}]",
            '{"parts":["a"]}',
            '{"parts":{"number":3}}',
            '{"parts":{"number\\t\\u0001":"3"}}',
            '{"first":"2012-02-30","last":"2012-03-01"}',
            '{"first":"20120301","last":"2012-03-02"}',
            '{"first":"2012-03-01","last":"2012-03-02","days":2}',
            '{"family":["Smith"]}',
        ],
    )
    def test_keeps_aside_what_a_cover_field_cannot_be(self, value: str) -> None:
        title = b'"title": "Safe passage on inland waterways"'
        project = decode(encode(PROJECT).replace(title, f'"title": {value}'.encode()))
        assert project.resolution.cover.get("title") is None
        assert Mended("kept-aside", "cover.title") in project.mended
        assert f'"title": {value}'.encode() in encode(project)

    def test_keeps_aside_a_cover_field_whose_key_is_no_word(self) -> None:
        project = decode(encode(PROJECT).replace(b'"title": ', b'"ti\\u0007tle": '))
        assert dict(project.resolution.cover.extra)["ti\x07tle"] == '"Safe passage on inland waterways"'
        assert kept(decode(encode(project))) == kept(project)

    def test_tells_notes_and_remarks_of_one_id_apart(self) -> None:
        note = Note("n" * 10, (Run("x"),))
        body = tuple(Clause(f"{at}" * 10, "operative", 0, (note,)) for at in range(2))
        remarks = (PROJECT.resolution.remarks[0],) * 2
        resolution = replace(PROJECT.resolution, body=body, remarks=remarks)
        project = decode(encode(replace(PROJECT, resolution=resolution)), lambda: "f" * 10)
        assert project.resolution.body[1].text == (Note("f" * 10, note.text),)
        assert [remark.id for remark in project.resolution.remarks] == ["r000000001", "f" * 10]
        places = [mended.place for mended in project.mended if mended.code == "new-id"]
        assert places == ["body[1].text[0].note", "remarks[1]"]
