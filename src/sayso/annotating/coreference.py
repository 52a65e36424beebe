"""The coreference layer: short names, roles, pronouns and collectives tied to whom they stand for.

In: ``article.actors`` as the names and roles alone give them. Out: the same mentions with ``entity``, name, country and
sector taken from their antecedents, and new mentions for pronouns. Rules over the parse, in the order of the text: the
candidates are the earlier mentions, and the subject of the nearest clause or sentence that agrees wins.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.apiece import divided, of_both, persons, with_conjuncts
from sayso.annotating.actors.bands import as_side, band_meant, band_spoken_for, is_of_state, neighbour_of
from sayso.annotating.actors.bodymen import body_spoken_for, of_body_before, own_party, speaks_for
from sayso.annotating.actors.collectives import both, collective, is_both, other_side, pair, parties
from sayso.annotating.actors.forces import force_of
from sayso.annotating.actors.identity import OWN_HEADS
from sayso.annotating.actors.introduced import introduced
from sayso.annotating.actors.lexicon import Agent, agent, is_facing, spelled, word_list
from sayso.annotating.actors.named import country
from sayso.annotating.actors.numbered import is_number, numbers, those
from sayso.annotating.actors.pronouns import HE, IT, REACH, THEY, antecedent, clause, is_expletive, salience
from sayso.annotating.actors.reference import are_apart, are_meant, counted_before, countryman_before, refers_to
from sayso.annotating.actors.shortened import acronyms, short_groups, short_names, take
from sayso.annotating.actors.siding import take_sides
from sayso.annotating.quoted import Quoted
from sayso.knowledge.states import OF_STATE, Epithet, epithets, state_name
from sayso.model import Actor, Article, Settings


def add(article: Article, settings: Settings) -> None:
    """Resolve the mentions of a parsed article whose actors have been found."""
    doc = article.parse
    mentions = article.actors
    short_names(doc, mentions)
    acronyms(mentions)
    short_groups(mentions)
    for token in doc:
        if token.lower_ in HE | IT | THEY and token.pos_ == "PRON" and not is_expletive(token):
            mentions.append(Actor(token.idx, token.idx + len(token), token.text, kind="pronoun", head=token.i))
        elif is_both(token):
            start = doc[token.i - (token.lower_ == "two")].idx
            known = next((a for a in mentions if a.head == token.i), None)
            m = known or Actor(start, token.idx + len(token), "", head=token.i)
            m.start, m.text, m.kind = start, article.text[start : m.end], "collective"
            mentions += [] if known else [m]
    mentions += numbers(doc, mentions)
    mentions.sort(key=lambda a: (a.start, -a.end))
    sents = list(doc.sents)  # spaCy finds them anew each time
    body = _body_sentences(article, sents)
    sentence = {i: n for n, s in enumerate(sents) for i in range(s.start, s.end)}
    resolved: list[Actor] = []
    quoted = Quoted(article)
    for m in list(mentions):
        token = doc[m.head]
        reachable = [a for a in resolved if body.get(sentence[a.head], True) or sentence[a.head] == sentence[m.head]]
        if m.kind != "collective" and is_number(token):
            take(m, those(doc, reachable, token))
            m.kind = "collective" if m.members else "generic" if m.identifier_text else m.kind
        elif m.kind == "pronoun":
            outside = quoted.outside(token, reachable)
            found = body_spoken_for(doc, reachable, token) or antecedent(doc, sentence, outside, token)
            take(m, found or antecedent(doc, sentence, reachable, token) or _side_meant(sentence, reachable, token))
            if token.lower_ in THEY:
                with_conjuncts(doc, sentence, m, reachable, quoted=quoted.holds(token.idx))
        elif m.kind == "collective":
            both(doc, sentence, reachable, m)
        elif persons(doc, sentence, reachable, m, token) or other_side(doc, sentence, reachable, m, token):
            pass
        elif pair(token) or parties(doc, reachable, token):
            collective(doc, sentence, reachable, m)
            if not m.members:
                _counted(doc, reachable, m, token)
        elif m.kind in ("generic", "organization"):
            _nominal(doc, sentence, quoted.unquoted(token, reachable), m, token, mentions)
            meant: str = m.kind
            if meant != "state" and token.lemma_.lower() in word_list("lands"):
                m.identifier_text = None  # an island that is no state
        elif m.kind == "person" and m.code is None:
            _of_whom(doc, sentence, quoted.unquoted(token, reachable), m, token)
        if m.kind != "pronoun" or m.identifier_text:
            more = divided(doc, m, token, resolved)
            resolved += [m, *more]
            mentions += more
    mentions.sort(key=lambda a: (a.start, -a.end))
    own_party(doc, mentions)
    _of_countries(doc, mentions)
    take_sides(doc, sentence, mentions)
    introduced(doc, mentions)
    _victims(doc, mentions)
    article.actors = [m for m in mentions if m.identifier_text]


def _side_meant(sentence: dict[int, int], earlier: list[Actor], pronoun: Any) -> Actor | None:
    """ "Its delegation" after "the Taliban's spokesman, Zabihullah Mujahid": the side of the person spoken of last."""
    if pronoun.lower_ not in IT:
        return None
    near = (a for a in reversed(earlier) if sentence[pronoun.i] - sentence[a.head] <= 1)
    return next((as_side(a) for a in near if a.side and a.code and a.kind in ("person", "generic")), None)


def _of_countries(doc: Any, mentions: list[Actor]) -> None:
    """ "The country's army" after the country is known, "Omar's office" after Omar is."""
    by_head = {m.head: m for m in mentions if m.kind == "state" and m.code}
    persons = {m.head: m for m in mentions if m.kind == "person" and m.code and m.side}
    for m in mentions:
        boss = next((persons[c.i] for c in doc[m.head].children if c.dep_ == "poss" and c.i in persons), None)
        if m.kind == "organization" and m.side is None and boss is not None and m.code != boss.code:
            m.code, m.side = boss.code, boss.side
            m.entity = f"{(m.identifier_text or m.text).casefold()}|{m.code}|{m.sector or ''}"
        if m.code is None and m.kind in ("generic", "organization"):
            owner = next((by_head[c.i] for c in doc[m.head].children if c.dep_ == "poss" and c.i in by_head), None)
            owner = owner or speaks_for(doc, mentions, m)
            if owner is not None:
                m.code, m.side = owner.code, owner.identifier_text
                m.entity = f"{(m.identifier_text or m.text).casefold()}|{m.code}|{m.sector or ''}"


def _victims(doc: Any, mentions: list[Actor]) -> None:
    """People of whom nothing is known but that they were killed, hurt or held are civilians."""
    unknown = [
        m for m in mentions if m.kind in ("person", "pronoun") and m.code and m.sector is None and m.office is None
    ]
    harmed = {m.entity for m in unknown if m.kind == "person" and _is_harmed(doc[m.head])}
    for m in unknown:
        if m.entity in harmed:
            m.sector = "CVL"


def _is_harmed(head: Any) -> bool:
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in word_list("done_to_people")


def _body_sentences(article: Article, sents: list[Any]) -> dict[int, bool]:
    starts = {s.start: s.body for s in article.sentences}
    found = {}
    for n, sent in enumerate(sents):
        inside = [b for at, b in starts.items() if sent.start_char <= at < sent.end_char]
        found[n] = any(inside) if inside else True
    return found


def _nominal(
    doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor, token: Any, all_mentions: list[Actor]
) -> None:
    """A role or body that refers back: by apposition, by its possessive pronoun, or as "the group", "the envoy"."""
    if _is_named(token):
        bearer = next(
            (a for a in all_mentions if a.start == m.end + 1 and a.kind in ("group", "organization") and a.code), None
        )
        owned = {t.i for t in token.subtree if t.i < token.i} & {a.head for a in all_mentions}
        if bearer is not None and bearer.sector != "JRN" and not owned:
            take(m, bearer)  # "the peacekeeping force UNIFIL"; "the state news agency SUNA" says itself who it is
        return
    if token.dep_ == "appos":
        for a in reversed(earlier):
            if a.head == token.head.i and a.kind != "generic":
                if m.kind == "generic" or a.kind != "state":  # "Hungary (AP)"
                    take(m, a)
                return
    if token.dep_ == "pobj" and token.head.lower_ == "as" and token.tag_ in ("NN", "NNP"):
        doer = next((c.i for c in token.head.head.children if c.dep_ == "nsubj"), -1)
        person = next((a for a in earlier if a.head == doer and a.kind == "person"), None)
        if person is not None and person.code in (None, m.code):  # "he resigned as president"
            take(m, person)
            return
    possessive = next((c for c in token.children if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
    noun = agent([t.lower_ for t in doc[max(0, token.i - 2) : token.i + 1]], token.lemma_)
    if possessive is not None and possessive.lower_ in word_list("first_person"):
        _of_speaker(doc, all_mentions, m, possessive)
        return
    if possessive is not None and token.lemma_.lower() in word_list("neighbouring") and token.tag_ == "NN":
        owner = antecedent(doc, sentence, earlier, possessive)
        other = neighbour_of(owner, earlier) if owner is not None else None
        if other is not None:
            _be_state(m, other)  # "Pakistan downgraded ties with its neighbour"
            return
    if possessive is not None and noun is not None:
        owner = antecedent(doc, sentence, earlier, possessive) or _side_meant(sentence, earlier, possessive)
        theirs = possessive.lower_ in THEY and token.tag_ == "NNS" and noun.sector in OF_STATE
        if theirs and of_both(doc, sentence, m, owner, earlier):
            return  # "Serbia and Croatia said their foreign ministries"
        if owner is not None:
            fighting = noun.sector in ("REB", "MIL", "UAF", "PRM", None) or noun.noun in word_list("men")
            if noun.owner and owner.kind in ("person", "pronoun") and owner.sector == "GOV" and owner.code:
                _be_state(m, owner.code)
            elif noun.owner or (owner.kind == "group" and fighting and (noun.kind == "body" or token.tag_ == "NNS")):
                take(m, owner)
            else:
                peer = owner.sector if token.lemma_.lower() in word_list("peers") else None
                m.sector = peer or m.sector
                if m.code not in (None, owner.code) and m.side == state_name(m.code or ""):
                    return  # "his Pakistani counterpart" says itself whose he is
                if is_of_state(owner) and token.lemma_.lower() in word_list("neighbouring"):
                    m.sector, m.code = "GOV", m.code if m.code != owner.code else None  # "its southern neighbour"
                    m.identifier_text = _of(owner.identifier_text or "", doc, m, possessive)
                    m.entity = f"{m.identifier_text.casefold()}|{m.code or ''}|GOV"
                    return
                if token.lemma_.lower() not in word_list("taken_by_others"):
                    m.code = m.code or owner.code
                leads = owner.kind == "organization" and not (
                    owner.sector == "GOV" and noun.sector not in (None, "LAB")
                )
                leads = (leads or (owner.kind == "group" and fighting)) and not is_facing(noun.noun)
                leads = leads or _is_band(owner, noun)
                leading = owner.sector if leads and noun.sector != "LEG" and "union" not in noun.noun else peer
                m.sector = leading or force_of(owner, noun) or m.sector or noun.sector or owner.sector
                m.side = owner.identifier_text if noun.sector == "PTY" and owner.kind != "person" else _side_of(owner)
                m.identifier_text = _of(owner.identifier_text or "", doc, m, possessive)
                m.entity = f"{m.identifier_text.casefold()}|{m.code or ''}|{m.sector or ''}"
        return
    holder = next((c for c in token.children if c.dep_ == "poss" and c.lemma_.lower() in word_list("bands")), None)
    if holder is not None and noun is not None and any(c.lower_ == "the" for c in holder.children):
        band = band_meant(
            doc, sentence, earlier, m, holder
        )  # "Yahya Saree of the Houthis said that the movement's men"
        if (
            band is not None
            and (noun.kind == "body" or token.tag_ == "NNS" or noun.owner)
            and noun.kind != "spokesperson"
        ):
            take(m, band)
        elif band is not None:
            m.code, m.side = band.code, band.identifier_text
        return
    if of_body_before(doc, sentence, earlier, m, token, noun):
        return
    if any(c.dep_ == "poss" for c in token.children) or (
        m.code and token.tag_ in ("NNP", "NNPS") and m.kind != "generic"
    ):
        return
    again = token.tag_ in ("NNS", "NNPS") or token.lemma_.lower() in word_list("the_caught")
    if again and _counted(doc, earlier, m, token):
        return
    if not any(c.lower_ in ("the", "this", "that") for c in token.lefts):
        return
    if (person := countryman_before(doc, earlier, m, token)) is not None:
        take(m, person)
        return
    lemma = token.lemma_.lower()
    epithet = epithets().get(lemma)
    if lemma in word_list("countries") and epithet is None and m.side is None and token.tag_ == "NN":
        country_meant = _country_meant(doc, sentence, earlier, token)
        if country_meant is not None:
            _be_state(m, country_meant)
            return
    refers = refers_to if token.tag_ in ("NN", "NNP", "JJ") else are_meant
    meant: Actor | None = None
    for a in reversed(earlier):
        if meant is not None and sentence[a.head] != sentence[meant.head]:
            break
        if a.kind == "pronoun" or a.entity == m.entity:
            continue
        if (
            refers(doc, token, noun, m, a)
            and not are_apart(doc[a.head], token)
            and (meant is None or _rather(doc, a, meant))
        ):
            meant = a
    if meant is not None:
        take(m, meant)
        return
    if m.side is None and (spoken_for := band_spoken_for(sentence, earlier, m, token)) is not None:
        take(m, spoken_for)
        return
    if epithet is not None and m.side is None:
        _by_epithet(doc, sentence, earlier, m, token, epithet)


def _rather(doc: Any, a: Actor, nearer: Actor) -> bool:
    """Of two bodies in one sentence the subject is meant: "the League met the Front, the party's spokesman said"."""
    bodies = a.kind == nearer.kind == "organization" and a.entity != nearer.entity
    return bodies and salience(doc[a.head]) >= 1.0 > salience(doc[nearer.head])


def _counted(doc: Any, earlier: list[Actor], m: Actor, token: Any) -> bool:
    """Make "the four men" the four fishermen of before; whether it was found who they are."""
    found = counted_before(doc, earlier, m, token)
    if found is not None:
        m.kind = "generic"
        take(m, found)
    return found is not None


def _of_speaker(doc: Any, mentions: list[Actor], m: Actor, possessive: Any) -> None:
    """ "Our troops" are of the side of whoever says so in the sentence."""
    verb = clause(possessive)
    while verb.dep_ in ("ccomp", "conj", "advcl", "relcl", "xcomp") and verb.head != verb:
        verb = clause(verb.head)
        said_by = {c.i for c in verb.children if c.dep_ == "nsubj"}
        speaker = next((a for a in mentions if a.head in said_by and a.code), None)
        if speaker is not None and not m.code:
            m.code, m.side = speaker.code, speaker.side or speaker.identifier_text
            m.entity = f"{(m.identifier_text or m.text).casefold()}|{m.code}|{m.sector or ''}"
            return


def _is_named(token: Any) -> bool:
    """Whether a name follows a description of its bearer."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    beside = (token.head, *token.rights)
    return after is not None and after.pos_ == "PROPN" and (after in beside or (after.head in token.rights))


