"""Whose people, bodies and things are: a group behind a state's possessive, ministers of a state, the second of three names."""

from __future__ import annotations

import pytest


def side(article, phrase):
    return {(a.code, a.sector, a.side) for a in article.actors if a.text == phrase}


def name(article, phrase):
    return {(a.identifier_text, a.code) for a in article.actors if a.text == phrase}


@pytest.mark.parametrize(
    ("text", "phrase", "group"),
    [
        ("Colombia's FARC rebels freed a nurse.", "Colombia's FARC rebels", "Revolutionary Armed Forces of Colombia"),
        ("A faction of Turkey's PKK militants met.", "A faction of Turkey's PKK militants", "Kurdistan Workers' Party"),
        (
            "Police shot a leader of the separatist group Ulfa.",
            "the separatist group Ulfa",
            "United Liberation Front of Assam",
        ),
        (
            "FARC rebels shot two men near Sindari. The outfit fled.",
            "The outfit",
            "Revolutionary Armed Forces of Colombia",
        ),
    ],
)
def test_a_group_is_known_behind_its_state_and_by_its_short_name(annotated, text, phrase, group):
    assert {n for n, _ in name(annotated(text, "2009-05-01"), phrase)} == {group}


def test_a_spokesman_for_the_group_is_on_its_side(annotated):
    article = annotated("The FARC freed a nurse. A spokesman for the group met the press.", "2009-05-01")
    assert side(article, "A spokesman for the group") == {("COL", "REB", "Revolutionary Armed Forces of Colombia")}


@pytest.mark.parametrize("office", ["Deputy Finance Minister", "Home Minister"])
def test_an_office_is_no_town(annotated, office):
    assert {a.code for a in annotated(f"{office} Olena Kravets spoke.", "2009-05-01").actors} == {None}


def test_who_is_named_of_a_state_whose_ministers_met_is_one_of_them(annotated):
    text = "The foreign ministers of Peru and Chile met. Ana Rios of Peru shook hands with Jo Paz of Chile."
    assert side(annotated(text, "2009-05-01"), "Jo Paz") == {("CHL", "GOV", "Chile")}


def test_the_second_of_three_names_is_the_family_name_too(annotated):
    text = "Roberto Cano Bermúdez arrived in Lima. Cano said that he was tired."
    assert {n for n, _ in name(annotated(text, "2009-05-01"), "Cano")} == {"Roberto Cano Bermúdez"}


def test_a_name_behind_a_quotation_is_a_person(annotated):
    article = annotated('"They left tins and a broken bed," Shota Utiashvili said.', "2009-05-01")
    assert [a.kind for a in article.actors if a.text == "Shota Utiashvili"] == ["person"]


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("A Somali spokesman took note of Kenya's admission that its jets bombed a village.", "its jets", "KEN"),
        ("The Peruvian army admitted that FARC rebels captured four of its soldiers.", "its soldiers", "PER"),
    ],
)
def test_its_is_of_whose_admission_or_loss_it_is(annotated, text, phrase, code):
    assert {c for c, _, _ in side(annotated(text, "2009-05-01"), phrase)} == {code}


def test_an_embassy_spokesman_is_of_the_embassy_told_of(annotated):
    article = annotated(
        "The Chinese embassy in Peru denied it. An embassy spokesman said the crew was well.", "2009-05-01"
    )
    assert {c for c, _, _ in side(article, "An embassy spokesman")} == {"CHN"}


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Kenya attacked its neighbour Uganda on Monday.", "its neighbour Uganda", "UGA"),
        ("Kenya's ally Oman freed six sailors.", "Kenya's ally Oman", "OMN"),
    ],
)
def test_a_neighbour_or_ally_is_the_state_named_behind_it(annotated, text, phrase, code):
    assert next(a for a in annotated(text).actors if a.text == phrase).code == code


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        (
            "Zambian border guards shot a Malawian farmer, Malawi's home ministry said. The embassy of Zambia said the border guards "
            "had not fired.",
            "the border guards",
            "ZMB",
        ),
        (
            "Lao police held three Thai traders, Thailand's army said. The police were drunk, it said.",
            "The police",
            "LAO",
        ),
        ("Peruvian sailors boarded a Chilean trawler, Chile said. The sailors took the catch.", "The sailors", "PER"),
    ],
)
def test_those_told_of_again_are_of_the_state_that_their_first_mention_gives(annotated, text, phrase, code):
    assert {a.code for a in annotated(text).actors if a.text == phrase} == {code}


@pytest.mark.parametrize(
    ("text", "phrase", "side"),
    [
        ("Abkhaz foreign minister Maxim Gvinjia denied it.", "Abkhaz foreign minister Maxim Gvinjia", "Abkhazia"),
        ("Georgia protested. The Abkhaz denied it.", "The Abkhaz", "Abkhazia"),
        ("Somaliland police arrested two men.", "Somaliland police", "Somaliland"),
        ("Sergei Bagapsh denied it.", "Sergei Bagapsh", "Abkhazia"),
        (
            "Georgian foreign minister Grigol Vashadze denied it.",
            "Georgian foreign minister Grigol Vashadze",
            "Georgia",
        ),
    ],
)
def test_a_breakaway_territory_is_a_side_of_its_own(annotated, text, phrase, side):
    from sayso.coding.sides import side as of

    assert {of(a) for a in annotated(text, "2010-05-14").actors if a.text == phrase} == {side}


