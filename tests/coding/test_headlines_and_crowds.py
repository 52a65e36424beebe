"""Headlines' grammar, people known by their number alone, attacks in words, and what a deed's neighbours do not lend it."""

from __future__ import annotations

import pytest


def of(events, kind):
    return [e for e in events if e.event == [kind]]


def codes(parties):
    return {p.code for p in parties}


def test_a_headline_sets_a_comma_for_and(coded):
    [event] = coded("Ethiopia, Tigray rebels agree to stop fighting")
    assert event.event == ["AGREE"]
    assert {p.sector for p in event.actor} == {"GOV", "REB"}


@pytest.mark.parametrize(
    "headline",
    ["Obama to visit Cuba in March", "Greek ministers to hold talks with Turkey", "France to send more aid to Ukraine"],
)
def test_a_headlines_infinitive_is_still_to_come(coded, headline):
    [event] = coded(headline)
    assert event.event == ["AGREE"]
    assert event.auxiliary == []


@pytest.mark.parametrize(
    ("sentence", "kind", "code"),
    [
        ("Thousands rallied in Cairo on Friday to demand reform.", "PROTEST", "EGY"),
        ("Tens of thousands marched in Minsk on Sunday.", "PROTEST", "BLR"),
    ],
)
def test_a_crowd_may_be_a_bare_number(coded, sentence, kind, code):
    [event] = coded(sentence)
    assert event.event == [kind]
    assert [(p.code, p.sector) for p in event.actor] == [(code, "CVL")]


def test_the_number_of_a_headline_is_whoever_the_story_says(coded):
    [event] = of(
        coded(
            "Suicide car bomber kills eleven at army checkpoint in Mali\n\nA suicide bomber drove a car packed with explosives into a checkpoint in Gao "
            "on Wednesday, killing eleven soldiers and wounding twenty others."
        ),
        "ASSAULT",
    )
    assert [p.sector for p in event.recipient] == ["MIL"]
    assert (event.size.dead, event.size.injured) == (11, 20)


def test_the_army_that_killed_in_an_airstrike_did_it(coded):
    [event] = coded("The army killed 15 in an airstrike on Kano.")
    assert [p.sector for p in event.actor] == ["MIL"]
    assert event.mode == ["aerial"]


def test_tear_gas_is_fired_on_those_whom_it_disperses(coded):
    [event] = coded(
        "Sudanese police fired tear gas on Sunday to disperse thousands of protesters heading for the palace."
    )
    assert event.mode == ["crowd-control"]
    assert [p.sector for p in event.recipient] == ["CVL"]


def test_a_rebel_attack_is_the_rebels(coded):
    [event] = of(coded("Five soldiers were killed in a rebel attack in Mali."), "ASSAULT")
    assert [p.sector for p in event.actor] == ["REB"]
    assert [p.sector for p in event.recipient] == ["MIL"]


def test_nobody_did_it_because_it_hit_their_capital(coded):
    [event] = coded("An airstrike hit a hospital in the rebel capital, Mekele, killing three people.")
    assert event.actor == []


def test_ministers_clash_in_words(coded):
    [event] = coded(
        "Nikos Dendias, the Greek foreign minister, and his Turkish counterpart, Mevlut Cavusoglu, clashed at a news conference in Ankara."
    )
    assert event.event == ["ACCUSE"]


def test_a_bombing_is_condemned_not_the_shots_after_it(coded):
    events = coded(
        "A suicide bomber killed eleven soldiers in Bamako on Wednesday. Troops opened fire on a vehicle. France condemned the bombing."
    )
    [accused] = of(events, "ACCUSE")
    assert [p.sector for p in accused.recipient] == ["REB"]


def test_wanting_to_do_something_asks_nobody(coded):
    assert coded("Peloni said Athens wanted to keep channels of communication open.") == []
    [event] = coded("Peloni said Athens wanted Turkey to withdraw its ship.")
    assert (event.event, codes(event.recipient)) == (["REQUEST"], {"TUR"})


def test_talks_under_way_are_broken_off_and_a_meeting_to_come_is_refused(coded):
    [broken] = coded("Colombia called off peace negotiations with the ELN on Friday.")
    assert (broken.event, broken.mode) == (["SANCTION"], ["withdraw"])
    [refused] = coded("Colombia called off a meeting with Venezuela on Friday.")
    assert (refused.event, refused.mode) == (["REJECT"], ["meet"])


def test_the_place_of_a_clause_about_another_deed_is_not_lent(coded):
    [event] = of(coded("Chad closed its border crossings after talks in Khartoum collapsed."), "COERCE")
    assert event.event_loc is None or event.event_loc.name != "Khartoum"


def test_a_month_dates_what_was_done_when(coded):
    [event] = of(
        coded("The war broke out in November 2020 when rebels attacked army bases in Ethiopia.", "2022-11-02"),
        "ASSAULT",
    )
    assert (event.date, event.enddate) == ("2020-11-01", "2020-11-30")
    assert [p.sector for p in event.recipient] == ["MIL"]