def _country_meant(doc: Any, sentence: dict[int, int], earlier: list[Actor], token: Any) -> str | None:
    """Whose country "the country" is: the one that most of the actors before belong to, those near and prominent rather."""
    weight: dict[str, float] = {}
    for a in earlier:
        distance = sentence[token.i] - sentence[a.head]
        if a.code is None or state_name(a.code) == a.code or a.kind == "pronoun":
            continue
        if a.kind == "state" and a.head in _doers(token):
            continue
        share = 1.0 if a.kind == "state" else 0.5
        weight[a.code] = weight.get(a.code, 0.0) + share * (0.5 + salience(doc[a.head])) / (1 + distance)
    return max(weight, key=lambda c: weight[c]) if weight else None


def _doers(token: Any) -> set[int]:
    """The token that acts on a noun in its clause, which is not what the noun stands for."""
    verb = clause(token)
    undergoes = token.dep_ == "dobj" or (token.dep_ == "poss" and token.head.dep_ == "dobj")
    return {c.i for c in verb.children if c.dep_ == "nsubj" and undergoes}


def _by_epithet(
    doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor, token: Any, epithet: Epithet
) -> None:
    """ "The kingdom" after a place or people of one: "fled to Jeddah. The kingdom …", "Saudi jets … the kingdom"."""
    for ent in reversed(doc.ents):
        if (
            ent.label_ in ("GPE", "LOC", "FAC")
            and ent.end <= token.i
            and sentence[token.i] - sentence[ent.start] <= REACH
        ):
            code = country(ent.text)
            if code in epithet.codes:
                _be_state(m, code)
                return
    if token.lemma_.lower() in word_list("bodies_of_people"):
        return  # "the federation" is that of some sport, unless Russia was named
    near = (a for a in reversed(earlier) if sentence[token.i] - sentence[a.head] <= REACH and a.code in epithet.codes)
    code = next((a.code for a in near if a.side == state_name(a.code or "")), None)
    if code is not None:
        _be_state(m, code)


