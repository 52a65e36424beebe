"""Whose side those are on who lead, serve or speak for a union, a party, a mission."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.model import Settings
from sayso.reading import read_text


@pytest.mark.parametrize(
    ("text", "name", "side", "sector"),
    [
        pytest.param(
            '"We go on," said Jorge Mamani, president of the National League of Hauliers, in La Paz.',
            "Jorge Mamani", "National League of Hauliers", None, id="a body of which only its name is known",
        ),
        pytest.param(
            "The secretary-general of the Bakers' Union, Mary Otieno, spoke in Kenya.",
            "Mary Otieno", "Bakers' Union", "LAB", id="a title with a hyphen is one word",
        ),
        pytest.param(
            "The union of bakers called off its strike in Chad. Mr Moussa Deby, the secretary-general, told reporters so.",
            "Moussa Deby", "union of bakers", "LAB", id="a title alone is of the body spoken of",
        ),
        pytest.param(
            "Envoys of the MDC held talks with ZANU-PF in Harare, the party's treasurer, Roy Moyo, said.",
            "Roy Moyo", "Movement for Democratic Change", "PTY", id="the party is the sentence's subject",
        ),
        pytest.param(
            'The Tram Workers\' Union ended its strike in Peru. "We are content," union chairman Luis Rojas said.',
            "Luis Rojas", "Tram Workers' Union", "LAB", id="the body's noun before the title",
        ),
        pytest.param(
            "The MDC has no comment. Roy Moyo, who speaks for the party, was in Harare.",
            "Roy Moyo", "Movement for Democratic Change", "PTY", id="who speaks for it",
        ),
        pytest.param(
            "Police arrested the MDC member of parliament for Lakeside, Ruth Moyo, in Harare.",
            "Ruth Moyo", "Movement for Democratic Change", "PTY", id="a constituency between office and name",
        ),
    ],
)  # fmt: skip
def test_who_leads_or_speaks_for_a_body_is_on_its_side(text, name, side, sector):
    actors = annotate(read_text(text, published="2015-06-10"), Settings()).actors
    assert {(a.side, a.sector) for a in actors if a.identifier_text == name and a.kind == "person"} == {(side, sector)}


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("DAKAR, May 4 - The director general of customs, Moussa Fall, denied it.", "Moussa Fall", "GOV"),
        ("DAKAR, May 4 - The head of the immigration service, Awa Diop, denied it.", "Awa Diop", "GOV"),
        ("DAKAR, May 4 - The director of the prisons service, Ibou Sarr, denied it.", "Ibou Sarr", "GOV"),
    ],
)
def test_who_leads_a_body_of_the_state_is_of_it(text, name, sector):
    actors = annotate(read_text(text, published="2015-06-10"), Settings()).actors
    assert {(a.code, a.sector) for a in actors if a.identifier_text == name} == {("SEN", sector)}
