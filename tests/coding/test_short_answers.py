"""What a side answers to a report without telling the deed again: yes, no, nothing, or why it did it."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Settings
from sayso.reading import read_text

DEEDS = [
    ("Kenyan soldiers shot dead two Ugandan fishermen on Lake Victoria on Monday.", "ASSAULT", "Kenya", "Kenyan"),
    ("Serbia expelled two Croatian diplomats on Monday.", "SANCTION", "Serbia", "Serbian"),
    ("Bolivia released three Chilean customs officers on Monday.", "RETREAT", "Bolivia", "Bolivian"),
]
SPEAKERS = ["{X}'s Foreign Ministry", "a senior {A} diplomat", "{A} Interior Minister Adil Marek"]
YES = """{S} owned up to it on Tuesday.
{S} confirmed the news.
{S} confirmed the details.
{S} said that the report was accurate.
{S} admitted as much on Tuesday.
{S} confirmed that this was so.
"It happened," {S} said.
Confirmation came on Tuesday from {S}.
The report was confirmed by {S} on Tuesday.
{S} said it had no other choice.
{S} said it was a response to provocations.
{S} said that it had acted within the law.
{S} said it did so for security reasons."""
NO = """{S} denied any such thing.
{S} denied everything.
{S} issued a denial.
A denial came on Tuesday from {S}.
{S} said there was no truth in the report.
{S} said this was not the case.
{S} insisted that this was not so.
{S} said that no such thing had happened.
{S} maintained that nothing had happened.
{S} described the report as pure invention.
{S} branded the claim a lie.
"This is not true," {S} said.
"It did not happen," {S} said.
"There is no truth in it," {S} said.
According to {S}, the report is false.
According to {S}, nothing of the kind took place."""
SILENCE = """{S} made no comment.
{S} has not commented.
{S} would not comment.
{S} did not return calls.
{S} has made no statement.
{S} remained silent.
There was no immediate comment from {S}.
There was no word from {S}.
No comment was available from {S}.
Calls to {S} went unanswered.
Questions to {S} were not answered.
"We do not comment on such matters," {S} said."""
ELSE = """{S} said it would have no choice.
{S} gave no reason.
{S} said it was looking into the report.
{S} conceded that it knew little."""


def positions(answer, n):
    """The stances, as signs, that the answer's side has on the deed; ``n`` picks deed and speaker."""
    deed, event, state, adjective = DEEDS[n % len(DEEDS)]
    speaker = SPEAKERS[n // len(DEEDS) % len(SPEAKERS)].format(X=state, A=adjective)
    said = answer.format(S=speaker)
    text = f"{deed}\n\n{said[0].upper()}{said[1:]}"
    events = code(annotate(read_text(text, published="2015-06-10"), Settings()), Settings())
    told = [e for e in events if event in e.event]
    assert len(told) == 1, text
    return {_sign(c) for c in told[0].claims if c.side == state}, text


def _sign(claim):
    if claim.stance in ("declines to comment", "does not confirm"):
        return "0"
    return "-" if claim.factuality.endswith("-") else "+"


CASES = [(answer, sign) for answers, sign in ((YES, "+"), (NO, "-"), (SILENCE, "0")) for answer in answers.splitlines()]


@pytest.mark.parametrize(("n", "answer", "sign"), [(n, *c) for n, c in enumerate(CASES)])
def test_a_side_that_answers_a_report_takes_its_position_on_the_deed(n, answer, sign):
    assert positions(answer, n)[0] == {sign}


@pytest.mark.parametrize(("n", "answer"), list(enumerate(ELSE.splitlines())))
def test_an_answer_that_leaves_the_deed_open_takes_no_position(n, answer):
    assert positions(answer, n)[0] <= {"0"}
