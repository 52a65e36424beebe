"""Sentences and stories with several deeds: whose toll is whose, who did what came of it, and which tellings are one."""

from __future__ import annotations


def of(events, kind):
    return [e for e in events if e.event == [kind]]


def codes(parties):
    return {p.code for p in parties}


def test_a_toll_belongs_to_the_deed_that_it_hangs_on(coded):
    events = of(
        coded(
            "Turkey carried out a strike on Iraq on Monday against men behind an attack in Ankara that killed 12 children."
        ),
        "ASSAULT",
    )
    tolls = {tuple(sorted(codes(e.actor) - {None})): e.size.dead if e.size else None for e in events}
    assert tolls[("TUR",)] is None
    assert 12 in tolls.values()


def test_a_clash_beside_a_protest_keeps_its_dead_to_itself(coded):
    events = coded(
        "Thousands of Peruvians took to the streets to protest against a tax, and clashes between demonstrators and police in Lima left at least six dead."
    )
    assert [e.size for e in of(events, "PROTEST")] == [None]
    [clash] = of(events, "ASSAULT")
    assert clash.size.dead == 6
    assert {p.sector for p in clash.actor} == {"CVL", "COP"}


def test_whoever_struck_also_injured_wherever_the_parser_hangs_the_participle(coded):
    events = of(
        coded(
            "Officials said Vietnam summoned China's ambassador on Monday after a Chinese coast guard ship fired water cannon at a Vietnamese boat, injuring three sailors."
        ),
        "ASSAULT",
    )
    [deed] = events
    assert codes(deed.actor) == {"CHN"}
    assert deed.size.injured == 3


def test_a_condition_that_somebody_sets_is_no_concession(coded):
    assert (
        of(
            coded("Unions in Chile said they would not end the strike until the government withdraws the bill."),
            "CONCEDE",
        )
        == []
    )


def test_what_ended_an_action_did_happen(coded):
    assert of(coded("Kenyan rebels fought until the army withdrew from the town."), "RETREAT")


def test_whoever_did_the_deed_is_whom_a_condemnation_of_it_means(coded):
    events = coded("Israel bombed Damascus on Sunday. Jordan's king Abdullah II condemned the attack.")
    [word] = of(events, "ACCUSE")
    assert codes(word.recipient) == {"ISR"}


def test_a_condemned_deed_names_its_doer_beside_itself(coded):
    [word] = of(coded("Lebanon condemned the Israeli attack on Tyre."), "ACCUSE")
    assert codes(word.recipient) == {"ISR"}


def test_an_attack_that_is_blamed_on_somebody_accuses_them(coded):
    [word] = of(coded("Egypt blamed the assault on Libya."), "ACCUSE")
    assert (codes(word.actor), codes(word.recipient)) == ({"EGY"}, {"LBY"})


def test_a_state_that_protests_to_another_complains(coded):
    events = coded("Vietnam protests China's seizure of boats in the South China Sea")
    assert of(events, "PROTEST") == []
    [word] = of(events, "ACCUSE")
    assert word.mode == ["disapprove"]
    assert codes(word.actor) == {"VNM"}


def test_a_headline_and_its_lead_are_one_event_in_other_words(coded):
    events = of(
        coded(
            "Israel strikes Beirut suburb, killing militia commander; group vows response\n\n"
            "Israel carried out a raid on Beirut's southern suburbs on Tuesday, officials said.\n\nNobody was hurt, they said.",
            "2024-07-30",
        ),
        "ASSAULT",
    )
    assert len(events) == 1
    assert events[0].date == "2024-07-30"


def test_what_one_side_says_that_the_other_did_is_kept_on_its_say_so(coded):
    events = of(
        coded(
            "Laos said on Tuesday that two of its soldiers had been killed and several wounded by Cambodian fire along the border."
        ),
        "ASSAULT",
    )
    [deed] = events
    assert (codes(deed.actor), codes(deed.recipient), deed.size.dead) == ({"KHM"}, {"LAO"}, 2)
    assert {(c.source, c.stance) for c in deed.claims} == {("Laos", "asserts")}


def test_a_verb_cut_off_from_its_subject_finds_it(coded):
    [word] = of(
        coded("Russia, which has a military base in Tajikistan, called on Kyrgyzstan to show restraint."), "REQUEST"
    )
    assert codes(word.actor) == {"RUS"}


def test_a_minister_and_his_named_counterpart_both_take_the_call(coded):
    [talk] = of(
        coded(
            "Iran's foreign minister, Abbas Araghchi, held a telephone call with his Turkish counterpart Hakan Fidan on Monday.",
            "2025-03-05",
        ),
        "CONSULT",
    )
    assert codes(talk.actor) == {"IRN", "TUR"}


