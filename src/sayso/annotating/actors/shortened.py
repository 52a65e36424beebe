"""Names cut short: "Khalilzad" after "Zalmay Khalilzad", "the EAC" after "the East African Community", "the Tigers".

In: the mentions of a parsed article. Out: the same, those with a short name having the identity of the one with the full name.
"""

from __future__ import annotations

from typing import Any

from sayso.model import Actor


def take(m: Actor, antecedent: Actor | None) -> None:
    """Give a mention the identity of its antecedent."""
    if antecedent is None:
        return
    m.identifier_text, m.identifier_id = antecedent.identifier_text, antecedent.identifier_id
    m.code, m.sector, m.other_sectors = antecedent.code, antecedent.sector, antecedent.other_sectors
    m.office, m.entity, m.side = antecedent.office, antecedent.entity, antecedent.side
    m.members = antecedent.members
    if m.kind not in ("pronoun",):
        m.kind = antecedent.kind


def short_names(doc: Any, mentions: list[Actor]) -> None:
    """ "Khalilzad" after "Zalmay Khalilzad": the last name, as the text spells it, of a person whose full name it gives."""
    full: dict[str, Actor] = {}
    for m in mentions:
        if m.kind == "person" and m.identifier_text and " " in m.identifier_text:
            written = doc[m.head].lower_ if " " in m.text and doc[m.head].pos_ == "PROPN" else ""
            for last in {m.identifier_text.split()[-1].casefold(), written} - {""}:
                if last not in full or (full[last].code is None and m.code):
                    full[last] = m
    for m in mentions:  # "Flores" of "Roberto Flores Bermúdez"
        words = (m.identifier_text or "").split()
        if m.kind == "person" and len(words) == 3:
            full.setdefault(words[1].casefold(), m)
    for m in mentions:
        if m.kind == "person" and m.identifier_text:
            words = m.identifier_text.split()
            known = full.get(words[-1].casefold())
            if known is not None and known is not m and (len(words) == 1 or m.identifier_text == known.identifier_text):
                if m.code and not known.code:
                    known.code, known.sector, known.side, known.office = m.code, m.sector, m.side, m.office
                keep = m.office
                take(m, known)
                m.office = known.office or keep
    _first_names(mentions)
    by_name = {m.identifier_text: m for m in mentions if m.kind == "person" and m.code}
    for m in mentions:
        if m.kind == "person" and not m.code and m.identifier_text in by_name:
            take(m, by_name[m.identifier_text])


def _first_names(mentions: list[Actor]) -> None:
    """ "Wang" after "Wang Yi", "Abiy" after "Abiy Ahmed": the first word of the one full name that begins so."""
    begun: dict[str, dict[str, Actor]] = {}
    for m in mentions:
        name = m.identifier_text or ""
        first, *rest = name.split() or [""]
        if m.kind == "person" and rest and not first.isupper():  # "a GDF plane"
            known = begun.setdefault(first.casefold(), {})
            if name not in known or not known[name].office:
                known[name] = m
    for m in mentions:
        named = begun.get((m.identifier_text or "").casefold(), {}) if m.kind == "person" else {}
        if len(named) == 1:
            take(m, *named.values())


def acronyms(mentions: list[Actor]) -> None:
    """ "the EAC" after "the East African Community": an acronym of an organization's capital letters."""
    initials: dict[str, Actor] = {}
    for m in mentions:
        if m.kind in ("organization", "group", "generic") and m.identifier_text:
            letters = "".join(w[0] for w in m.identifier_text.split() if w[0].isupper())
            if len(letters) >= 3:
                initials.setdefault(letters, m)
    for m in mentions:
        name = (m.identifier_text or "").replace(".", "")
        if m.kind == "organization" and name.isupper() and m.code is None and name in initials:
            take(m, initials[name])


def short_groups(mentions: list[Actor]) -> None:
    """ "The Tigers" after "the Tamil Tigers": the last word of a group's name, where it is nobody's own."""
    last: dict[str, Actor] = {}
    for m in mentions:
        words = [w for w in m.text.split() if w[:1].isupper() and w.lower() != "the"]
        if m.kind in ("group", "organization") and len(words) > 1 and m.text.endswith(words[-1]):
            last.setdefault(words[-1], m)
        elif (m.kind == "organization" or m.text.startswith(("The ", "the "))) and words == [m.identifier_text]:
            known = last.get(words[0]) if m.side is None and m.kind in ("organization", "person") else None
            if known is not None and known.identifier_text != m.identifier_text:
                take(m, known)