@pytest.mark.parametrize(
    "text",
    ["Rebels blew up the Cravo bridge, Colombia's army said.", "Rebels bombed the Tazerka pipeline, the army said."],
)
def test_what_a_bridge_is_called_is_nobody(annotated, text):
    assert not {a.text for a in annotated(text).actors} & {"Cravo", "Tazerka"}


def test_a_body_named_as_another_states_is_its_possessors(annotated):
    text = "North Korea fired a missile, South Korea's Joint Chiefs of Staff said."
    assert {a.code for a in annotated(text).actors if a.text.endswith("Joint Chiefs of Staff")} == {"KOR"}


def test_the_army_is_the_one_told_of_before_wherever_the_paper_is(annotated):
    text = (
        "JEDDAH, May 6 - Envoys of the Sudanese army met rebels, Saudi Arabia said. The army said that it would go on."
    )
    assert {a.code for a in annotated(text).actors if a.text == "The army"} == {"SDN"}


_CAPTIVE = "Rebels in Mindanao freed a Thai captive, the Philippine army said.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            _CAPTIVE + "In Bangkok, Foreign Minister Somchai Dee thanked the mayor.",
            "Foreign Minister Somchai Dee",
            ("THA", "GOV"),
        ),
        (
            _CAPTIVE + "In Bangkok, relatives wept. Two deputy ministers had resigned over the case.",
            "Two deputy ministers",
            ("THA", "GOV"),
        ),
        (
            "Rebels shelled Bria in the Central African Republic. At a briefing in New York, UN spokesperson Ann Hart told "
            "reporters that 1,300 people had fled.",
            "1,300 people",
            ("CAF", "CVL"),
        ),
        (
            "Jihadists of Boko Haram struck Mora in Cameroon. The group hacked its victims to death.",
            "its victims",
            ("CMR", "CVL"),
        ),
        (
            "Students in Lilongwe, Malawi, marched. The university authorities closed the campus.",
            "The university authorities",
            ("MWI", "EDU"),
        ),
        (
            "The police command in Zamfara, Nigeria, said it had freed a trader.",
            "The police command in Zamfara",
            ("NGA", "COP"),
        ),
        (
            "The Omani embassy in Lusaka asked Zambia for help. Lawmaker Mary Phiri, of the opposition Umodzi party, spoke.",
            "Lawmaker Mary Phiri",
            ("ZMB", "PTY"),
        ),
    ],
)
def test_people_are_of_where_their_paragraph_or_deed_is_and_not_of_the_last_body(annotated, text, words, who):
    assert {(a.code, a.sector) for a in annotated(text).actors if a.text == words} == {who}


def test_a_sum_of_money_is_nobody(annotated):
    text = "The gunmen demanded N50m for the women in Gusau, Nigeria."
    assert not any("N50" in a.text for a in annotated(text).actors)


def test_a_gang_is_no_charity_named_before(annotated):
    text = "Amnesty International blamed the army of Niger. The leader of the gang said that he wanted money."
    assert {a.code for a in annotated(text).actors if a.text == "the gang"} == {"NER"}


def test_youths_are_of_where_a_report_of_two_countries_was_filed(annotated):
    text = (
        "TAHOUA, Niger, May 2 - Niger and Benin quarrel over the canal, and Benin's minister is angry with Niger's.\n\n"
        "Benin's envoy left. Some masked youths hurled flares at the town hall."
    )
    assert {a.code for a in annotated(text).actors if "youths" in a.text} == {"NER"}


@pytest.mark.parametrize(
    "text",
    [
        "The army cleared a road in Bata, Gabon. Marta Diaz, a spokeswoman for the protesters, said they would return.",
        "Soldiers cleared a road in Bata, Gabon. A spokeswoman for the protesters, Marta Diaz, said they would return.",
        "The army cleared a road in Bata, Gabon. Marta Diaz, for the protesters, said they would return.",
    ],
)
def test_who_speaks_for_protesters_is_one_of_them_and_not_of_the_army_told_of_before(annotated, text):
    assert {a.sector for a in annotated(text).actors if "Marta Diaz" in a.text} == {"CVL"}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Karen rebels captured a Myanmar army post and took 11 soldiers prisoner, a commander said. The soldiers had surrendered. Lao soldiers let villagers in. The Lao army sent troops.",
            "The soldiers",
            ("MMR", "MIL"),
        ),
        (
            "A lawmaker of Honduras, Nelson Tovar, wept. Venezuela's minister, Remigio Parra, called him a liar.",
            "him",
            ("HND", "LEG"),
        ),
        (
            "Gunmen shot two men in Guadalupe Carney in Honduras. Two U.S. senators condemned it.",
            "Gunmen",
            ("HND", "UAF"),
        ),
        ("Private guards hired by Eskom attacked a picket in Kriel, South Africa.", "Private guards", ("ZAF", "BUS")),
    ],
)
def test_soldiers_told_of_before_bound_pronouns_whole_names_and_private_guards(annotated, text, words, who):
    assert {(a.code, a.sector) for a in annotated(text).actors if a.text == words} == {who}
