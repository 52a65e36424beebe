"""Cues that are verbs, or adjectives after a copula, in the sentences of an article.

In: the Page. Out: one Found for each verb of the lexicon that has a content: a clause, an infinitive, an object, words
before or after it, a quotation, or a phrase under one of its prepositions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotating.attribution import adjectival, inverted
from sayso.annotating.attribution.denial import denied
from sayso.annotating.attribution.edges import edged
from sayso.annotating.attribution.extent import clause_range, joined, prepositions, ranges, under, without_aside
from sayso.annotating.attribution.lexicon import Cue, cues, lemma_of, words
from sayso.annotating.attribution.medium import behind_medium, with_medium
from sayso.annotating.attribution.page import Found, Page, Range, negated, subject, verb_group
from sayso.annotating.attribution.sources import claimant, source_of


def find(page: Page) -> Iterator[Found]:
    """The attributions whose cue is a verb or an adjective; a verb drawn into another cue makes none of its own."""
    made = list(_candidates(page))
    absorbed = {
        i
        for f in made
        if page.doc[f.head].dep_ == "xcomp"
        for i in range(f.cue[0], f.head)
        if page.doc[i].pos_ == "VERB"
    }
    yield from (f for f in made if f.head not in absorbed)


def _candidates(page: Page) -> Iterator[Found]:
    for token in page.doc:
        if token.pos_ in ("VERB", "AUX") or token.lower_ in ("said", "says"):
            entry, last = _entry(token)
            if entry is not None:
                yield from _attributions(page, token, entry, last)
            elif token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.children):
                yield from adjectival.felt(page, token)
        elif token.pos_ == "ADJ":
            yield from adjectival.copular(page, token)
        elif token.tag_ == "NNS" and token.dep_ == "ROOT":
            yield from _headline_verb(page, token)


def _headline_verb(page: Page, noun: Any) -> Iterator[Found]:
    """A verb in -s that the parser took for a plural, as in headlines: "Panel votes to …", "Mayor maintains that …"."""
    entry = cues("verb").get(str(noun.lemma_).lower())
    start, after = page.sentence_start(noun.i), noun.i + 1
    if entry is None or start == noun.i or page.quote[noun.i] >= 0:
        return
    if any(t.tag_ in _FINITE_TAGS for t in page.doc[start : noun.i]) or page.doc[noun.i - 1].pos_ not in _NAMING:
        return
    word = page.lower(after)
    clause = "clause" in entry.takes and (word in ("that", "how", "why", "whether") or page.opens(after))
    if not clause and not ("inf" in entry.takes and word == "to"):
        return
    source, content = page.trim(start, noun.i), page.trim(after, page.sentence_end(noun.i))
    if source is not None and content is not None:
        yield Found(source, (noun.i, after), [content], noun.i, entry, spoken=True)


_FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NAMING = frozenset(("PROPN", "NOUN", "PRON"))


def _entry(verb: Any) -> tuple[Cue | None, int]:
    """The lexicon's line for a verb, with its particle or preposition where that has a line of its own."""
    table = cues("verb")
    lemma = lemma_of(verb)
    beside = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3])
    if f"{lemma} {beside}" in table:
        return table[f"{lemma} {beside}"], int(verb.i + 2)
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("prt", "prep", "acomp", "advmod", "dobj") and child.i <= verb.i + 3:
            entry = table.get(f"{lemma} {child.lower_}")
            if entry is not None:
                return entry, int(child.i if child.dep_ != "dobj" or child.pos_ == "PRON" else verb.i)
    return table.get(lemma), int(verb.i)


def _attributions(page: Page, verb: Any, entry: Cue, last: int) -> Iterator[Found]:
    top, names = _chain(verb)
    start, end = verb_group(verb)
    if top.i != verb.i:
        start = verb_group(top)[0]
    elif start and _infinitival_noun(verb):
        start = min(start, verb.i)
    end = max(end, last + 1)
    source = source_of(page, verb, top)
    content, end, spoken = _content(page, verb, top, entry, source, (start, end))
    if not content and negated(verb) and entry.cue in ("comment", "respond", "reply") and start < verb.i:
        content, end = [(verb.i, verb.i + 1)], verb.i  # silence has no words of its own
    if not content:
        return
    if source is not None:
        source = edged(page, source, (start, end))
    if source is not None and source[1] < start and page.lower(source[1]) == "in":
        between = page.doc[source[1] : start]
        start = source[1] if any(t.lemma_ in words("medium") for t in between) else start
    if entry.cue == "reach" and source is None:
        unheard = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        source = page.noun_phrase(unheard) if unheard is not None else None
        content = content[-1:]
    minus = denied(verb, top, entry, content if spoken else None)
    yield Found(source, (start, end), content, verb.i, entry, minus, names, spoken, top.i)


