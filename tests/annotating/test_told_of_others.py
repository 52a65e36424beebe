"""Who is meant and who speaks in what somebody tells of others, what people call themselves, and names behind a nationality or a rank."""

from __future__ import annotations

import pytest


def mention(article, phrase):
    return next(a for a in article.actors if a.text == phrase)


def meant(article, pronoun):
    """The name of whom the last pronoun of a form stands for."""
    return [a.identifier_text for a in article.actors if a.text == pronoun and a.kind == "pronoun"][-1]


SEIZED = "Gunmen seized the lawyer Rosa Quispe in Puno. "


@pytest.mark.parametrize(
    "text",
    [
        "Police spokesman Hugo Mamani denied that officers had arrested her.",
        "Police chief Hugo Mamani said that policemen had freed her.",
        "A spokesman for the rebels, Hugo Mamani, said that the group had released her.",
    ],
)
def test_who_speaks_for_those_who_did_it_is_not_the_one_it_was_done_to(annotated, text):
    assert meant(annotated(SEIZED + text), "her") == "Rosa Quispe"


@pytest.mark.parametrize(
    "text",
    [
        "Her attorney, Luz Vargas, said that she had been beaten in custody.",
        "Her sister, Luz Vargas, said she had been tortured.",
    ],
)
def test_who_speaks_for_one_person_tells_of_that_one(annotated, text):
    assert meant(annotated(SEIZED + text), "she") == "Rosa Quispe"


@pytest.mark.parametrize(
    ("text", "phrase", "side"),
    [
        (
            "Karim Dost, who identified himself as a spokesman for the Taliban, said its men had fired.",
            "Karim Dost",
            "Taliban",
        ),
        ("Karim Dost, calling himself a commander of the Taliban, said its men had fired.", "Karim Dost", "Taliban"),
        ("Karim Dost, who claimed to speak for the Taliban, denied the attack.", "Karim Dost", "Taliban"),
        ("A man claiming to be a spokesman for the Taliban denied the attack.", "A man", "Taliban"),
        ("A caller who said he was a spokesman for the Taliban denied the attack.", "A caller", "Taliban"),
    ],
)
def test_people_are_on_the_side_that_they_say_they_speak_for(annotated, text, phrase, side):
    assert mention(annotated(text, "2009-05-02"), phrase).side == side


def test_who_describes_a_deed_as_a_groups_is_not_its_spokesman(annotated):
    text = "Karim Dost, who described the raid as an attack by the Taliban, is a farmer."
    assert mention(annotated(text, "2009-05-02"), "Karim Dost").side != "Taliban"


def test_fighters_of_somebodys_group_are_that_groups(annotated):
    text = "The ELN's negotiator, Pablo Roa, said fighters of his group had bombed a post."
    assert mention(annotated(text, "2018-02-10"), "fighters of his group").side == "National Liberation Army (Colombia)"


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Gunmen in Mali freed Norwegian Kjartan Moe on Sunday.", "Kjartan Moe", "NOR"),
        ("Gunmen in Mali abducted Australian Peter Hill on Sunday.", "Peter Hill", "AUS"),
        ("The murder of Canadian John Reed in Mali was filmed.", "John Reed", "CAN"),
    ],
)
def test_who_is_told_by_nationality_and_name_is_of_that_country(annotated, text, name, code):
    assert {a.code for a in annotated(text).actors if a.identifier_text == name} == {code}


def test_a_name_behind_a_rank_with_a_point_is_a_persons(annotated):
    text = "JUBA - Col. Santo Domic, the army's spokesman, said rebels had laid the ambush."
    assert any(a.identifier_text == "Santo Domic" and a.kind == "person" for a in annotated(text).actors)
