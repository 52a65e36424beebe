"""Answers: a side's word in one article on a deed that another tells."""

import io
import itertools
import json

import pytest
import scoring

from sayso.coding import coder
from sayso.ledger_cli import paragraphs
from sayso.model import ANSWER, Settings
from sayso.pipeline import coded

RAID = {
    "id": "raid", "published": "2016-04-12", "title": "Depot hit",
    "text": "Moroccan jets bombed a fuel depot in Ain Sefra on Monday, Algeria's Defence Ministry said.",
}  # fmt: skip
TALKS = {
    "id": "talks", "published": "2016-04-12", "title": "Talks",
    "text": "Ministers of Morocco and Algeria held talks on fishing in Tunis on Monday.",
}  # fmt: skip


def answer(text, day="2016-04-13", id="answer", title="Rabat"):
    return {"id": id, "published": day, "title": title, "text": text}


def told(*articles):
    return scoring.told({"articles": articles})


def raids(book, **when):
    return list(book.events(kind="ASSAULT", **when))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The strike on the depot at Ain Sefra was in answer to shelling, Morocco's army said.", "confirmed_by_all"),
        ("Morocco's army said that the fire at the depot in Ain Sefra was not its doing.", "disputed"),
        ("Asked about the depot in Ain Sefra, a Moroccan army spokesman would not comment.", "confirmed_by_one"),
    ],
)
def test_an_answer_counts_for_the_deed_that_another_article_tells(tmp_path, text, status):
    [event] = raids(scoring.book(tmp_path / "l.db", told(RAID, answer(text))))
    assert event.status == status
    assert event.articles == ["raid", "answer"]


def test_a_confirmation_needs_fewer_words_in_common_than_a_remark(tmp_path):
    seized = {
        "id": "seized", "published": "2016-04-12", "title": "Lorries held",
        "text": "Moroccan customs officers are holding about ninety Algerian lorries at Figuig, drivers said on Tuesday.",
    }  # fmt: skip
    confirmed = answer(
        "RABAT - The director general of customs, Ali Sadiki, confirmed that the lorries had been impounded."
    )
    [event] = scoring.book(tmp_path / "l.db", told(seized, confirmed)).events(kind="COERCE")
    assert (event.articles, event.status) == (["seized", "answer"], "confirmed_by_one")
    remarked = answer("RABAT - The director general of customs, Ali Sadiki, said that the lorries were old.")
    [event] = scoring.book(tmp_path / "m.db", told(seized, remarked)).events(kind="COERCE")
    assert event.articles == ["seized"]


def test_the_town_of_the_house_that_was_hit_tells_which_deed_is_meant(tmp_path):
    hit = {
        **RAID,
        "text": "Moroccan jets bombed al-Thawra hospital in Ain Sefra on Monday, Algeria's Defence Ministry said.",
    }
    denied = answer(
        "Morocco's army denied on Tuesday that it had carried out any operation in Ain Sefra the day before."
    )
    [event] = raids(scoring.book(tmp_path / "l.db", told(hit, denied)))
    assert (event.articles, event.status) == (["raid", "answer"], "disputed")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tunisia's army said that the fire at the depot in Ain Sefra was not its doing.", "2016-04-13"),
        ("Morocco's army said that the fire at the mill in Guelmim was not its doing.", "2016-04-13"),
        ("Morocco's army said that the fire at the depot in Ain Sefra was not its doing.", "2016-06-30"),
        ("Morocco's foreign minister said that there had been no talks in Tunis.", "2016-04-13"),
    ],
)
def test_nobody_answers_for_others_deeds_nor_months_later(tmp_path, text, day):
    [event] = raids(scoring.book(tmp_path / "l.db", told(RAID, answer(text, day))))
    assert event.articles == ["raid"]


def test_nobody_answers_before_the_deed(tmp_path):
    text = "The men at the depot in Ain Sefra came by lorry, Morocco's army said."
    [event] = raids(scoring.book(tmp_path / "l.db", told(RAID, answer(text, "2016-04-10"))))
    assert event.articles == ["raid"]


@pytest.mark.parametrize(("thanked", "articles"), [("Morocco", ["tents", "answer"]), ("Tunisia", ["tents"])])
def test_an_answer_that_names_another_state_means_another_deed(tmp_path, thanked, articles):
    gift = answer(
        "A Moroccan plane delivered tents and blankets to Bechar in Algeria on Monday.", "2016-04-12", "tents"
    )
    thanks = answer(f"Algeria's interior minister said that the tents and blankets from {thanked} were in use.")
    found = scoring.book(tmp_path / "l.db", told(gift, thanks)).events(kind="AID")
    assert [e.articles for e in found] == [articles]


