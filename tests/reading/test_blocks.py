"""What is the article's own prose and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Article, Block
from sayso.reading import read_text
from sayso.reading.blocks import blocks
from sayso.reading.datelines import Opening
from sayso.reading.furniture import kind_of
from sayso.reading.sighted import sighted

PROSE = "The army said on Monday that its soldiers had left the town after a week of talks with the elders."
MORE = "Residents said that shops had opened again and that children were going back to school in the morning."


def blocks_of(text: str) -> tuple[list[Block], list[tuple[int, Opening]]]:
    return blocks(text, sighted(text))


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ALSO READ: Army Leaves Second Town", "related"),
        ("Also Read | Army leaves second town", "related"),
        ("READ MORE: Army Leaves Second Town", "related"),
        ("Read more:", "related"),
        ("Related: What we know of the talks", "related"),
        ("See also: Army leaves second town", "related"),
        ("Watch: Soldiers leave the town", "related"),
        ("Don't miss: Army leaves second town", "related"),
        ("You may also like", "related"),
        ("» Army leaves second town", "related"),
        ("[Read: Army leaves second town]", "related"),
        ("Click here to read the full statement", "related"),
        ("Share", "furniture"),
        ("Share this article", "furniture"),
        ("Facebook Twitter WhatsApp Email", "furniture"),
        ("Share on Facebook", "furniture"),
        ("12 comments", "furniture"),
        ("Comments (34)", "furniture"),
        ("1.2K shares", "furniture"),
        ("5 min read", "furniture"),
        ("Reading time: 4 minutes", "furniture"),
        ("Advertisement", "furniture"),
        ("Story continues below advertisement", "furniture"),
        ("Sign up for our morning newsletter", "furniture"),
        ("Sign up for our newsletter and get the best stories delivered straight to your inbox.", "furniture"),
        ("We use cookies to improve your experience. By continuing you agree to our cookie policy.", "furniture"),
        ("Follow us on Twitter @example", "furniture"),
        ("© 2018 Example News. All rights reserved.", "furniture"),
        ("Copyright 2018 Example News", "furniture"),
        ("This material may not be published, broadcast, rewritten or redistributed without permission.", "furniture"),
        ("3 hours ago", "furniture"),
        ("* * *", "furniture"),
        ("#ceasefire #talks", "furniture"),
        ("Reporting by Jane Doe in Kabul; Editing by John Roe", "credit"),
        ("(Reporting by Jane Doe; Writing by John Roe; Editing by Mary Poe)", "credit"),
        ("Additional reporting by Jane Doe", "credit"),
        ("With inputs from PTI", "credit"),
        ("(With inputs from agencies)", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("Associated Press writer Jane Doe in Cairo contributed to this report.", "credit"),
        ("Source: Reuters", "credit"),
        ("(AFP)", "credit"),
        ("-- Xinhua", "credit"),
        ("SOURCE: AGENCIES", "credit"),
        ("afp/rt/jm", "credit"),
        ("By Jane Doe", "byline"),
        ("By Jane Doe and John Roe, Kabul", "byline"),
        ("By JANE DOE", "byline"),
        ("By Jane Doe, BBC News, Kabul", "byline"),
        ("Our Correspondent", "byline"),
        ("Jane Doe in Kabul", "byline"),
        ("Agence France-Presse", "byline"),
        ("Photo: Jane Doe/AFP", "caption"),
        ("FILE PHOTO: Soldiers stand at a gate in the town, May 3, 2016. REUTERS/Jane Doe", "caption"),
        ("Image caption The gate of the town", "caption"),
        ("In this May 3, 2016 file photo, soldiers stand at a gate in the town.", "caption"),
        ("Soldiers stand at a gate in the town. (AP Photo/Jane Doe)", "caption"),
        ("Soldiers stand at a gate in the town [Jane Doe/Reuters]", "caption"),
        ("Getty Images", "caption"),
        ("11:20 GMT", "date"),
        ("March 3, 2019, 11:20 GMT", "date"),
    ],
)
def test_a_line_that_is_not_prose_is_known_by_its_looks(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "sentence",
    [
        PROSE,
        "Read more widely, the ruling bars all foreign troops.",
        "The minister shared the report with his colleagues on Monday.",
        "Both leaders contributed to the failure of the talks, the mediator said.",
        "By Monday the rebels had taken the bridge.",
        "By Friday, Kabul had fallen silent.",
        "Related charges were dropped in March.",
        "Sources said the army would withdraw.",
        "Video from the scene showed soldiers leaving the town.",
        "The photo showed the minister with rebels.",
        '"We will not talk," he said.',
        "Talks failed.",
        "See you in court, the minister told reporters.",
        "Police said 12 people died.",
        "The (AFP) agency was told so.",
        "Also killed were two soldiers and a driver.",
        "The government of Libya (GNA) said it would not talk to the rebels in the east of the country.",
    ],
)
def test_a_sentence_of_the_report_is_body(sentence: str) -> None:
    assert kind_of(sentence) == "body"


def test_the_first_line_without_a_full_stop_is_the_title() -> None:
    article = read_text(f"Army leaves town after week of talks\n\n{PROSE}\n\n{MORE}")
    assert article.title == "Army leaves town after week of talks"
    assert [k for k, _ in kinds(article)] == ["title", "body", "body"]


def test_a_markdown_heading_is_a_title() -> None:
    article = read_text(f"# Army leaves town after week of talks\n\n{PROSE}\n\n## What happens next\n\n{MORE}")
    assert article.title == "Army leaves town after week of talks"
    assert [k for k, _ in kinds(article)] == ["title", "body", "title", "body"]


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    article = read_text(f"{PROSE}\n\n{MORE}")
    assert article.title is None
    assert [k for k, _ in kinds(article)] == ["body", "body"]


def test_a_single_line_is_body() -> None:
    assert [k for k, _ in kinds(read_text("Army leaves town after week of talks"))] == ["body"]


def test_a_line_that_repeats_the_given_title_is_a_title() -> None:
    article = read_text(
        f"{PROSE}\n\nArmy leaves the town after a week\n\n{MORE}", title="Army Leaves The Town After A Week"
    )
    assert [k for k, _ in kinds(article)] == ["body", "title", "body"]


def test_what_stands_between_title_and_byline_is_not_prose() -> None:
    deck = "Soldiers go home as elders and commanders agree on a truce, the first in a year"
    article = read_text(
        f"World news\nArmy leaves town after talks\n{deck}\n\nJane Doe in Kabul\nSun 14 Mar 2021 17.12 GMT\n{PROSE}\n\n{MORE}"
    )
    assert [k for k, _ in kinds(article)] == ["furniture", "title", "title", "byline", "date", "body", "body"]
    assert article.title == "Army leaves town after talks"


def test_headlines_under_a_bare_related_heading_are_not_prose() -> None:
    article = read_text(
        f"{PROSE}\n\nKEEP READING\nlist of 2 items\nArmy sends envoy to coast\nWhat is the valley dispute?\nend of list\n{MORE}"
    )
    assert [k for k, _ in kinds(article)] == ["body", *["related"] * 5, "body"]


def test_a_heading_between_paragraphs_is_not_prose() -> None:
    article = read_text(f"{PROSE}\n\nWhat happens next\n\n{MORE}")
    assert kinds(article)[1] == ("title", "What happens next")


def test_single_line_breaks_end_paragraphs_where_lines_are_sentences() -> None:
    assert [t for _, t in kinds(read_text(f"{PROSE}\n{MORE}\nNobody was hurt."))] == [PROSE, MORE, "Nobody was hurt."]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    wrapped = (
        "The army said on Monday that its soldiers had left the town after\n"
        "a week of talks with the elders, who had asked them to go before\n"
        "the harvest began and the roads to the market filled again.\n"
    )
    second = "Residents said that shops had opened again and that their children\nwere going back to school in the morning.\n"
    article = read_text(wrapped + "\n" + second)
    assert [(k, len(t.splitlines())) for k, t in kinds(article)] == [("body", 3), ("body", 2)]


def test_a_sentence_broken_over_a_long_line_is_joined() -> None:
    article = read_text(f"{PROSE[:-1]} and of protests\nby the families of those who had died there.\n{MORE}")
    assert len(article.blocks) == 2


def test_windows_line_ends_keep_the_offsets() -> None:
    text = f"Army leaves town after week of talks\r\n\r\n{PROSE}\r\n\r\n{MORE}\r\n"
    assert [t for _, t in kinds(read_text(text))] == ["Army leaves town after week of talks", PROSE, MORE]


def test_a_dateline_is_a_block_of_its_own() -> None:
    article = read_text(f"KABUL, March 3 (Reuters) - {PROSE}\n\n{MORE}")
    assert kinds(article)[:2] == [("date", "KABUL, March 3 (Reuters) -"), ("body", PROSE)]


@pytest.mark.parametrize(
    "opening",
    [
        "KABUL (Reuters) - ",
        "KABUL, Afghanistan (AP) — ",
        "KABUL, March 3 (Xinhua) -- ",
        "NEW DELHI: ",
        "GENEVA - ",
        "Kabul, 3 March (IRNA) – ",
        "Bogota, March 8 (IANS) ",
        "Washington (CNN) ",
        "(Reuters) - ",
        "KABUL, Afghanistan — ",
        "ISLAMABAD/KABUL (Reuters) - ",
        "WASHINGTON, D.C. (AP) _ ",
        "PORT-AU-PRINCE, Haiti (AP) -- ",
        "N'DJAMENA (AFP) - ",
        "AFP - ",
        "Manila: ",
        "New Delhi: ",
        "KABUL ",
        "THE HAGUE, Netherlands (AP) — ",
        "KABUL: AFP: ",
    ],
)
def test_datelines_of_many_shapes_are_split_off(opening: str) -> None:
    article = read_text(f"{opening}{PROSE}\n\n{MORE}")
    assert kinds(article)[0] == ("date", opening.strip())
    assert kinds(article)[1] == ("body", PROSE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister - a former general - said he would go.",
        "NATO - the alliance of 29 states - sent troops.",
        "Government of National Accord (GNA) forces took the town.",
        "Mr. Smith — the envoy — met them.",
        "The United Nations (UN) said so.",
        "UPDATE: The army has left the town.",
        "Peace: that is what they want.",
        "Police: Two men were held.",
        "ARMY Two men were held.",
    ],
)
def test_a_dash_or_bracket_alone_makes_no_dateline(sentence: str) -> None:
    found, datelines = blocks_of(f"{sentence} {PROSE}\n\n{MORE}")
    assert not datelines
    assert found[0].start == 0
    assert len(found) == 2


PIECES = st.sampled_from(
    [
        PROSE,
        MORE,
        "By Jane Doe",
        "Share",
        "ALSO READ: More",
        "March 3, 2019",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\t",
        "KABUL (AP) - ",
        "\u2028",
        "\x85",
        "é",
        "12",
    ]
)


@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=20).map("".join)))
def test_blocks_lie_in_the_text_in_order_and_leave_out_only_white_space(text: str) -> None:
    found, _ = blocks_of(text)
    at = 0
    for block in found:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Khartoum - Air strikes rocked the capital on Friday.", "Khartoum"),
        ("Pretoria — The Ethiopian government signed the deal.", "Pretoria"),
        ("Israel — which has denied it — said nothing.", None),
        ("Brazil - Argentina ends 2-1.", None),
        ("Ethiopia: Government and rebels agree to halt fighting", None),
    ],
)
def test_a_town_before_a_dash_opens_a_report_and_a_country_or_an_aside_does_not(text, place):
    from sayso.reading.datelines import dateline

    found = dateline(text)
    assert (found.place if found else None) == place
