"""Whether a name stands where that of a place does: "in Bentiu", "captured Goma", "the governor of Gao", "Basra policemen".

In: the name's token. Out: yes or no.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agents, word_list


def is_where(name: Any) -> bool:
    """Whether a name stands where a place's does: "in Bentiu", "the town of Bentiu"."""
    preposition = name.head
    if name.dep_ != "pobj":
        return False
    if preposition.lower_ == "of":
        if preposition.head.lower_ == "out":  # "pulled out of Goma"
            return True
        return preposition.head.lemma_.lower() in word_list("settlements") | word_list("beside")
    if preposition.lower_ == "on":  # "rebels advanced on Goma"
        return preposition.head.lemma_.lower() in word_list("closing_in")
    if preposition.lower_ == "from":  # "fishermen from Jaffna"
        return preposition.head.tag_ == "NNS" and preposition.head.lemma_.lower() in agents()
    if preposition.lower_ in word_list("goals"):  # "fled to Trincomalee"
        return preposition.head.lemma_.lower() in word_list("moving") and preposition.lower_ != "for"
    return preposition.lower_ in ("in", "near", "outside", "around", "across", "at", "off", "towards", "toward")


def is_site(token: Any) -> bool:
    """Whether a name that the parser takes for somebody's stands where a town's does: "captured Goma", "the Davao airport"."""
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in word_list("taking") | word_list("leaving")
    of_it = word_list("sites") | word_list("settlements")
    return token.dep_ == "compound" and token.head.lemma_.lower() in of_it


def is_of_structure(token: Any) -> bool:
    """Whether a name is a bridge's or a river's: "the Cravo bridge"."""
    return token.dep_ == "compound" and token.head.lemma_.lower() in word_list("structures")


def is_of_town(token: Any) -> bool:
    """ "Donetsk separatists", "Basra policemen"."""
    people = token.head
    return token.dep_ == "compound" and people.tag_ == "NNS" and people.lemma_.lower() in agents()


def is_ruled(token: Any) -> bool:
    """Whether a name stands where that of a place does: "the governor of *Gao*", "*Goma* fell to the rebels"."""
    of = token.head
    if token.dep_ == "nsubj" and of.lemma_ == "fall":
        return any(c.lower_ in ("to", "under", "into") for c in of.children)
    return token.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in word_list("of_towns")