def _of_whom(doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor, token: Any) -> None:
    """A person's country and side from whose he is said to be: "its spokesman, Idris Haroun"."""
    for role in (
        token,
        *(c for c in token.children if c.dep_ == "appos"),
        *([token.head] if token.dep_ == "appos" else []),
    ):
        possessive = next((c for c in role.children if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
        owner = antecedent(doc, sentence, earlier, possessive) if possessive is not None else None
        noun = agent(spelled(doc[max(0, role.i - 3) : role.i + 1]), role.lemma_.lower())
        if owner is not None and noun is not None and owner.entity != m.entity:
            own = owner.sector if m.sector in (None, "GOV") and owner.sector in OWN_HEADS else None
            m.code, m.sector = owner.code, own or m.sector or noun.sector or owner.sector
            m.side = _side_of(owner)
            m.entity = f"{(m.identifier_text or m.text).casefold()}|{m.code or ''}"
            return


def _side_of(owner: Actor) -> str | None:
    """Whose side those are on who belong to somebody: a person's own, else his whose they are."""
    return owner.side if owner.kind == "person" or owner.side else owner.identifier_text


def _be_state(m: Actor, code: str) -> None:
    name = state_name(code)
    m.identifier_text, m.code, m.sector, m.kind = name, code, "GOV", "state"
    m.entity = f"{name.casefold()}|{code}"


def _is_band(owner: Actor, noun: Agent) -> bool:
    """Whether a council, wing or commander is that of nameless fighters: "the rebels … their council"."""
    return (
        owner.kind == "generic"
        and owner.sector in ("REB", "PRM", "CRM")
        and (noun.kind == "body" or noun.sector is None)
    )


def _of(owner: str, doc: Any, m: Actor, possessive: Any) -> str:
    """ "Ukraine's ambassador" for "its ambassador"."""
    rest = doc.text[possessive.idx + len(possessive) : m.end].strip()
    return f"{owner}{chr(39) if owner.endswith('s') else chr(39) + 's'} {rest}"
