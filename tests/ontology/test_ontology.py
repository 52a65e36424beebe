"""PLOVER's facts as the project ships them."""

from __future__ import annotations

from sayso import ontology


def test_there_are_sixteen_types_in_four_quads():
    types = ontology.load().types
    assert len(types) == 16
    assert {t.quad for t in types.values()} == {1, 2, 3, 4}
    assert all((t.score >= 0) == (t.quad <= 2) or t.name == "REQUEST" for t in types.values())


def test_there_are_thirty_seven_contexts():
    assert len(ontology.load().contexts) == 37


def test_every_cameo_code_leads_to_a_type_mode_and_contexts_that_exist():
    known = ontology.load()
    for row in known.cameo.values():
        assert row.type in known.types
        assert row.mode is None or row.mode in known.types[row.type].modes, row
        assert set(row.contexts) <= set(known.contexts), row


def test_the_most_extreme_mode_gives_the_score():
    known = ontology.load()
    assert known.scale("ASSAULT", ["beat", "aerial"]) == -9.5
    assert known.scale("CONSULT", []) == 2.5
