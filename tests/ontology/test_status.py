"""The contract's status table, row by row."""

from __future__ import annotations

import pytest

from sayso.model import Claim, Evidence
from sayso.ontology.status import credibility, status


def claim(source, side, stance="asserts", factuality="CT+"):
    return Claim([source], source, side, stance, factuality, None, None, False, Evidence("a", 0, 1, "x"))


A, B = "Side A", "Side B"


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([claim("a", A), claim("b", B, "confirms")], "confirmed_by_all"),
        ([claim("a", A), claim("b", B, "confirms"), claim("c", "a lawyer", "denies", "CT-")], "confirmed_by_all"),
        ([claim("a", A), claim("c", "a lawyer", "denies", "CT-")], "disputed"),
        ([claim("a", A), claim("b", B, "declines to comment", "Uu")], "confirmed_by_one"),
        ([claim("a", A), claim("b", B, "denies", "CT-")], "disputed"),
        ([claim("Agency", "Agency"), claim("b", B, "denies", "CT-")], "disputed"),
        ([claim("unnamed", None, "reports", "PR+"), claim("b", B, "denies", "CT-")], "denied"),
        ([claim("a newspaper in Lima", "a newspaper in Lima"), claim("b", B, "denies", "CT-")], "denied"),
        ([claim("local media", "local media"), claim("b", B, "denies", "CT-")], "denied"),
        ([claim("a woodcutter from Lima", "a woodcutter from Lima"), claim("b", B, "denies", "CT-")], "disputed"),
        ([claim("unnamed", None, "reports", "PR+")], "unconfirmed"),
        ([claim("author", None), claim("b", B, "does not confirm", "Uu")], "unconfirmed"),
        ([claim("author", None)], "reported"),
        ([claim("Radio", "Radio"), claim("Radio", "Radio", "retracts", "CT-")], "retracted"),
    ],
)
def test_claims_make_a_status(claims, expected):
    assert status(claims, {A, B}) == expected


def test_credibility_grows_with_independent_sources():
    one = [claim("a", A)]
    more = [*one, claim("Agency", "Agency"), claim("UN", "UN")]
    assert credibility(one, {A, B}, status(one, {A, B})) == 3
    assert credibility(more, {A, B}, status(more, {A, B})) == 2


def test_nothing_but_silence_cannot_be_judged():
    silent = [claim("b", B, "declines to comment", "Uu")]
    assert credibility(silent, {A, B}, status(silent, {A, B})) == 6