def _infinitival_noun(verb: Any) -> bool:
    return bool(verb.dep_ in ("acl", "relcl"))


def _chain(verb: Any) -> tuple[Any, str]:
    """The highest verb whose infinitive the cue is ("refused" of "refused to say"), and the lemma of a refusal."""
    top, refusal = verb, ""
    while top.dep_ in ("xcomp",) and top.head.pos_ in ("VERB", "AUX", "ADJ") and top.head.i < top.i:
        lemma = top.head.lemma_.lower()
        if lemma not in words("chain") or any(c.dep_ == "dobj" for c in top.head.children):
            break
        top = top.head
        if lemma in words("refusal"):
            refusal = lemma
        if top.pos_ == "ADJ" and top.dep_ in ("acomp", "oprd") and top.head.i < top.i:
            top = top.head
    return top, refusal


def _content(
    page: Page, verb: Any, top: Any, entry: Cue, source: Range | None, cue: Range
) -> tuple[list[Range], int, bool]:
    """The content's ranges, the end of the cue, which a preposition before the content moves, and whether the order of
    the words shows the content to be speech."""
    end = with_medium(page, verb, cue[1]) if "quote" in entry.takes else cue[1]
    if entry.cue == "make":
        clear = next((i for i in range(verb.i + 1, min(verb.i + 4, len(page.doc))) if page.lower(i) == "clear"), -1)
        after = page.sentence_end(verb.i)
        told = page.lower(clear + 1) in ("that", "how", "why", "what") or page.lower(clear - 1) == "it"
        if clear < 0 or clear + 1 >= after or not told or page.doc[clear + 1].pos_ in ("PUNCT", "ADP"):
            return [], end, False
        clear_to = page.trim(clear + 1, min(after, max(page.doc[clear + 1].head.right_edge.i + 1, clear + 2)))
        return ([clear_to] if clear_to else []), clear + 1, True
    if entry.takes & {"clause", "quote"}:
        content = inverted.fronted(page, verb, source, (cue[0], end))
        if content and ("clause" in entry.takes or any(page.opens(i) for i, _ in content)):
            return content, end, True
    if "quote" in entry.takes:
        content, stop = inverted.following_quote(page, verb, source, (cue[0], end))
        if content:
            return content, stop, True
    if entry.takes & {"clause", "inf", "objinf", "addrinf", "raise", "quote", "np"}:
        content = _clausal(page, verb, entry, (cue[0], end))
        if not content and top.i != verb.i and "clause" in entry.takes:
            content = _clausal(page, top, entry, (cue[0], end))
        if content:
            return content, end, False
    if "clause" in entry.takes and source is not None:
        content = inverted.parenthetical(page, verb, source, end)
        if content:
            return content, end, True
    if entry.takes >= {"clause", "quote"} and (content := behind_medium(page, verb)):
        return content, end, False
    content, stop = _phrasal(page, verb, entry, cue)
    if not content and source is not None and entry.takes >= {"clause", "quote"}:
        content = _rest_of_sentence(page, verb, end)
        return content, end, bool(content)
    return content, stop, False


