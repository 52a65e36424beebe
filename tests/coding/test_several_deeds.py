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
