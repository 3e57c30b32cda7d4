"""Word files of others, published as samples: each clause at its level, held against what the lists in them say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.word.making import read

OUTLINES = {
    "mun_inputs_test1": "pppe" + "oiiiII" + "oiiiII" + "oiii",
    "mun_inputs_test_no_line_space": "ooo",
    "mun_inputs_test_problematic": "hhhhppp" + "oiiiII" + "oiiiII" + "oiii",
    "mun_inputs_test_reso": "pppe" + "oiiiII" + "oiiiII" + "oiiiiIIiiII",
    "mun_outputs_auto_numbered": "pppe" + "oiiiII" + "oiiiII" + "oiii" + "oio",
    "mun_outputs_test1": "pppe" + "oiiiII" + "oiiiII" + "oiii" + "o",
    "mun_outputs_test_no_line_sapce": "ooo",
    "mun_outputs_test_problematic": "pppe" + "oiiiII" + "oiiiII" + "oiii",
    "mun_outputs_test_reso": "pppe" + "oiiiII" + "oiiiII" + "oiiiiIIiiII",
}


@pytest.mark.parametrize("name", OUTLINES)
def test_every_clause_has_its_level(shared: Path, name: str) -> None:
    data = (shared / "corpus" / "docx" / f"{name}.docx").read_bytes()
    body = read(data).imported.resolution.body
    signs = {"item": " iIJ", "preambular": "p", "operative": "o", "enacting": "e", "heading": "h", "closing": "c"}
    found = "".join(signs[clause.kind][clause.level if clause.kind == "item" else 0] for clause in body)
    assert found == OUTLINES[name]
