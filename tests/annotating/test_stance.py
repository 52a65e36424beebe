"""The position that a source takes, from its cue, from what it says of a claim, and from what it says of itself."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.model import Attribution, Settings
from sayso.reading import read_text


def attributions(text: str) -> list[Attribution]:
    return annotate(read_text(text, published="2020-03-10"), Settings()).attributions


@pytest.mark.parametrize(
    ("text", "stance", "factuality"),
    [
        ("The consul said the allegations were baseless.", "denies", "CT-"),
        ("The consul said the report was accurate.", "confirms", "CT+"),
        ("The consul said the report was not true.", "denies", "CT-"),
        ("The gang said it was behind the robbery.", "claims responsibility", "CT+"),
        ("The gang said it was not responsible for the fire.", "denies", "CT-"),
        ("The gang said it had nothing to do with the fire.", "denies", "CT-"),
        ("The gang said that none of its members was responsible for the fire.", "denies", "CT-"),
        ("Chad said that neither its army nor its police was behind the raid.", "denies", "CT-"),
        ("The Chadian minister said no Chadian unit had been involved in the raid.", "denies", "CT-"),
        ("The bank stands by its claim that the vault was open.", "asserts", "CT+"),
        ("The gang took credit for the robbery.", "claims responsibility", "CT+"),
        ("No gang claimed responsibility for the robbery.", "asserts", "Uu"),
        ("The bank insisted that the fund repay the loan.", "demands", "Uu"),
        ("The gang warned that it would burn the barn.", "threatens", "Uu"),
        ("The bank is yet to confirm that the vault was opened.", "does not confirm", "Uu"),
        ("The gang said that it had let the six drivers go because it had no quarrel with them.", "asserts", "CT+"),
        ("The bank said it had nothing to add.", "declines to comment", "Uu"),
        ("The bank said it had nothing to hide.", "asserts", "CT+"),
        ("The bank has not said why the vault was opened.", "declines to comment", "Uu"),
        ("The bank could not confirm how much gold was missing.", "declines to comment", "Uu"),
        ("The bank would not say whether the vault was opened.", "declines to comment", "Uu"),
        ("The bank was not aware of the theft.", "does not confirm", "Uu"),
        ("There was no comment from the bank on the theft.", "declines to comment", "Uu"),
        ("The bank was not available for comment on the theft.", "declines to comment", "Uu"),
        ("The banker is believed to have opened the vault.", "reports", "PR+"),
        ("Unconfirmed reports said that the vault was opened.", "reports", "PR+"),
        ("The banker admitted that the vault was open.", "confirms", "CT+"),
        ("The bank withdrew its claim that the vault was open.", "retracts", "Uu"),
        ("The bank claimed that the vault was open.", "asserts", "CT+"),
        ("The court cleared the banker of stealing the gold.", "denies", "CT-"),
        ("The bank distanced itself from its report that the vault was open.", "retracts", "Uu"),
        ("The bank distanced itself from reports that the vault was open.", "denies", "PR-"),
        ("The guard said the vault was open, a claim the bank neither confirmed nor denied.", "does not confirm", "Uu"),
        ("“No comment,” a spokesman for the bank said.", "declines to comment", "Uu"),
        ("“That is a lie,” the banker said.", "denies", "CT-"),
        ("“Nobody,” the banker said.", "asserts", "CT+"),
        ("The bank said it had done nothing of the kind.", "denies", "CT-"),
        ("The gang said no such thing had happened.", "denies", "CT-"),
        ("The gang said that the police were mistaken.", "denies", "CT-"),
        ("The consul said it was wrong to burn barns.", "asserts", "CT+"),
        ("The consul said he would not discuss the theft.", "declines to comment", "Uu"),
        ("The bank said it had not discussed a loan with the consul.", "asserts", "CT+"),
    ],
)
def test_a_position_follows_from_the_words_about_a_claim(text: str, stance: str, factuality: str) -> None:
    assert (stance, factuality) in [(a.stance, a.factuality) for a in attributions(text)]


def test_silence_needs_no_words_of_its_own() -> None:
    assert attributions("The bank did not immediately comment.")[0].stance == "declines to comment"


def test_a_pronoun_inside_what_somebody_says_is_the_one_who_says_it() -> None:
    speakers = {a.speaker for a in attributions("The bakery said it denied that the bread was stale.")}
    assert len(speakers) == 1