def test_the_toll_of_an_attack_tells_of_the_attack_on_its_own_day(coded):
    [event] = coded(
        "The death toll from Tuesday's bombing at a station in Kano rose to 19, the governor said on Friday."
    )
    assert (event.event, event.mode, event.size.dead) == (["ASSAULT"], ["explosives"], 19)
    assert event.date is None or event.date.endswith("-10")


def test_a_toll_in_the_next_sentence_is_the_attacks(coded):
    events = of(
        coded("Rebels shelled Ukrainian positions near Avdiivka on Monday. Two soldiers were wounded."), "ASSAULT"
    )
    assert [e.size.injured for e in events] == [2]


def test_whoever_asks_not_to_be_named_asks_nothing_of_anybody(coded):
    assert coded("The officials asked not to be identified.") == []
    [event] = coded("Kenya asked Uganda to extradite him.")
    assert event.event == ["REQUEST"]


def test_only_somebody_who_would_not_be_named_tells_it(coded):
    [event] = of(
        coded("Israel's defence minister met his Saudi counterpart, an official said on condition of anonymity."),
        "CONSULT",
    )
    assert event.status == "unconfirmed"
    [event] = of(coded("Israel's defence minister met his Saudi counterpart, Radio Sahel reported."), "CONSULT")
    assert event.status == "reported"


def test_a_denial_that_anybody_came_to_harm_is_no_attack(coded):
    events = coded(
        "Al-Shabaab said Kenyan planes bombed its camps on Monday. It denied that any fighters had been killed."
    )
    [event] = of(events, "ASSAULT")
    assert event.status != "disputed"


def test_the_source_after_the_last_comma_is_no_victim(coded):
    events = coded(
        "Gunmen stormed a school in Jangebe on Friday and kidnapped 317 students, police and local officials said."
    )
    assert {p.sector for e in events for p in e.recipient} == {"EDU", "CVL"}
    assert {c.source for e in events for c in e.claims} == {"police", "local officials"}
    [event] = coded("Protesters burned cars, shops and a police station, residents and officials said on Monday.")
    assert event.recipient == []


def test_people_whom_no_law_holds_are_abducted(coded):
    [event] = coded("Forty-two people were seized on February 17 at a school in Kagara.", "2021-02-26")
    assert (event.event, event.mode) == (["ASSAULT"], ["abduct"])
    assert event.recipient[0].identifier_text == "people"


def test_those_between_whom_others_are_killed_are_fighting(coded):
    [event] = coded("At least 12 people died in fighting between the army and rebels in Goma.")
    assert [p.sector for p in event.actor] == ["MIL", "REB"]
    assert [p.sector for p in event.recipient] == ["CVL"]


def test_what_would_follow_from_an_attack_tells_of_no_attack(coded):
    events = coded("Washington warned that an armed attack on Philippine vessels would trigger a defense treaty.")
    assert of(events, "ASSAULT") == []


def test_what_goes_on_since_a_day_goes_on_until_now(coded):
    [event] = coded("More than 2,000 people have been detained since the July 28 election.", "2024-09-08")
    assert (event.date, event.enddate) == ("2024-07-28", "2024-09-08")


def test_a_branch_acts_for_the_whole(coded):
    [event] = coded("The local branch of the Red Crescent evacuated dozens of families.")
    assert event.event == ["AID"]
    assert event.actor[0].entity_text.endswith("Red Crescent")


def test_a_headlines_abduction_is_the_first_that_the_story_tells(coded):
    events = of(
        coded(
            "Nigeria: bandits abduct scores of schoolgirls in Zamfara\n\nGunmen on motorcycles stormed a girls' boarding school in northwestern Nigeria "
            "on Friday and kidnapped 317 students, police said.\n\nForty-two people were seized on February 17 at a school in Kagara.",
            "2021-02-26",
        ),
        "ASSAULT",
    )
    assert [e.date for e in events] == ["2021-02-26", "2021-02-17"]
    assert codes(events[0].actor) == {"NGA"}
    assert {p.sector for p in events[0].actor} <= {"CRM", "UAF"}


def test_the_end_of_a_captivity_is_told_once(coded):
    [event] = coded("The ELN freed three soldiers that it had been holding in Arauca, the Red Cross said.")
    assert event.mode == ["release"]


def test_the_demonstrators_are_those_who_marched(coded):
    events = coded(
        "Thousands of protesters marched in Khartoum on Sunday. The demonstrators demanded that the army hand over power.",
        "2022-01-09",
    )
    assert len(of(events, "PROTEST")) == 1


def test_a_government_and_rebels_are_two(coded):
    [event] = coded("The Philippine government and communist rebels signed a ceasefire on Friday.")
    assert {p.sector for p in event.actor} == {"GOV", "REB"}


def test_a_ship_is_of_the_flag_it_flies_or_of_nobody_known(coded):
    [flagged] = coded("Iran seized a British-flagged oil tanker on Friday.")
    assert codes(flagged.recipient) == {"GBR"}