def test_an_answer_without_a_deed_is_kept_and_is_no_event(tmp_path):
    text = "Morocco's army said that the fire at the depot in Ain Sefra was not its doing."
    book = scoring.book(tmp_path / "l.db", told(answer(text)))
    assert list(book.events()) == []
    assert [a.events for a in book.articles()] == [0]
    book.add(*(found := told(RAID)[0]), paragraphs(found[0]), coder(Settings()))
    assert [e.status for e in raids(book)] == ["disputed"]
    assert book.verify() == []


def test_show_says_why_an_answer_was_joined(tmp_path):
    text = "Morocco's army said that the fire at the depot in Ain Sefra was not its doing."
    book = scoring.book(tmp_path / "l.db", told(RAID, answer(text)))
    [(_, _, why)] = [r for r in book.show(raids(book)[0].id).reports if r[1] == "answer"]
    assert {"party", "said", "“depot”"} <= {name for name, _ in why.reasons}


def test_an_answer_counts_from_when_it_was_published(tmp_path):
    text = "Morocco's army said that the fire at the depot in Ain Sefra was not its doing."
    book = scoring.book(tmp_path / "l.db", told(RAID, answer(text)))
    assert [e.status for e in raids(book, as_of="2016-04-12")] == ["confirmed_by_one"]
    assert [e.status for e in raids(book)] == ["disputed"]


def test_an_answer_published_first_gives_no_event_before_the_deed_is_told(tmp_path):
    text = "Morocco's army said that the fire at the depot in Ain Sefra was not its doing."
    book = scoring.book(tmp_path / "l.db", told(answer(text, "2016-04-11"), RAID))
    assert raids(book, as_of="2016-04-11") == []


def test_any_order_of_deeds_and_answers_gives_the_same_ledger(tmp_path):
    found = told(
        RAID,
        TALKS,
        answer("Morocco's army said that the fire at the depot in Ain Sefra was not its doing.", id="one"),
        answer("“There were no talks in Tunis,” Morocco's foreign minister said.", id="two"),
    )
    books = [scoring.book(tmp_path / f"{n}.db", order) for n, order in enumerate(itertools.permutations(found))]
    first = list(books[0].events())
    assert {e.event[0]: e.articles for e in first}["ASSAULT"] == ["raid", "one"]
    assert {e.event[0]: e.articles for e in first}["CONSULT"] == ["talks", "two"]
    assert all(list(b.events()) == first for b in books[1:])
    books[-1].rebuild()
    assert list(books[-1].events()) == first


def test_sayso_code_prints_no_answers():
    lines = io.BytesIO(json.dumps(answer("Morocco's army said that the fire was not its doing.")).encode())
    [(_, events)] = coded(["-"], Settings(), print, lines)
    assert [e for e in events if e.event == [ANSWER]] == []


def test_the_list_of_articles_counts_the_events_of_each(tmp_path):
    text = "Morocco's army said that the fire at the depot in Ain Sefra was not its doing."
    book = scoring.book(tmp_path / "l.db", told(RAID, answer(text)))
    assert {a.id: a.events for a in book.articles()} == {"raid": 1, "answer": 0}


def test_rebels_named_without_their_country_are_those_named_with_it(tmp_path):
    first = {
        "id": "first", "published": "2016-04-13", "title": "Freed",
        "text": "Maoist rebels in Nepal released nine soldiers on Tuesday, the Red Cross said.",
    }  # fmt: skip
    text = (
        "Nine Nepali soldiers released by Maoist rebels on Tuesday have rejoined their units, the army said. "
        "Maoist commander Bimal said his fighters had set the soldiers free."
    )
    [event] = scoring.book(tmp_path / "l.db", told(first, answer(text, "2016-04-14"))).events(kind="RETREAT")
    assert event.status == "confirmed_by_all"


def test_a_state_answers_for_what_was_brought_to_its_town(tmp_path):
    sent = {
        "id": "sent",
        "published": "2016-04-12",
        "title": "Tents",
        "text": "Japan flew 500 tents to the Algerian city of Tlemcen on Monday.",
    }
    thanks = "Algeria's interior minister thanked Japan for the tents that reached Tlemcen."
    [event] = scoring.book(tmp_path / "l.db", told(sent, answer(thanks))).events(kind="AID")
    assert "Algeria" in {c.side for c in event.claims}


def test_who_owns_up_weeks_later_means_the_attack_of_that_town_and_toll(tmp_path):
    bomb = {
        "id": "bomb", "published": "2009-07-31", "title": "Bomb",
        "text": "A car bomb killed two policemen outside a barracks in Burgos on Thursday, the interior ministry said.",
    }  # fmt: skip
    text = "The Basque armed group ETA said on Sunday that its members had carried out the attack in Burgos in which two officers died."
    [event] = raids(scoring.book(tmp_path / "l.db", told(bomb, answer(text, "2009-08-10"))))
    assert event.articles == ["bomb", "answer"]
