"""Factuality from the words around a predicate."""

from __future__ import annotations

import pytest

from sayso.annotating import factuality, language
from sayso.model import Article, Block, Factual, Settings

SETTINGS = Settings()


def values(text: str) -> dict[str, Factual]:
    article = Article(id="t", text=text, blocks=[Block(0, len(text))])
    language.add(article, SETTINGS)
    factuality.add(article, SETTINGS)
    return {article.parse[i].text: f for i, f in article.factuality.items()}


@pytest.mark.parametrize(
    ("text", "word", "value", "reasons"),
    [
        ("The army did not attack the village.", "attack", "CT-", {"negation"}),
        ("Neither side signed the accord.", "signed", "CT-", {"negation"}),
        ("The rebels failed to capture the port.", "capture", "CT-", {"negation"}),
        ("They left without signing an accord.", "signing", "CT-", {"negation"}),
        ("The two sides will meet in Paris.", "meet", "CT+", {"future"}),
        ("The two sides may meet in Paris.", "meet", "PS+", {"hedge", "hypothetical"}),
        ("The two sides may have met in Paris.", "met", "PS+", {"hedge"}),
        ("Ministers said they would meet in Paris.", "meet", "CT+", {"future"}),
        ("The unions will march until the law falls.", "falls", "Uu", {"hypothetical", "condition"}),
        ("If troops advance, the group will respond.", "advance", "Uu", {"hypothetical", "condition"}),
        ("Envoys flew there to discuss a peaceful end to the war.", "end", "Uu", {"hypothetical"}),
        ("It gave rise to hopes that fighting could be brought to an end.", "brought", "Uu", {"hypothetical"}),
        ("He called for talks on the border.", "talks", "Uu", {"hypothetical"}),
        ("Officials are seeking a ceasefire.", "ceasefire", "Uu", {"hypothetical"}),
        ("In an attempt to break the impasse, the state changed course.", "break", "Uu", {"hypothetical"}),
        ("The army reportedly shelled the town.", "shelled", "PR+", {"hedge"}),
        ("Did the army shell the town?", "shell", "Uu", {"question"}),
        ("The two sides agreed to hold talks.", "talks", "Uu", {"future"}),
        ("The baker said that the mill would reopen.", "reopen", "CT+", {"future"}),
        ("Had the mill reopened, bread would be cheap.", "reopened", "Uu", {"hypothetical"}),
        ("The baker forgot to close the oven.", "close", "CT-", {"negation"}),
        ("The baker has not ruled out that thieves opened the oven.", "opened", "Uu", {"hypothetical"}),
        ("It was possible that thieves opened the oven.", "opened", "PS+", {"hypothetical"}),
        ("The baker almost closed the shop.", "closed", "CT-", {"negation"}),
        ("The baker neither closed nor sold the shop.", "sold", "CT-", {"negation"}),
    ],
)
def test_a_context_lowers_the_predicate_in_it(text: str, word: str, value: str, reasons: set[str]) -> None:
    assert values(text)[word] == Factual(value, frozenset(reasons))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "word", "done"),
    [
        ("Laos regretted Thailand's decision to recall its ambassador.", "recall", True),
        ("Farmers marched after the ministry's decision to close the mill.", "close", True),
        (
            "The bishop called the mayor's move to seize the field a mistake, and criticised the decision to jail two men.",
            "jail",
            True,
        ),
        ("Laos was surprised by Thailand's decision to recall its ambassador.", "recall", True),
        ("A row over the decision to close the mill has split the union.", "close", True),
        ("Laos announced a decision to recall its ambassador.", "recall", False),
        ("Laos urged Thailand to reverse its decision to recall the envoy.", "recall", False),
        ("Laos will condemn a decision to recall the envoy.", "recall", False),
    ],
)
def test_a_decision_that_is_judged_was_carried_out(text: str, word: str, done: bool) -> None:
    found = values(text).get(word, Factual())
    assert (found.value == "CT+" and not found.reasons) is done


def test_what_is_told_flatly_is_left_out() -> None:
    assert values("The army shelled the town on Monday.") == {}


def test_an_attack_in_which_nobody_died_still_happened() -> None:
    found = values("No one was killed in the attack.")
    assert found["killed"].value == "CT-"
    assert "attack" not in found


def test_not_confirming_a_meeting_does_not_deny_it() -> None:
    assert "meeting" not in values("The ministry did not confirm the meeting.")


def test_a_reached_goal_is_no_purpose() -> None:
    assert "end" not in values("The army managed to end the siege.")


def test_two_negations_cancel() -> None:
    assert factuality.combine(
        Factual("CT-", frozenset({"negation"})), Factual("CT-", frozenset({"negation"}))
    ) == Factual("CT+", frozenset())


@pytest.mark.parametrize(
    ("text", "verb", "denied"),
    [
        ("It is not our planes that are bombing Chad.", "bombing", True),
        ("It was not Zambian troops who shot the farmers.", "shot", True),
        ("It was Zambian troops who shot the farmers.", "shot", False),
    ],
)
def test_a_clause_about_somebody_that_it_was_not_is_denied(annotated, text, verb, denied):
    article = annotated(text)
    head = next(t for t in article.parse if t.text == verb)
    assert (head.i in article.factuality and article.factuality[head.i].value == "CT-") is denied


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Kenya said its envoys would not talk until the soldiers were freed.", True),
        ("The miners stayed in the square until ten of them were freed.", False),
    ],
)
def test_what_somebody_waits_for_before_he_will_act_has_not_been_done(annotated, text, open_):
    article = annotated(text)
    freed = next(t for t in article.parse if t.text == "freed")
    assert ("condition" in article.factuality[freed.i].reasons if freed.i in article.factuality else False) is open_