def _rest_of_sentence(page: Page, verb: Any, end: int) -> list[Range]:
    """What follows a finite verb of speech that the parser gave no clause, when there is one."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or end >= len(page.doc) or page.quote[verb.i] >= 0:
        return []
    if (
        page.doc[end].pos_ not in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "SCONJ")
        or page.doc[end].dep_ == "dobj"
    ):
        return []
    content = page.trim(end, page.sentence_end(verb.i))
    finite = content is not None and any(page.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in range(*content))
    return [content] if content is not None and finite else []


def _clausal(page: Page, verb: Any, entry: Cue, cue: Range) -> list[Range]:
    children = [c for c in verb.children if c.i > verb.i]
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    obj = next((c for c in children if c.dep_ in ("dobj", "dative")), None)
    if obj is None and page.doc[cue[1] - 1].dep_ == "prep":
        obj = next((c for c in page.doc[cue[1] - 1].children if c.dep_ == "pobj"), None)
    for child in children:
        if child.dep_ in ("ccomp", "xcomp", "advcl") and _asked(child, verb, entry):
            content = clause_range(page, child, cue[1], verb)
            return [content] if content else []
        if child.dep_ == "ccomp" and entry.takes & {"clause", "objinf", "addrinf", "quote"}:
            if _is_infinitive(child) and not entry.takes & {"inf", "objinf"} and "clause" not in entry.takes:
                continue
            if (
                child.tag_ == "VB"
                and entry.kind not in ("speech", "social")
                and child.left_edge.tag_ not in ("IN", "TO")
                and "objinf" not in entry.takes
                and not any(c.dep_ == "aux" for c in child.children)
            ):
                continue
            content = clause_range(page, child, cue[1], verb)
            if entry.takes == {"quote"} and content and all(page.quote[i] < 0 for i in range(*content)):
                return []
            return [content] if content else []
        if child.dep_ == "advcl" and "clause" in entry.takes and page.lower(child.left_edge.i) in ("that", "whether"):
            content = clause_range(page, child, child.left_edge.i, verb)
            return [content] if content else []
        if child.dep_ == "advcl" and entry.takes >= {"clause", "quote"} and (whom := _own_subject(page, child)):
            content = clause_range(page, child, whom.left_edge.i, verb)
            return [content] if content else []
        if child.dep_ in ("xcomp", "advcl") and _is_infinitive(child):
            if (
                passive is not None
                and child.dep_ == "xcomp"
                and entry.takes & {"clause", "np", "inf", "raise", "objinf"}
            ):
                return ranges(page, page.noun_phrase(passive), (child.left_edge.i, child.right_edge.i + 1))
            adjunct = entry.kind != "intention" or obj is not None
            if child.dep_ == "advcl" and adjunct and not (obj is not None and entry.takes & {"objinf", "addrinf"}):
                continue
            if obj is not None and obj.i < child.i and "objinf" in entry.takes:
                return ranges(page, (obj.left_edge.i, child.right_edge.i + 1))
            if entry.takes & {"inf", "addrinf", "objinf"}:
                start = max(child.left_edge.i, obj.right_edge.i + 1 if obj is not None else 0)
                return ranges(page, (start, joined(page, verb, child, child.right_edge.i + 1)))
            if "raise" in entry.takes:
                return _raised(page, verb, child)
        if child.dep_ in ("xcomp", "acomp", "oprd") and "raise" in entry.takes:
            return _raised(page, verb, child)
        if child.dep_ == "xcomp" and _gerund(child) and entry.takes & {"np", "inf"}:
            return ranges(page, (child.left_edge.i, joined(page, verb, child, child.right_edge.i + 1)))
    if obj is None or "np" in entry.takes:
        return []
    told = [c for c in obj.children if c.dep_ in ("acl", "relcl", "ccomp")]
    for child in told:
        first = child.left_edge
        if "clause" in entry.takes and first.dep_ == "mark" and first.lower_ in ("that", "whether"):
            content = clause_range(page, child, first.i)
            return [content] if content else []
    return []


def _own_subject(page: Page, clause: Any) -> Any | None:
    """The subject of a finite clause without a conjunction or comma before it: "said after the talks they would leave"."""
    whom = subject(clause)
    if (
        whom is None
        or whom.i > clause.i
        or any(c.dep_ == "mark" or c.tag_ in ("WRB", "WP", "WDT") for c in clause.children)
    ):
        return None
    finite = clause.tag_ in _FINITE_TAGS or any(c.tag_ in _FINITE_TAGS for c in clause.children)
    loose = any(t.text in (",", ";", ":") for t in page.doc[clause.head.i : whom.left_edge.i])
    return whom if finite and not loose else None


def _asked(clause: Any, verb: Any, entry: Cue) -> bool:
    """Whether a clause is what somebody names or asks: "denounced what he saw", "knows what to do", "did not say when"."""
    first = clause.left_edge
    if clause.dep_ == "ccomp":
        return first.tag_ == "WP" and "np" in entry.takes
    if "clause" not in entry.takes or first.tag_ not in ("WP", "WRB"):
        return False
    return clause.dep_ == "xcomp" or (negated(verb) and first.i <= verb.i + 2)


def _raised(page: Page, verb: Any, child: Any) -> list[Range]:
    holder = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if holder is None or verb.i > child.i:
        return []
    return ranges(page, page.noun_phrase(holder), (child.left_edge.i, child.right_edge.i + 1))


def _is_infinitive(verb: Any) -> bool:
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def _gerund(verb: Any) -> bool:
    return verb.tag_ == "VBG" or any(c.lower_ == "having" and c.dep_ == "aux" for c in verb.children)


def _phrasal(page: Page, verb: Any, entry: Cue, cue: Range) -> tuple[list[Range], int]:
    """A content that is an object, the subject of a passive, or stands under a preposition."""
    end = cue[1]
    children = list(verb.children)
    if page.doc[end - 1].dep_ == "acomp":
        children += page.doc[end - 1].children  # "pleaded guilty to"
    if "active" in entry.takes and any(c.dep_ in ("nsubjpass", "auxpass") for c in children):
        return [], end
    obj = next((c for c in children if c.dep_ == "dobj" and c.i > verb.i), None)
    preposition = next(
        (c for c in children if c.dep_ in ("prep", "agent") and c.i >= verb.i and c.lower_ in prepositions(entry)),
        None,
    )
    if preposition is None and obj is not None and not entry.takes & _OBJECTS:
        # "cleared him of": the parser may hang the phrase on the object
        preposition = next((c for c in obj.rights if c.dep_ == "prep" and c.lower_ in entry.prepositions()), None)
    if preposition is not None and (obj is None or not entry.takes & _OBJECTS):
        content = under(page, preposition)
        patient = next((c for c in children if c.dep_ == "nsubjpass" and c.tag_ not in ("WDT", "WP")), None)
        if content and patient is not None and preposition.dep_ != "agent":
            content = [*ranges(page, page.noun_phrase(patient)), *content]
        if content:
            return content, preposition.i + 1 if preposition.i == end else end
    if end - 1 > verb.i and page.doc[end - 1].dep_ == "prep" and entry.takes - {"clause", "quote", "inf", "raise"}:
        if entry.takes == {"words"} and not any(_suits(page, verb, o, entry) for o in page.doc[end - 1].children):
            return [], end
        return under(page, page.doc[end - 1]), end
    if not entry.takes & _OBJECTS:
        return [], end
    if obj is not None:
        if "np" not in entry.takes and not _suits(page, verb, obj, entry):
            return [], end
        if (obj.pos_ == "PRON" and obj.tag_ == "WP") or obj.lower_ in _REFLEXIVE:
            return [], end
        stop = obj.right_edge.i + 1
        for child in children:
            if child.i > obj.i and (
                child.dep_ == "oprd"
                or (child.dep_ == "prep" and child.lower_ in ("as", "of", "for"))
                or (child.left_edge.i == stop and (child.dep_ in _LOOSE_CLAUSES or child.lower_ in words("of_object")))
            ):
                stop = max(stop, child.right_edge.i + 1)
        stop = without_aside(page, obj.i, joined(page, verb, obj, stop))
        return ranges(page, (max(obj.left_edge.i, end), stop)), end
    passive = next((c for c in children if c.dep_ == "nsubjpass"), None)
    named = next((c for c in children if c.dep_ == "prep" and c.lower_ == "as" and c.i == verb.i + 1), None)
    if named is not None and passive is None and entry.stance == "denies":
        return under(page, named), end  # "dismissed as false reports that …"
    if passive is not None and passive.tag_ not in ("WDT", "WP"):
        rest = [
            (c.left_edge.i, c.right_edge.i + 1)
            for c in children
            if c.i > verb.i and (c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ in ("as", "of", "for", "with")))
        ]
        return ranges(page, page.noun_phrase(passive), *rest), end
    if (who := claimant(verb)) is not None and entry.stance in ("denies", "confirms", "retracts"):
        return ranges(page, (verb.head.left_edge.i, who.left_edge.i)), end
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.pos_ in ("NOUN", "PROPN"):
        return ranges(page, (verb.head.left_edge.i, verb.i)), end
    if preposition is not None:
        return under(page, preposition), end
    if (
        verb.dep_ in ("relcl", "acl")
        and entry.stance in ("denies", "confirms", "retracts")
        and subject(verb) is not None
    ):
        # "A charge that he denies": the relative's own object is what its noun names.
        return ranges(page, (verb.head.left_edge.i, verb.left_edge.i)), end
    shared = next((c for c in children if c.dep_ == "conj" and c.i <= verb.i + 3), None)
    below = next((c for c in shared.children if c.dep_ == "dobj"), None) if shared is not None else None
    return (ranges(page, (below.left_edge.i, below.right_edge.i + 1)) if below is not None else []), end


_OBJECTS = frozenset(("np", "words", "as", "objpred"))


def _suits(page: Page, verb: Any, obj: Any, entry: Cue) -> bool:
    """Whether an object is what a cue needs it to be: something said ("accepted the offer"), or called something ("saw it as")."""
    said = obj.lemma_.lower()
    if "words" in entry.takes and (said in cues("noun") or said in words("deniable") or said in words("retractable")):
        return True
    if any(page.quote[i] >= 0 for i in range(obj.left_edge.i, obj.right_edge.i + 1)) and page.quote[verb.i] < 0:
        return True
    called = any(c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as") for t in (verb, obj) for c in t.children)
    return called and bool(entry.takes & {"as", "objpred"})


# Clauses that a parser may hang on the verb although they describe its object.
_LOOSE_CLAUSES = frozenset(("ccomp", "relcl", "acl"))
_REFLEXIVE = frozenset(["myself", "yourself", "himself", "herself", "itself", "ourselves", "yourselves", "themselves"])
