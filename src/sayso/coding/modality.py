"""PLOVER's rule of types that say themselves what is only promised, asked, refused or threatened.

In: the type and mode that a frame gives a deed, the reasons that the factuality layer has for it, and whether its doer tells it. Out: type,
mode and auxiliary modes as PLOVER wants them: a type of its own wins over type and auxiliary mode.
"""

from __future__ import annotations

from collections.abc import Set

# A cooperative act still to come is an agreement to do it, ground to be given a concession.
_FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}

# Saying that one will not is a refusal: of help, of ground or of a meeting.
_REFUSED = {
    "CONSULT": "meet",
    "RETREAT": "yield",
    "CONCEDE": "yield",
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": None,
    "AGREE": None,
}

# A harm that its doer says is to come is a threat, by its mode or for any mode; what others tell of the future keeps its type.
_THREATENED: dict[tuple[str, str | None], str | None] = {
    ("ASSAULT", None): "violence",
    ("COERCE", None): "restrict",
    ("COERCE", "arrest"): "arrest",
    ("COERCE", "deport"): "expel",
    ("COERCE", "cyber"): None,
    ("COERCE", "misinformation"): None,
    ("COERCE", "seize"): None,
    ("SANCTION", None): "relations",
    ("SANCTION", "expel"): "expel",
    ("SANCTION", "convict"): None,
}

# Types that say themselves that something is only asked, promised, refused or threatened.
OWN_MODALITY = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "CONCEDE"})


def settled(
    event: str, mode: str | None, reasons: Set[str], later: bool, by_doer: bool
) -> tuple[str, list[str], list[str]]:
    """Type, modes and auxiliary modes of a deed; ``later`` when its date is after the article's, ``by_doer`` when its doer tells it."""
    auxiliary = sorted(reasons & {"negation", "future", "hypothetical"})
    modes = [mode] if mode else []
    if later and not auxiliary:
        auxiliary = ["future"]
    negated = "negation" in auxiliary
    to_come = "future" in auxiliary
    announced = to_come or ("hypothetical" in auxiliary and not reasons & {"condition", "question"})
    if to_come and negated and by_doer and event == "MOBILIZE":
        return "REJECT", ["assist"], []  # "will not send troops to Mali"
    if to_come and negated and event in _REFUSED:
        refused = _REFUSED[event]
        return "REJECT", [refused] if refused else [], []
    if to_come and not negated and event in _FUTURE:
        event, modes = _FUTURE[event], []
    elif announced and not negated and by_doer and (event, None) in _THREATENED:
        threatened = _THREATENED.get((event, mode), _THREATENED[event, None])
        event, modes = "THREATEN", [threatened] if threatened else []
    if event in OWN_MODALITY:
        kept = ("ACCUSE", "REJECT", "CONCEDE")
        auxiliary = [x for x in auxiliary if x == "negation" or (x == "hypothetical" and event in kept)]
    return event, modes, auxiliary
