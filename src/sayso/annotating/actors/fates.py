"""What befalls people: arrested, tried, hurt or let go.

In: the head token of a mention. Out: yes or no.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import word_list


def is_caught(head: Any) -> bool:
    """Whether somebody is arrested, captured or abducted, or let go."""
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in word_list("of_the_caught"):
        return True  # "ordered the arrest of a lawmaker"
    return head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in word_list("catching") | word_list(
        "freeing"
    )


def is_tried(head: Any) -> bool:
    """Whether somebody is arrested, charged, tried or jailed."""
    caught = word_list("catching") | word_list("done_to_persons")
    return head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in caught | _TRYING


def is_hurt(head: Any) -> bool:
    """Whether somebody is beaten, shot or driven off."""
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in _HURTING


def is_freed(head: Any) -> bool:
    """Whether somebody is released, rescued or sent home."""
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in word_list("freeing")


_TRYING = frozenset({"charge", "try", "sentence", "accuse", "question", "prosecute", "acquit", "impeach"})


_HURTING = word_list("done_to_people") | {"beat", "flog", "whip", "torture", "chase", "club", "teargas", "disperse"}


def is_dead(head: Any) -> bool:
    """Whether somebody is told to have died or been killed."""
    while head.dep_ == "conj":
        head = head.head
    died = head.dep_ == "nsubj" and head.head.lemma_ in ("die", "drown", "perish")
    return died or (head.dep_ in ("nsubjpass", "dobj") and head.head.lemma_ in _KILLING)


_KILLING = frozenset({"kill", "murder", "assassinate", "execute", "behead", "slay"})
