"""Places on the paragraphs written for the project: no half falls below what was reached."""

from __future__ import annotations

import pytest
from passages import Score, passages

from sayso.annotating import language, places
from sayso.model import Article, Block, Settings

FLOORS = {0: (0.97, 0.92), 1: (0.92, 0.95)}


@pytest.mark.parametrize("half", [0, 1])
def test_places_of_each_half_are_found_and_put_where_their_author_meant_them(half: int) -> None:
    score = Score()
    for n, (text, meant) in enumerate(passages()):
        if n % 2 == half:
            article = Article(str(n), text, blocks=[Block(0, len(text))])
            language.add(article, Settings())
            places.add(article, Settings())
            score.add(text, meant, article.places)
    assert (score.detection, score.resolution) >= FLOORS[half], score.wrong
    assert score.resolution >= FLOORS[half][1], score.wrong


def test_no_small_namesake_in_another_country_stands_for_a_place_whose_country_is_told() -> None:
    text = "Gunmen burned houses in the village of Solhan in northern Burkina Faso."
    article = Article("a", text, blocks=[Block(0, len(text))])
    language.add(article, Settings())
    places.add(article, Settings())
    assert [(p.text, p.lat is None, p.country) for p in article.places] == [
        ("Solhan", True, "BFA"),
        ("Burkina Faso", False, "BFA"),
    ]
