"""Status over time: each side's latest word, retractions, reprints, numbers that grow."""

from __future__ import annotations

from making import article, claim, event, party, put

A, B = party("ARM", "GOV", "Armenia"), party("AZE", "GOV", "Azerbaijan")


def clash(id, *claims, **more):
    return event(
        id, date="2021-03-01", who=[A], whom=[B], mode=["firearms"], claims=list(claims), text=f"Only {id}.", **more
    )


def says(id, who, stance="asserts", factuality="CT+", **more):
    return claim(id, who.identifier_text, who.identifier_text, stance, factuality, **more)


def test_a_denial_that_turns_into_a_confirmation(ledger):
    put(ledger, article("a", "2021-03-02T08:00:00+04:00"), clash("a", says("a", B), says("a", A, "denies", "CT-")))
    put(
        ledger,
        article("b", "2021-03-04"),
        clash("b", says("b", A, "confirms", said_on="2021-03-04"), says("b", A, "denies", "CT-", start=90)),
    )
    assert [e.status for e in ledger.events(as_of="2021-03-03")] == ["disputed"]
    assert [e.status for e in ledger.events()] == ["confirmed_by_all"]
    assert [(s.at, s.was, s.status) for s in ledger.history("a-0")] == [
        ("2021-03-02T04:00:00Z", None, "disputed"),
        ("2021-03-04", "disputed", "confirmed_by_all"),
    ]


def test_a_moment_is_compared_in_utc(ledger):
    put(ledger, article("a", "2021-03-02T03:00:00+04:00"), clash("a", says("a", B)))
    assert len(list(ledger.events(as_of="2021-03-01"))) == 1
    assert list(ledger.events(as_of="2021-03-01T22:59:59Z")) == []


def test_nothing_is_known_before_it_was_published_and_undated_articles_never_were(ledger):
    put(ledger, article("a", None), clash("a", says("a", B)))
    assert list(ledger.events(as_of="2030-01-01")) == []
    assert len(list(ledger.events())) == 1


def test_an_outlets_retraction_takes_back_its_own_claim_only(ledger):
    put(ledger, article("a", "2021-03-02"), clash("a", claim("a", "Radio")))
    put(ledger, article("b", "2021-03-03"), clash("b", claim("b", "Radio", None, "retracts", "CT-")))
    assert next(ledger.events()).status == "retracted"
    put(ledger, article("c", "2021-03-04"), clash("c", claim("c", "United Nations")))
    assert next(ledger.events()).status == "reported"
    assert next(ledger.events(as_of="2021-03-03")).status == "retracted"


def test_an_author_takes_back_what_his_outlet_told(ledger):
    put(ledger, article("a", "2021-03-02", source="Radio"), clash("a", claim("a")))
    put(ledger, article("b", "2021-03-03", source="Radio"), clash("b", claim("b", "author", None, "retracts", "CT-")))
    put(ledger, article("c", "2021-03-03", source="Times"), clash("c", claim("c")))
    assert next(ledger.events()).status == "reported"


def test_a_silence_ends_when_another_tells_it_flatly(ledger):
    put(
        ledger,
        article("a", "2021-03-02"),
        clash("a", says("a", A, "does not confirm", "Uu"), claim("a", "unnamed", None, "reports", "PR+")),
    )
    put(ledger, article("b", "2021-03-05"), clash("b", claim("b")))
    assert next(ledger.events(as_of="2021-03-02")).status == "unconfirmed"
    assert next(ledger.events()).status == "reported"


def test_reprints_are_one_source_and_their_outlets_are_all_listed(ledger):
    text = (
        "Armenian troops opened fire across the border on Monday and three soldiers died, "
        "the ministry of defence in the capital said in a statement."
    )
    for n in range(5):
        put(ledger, article(f"a{n}", "2021-03-02", f"{text}\n\nPaper {n} adds."), clash(f"a{n}", says(f"a{n}", B)))
    put(
        ledger,
        article(
            "own",
            "2021-03-02",
            "Our reporter saw soldiers carried from the trench to a school that serves as a hospital.",
        ),
        clash("own", claim("own")),
    )
    e = next(ledger.events())
    assert e.independent_sources == 2
    assert len(e.articles) == 6
    assert len(e.claims) == 2


def test_a_growing_toll_is_kept_and_the_latest_is_shown(ledger):
    for n, dead in enumerate((3, 5, 8)):
        put(ledger, article(f"a{n}", f"2021-03-0{n + 2}"), clash(f"a{n}", says(f"a{n}", B), dead=dead))
    put(
        ledger,
        article("rumour", "2021-03-09"),
        clash("rumour", claim("rumour", "unnamed", None, "reports", "PR+"), dead=90),
    )
    assert next(ledger.events()).size.dead == 8
    assert next(ledger.events(as_of="2021-03-03")).size.dead == 5
    assert [c.size.dead for c in ledger.show("a0-0").sizes] == [3, 5, 8, 90]


def test_changes_lists_what_moved_and_what_is_new(ledger):
    put(ledger, article("a", "2021-03-02"), clash("a", says("a", B)))
    put(ledger, article("quiet", "2021-03-02"), event("quiet", "AID", date="2021-03-01", who=[A], whom=[B]))
    put(ledger, article("b", "2021-03-04"), clash("b", says("b", A, "denies", "CT-")))
    put(ledger, article("new", "2021-03-05"), event("new", "PROTEST", date="2021-03-05", whom=[B]))
    found = [(c.was, c.event.id, c.now) for c in ledger.changes("2021-03-03")]
    assert found == [("confirmed_by_one", "a-0", "disputed"), (None, "new-0", "reported")]


