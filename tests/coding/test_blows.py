"""Blows that weapons and craft deal, boats as rams, men who come to blows, and what only sounds like it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient"),
    [
        ("A Turkish frigate rammed a Greek patrol boat off Lesbos on Tuesday.", "TUR", "GRC"),
        ("A Ukrainian sea drone holed a Russian tanker near Novorossiysk.", "UKR", "RUS"),
        ("An Israeli tank brought down a watchtower of UN peacekeepers in Naqoura.", "ISR", "UNO"),
        ("A Russian missile wrecked a hospital in Dnipro on Monday.", "RUS", "UKR"),
        ("A Pakistani sniper felled an Indian soldier on the Line of Control.", "PAK", "IND"),
        ("Fighters of Boko Haram fell upon a Nigerian army convoy on Monday.", "NGA", "NGA"),
        ("Rebels dragged nine villagers from their beds in Ituri.", "COD", "COD"),
        ("M23 rebels put 12 villagers to the sword in Masisi.", "COD", "COD"),
        ("Chinese vessels blasted a Philippine boat with water cannon.", "CHN", "PHL"),
        ("A mine laid by the FARC killed three soldiers in Tumaco.", "COL", "COL"),
        ("Cluster bombs dropped by Saudi planes killed four children in Saada.", "SAU", "YEM"),
        ("Sniper fire from Azerbaijani lines killed an Armenian conscript.", "AZE", "ARM"),
        ("Five Turkish soldiers died in a PKK rocket attack in Hakkari.", "TUR", "TUR"),
        ("A North Korean soldier shot a South Korean fisheries official.", "PRK", "KOR"),
        ("Al-Shabaab fired mortars at the presidential palace in Mogadishu.", "SOM", "SOM"),
        ("Islamic State threw two men from a roof in Mosul.", "IMG", "IRQ"),
        ("Yemeni rebels sabotaged a Saudi tanker off Aden.", "YEM", "SAU"),
        ("Nine Indian guards were killed by Pakistani fire near Poonch.", "PAK", "IND"),
        ("Nine Indian guards were killed by Pakistani shelling of Poonch.", "PAK", "IND"),
        ("Nine Indian guards were killed by fire from Pakistani posts near Poonch.", "PAK", "IND"),
        ("Soldiers broke the arm of a reporter in Kampala.", "UGA", "UGA"),
        ("Guinean soldiers bayoneted demonstrators in Conakry.", "GIN", "GIN"),
        ("Tajik guards put a bullet in the leg of a Kyrgyz shepherd.", "TJK", "KGZ"),
    ],
)
def test_weapons_and_craft_deal_blows_for_whom_they_belong_to(coded, sentence, actor, recipient):
    told = coded(sentence)
    assert {e.event[0] for e in told} == {"ASSAULT"}
    assert actor in {p.code for p in told[-1].actor}
    assert recipient in {p.code for p in told[-1].recipient}


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 18 civilians were killed by shelling of a camp in Darfur.",
        "At least 18 civilians were killed by shelling.",
    ],
)
def test_what_people_are_killed_by_may_end_like_a_verb(coded, sentence):
    (told,) = coded(sentence)
    assert (told.event, told.mode, told.recipient[0].sector) == (["ASSAULT"], ["heavy-weapons"], "CVL")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine people were killed in a Greek forest fire.",
        "They hold the country hostage, he said.",
        "Two boys were killed by drowning.",
    ],
)
def test_what_kills_by_itself_is_no_blow(coded, sentence):
    assert not coded(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Indian and Chinese soldiers came to blows on Monday in Sikkim.",
        "A firefight broke out between Indian and Chinese soldiers on Monday.",
    ],
)
def test_two_who_fight_are_both_actors(coded, sentence):
    [event] = coded(sentence)
    assert event.event == ["ASSAULT"]
    assert {p.code for p in event.actor} == {"IND", "CHN"}
    assert not event.recipient


def test_what_is_set_off_is_no_plan(coded):
    [event] = coded("The FARC set off a mine under an army truck in Tumaco on Monday.", "2014-06-12")
    assert (event.date, event.auxiliary) == ("2014-06-09", [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm damaged a hospital in Manila on Monday.",
        "A Russian plane crashed into a house in Irkutsk.",
        "A Turkish ferry collided with a Greek tanker in fog.",
        "Soldiers hosed down the streets of Wuhan with water.",
        "A trade war between China and the United States broke out.",
        "The army made off with the cup after beating the police.",
    ],
)
def test_what_only_sounds_like_a_blow_is_none(coded, sentence):
    assert not [e for e in coded(sentence) if e.event == ["ASSAULT"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chinese ship had rammed no one, Beijing said.",
        "Iran's navy fired at no ship, Tehran said.",
        "At no time did Turkish troops open fire, Ankara said.",
        "Hezbollah said that its men had not flown any drone to Haifa.",
    ],
)
def test_who_struck_nobody_denies_it(coded, sentence):
    [event] = coded(sentence)
    assert (event.event, event.auxiliary) == (["ASSAULT"], ["negation"])


@pytest.mark.parametrize(
    "words",
    [
        "Posts on social media claimed that",
        "Telegram channels carried unverified accounts that",
        "Unsigned leaflets said that",
        "A fisherman who gave only a nickname said that",
    ],
)
def test_what_anybody_may_have_said_is_not_confirmed(coded, words):
    [event] = coded(f"{words} Algerian soldiers had shot at Moroccan farmers near Figuig on Sunday.")
    assert event.status == "unconfirmed"


def test_the_movement_is_that_of_whoever_speaks_for_one(coded):
    told = coded("Hamas spokesman Sami Abu Zuhri spoke on Monday. The movement had not shelled Israel, he said.")
    assert [p.identifier_text for e in told if e.event == ["ASSAULT"] for p in e.actor] == ["Hamas"]


def test_who_sends_the_killers_does_it(coded):
    [event] = coded("Two men on a motorcycle sent by Israel's Mossad shot dead a colonel in Iran on Sunday.")
    assert [p.code for p in event.actor] == ["ISR"]


def test_who_tells_of_his_fight_with_another_fought(coded):
    [event] = coded("According to Azerbaijan's Defence Ministry, the shootout with Armenian units ended after an hour.")
    assert {p.code for p in event.actor} == {"ARM", "AZE"}
    assert not event.recipient


def test_a_body_is_whoever_the_name_behind_it_says(coded):
    [event] = coded("The militia Harakat al-Nujaba had flown a drone into a US base.", "2023-10-20")
    assert [p.code for p in event.actor] == ["IRQ"]


@pytest.mark.parametrize(
    "words",
    [
        "Our story about Greek guards beating Afghan migrants was untrue.",
        "This newspaper's report that Greek guards had beaten Afghan migrants has been withdrawn.",
        "We retract our article about Greek guards beating Afghan migrants.",
    ],
)
def test_a_paper_takes_back_what_its_report_told(coded, words):
    [event] = [e for e in coded(words) if e.event == ["ASSAULT"]]
    assert event.status == "retracted"


def test_a_denial_that_is_said_again_stays_one(coded):
    told = coded(
        "The Afghan Defence Ministry refuted what was being said: no Afghan soldier had been shot at from the Tajik bank."
    )
    assert [c.factuality for e in told if e.event == ["ASSAULT"] for c in e.claims] == ["CT-"]


def test_the_armies_of_two_who_speak_are_both_theirs(coded):
    told = coded(
        "Foreign ministers Hugo Arce of Peru and Sonia Villar of Bolivia met on Monday. The two ministers deplored that "
        "patrols of their armies had exchanged fire on the lake."
    )
    [event] = [e for e in told if e.event == ["ASSAULT"]]
    assert {p.code for p in event.actor} == {"PER", "BOL"}


def test_a_station_of_a_town_says_where(coded):
    [event] = coded("Gunmen set fire to the police station of Mirebalais on Tuesday evening.")
    assert event.event_loc is not None
    assert event.event_loc.country == "HTI"
