"""For which of two states those speak whose own words do not tell."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code, grouped
from sayso.coding.sides import side
from sayso.model import Settings
from sayso.reading import read_text

TRAWLER = "Norway seized an Irish trawler off the Lofoten islands on Monday. {}"


def speaking(text):
    """The sides of those who speak, by their names."""
    article = annotate(read_text(text, published="2019-05-14"), Settings())
    _, teller = grouped(article, Settings())
    return {s.text: side(s) for a in article.attributions for s in teller.speakers(a) if s is not None}


@pytest.mark.parametrize(
    ("said", "who", "state"),
    [
        ("The Taoiseach told reporters that the crew was well.", "The Taoiseach", "Ireland"),
        ("In Dublin, the fisheries department said the crew was well.", "the fisheries department", "Ireland"),
        ("Fisheries Minister Seamus O'Donnell said the crew was well.", "Fisheries Minister Seamus O'Donnell", "Ireland"),
        ("Rear Admiral Nils Andreas Stensones said the hold was full.", "Rear Admiral Nils Andreas Stensones", "Norway"),
    ],
)  # fmt: skip
def test_an_office_of_one_state_a_place_or_the_sound_of_a_name_tells_for_whom_somebody_speaks(said, who, state):
    assert speaking(TRAWLER.format(said))[who] == state


@pytest.mark.parametrize(
    ("text", "who", "state"),
    [
        ("TUNIS - Tunisia freed a Maltese captain on Monday, the ambassador said.", "the ambassador", "Malta"),
        ("VALLETTA - Tunisia freed a Maltese captain on Monday, the embassy said.", "the embassy", "Tunisia"),
    ],
)
def test_an_embassy_without_an_owner_is_not_of_the_country_where_the_report_was_filed(text, who, state):
    assert speaking(text)[who] == state


def test_whose_office_is_told_stays_whose_he_is():
    said = "Ireland's fisheries minister, Nils Stensones, said the crew was well."
    assert set(speaking(TRAWLER.format(said)).values()) == {"Ireland"}


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (
            "ACCUSE",
            "Ghana accused Togo on Monday of moving boundary posts near Aflao.\n\n"
            '"They come at night with spades," Ghanaian Interior Minister Ambrose Dery told reporters.',
        ),
        (
            "REJECT",
            "Ghana on Monday turned down an offer by Togo to buy back its electricity.\n\n"
            '"We cannot sell at a price below our own costs," Ghanaian Energy Minister Peter Amewu said of the refusal.',
        ),
    ],
)
def test_who_goes_on_in_his_own_words_affirms_an_act_of_words(event, text):
    events = code(annotate(read_text(text, published="2019-05-14"), Settings()), Settings())
    told = next(e for e in events if event in e.event)
    assert "Ghana" in {c.side for c in told.claims if c.stance == "asserts"}