def test_a_victims_state_is_no_party_to_a_crime(ledger):
    teacher = party("KEN", "EDU", "teacher", "Kenya")
    told = event("a", date="2021-03-01", whom=[teacher], mode=["abduct"], claims=[claim("a", "Kenya", "Kenya")])
    put(ledger, article("a", "2021-03-02"), told)
    assert next(ledger.events()).status == "reported"


def test_an_office_speaks_for_the_state_that_is_named_by_its_capital_or_that_alone_takes_part(ledger):
    put(
        ledger,
        article("a", "2021-03-02"),
        clash("a", claim("a", "defence ministry in Yerevan", "defence ministry in Yerevan")),
    )
    assert next(ledger.events()).claims[0].side == "Armenia"
    assert next(ledger.events()).status == "confirmed_by_one"
    arrest = event("b", "COERCE", date="2021-03-01", who=[A], mode=["arrest"], claims=[claim("b", "interior ministry")])
    put(ledger, article("b", "2021-03-02"), arrest)
    assert ledger.event("b-0").status == "confirmed_by_one"


def test_police_speak_for_nobody_where_two_states_take_part(ledger):
    put(ledger, article("a", "2021-03-02"), clash("a", claim("a", "police")))
    assert next(ledger.events()).status == "reported"


def test_the_state_of_a_ship_that_was_seized_is_the_party(ledger):
    tanker = party("SAU", "BUS", "Saudi tanker")
    seized = event(
        "a", "COERCE", date="2021-03-01", who=[A], whom=[tanker], claims=[claim("a", "Saudi Arabia", "Saudi Arabia")]
    )
    put(ledger, article("a", "2021-03-02"), seized)
    assert next(ledger.events()).status == "confirmed_by_one"


def test_a_state_speaks_for_its_people_whom_another_state_acts_on(ledger):
    crew = party("PER", "CVL", "Peruvian fishermen")
    held = event(
        "a", "COERCE", date="2021-03-01", who=[A], whom=[crew], mode=["arrest"],
        claims=[says("a", A), claim("a", "Peru", "Peru")],
    )  # fmt: skip
    put(ledger, article("a", "2021-03-02"), held)
    assert next(ledger.events()).status == "confirmed_by_all"


def test_a_state_does_not_speak_for_people_whom_rebels_act_on_or_it_itself(ledger):
    teacher = party("KEN", "EDU", "Kenyan teacher")
    for n, who in enumerate([party("SOM", "REB", "Al-Shabaab"), party("KEN", "COP", "Kenyan police")]):
        told = event(f"a{n}", date=f"2021-0{n + 1}-01", who=[who], whom=[teacher], mode=["abduct"],
                     claims=[claim(f"a{n}", "Ugandan union", "Ugandan union")])  # fmt: skip
        put(ledger, article(f"a{n}", f"2021-0{n + 1}-02"), told)
    assert {e.status for e in ledger.events()} == {"reported"}


def test_police_without_a_country_are_those_who_made_the_arrest(ledger):
    police, colonel = (
        party("LBR", "COP", "Liberian police", "Liberia"),
        party("CIV", "MIL", "Colonel Gaty", "Ivory Coast"),
    )
    arrest = {"date": "2014-05-05", "who": [police], "whom": [colonel], "mode": ["arrest"]}
    denial = claim("a", "national police", "national police", "denies", "CT-")
    put(ledger, article("a", "2014-05-06"), event("a", "COERCE", claims=[denial], **arrest))
    assert [e.status for e in ledger.events()] == ["denied"]


def test_a_un_agency_that_is_hit_speaks_as_the_un(ledger):
    food, rebels = party("UNO", None, "World Food Programme"), party("SOM", "REB", "al-Shabaab")
    theft = {"date": "2014-05-05", "who": [rebels], "whom": [food], "mode": ["seize"]}
    claims = [claim("a", "UN agency", "United Nations"), claim("a", "al-Shabaab", "al-Shabaab", "confirms", start=50)]
    put(ledger, article("a", "2014-05-06"), event("a", "COERCE", claims=claims, **theft))
    assert [e.status for e in ledger.events()] == ["confirmed_by_all"]


def test_fighters_without_a_name_are_no_side_beside_their_group(ledger):
    army, group = party("COD", "MIL", "army", "Democratic Republic of the Congo"), party("COD", "REB", "CODECO")
    raid = {"date": "2014-05-05", "mode": ["aerial"], "who": [army], "whom": [group, party("COD", "PRM", "militia")]}
    claims = [says("a", group), claim("a", "army", "Democratic Republic of the Congo", "confirms", start=50)]
    put(ledger, article("a", "2014-05-06"), event("a", claims=claims, **raid))
    assert [e.status for e in ledger.events()] == ["confirmed_by_all"]


def test_what_an_author_knew_of_no_such_deed_is_over_when_its_doer_owns_up(ledger):
    put(ledger, article("a", "2021-03-02"), clash("a", claim("a", factuality="CT-"), says("a", B, start=40)))
    assert [e.status for e in ledger.events()] == ["disputed"]
    put(ledger, article("b", "2021-03-04"), clash("b", says("b", A, "confirms")))
    assert [e.status for e in ledger.events()] == ["confirmed_by_all"]


def test_a_denial_stands_before_what_else_its_text_has_the_side_tell(ledger):
    tells = [says("a", B), says("a", A, "denies", "CT-", start=50), says("a", A, start=90)]
    put(ledger, article("a", "2021-03-02"), clash("a", *tells))
    assert next(ledger.events()).status == "disputed"
    put(ledger, article("b", "2021-03-05"), clash("b", says("b", A, "confirms")))
    assert next(ledger.events()).status == "confirmed_by_all"
