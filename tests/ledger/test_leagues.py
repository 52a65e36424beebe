"""Who speaks for people in number: their union, whatever each telling calls them."""

from __future__ import annotations

import pytest
from making import article, claim, event, party, put

NURSES, MEMBERS = party("GHA", "MED", "Nurses"), party("GHA", "LAB", "members")
STATE, UNION = party("GHA", "GOV", "Ghana"), party("GHA", "LAB", "Ghana Nurses' Union")


def march(id, who, *claims, whom=STATE):
    return event(id, "PROTEST", date="2009-06-02", who=who, whom=[whom], mode=["demo"], claims=list(claims))


def status(ledger, *told):
    for made in told:
        put(ledger, article(made.articles[0], "2009-06-03"), made)
    return next(ledger.events()).status


def test_what_people_are_called_makes_them_no_two_sides(ledger):
    one = march("a", [NURSES], claim("a", "Nurses", "Nurses"), claim("a", "Ghana", "Ghana", start=9))
    assert status(ledger, one, march("b", [NURSES, MEMBERS], claim("b"))) == "confirmed_by_all"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("the nurses' union", "confirmed_by_all"),
        ("GRNA", "confirmed_by_all"),
        ("Medical League of Ghana", "confirmed_by_all"),
        ("a bystander", "confirmed_by_one"),
        ("Amnesty", "confirmed_by_one"),
    ],
)
def test_a_union_speaks_for_the_people_who_took_part(ledger, source, found):
    assert status(ledger, march("a", [NURSES], claim("a", source), claim("a", "Ghana", "Ghana", start=9))) == found


def test_a_union_speaks_for_no_single_person(ledger):
    held = event(
        "a", "COERCE", date="2009-06-02", who=[STATE], whom=[party("GHA", "MED", "nurse")], mode=["arrest"],
        claims=[claim("a", "a nurses' union"), claim("a", "Ghana", "Ghana", start=9)],
    )  # fmt: skip
    assert status(ledger, held) == "confirmed_by_one"


def test_of_people_and_their_union_the_union_is_the_side(ledger):
    both = march("a", [NURSES, UNION], claim("a", "Ghana Nurses' Union"), claim("a", "Ghana", "Ghana", start=9))
    assert status(ledger, both) == "confirmed_by_all"


@pytest.mark.parametrize(
    ("freed", "found"),
    [
        ([party("TGO", "MIL", "Togolese soldiers", side="Togo"), party("GHA", "CVL", "Kofi Addo")], "confirmed_by_all"),
        ([party("GHA", "CVL", "Kofi Addo")], "confirmed_by_one"),
    ],
)
def test_between_states_each_speaks_for_its_people_and_inside_one_they_speak_for_themselves(ledger, freed, found):
    told = event(
        "a", "RETREAT", date="2009-06-02", who=[STATE], whom=freed, mode=["release"],
        claims=[claim("a", "Ghana", "Ghana"), claim("a", "Togo", "Togo", start=9)],
    )  # fmt: skip
    assert status(ledger, told) == found
