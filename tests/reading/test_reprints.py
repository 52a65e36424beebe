"""Articles that carry the same text are grouped, different articles on one story are not."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from sayso.model import Article
from sayso.reading import read_text
from sayso.reading.reprints import Group, Reprints, reprints
from sayso.reading.sketches import Sketches

WIRE = [
    "The army said on Monday that its soldiers had left the town after a week of talks with the elders of the valley.",
    "Residents said that shops had opened again and that children were going back to school in the morning, defense officials added.",
    "The governor, who had asked for the talks, said that the road to the capital would be open to traffic from Wednesday.",
    '"We wanted our town back and we have it," said a baker who had returned with his family from the camps on the border.',
    "The organization that runs the camps said that nine thousand people had registered to go home before the winter came.",
    "The war in the valley began four years ago when the rebels took the bridge and closed the only road to the north.",
]
OTHER = [
    "Soldiers pulled out of the town on Monday as part of an accord reached by elders and commanders after days of meetings.",
    "Teachers reopened two schools and merchants lifted their shutters for the first time since the siege began last autumn.",
    '"We wanted our town back and we have it," said a baker who had returned with his family from the camps on the border.',
    "Aid groups warned that mines still lay in the fields and that the harvest could not be brought in before they were cleared.",
    "A convoy with flour and medicine is due to arrive from the coast before the end of the week, the governor's office said.",
]


def article(id: str, paragraphs: list[str]) -> Article:
    return read_text("\n\n".join(paragraphs), id=id)


CHANGES: dict[str, Callable[[list[str]], list[str]]] = {
    "the same": lambda p: p,
    "cut short": lambda p: p[:2],
    "another headline": lambda p: ["Soldiers go home from valley", *p],
    "another dateline": lambda p: [f"KABUL, May 3 (AFP) - {p[0]}", *p[1:]],
    "another spelling": lambda p: [
        x.replace("defense", "defence").replace("organization", "organisation").replace("'", "’") for x in p
    ],
    "an outlet's own paragraphs": lambda p: [
        "Our reporters in the valley have followed the talks from the day they began.",
        *p[:4],
        "Readers told this newspaper that they hoped the accord would last.",
    ],
    "wrapped lines": lambda p: [x.replace(" ", "\n", 12).replace("\n", " ", 11) for x in p],
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_reprint_is_grouped_with_its_original(change: str) -> None:
    groups = list(reprints([article("a", WIRE), article("x", OTHER), article("b", CHANGES[change](WIRE))]))
    assert groups == [Group(["a", "b"], "AFP" if change == "another dateline" else None)]


def test_a_shared_quotation_makes_no_reprint() -> None:
    assert list(reprints([article("a", WIRE), article("b", OTHER)])) == []


def test_adding_an_article_names_those_it_repeats() -> None:
    index = Reprints()
    assert index.add(article("a", WIRE)) == []
    assert index.add(article("b", OTHER)) == []
    assert index.add(article("c", WIRE[:3])) == ["a"]


def test_a_group_names_the_agency_that_most_of_its_articles_credit() -> None:
    told = [
        article("a", [f"KABUL (Reuters) - {WIRE[0]}", *WIRE[1:]]),
        article("b", [*WIRE, "(Reuters)"]),
        article("c", WIRE),
    ]
    assert list(reprints(told)) == [Group(["a", "b", "c"], "Reuters")]


def test_the_order_of_arrival_does_not_change_the_groups() -> None:
    told = [article("a", WIRE), article("b", OTHER), article("c", WIRE[:3]), article("d", OTHER[:3])]
    forward = {frozenset(g.articles) for g in reprints(told)}
    assert forward == {frozenset(g.articles) for g in reprints(reversed(told))} == {frozenset("ac"), frozenset("bd")}


def test_a_paragraph_that_many_texts_have_joins_none_of_them() -> None:
    words = [
        "river",
        "bridge",
        "market",
        "school",
        "harvest",
        "soldier",
        "council",
        "border",
        "winter",
        "convoy",
        "road",
        "tower",
        "letter",
        "island",
        "engine",
    ]
    about = "The Valley Post is an independent newspaper that is funded by its readers and has been published daily since 1921."

    def own(number: int, length: int) -> str:
        return " ".join(random.Random(number).choices(words, k=length)).capitalize() + "."

    index = Reprints()
    for number in range(8):
        assert index.add(article(str(number), [own(number, 45), about])) == []
    assert index.add(article("short", [own(99, 6), about])) == []


def test_articles_without_prose_are_in_no_group() -> None:
    assert list(reprints([article("a", ["Share"]), article("b", ["Share"]), article("c", [" "])])) == []


def test_what_was_stored_is_found_after_the_index_has_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sketches, "FEWEST_BUCKETS", 2)
    index = Reprints()
    for number in range(20):
        words = [f"{word} {number}" for word in " ".join(OTHER).split()]
        assert index.add(article(str(number), [" ".join(words[i : i + 12]) for i in range(0, 48, 12)])) == []
        if number == 1:
            assert index.add(article("a", WIRE)) == []
    assert index.add(article("b", WIRE)) == ["a"]
