"""One pattern for many words finds what the words joined by bars would, the longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.alternation import any_of

WORDS = st.lists(st.text("abA.( é", min_size=1, max_size=5), min_size=1, max_size=12)


@given(words=WORDS, text=st.text("abA.( é", max_size=60))
def test_it_matches_what_the_words_do_the_longest_first(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert [m.span() for m in re.finditer(any_of(words), text)] == [m.span() for m in re.finditer(plain, text)]
