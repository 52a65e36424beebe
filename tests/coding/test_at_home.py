"""Sides inside one country, what a speaker's "today" is, and places that are meant by "the capital"."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Settings, Source
from sayso.reading import read_text


def events(text, published="2014-06-12"):
    return code(annotate(read_text(text, published=published), Settings()), Settings())


@pytest.mark.parametrize(
    ("text", "kind", "sides", "status"),
    [
        pytest.param(
            'Soldiers in Gabon detained the finance minister, Paul Obame, on Monday, the army said. "They took him '
            'from his bed," said the director of the minister\'s cabinet, Luc Ondo. Paul Obame said that soldiers had detained him.',
            "COERCE", {"Gabon", "Paul Obame", "Luc Ondo"}, "confirmed_by_all", id="the minister whom his state's soldiers hold",
        ),
        pytest.param(
            "Nurses in Malawi went on strike on Monday, the secretary-general of the Nurses' Union, Mary Banda, said.",
            "PROTEST", {"Nurses in Malawi"}, "confirmed_by_one", id="the union of those on strike",
        ),
    ],
)  # fmt: skip
def test_sides_inside_one_country_speak_for_themselves(text, kind, sides, status):
    [event] = [e for e in events(text) if e.event == [kind]]
    assert {c.side for c in event.claims if c.side} == sides
    assert event.status == status


def test_a_speakers_today_is_the_day_that_the_story_gives():
    text = (
        "KHARTOUM (AFP) - The army released the opposition leader Ali Omar on Wednesday evening, officials said.\n\n"
        '"Today we have released Ali Omar," General Hassan Musa told a news conference in Sudan.'
    )
    [event] = [e for e in events(text) if e.event == ["RETREAT"]]
    assert (event.date, event.enddate) == ("2014-06-11", "2014-06-11")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("MORONI - Shops stayed shut. The army imposed a curfew on the capital on Tuesday.", "Moroni", id="the capital"),
        pytest.param(
            "Farmers in Peru marched to Arequipa. Police beat twelve of them in the city on Monday.", "Arequipa", id="the city"
        ),
        pytest.param("A curfew has been in force in Kaduna since Monday.", "Kaduna", id="a curfew in force"),
    ],
)  # fmt: skip
def test_a_noun_for_a_town_is_the_town_named_before(text, place):
    assert [e.event_loc.name for e in events(text) if e.event[0] in ("COERCE", "ASSAULT")] == [place]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Police beat the pupils on Monday, the head of the school, Ana Cruz, said.", "Ana Cruz", id="a role and a name"),
        pytest.param(
            "Troops seized the editor on Monday and have kept him in a barracks since, his lawyer, Ana Cruz, said in Lima.",
            "Ana Cruz", id="an adverb before the source",
        ),
        pytest.param("Gunmen took the priest on Friday and hold him still, the bishop, Paul Ito, told the radio.", "Paul Ito", id="told the radio"),
    ],
)  # fmt: skip
def test_a_source_behind_what_he_says_is_found(text, speaker):
    assert speaker in {a.speaker for a in annotate(read_text(text, published="2014-06-12"), Settings()).attributions}


STRIKE = "BLANTYRE - Bus drivers in Malawi blocked the bridge at Liwonde on Monday.\n\n"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        pytest.param(
            '"We left our buses across the road at dawn," said Mary Banda, president of the National Union of Bus Drivers.',
            "confirmed_by_one", id="what we did",
        ),
        pytest.param('"We never left our garage," said Mary Banda, president of the National Union of Bus Drivers.', "reported", id="never"),
        pytest.param('"We heard of it on the radio," said Mary Banda, president of the National Union of Bus Drivers.', "reported", id="heard"),
        pytest.param('"We left our car and walked," said Mary Banda, a tourist.', "reported", id="another's"),
    ],
)  # fmt: skip
def test_a_party_owns_up_to_its_deed_in_words_of_its_own(words, status):
    assert [e.status for e in events(STRIKE + words) if e.event == ["PROTEST"]] == [status]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The union MBDU said that 300 of its members had blocked the bridge.", 1),
        (
            "Mary Banda, the secretary of the Bus Drivers' League, said that her members had blocked it because of fuel prices.",
            1,
        ),
        ('"We closed it because fuel is dear," said Mary Banda, a leader of the drivers\' federation.', 1),
        ("The union MBDU said that its members had gone on strike in Zomba on Saturday.", 2),
    ],
)
def test_what_a_union_says_of_its_members_is_what_the_crowd_did(words, told):
    assert len([e for e in events(STRIKE + words) if e.event == ["PROTEST"]]) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Miners in Peru blocked a bridge on Monday in protest against the government.", 1),
        (
            "Miners in Peru blocked a bridge on Monday, and nurses joined a protest against the government on Tuesday.",
            2,
        ),
    ],
)
def test_what_is_done_in_protest_is_the_protest(text, told):
    assert len([e for e in events(text) if e.event == ["PROTEST"]]) == told


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("The report was wrong.", True),
        ("That was an error, and we apologise.", True),
        ("We withdraw the report.", True),
        ("The report was not wrong.", False),
        ("The report was long.", False),
    ],
)
def test_a_paper_takes_back_its_own_report(words, taken):
    told = "The Lilongwe Post reported yesterday that drivers had blocked a bridge in Malawi on Tuesday."
    article = read_text(f"{told} {words}", published="2014-06-12")
    article.source = Source("The Lilongwe Post")
    [event] = [e for e in code(annotate(article, Settings()), Settings()) if e.event == ["PROTEST"]]
    assert ("retracts" in {c.stance for c in event.claims}) is taken


def test_the_two_sides_are_a_ministry_and_a_union():
    text = "Malawi's health ministry and the union of nurses met on Monday, the two sides said in a joint statement."
    [event] = [e for e in events(text) if e.event == ["CONSULT"]]
    assert {c.side for c in event.claims} == {"Malawi", "union of nurses"}


def test_a_far_capitals_name_is_that_of_a_town_at_home():
    text = "Taxi drivers blocked the road south of Comayagua on Monday. Lorries from La Paz stood as far back as Siguatepeque."
    [event] = [e for e in events(text) if e.event == ["PROTEST"]]
    assert [p.code for p in event.actor] == ["HND"]


@pytest.mark.parametrize(
    "text",
    [
        "Lecturers in Kenya laid down their chalk on Monday.",
        "Doctors in Nigeria withdrew their services on Monday.",
        "Dockers in Kenya struck for two days.",
        "Railway workers in India stayed at home on Monday over pay.",
        "Nurses in Malawi went on strike on Monday. The Nurses' Union of Malawi said that its members had stayed away from work.",
    ],
)
def test_those_who_stop_work_are_on_one_strike(text):
    assert [e.mode for e in events(text) if e.event == ["PROTEST"]] == [["strike"]]


def test_a_party_that_bears_its_countrys_name_is_not_the_state():
    text = (
        "Belarusian police arrested the leader of the opposition United Civic Party in Minsk on Monday, the party said."
    )
    [event] = [e for e in events(text) if e.event == ["COERCE"]]
    assert {c.side for c in event.claims} == {"United Civic Party"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("About 300 people protested in Lome on Saturday over power cuts, organisers said.", "confirmed_by_one"),
        ("Several hundred people marched through Lome on Saturday, protesters said.", "confirmed_by_one"),
        ("About 300 people protested in Lome on Saturday over power cuts, residents said.", "reported"),
    ],
)
def test_who_calls_or_makes_a_march_speaks_for_the_people_in_it(text, status):
    [event] = [e for e in events(text) if e.event == ["PROTEST"]]
    assert event.status == status
