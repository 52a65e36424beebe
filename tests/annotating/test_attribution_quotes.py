"""Quotation marks alone."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating import annotate
from sayso.annotating.attribution.quotes import pair
from sayso.model import Attribution, Settings
from sayso.reading import read_text


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in pair(text)]


def test_straight_and_curly_marks_and_guillemets_pair() -> None:
    assert quoted('He said "yes" and “no” and «perhaps».') == ['"yes"', "“no”", "«perhaps»"]


def test_tex_marks_and_doubled_apostrophes_pair() -> None:
    assert quoted("She wrote ``never'' and ''always'' there.") == ["``never''", "''always''"]


def test_apostrophes_and_inch_marks_are_no_quotation_marks() -> None:
    assert quoted("The workers’ union won't sell the 12\" screens, it's clear.") == []


def test_a_plural_apostrophe_does_not_close_a_single_quotation() -> None:
    assert quoted("‘The workers’ day has come,’ he said.") == ["‘The workers’ day has come,’"]


def test_a_quotation_in_a_quotation_is_deeper() -> None:
    text = "“She told me ‘go away’ twice,” he said."
    assert [q.depth for q in pair(text)] == [0, 1]


def test_a_curly_opening_mark_may_close_with_a_straight_one() -> None:
    assert quoted('“We are ready," he said.') == ['“We are ready,"']


def test_a_paragraph_closes_what_it_leaves_open_and_the_next_one_continues_it() -> None:
    text = "“First things first.\n“Then the rest,” she said."
    first, second = pair(text)
    assert (text[first.start : first.end], first.closed) == ("“First things first.", False)
    assert second.continues
    assert second.closed


def test_a_stray_closing_mark_is_left_alone() -> None:
    assert quoted("He left.” Then “yes”.") == ["“yes”"]


def test_pairing_takes_linear_time() -> None:
    import time

    def seconds(size: int) -> float:
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            pair('"“a' * size)
            best = min(best, time.process_time() - start)
        return best

    seconds(200)
    assert seconds(8000) < 40 * max(seconds(1000), 0.001)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("”Come in,” she said. Then ”no”.", ["”Come in,”", "”no”"]),
        ("“Come in,“ she said.", ["“Come in,“"]),
        ("»Guten Tag«, sagte er. »Ja«", ["»Guten Tag«", "»Ja«"]),
        ("« Bonjour », dit-il. «Oui».", ["« Bonjour »", "«Oui»"]),
        ("„Guten Tag“, sagte er. „Ja”", ["„Guten Tag“", "„Ja”"]),
        ("「今日は」と言った。『はい』", ["「今日は」", "『はい』"]),
        ('He is 6\' 2" tall and the board is 12" wide.', []),
    ],
)
def test_marks_of_every_alphabet_pair_even_the_wrong_way_round(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„‹›「」『』`", max_size=300))
def test_no_quotation_leaves_its_paragraph_and_none_overlap(text: str) -> None:
    outer = [q for q in pair(text) if q.depth == 0]
    assert all(q.end <= text.find("\n", q.start) or text.find("\n", q.start) < 0 for q in outer)
    assert all(a.end <= b.start for a, b in itertools.pairwise(outer))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("«We will stay,» said Omar Ali.", "«We will stay,»"),
        ("„We will stay“, said Omar Ali.", "„We will stay“"),
        ("「We will stay,」 said Omar Ali.", "「We will stay,」"),
        ("We will stay,” said Omar Ali.", "We will stay"),
        ("“We will stay,”” said Omar Ali.", "“We will stay,”"),
        ('The hole was 6" wide, said Omar Ali.', 'The hole was 6" wide'),
        ("“Where were you?” asked the judge.", "“Where were you?”"),
    ],
)
def test_marks_of_any_hand_and_stray_ones_leave_the_speaker_his_words(text: str, content: str) -> None:
    (found,) = annotated(text)
    assert [s.of(text) for s in found.content] == [content]


def annotated(text: str) -> list[Attribution]:
    return annotate(read_text(text), Settings()).attributions
