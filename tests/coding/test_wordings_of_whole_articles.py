"""Wordings and parties as whole reports have them: answers with tear gas, things of one's own, people of two nations, scenes that go on."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chile's minister voiced frustration at the slowness of Peru.", ("ACCUSE", "disapprove", "CHL", "PER")),
        ("Malawi's envoy was called to the foreign ministry in Lusaka.", ("ACCUSE", "disapprove", "", "MWI")),
        ("Kenya handed Somalia's ambassador a strong démarche.", ("ACCUSE", "disapprove", "KEN", "SOM")),
        ("Peruvian riot police answered with tear gas.", ("ASSAULT", "crowd-control", "PER", "")),
        ("Thai troops retaliated with mortars.", ("ASSAULT", "heavy-weapons", "THA", "")),
        ("It was the Eritreans who fired first.", ("ASSAULT", "firearms", "ERI", "")),
        ("Ugandan soldiers tore down the huts of 40 Ugandan families.", ("ASSAULT", "destroy", "UGA", "UGA")),
        ("Colombian rebels disabled a power station near Cali.", ("ASSAULT", "destroy", "COL", "COL")),
        ("Nigerian guards fired into the air to scatter a crowd.", ("ASSAULT", "crowd-control", "NGA", "NGA")),
        ("Two Chadian reporters were stopped from entering the camp.", ("COERCE", "censor", "", "TCD")),
        ("Soldiers in Mali sealed off parliament.", ("COERCE", "restrict", "MLI", "MLI")),
        ("The UN refugee agency moved 900 Burundian refugees to another camp.", ("AID", "UNO", "BDI")),
        ("Niger has made land available for Malian refugees.", ("AID", "NER", "MLI")),
        ("Ghana's opposition called for the minister to step down.", ("REQUEST", "change", "GHA", "GHA")),
        ("Nepal's army gave the Maoists 24 hours to leave the valley or face an attack.", ("THREATEN", "NPL", "NPL")),
        (
            "Tonga said that it might reconsider its participation in the talks with Fiji.",
            ("THREATEN", "relations", "TON", "FJI"),
        ),
        ("Oman's foreign minister offered his good offices to Yemen.", ("AGREE", "OMN", "YEM")),
        ("Gambian rebels threatened severe consequences for Senegal.", ("THREATEN", "GMB", "SEN")),
        ("Lesotho ordered extra police to the frontier with South Africa.", ("MOBILIZE", "police", "LSO", "ZAF")),
        (
            "The Laotian ambassador called on Thai Foreign Minister Prasong on Monday to seek their release.",
            ("CONSULT", "LAO+THA", ""),
        ),
        ("Togo refused to give back two boats of Benin.", ("REJECT", "yield", "TGO", "BEN")),
        ("Zambia laughed off Malawi's claim.", ("REJECT", "ZMB", "MWI")),
        ("Soldiers in Chad removed surgical kits from a UN convoy.", ("COERCE", "seize", "TCD", "UNO")),
        ("WHO dispatched trauma kits to Chad.", ("AID", "UNO", "TCD")),
        ("The Humanitarian Coordinator for Yemen condemned Saudi Arabia.", ("ACCUSE", "disapprove", "UNO", "SAU")),
        ("Laos said that it did not need outside mediation.", ("REJECT", "LAO", "")),
        ("Belarus will respond to Latvia's expulsions in kind.", ("THREATEN", "expel", "BLR", "LVA")),
        ("Three Peruvian miners were killed by police bullets.", ("ASSAULT", "firearms", "PER", "PER")),
        ("Latvia said hackers linked to Belarus were behind a cyberattack.", ("COERCE", "cyber", "BLR", "LVA")),
        ("Hackers crippled a payment system in Riga.", ("COERCE", "cyber", "None", "")),
        ("A wave of cyberattacks hit Latvian ministries and banks.", ("COERCE", "cyber", "", "LVA+LVA")),
        ("The attack overloaded the servers of Latvia's parliament.", ("COERCE", "cyber", "", "LVA")),
        ("Gunmen linked to al-Shabab killed two Kenyan teachers.", ("ASSAULT", "firearms", "SOM", "KEN")),
        ("Police in Zambia cleared a sit-in by nurses.", ("COERCE", "restrict", "ZMB", "ZMB")),
        ("Mobs armed with clubs attacked Nigerian traders in Accra.", ("ASSAULT", "GHA", "NGA")),
        ("Omani gunmen seize Yemeni trader's son", ("ASSAULT", "abduct", "OMN", "YEM")),
        ("Chadian troops opened mortar fire on a village in Sudan.", ("ASSAULT", "heavy-weapons", "TCD", "SDN")),
        ("Peru holds the leadership of Chile fully responsible for it.", ("ACCUSE", "allege", "PER", "CHL")),
        ("Two Danish nurses were held for 20 days by a gang in Nigeria.", ("ASSAULT", "abduct", "NGA", "DNK")),
        ("Swedish observers said the vote in Togo lacked credibility.", ("ACCUSE", "disapprove", "SWE", "TGO")),
        ("Four Malawian judges called for a recount.", ("REQUEST", "change", "MWI", "")),
        ("Peru says Vietnam is dumping shrimp on its market.", ("ACCUSE", "allege", "PER", "VNM")),
        ('Oman called the Yemeni decision "unfair and baseless".', ("ACCUSE", "disapprove", "OMN", "YEM")),
        ("Farmers' blockade enters third week in Chile", ("PROTEST", "obstruct", "CHL", "")),
        ("Chile has flown 40 stranded tourists out of Nepal.", ("AID", "CHL", "None")),
        ("An Omani activist was seized in Aden in May.", ("ASSAULT", "abduct", "", "OMN")),
        ("Peru would have no choice but to respond, Peru's minister told Chile.", ("THREATEN", "PER", "CHL")),
        ("India launched a ballistic missile which fell into the ocean.", ("MOBILIZE", "weapons", "IND", "")),
        ("Poland has instructed its army to deploy missile batteries.", ("MOBILIZE", "weapons", "POL", "")),
        ("A Danish priest, seized from his house in May, is back home.", ("ASSAULT", "abduct", "", "DNK")),
        (
            "Kenya's president said he was deeply concerned about the arrests in Uganda.",
            ("ACCUSE", "disapprove", "KEN", "UGA"),
        ),
        ("Chile's minister described Peru's decision as absurd and unfair.", ("ACCUSE", "disapprove", "CHL", "PER")),
        ("Peru opened the dam despite protests from Chile's parliament.", ("ACCUSE", "disapprove", "CHL", "")),
        ("Omani forces will cross the frontier if Yemen does not disarm them.", ("THREATEN", "violence", "OMN", "YEM")),
        ("Ghana's president sends troops to border after raid from Togo kills 15 Ghanaians", ("ASSAULT", "", "GHA")),
        (
            "Chad accused a rival clan, the Bulala, of having attacked Niger's embassy.",
            ("ACCUSE", "allege", "TCD", "TCD"),
        ),
        ("Peru and Chile exchanged fire. Each side accused the other.", ("ACCUSE", "allege", "PER+CHL", "")),
    ],
)
def test_whole_articles_wordings(coded, text, event):
    found = told(coded(text))
    assert event in found, found


@pytest.mark.parametrize(
    "text",
    [
        "Raila Odinga called the election a fraud.",
        "Trade between Peru and Chile is small.",
        "Kenya, which hosts a UN agency, did not comment.",
        "We don't apologise for upholding the law, Uganda's president said.",
        "A Kenyan bus company received an extortion letter from a Kenyan gang.",
    ],
)
def test_a_state_of_things_is_no_talk_and_no_visit(coded, text):
    assert not {e.event[0] for e in coded(text)} & {"COOPERATE", "CONSULT", "CONCEDE"}


def test_who_had_something_taken_did_not_take_it(coded):
    events = coded(
        "Two reporters of a local radio station in Chad were stopped from entering the camp and had their cameras confiscated."
    )
    seized = [e for e in events if "seize" in e.mode]
    assert [p.sector for e in seized for p in e.recipient] == ["JRN"]
    assert "JRN" not in [p.sector for e in seized for p in e.actor]


def test_people_in_number_behind_the_doer_are_those_it_is_done_to(coded):
    events = coded("Kenya condemned the detention by Ugandan police of 12 Kenyan traders.")
    assert ("COERCE", "arrest", "UGA", "KEN") in told(events)


def test_what_is_thrown_with_something_else_is_thrown_at_somebody(coded):
    events = coded("Ecuadorean protesters hurled bottles and rocks at the police in Quito.")
    assert ("PROTEST", "riot", "ECU", "ECU") in told(events)


def test_the_men_of_a_movement_are_the_movement(coded):
    events = coded("Uganda blamed the Lord's Resistance Army, whose men stormed an army post near Gulu on Friday.")
    assert any(e.event == ["ASSAULT"] and [p.sector for p in e.actor] == ["REB"] for e in events)


def test_people_of_another_nation_among_those_held_are_held_too(coded):
    events = coded("Police in Zambia rounded up 40 people, among them six Congolese.")
    assert any({p.code for p in e.recipient} == {"ZMB", "COD"} for e in events)


def test_people_whom_no_word_places_are_of_the_scene_before(coded):
    events = coded(
        "In Peru police broke up a march of Peruvian miners with tear gas. Nine people were led away in handcuffs."
    )
    assert any("arrest" in e.mode and {p.code for p in e.recipient} == {"PER"} for e in events)


def test_a_year_before_soldiers_is_no_number_of_them(coded):
    events = coded("In 2009 soldiers murdered President Joao Bernardo Vieira of Guinea-Bissau.")
    assert any(e.event == ["ASSAULT"] and [p.code for p in e.actor] == ["GNB"] for e in events)


def test_those_let_go_after_others_held_them_were_let_go_by_these(coded):
    events = coded("The drivers were held by rebels in Sudan for two days and let go unharmed.")
    assert any("release" in e.mode and [p.sector for p in e.actor] == ["REB"] for e in events)


def test_ministers_of_many_countries_who_meet_meet_as_many(coded):
    events = coded("The foreign ministers of Peru, Chile and Bolivia are in Quito for a meeting on migration.")
    assert any("multilateral" in e.mode and {p.code for p in e.actor} >= {"PER", "CHL", "BOL"} for e in events)


def test_who_calls_it_piracy_and_demands_demands_himself(coded):
    events = coded(
        'Prime Minister Sitiveni Rabuka of Fiji told parliament the seizure was "an act of piracy" and demanded an apology from Tonga.'
    )
    assert ("REQUEST", "yield", "FJI", "TON") in told(events) or ("REQUEST", "FJI", "TON") in told(events)


def test_a_thing_of_who_speaks_is_his(coded):
    events = coded("Rwandan soldiers burned our huts, said Burundian farmers near Cibitoke.")
    assert any("destroy" in e.mode and {p.code for p in e.recipient} == {"BDI"} for e in events)


def test_where_somebody_complains_is_not_of_whom(coded):
    events = coded(
        "Guyana's foreign ministry lodged a complaint with the Organization of American States, accusing Venezuela of spying."
    )
    accused = [{p.code for p in e.recipient} for e in events if e.event == ["ACCUSE"]]
    assert accused
    assert all(codes <= {"VEN"} for codes in accused)


def test_whoever_attacks_a_trench_does_not_do_it_in_words(coded):
    assert ("ASSAULT", "KHM", "THA") in told(
        coded("The Cambodians attacked a trench of Thai soldiers, the Thai ministry said.")
    )


def test_a_third_state_that_phones_both_talks_to_them_anew(coded):
    events = coded(
        "The presidents of Peru and Chile spoke by telephone on Monday. On Tuesday Brazil's president phoned the presidents of Peru and Chile."
    )
    assert sorted(len({p.code for p in e.actor}) for e in events if "phone" in e.mode) == [2, 3]


def test_an_armoured_vehicle_that_backs_police_does_not_praise_them(coded):
    events = coded("Police in Haiti, backed by an armored vehicle, fought gunmen for control of the port.")
    assert {e.event[0] for e in events} == {"ASSAULT"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Nigerian gang wants $1 million for the couple.", ("REQUEST", "yield", "NGA", "")),
        ("Norway's envoy pressed Foreign Minister Ali Sabry of Sri Lanka over the case.", ("REQUEST", "NOR", "LKA")),
    ],
)
def test_what_is_asked_without_saying_so(coded, text, event):
    found = told(coded(text))
    assert event in found, found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Troops from Eritrea crossed the border, Ethiopia's defence ministry said, and summoned the Eritrean ambassador.",
            ("ACCUSE", "disapprove", "ETH", "ERI"),
        ),
        (
            "Zambian guards burned a hut, Malawi's foreign ministry said, and demanded the release of two Malawian traders.",
            ("REQUEST", "yield", "MWI", "MWI"),
        ),
        (
            "Latvia's foreign ministry handed the Belarusian ambassador a note of protest.",
            ("ACCUSE", "disapprove", "LVA", "BLR"),
        ),
        ("Oman sent Yemen a note of protest.", ("ACCUSE", "disapprove", "OMN", "YEM")),
        (
            "Ankara expressed regret over the death of two Syrian soldiers in Turkish shelling.",
            ("CONCEDE", "TUR", "SYR"),
        ),
        ("Norway expressed regret over the decision by Hungary.", ("ACCUSE", "disapprove", "NOR", "HUN")),
        ("Iran acknowledged that one of its drones had strayed into Kuwait.", ("MOBILIZE", "troops", "IRN", "KWT")),
        (
            "The hotline follows the violation of Bulgarian airspace by a Turkish drone on May 2.",
            ("MOBILIZE", "troops", "TUR", "BGR"),
        ),
    ],
)
def test_what_a_state_does_about_what_it_tells(coded, text, event):
    found = told(coded(text))
    assert event in found, found


def test_who_denies_one_thing_and_calls_another_unjust_does_not_deny_that(coded):
    found = coded("Ecuador denied that the officer was a spy and called the decision of Peru unjustified.")
    assert [(e.event, e.status) for e in found] == [(["ACCUSE"], "reported")]


@pytest.mark.parametrize("text", ["The pilots of Togo ignored radio calls.", "A Greek goat strayed into Turkey."])
def test_no_deed_of_states(coded, text):
    assert coded(text) == []


def test_what_is_regretted_is_told_as_done(coded):
    found = told(coded("Oman regretted the arrest of two Yemeni fishermen by Omani police."))
    assert ("COERCE", "arrest", "OMN", "YEM") in found, found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Laos handed six Thai villagers over at the Nong Khai bridge.", ("RETREAT", "release", "LAO", "THA")),
        ("Chad gave back four Sudanese soldiers at the frontier.", ("RETREAT", "release", "TCD", "SDN")),
        ("Eritrea freed 60 Ethiopian POWs.", ("RETREAT", "release", "ERI", "ETH")),
    ],
)
def test_people_given_back_at_a_border_are_released(coded, text, event):
    found = told(coded(text))
    assert event in found, found


def test_a_league_of_states_is_no_union_that_protests(coded):
    found = told(coded("The African Union demanded the release of Guinea's president."))
    assert ("REQUEST", "yield", "IGO", "GIN") in found, found
    found = told(coded("Guinea's teachers' union demanded the release of its leader."))
    assert {e[0] for e in found} == {"PROTEST"}, found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A Turkish aid convoy entered Syria on Monday.", ("AID", "TUR", "SYR")),
        ("Lorries of a Kenyan aid convoy crossed into Somalia on Friday.", ("AID", "KEN", "SOM")),
    ],
)
def test_an_aid_convoy_is_no_army(coded, text, event):
    assert told(coded(text)) == {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Houthis hit a Greek ship in the Red Sea.", ("ASSAULT", "YEM", "GRC")),
        ("Israel targeted a convoy of Hezbollah near Damascus.", ("ASSAULT", "ISR", "LBN")),
        ("Armed gangs stormed a Haitian prison.", ("ASSAULT", "HTI", "HTI")),
    ],
)
def test_who_hits_and_storms(coded, text, event):
    assert told(coded(text)) == {event}


def test_a_union_that_will_not_talk_until_something_is_done_refuses_to(coded):
    events = coded("The union says it will not talk until fuel prices are cut. Bolivia's government offered talks.")
    assert ("REJECT", "meet", "BOL", "BOL") in told(events)


def test_who_congratulates_or_urges_a_state_is_not_whom_it_moves_police_against(coded):
    events = coded(
        "Kenya deployed paramilitary police around the hall. The United States congratulated Kenya on Sunday."
    )
    assert ("MOBILIZE", "police", "KEN", "") in told(events)


def test_those_arrested_are_no_toll_of_the_fight_beside_and_a_fight_is_not_the_shooting_before(coded):
    events = coded(
        "Her driver was shot in the leg by robbers in Jos. Four suspects were arrested later, while a fifth was killed in a gun battle in Aba."
    )
    assert all(e.size is None or not e.size.arrested for e in events if e.event == ["ASSAULT"])
    assert [e.event_text for e in events if "shot" in e.event_text] == [["shot"]]


def test_one_policeman_told_of_before_is_not_who_arrests(coded):
    events = coded("A police sergeant fled in Lagos. Nigerian troops patrolled. Ten students were arrested in Lagos.")
    assert all("sergeant" not in (p.entity_text or "") for e in events if "arrest" in e.mode for p in e.actor)


def test_a_ban_that_people_defy_is_not_theirs(coded):
    events = coded("Oman's police fired tear gas at 400 people who marched in Sohar in defiance of a ban on rallies.")
    assert {e.event[0] for e in events} == {"ASSAULT", "PROTEST"}


def test_what_nobody_has_said_he_did_names_nobody(coded):
    events = coded("A bomb exploded in Manama, killing two workers. No group has said it carried out the attack.")
    assert [e.actor for e in events if e.event == ["ASSAULT"]] == [[]]


def test_an_attempt_is_of_whom_it_was_made_by(coded):
    events = coded("Chadian police said they had foiled an attempt by Libyan rebels to blow up a bridge.")
    assert not [e for e in events if e.event == ["THREATEN"]]


def test_all_who_were_set_free_are_those_taken_before(coded):
    events = coded(
        "Gunmen abducted four UN observers in May; all were set free without ransom.", published="2003-06-30"
    )
    assert any(e.event == ["RETREAT"] and [p.code for p in e.recipient] == ["UNO"] for e in events)


def test_a_paper_named_like_a_party_is_a_paper(coded):
    events = coded("The authorities in Oman suspended the daily al-Wasat for three days.")
    assert all(p.sector != "PTY" for e in events for p in e.recipient)


def test_rebels_backed_by_a_state_are_no_praise_of_theirs(coded):
    assert [e.event for e in coded('Chad blamed "terrorists" backed by Iran for it.')] == [["ACCUSE"]]
