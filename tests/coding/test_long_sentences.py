"""Sentences of any length and depth are coded, in time that grows with their length."""

from __future__ import annotations

import time

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Settings
from sayso.reading import read_text

CLAUSES = "Kenya accused Somalia of sheltering pirates and the army shelled the town while France said that "


def seconds(text):
    article = annotate(read_text(text), Settings())
    start = time.process_time()
    code(article, Settings())
    return time.process_time() - start


@pytest.mark.slow
def test_a_sentence_twice_as_long_takes_about_twice_the_time():
    seconds(CLAUSES)
    assert seconds(CLAUSES * 100) < 4 * seconds(CLAUSES * 50) + 0.2


@pytest.mark.parametrize(
    "text",
    [
        "Kenya, Somalia, Peru, Chile " * 200 + ".",
        "France said that " * 150 + "Kenya attacked Somalia.",
        "The killing of the son " + "of the brother of the minister " * 220 + "angered Kenya.",
    ],
    ids=["only names", "sayings in one another", "a noun in a noun"],
)
def test_names_only_and_deep_nesting_end_without_an_error(text):
    assert seconds(text) < 20