def test_a_claim_of_responsibility_is_for_the_attack_told_before_it(coded):
    events = of(
        coded(
            "Gunmen attacked a factory near Quetta on Monday, killing five people. The Baloch Liberation Army claimed responsibility. "
            "Pakistan responded by launching airstrikes on camps in Iran.",
            "2024-01-18",
        ),
        "ASSAULT",
    )
    claimed = [e for e in events if any(c.stance == "claims responsibility" for c in e.claims)]
    assert [e.size.dead for e in claimed] == [5]
    assert {"UAF", "REB"} <= {p.sector for p in claimed[0].actor}


def test_camps_in_a_country_are_that_country_attacked(coded):
    [raid] = of(coded("Pakistan launched airstrikes on militant camps in Iran."), "ASSAULT")
    assert "IRN" in codes(raid.recipient)


def test_a_lawyer_who_tells_of_a_refusal_did_not_refuse(coded):
    assert all(
        "CHL" not in codes(e.actor)
        for e in of(coded("Lawyers in Chile said their clients had been denied access."), "REJECT")
    )


def test_a_meeting_that_may_come_is_hypothetical(coded):
    [talk] = of(coded("The presidents of Peru and Chile may meet in Lima."), "CONSULT")
    assert talk.auxiliary == ["hypothetical"]


def test_a_denial_taken_back_by_a_later_word_leaves_the_confirmation(coded):
    events = of(
        coded(
            "Chad's defence ministry confirmed on Thursday that its troops fired on Sudanese positions on March 1. "
            "The ministry had earlier denied any shooting.",
            "2021-03-04",
        ),
        "ASSAULT",
    )
    assert [e.status for e in events] == ["confirmed_by_one"]
    assert {c.stance for c in events[0].claims} >= {"confirms", "denies"}


def test_two_kinds_of_people_who_clash_are_two_parties(coded):
    [clash] = of(coded("At least 19 people died in clashes between herders and farmers in Niger."), "ASSAULT")
    assert {p.entity_text for p in clash.actor} == {"herders", "farmers"}
    assert clash.size.dead == 19


def test_whose_release_is_called_for_is_not_called_upon(coded):
    [word] = of(coded("UNICEF called for the immediate release of the children."), "REQUEST")
    assert word.recipient == []


def test_what_somebody_is_accused_of_is_only_alleged(coded):
    assert {e.event[0] for e in coded("Activists in Peru accuse the agency of detaining critics.")} == {"ACCUSE"}


def test_a_country_before_a_headline_says_where_not_who(coded):
    events = coded(
        "Nigeria: Gunmen kidnap dozens of students in Kaduna\n\nGunmen abducted more than 280 students on Thursday, officials said.\n\n"
        "They were taken into a forest, the officials said.",
        "2024-03-08",
    )
    [deed] = of(events, "ASSAULT")
    assert "Nigeria" not in {c.source for c in deed.claims}
    assert deed.event_loc.name == "Kaduna"


def test_an_agency_that_the_prose_quotes_does_not_sign_the_article(coded):
    [deed] = of(
        coded(
            "Mali expelled the French ambassador. Burkina Faso may follow, KCNA reported. Chad is calm, officials said."
        ),
        "SANCTION",
    )[:1]
    assert {tuple(c.chain) for c in deed.claims} == {()}


def test_who_a_strike_was_on_did_not_make_it(coded):
    [deed] = of(
        coded("A drone strike on a clinic in the Yemeni city of Taiz killed nine people, medics said."), "ASSAULT"
    )
    assert deed.actor == []
    assert deed.size.dead == 9


def test_a_collapse_whose_verb_the_parser_gives_to_protesters_is_nobodys_assault(coded):
    events = coded(
        "Thousands of protesters blocked two roads in Nis on Friday, marking a year since the collapse of a bridge killed 11 people."
    )
    assert of(events, "ASSAULT") == []
    assert [e.size for e in of(events, "PROTEST")] == [None]


def test_the_dead_of_a_war_are_not_those_of_one_strike(coded):
    events = of(
        coded(
            "An airstrike killed 14 people in Hodeidah on Monday, medics said. Fighting has killed 30,000 people in Yemen, the UN said."
        ),
        "ASSAULT",
    )
    assert 14 in {e.size.dead for e in events if e.size}
    assert all({c.source for c in e.claims} != {"medics", "United Nations"} for e in events)


def test_talks_that_somebody_offers_to_host_are_not_held(coded):
    events = coded("Oman offered to host a new round of talks between Iran and the United States.")
    assert of(events, "CONSULT") == []
    assert codes(*[e.actor for e in of(events, "AGREE")]) == {"OMN"}
