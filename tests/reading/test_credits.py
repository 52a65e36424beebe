"""Which agencies and outlets an article credits."""

from __future__ import annotations

import pytest

from sayso.reading import read_text

PROSE = "The army said on Monday that its soldiers had left the town after a week of talks with the elders."


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        (f"KABUL (Reuters) - {PROSE}", ["Reuters"]),
        (f"KABUL, March 3 (Xinhua) -- {PROSE}", ["Xinhua"]),
        (f"Bogota, March 8 (IANS/EFE) {PROSE}", ["IANS", "EFE"]),
        (f"AFP - {PROSE}", ["AFP"]),
        (f"{PROSE} (AFP)", ["AFP"]),
        (f"{PROSE} (With inputs from PTI)", ["PTI"]),
        (f"{PROSE} — Reuters", ["Reuters"]),
        (f"{PROSE}\n\n(With inputs from ANI and agencies)", ["ANI"]),
        (f"{PROSE}\n\nThe Associated Press contributed to this report.", ["AP"]),
        (f"{PROSE}\n\nReuters contributed to this report.", ["Reuters"]),
        (f"Army Leaves Town\n\nAgence France-Presse\n\n{PROSE}", ["AFP"]),
        (f"Army Leaves Town\n\nBy Jane Doe, Associated Press\n\n{PROSE}", ["AP"]),
        (f"Army Leaves Town\n\nWorld | Press Trust of India | March 3, 2019 17:42 IST\n\n{PROSE}", ["PTI"]),
        ("The soldiers have left, reported AFP.", ["AFP"]),
        ("The soldiers have left, AFP reported.", ["AFP"]),
        ("The soldiers have left, according to the Associated Press.", ["AP"]),
        ("The mayor told the BBC that the soldiers had left.", ["BBC"]),
        ('"They left," the mayor told Reuters news agency.', ["Reuters"]),
        ("Iran's semi-official Fars news agency said that the soldiers had left.", ["Fars"]),
        ("State news agency SANA said that the soldiers had left.", ["SANA"]),
        ("The New York Times first reported the talks.", ["The New York Times"]),
        ("In an interview with Al Jazeera, the mayor said so.", ["Al Jazeera"]),
        ("A Reuters witness saw soldiers leave.", ["Reuters"]),
        ("The AP's reporter saw soldiers leave.", ["AP"]),
        ("Russia's Interfax quoted the mayor as saying so.", ["Interfax"]),
        ("The soldiers have left.", []),
        ("The BBC is to be sold to the government, the minister said.", []),
        ("Police searched the offices of The Guardian on Monday.", []),
        ("The AFP-led team won.", []),
        (f"{PROSE}\n\nPhoto: Jane Doe/AFP\n\nNobody was hurt in the town on Monday.", []),
        (f"{PROSE}\n\nREAD MORE: Reuters reported the talks first\n\nNobody was hurt in the town on Monday.", []),
        ("The Los Angeles Times reported it. The mayor told the Times more.", ["Los Angeles Times"]),
        ("AFP reported it. Reuters said the same. AFP said more.", ["AFP", "Reuters"]),
    ],
)
def test_credits_are_the_agencies_the_report_leans_on(text: str, credits: list[str]) -> None:
    assert read_text(text).credits == credits


def test_an_agency_that_writes_itself_in_small_letters_is_credited() -> None:
    assert read_text("Berlin (dpa) - The talks ended on Monday without an accord, a spokesman said.").credits == ["DPA"]
    assert read_text("The talks are over, a spokesman told dpa on Monday.").credits == ["DPA"]
