"""The language layer: the parse, and the sentences with body or not.

In: an Article whose blocks reading has marked. Out: ``article.parse``, a spaCy Doc over exactly ``article.text`` (so
``token.idx`` is an offset into it), and ``article.sentences``. Blocks are sentence boundaries; a line break inside
one reads as a space, and headlines in title case are put in running-text case for the parser only.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from sayso.annotating.mended import mend
from sayso.annotating.titles import one_word, stems
from sayso.knowledge import name_words
from sayso.knowledge.own import kept
from sayso.model import Article, Block, Sentence, Settings
from sayso.resources import rows

# Blanks, apostrophes, dashes and quotation marks of every hand, and below them those that the pipeline knows.
_SAME_WIDTH = str.maketrans(
    "\n\r\t\u00a0’‘―‐‑«»„‹›「」『』",
    "    ''—--“”““”“”“”",
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


@lru_cache(maxsize=4)
def pipeline(name: str) -> Any:
    """The spaCy pipeline of that package name, loaded once."""
    import spacy

    try:
        nlp = import_module(name).load() if name.isidentifier() else spacy.load(name)
    except ImportError:
        nlp = spacy.load(name)
    if hasattr(nlp.tokenizer, "add_special_case"):
        for title in one_word():
            nlp.tokenizer.add_special_case(title, [{"ORTH": title}])
    return nlp


def add(article: Article, settings: Settings) -> None:
    """Parse the article and list its sentences."""
    nlp = pipeline(settings.model)
    nlp.max_length = max(nlp.max_length, settings.max_characters + 1)
    blocks = [b for b in article.blocks if b.end > b.start] or [Block(0, len(article.text))]
    doc = nlp.make_doc(_readable(article.text, blocks, settings.model))
    starts = {b.start: b for b in blocks}
    titles = [b for b in blocks if b.kind == "title"]
    for token in doc:
        before = doc[token.i - 1].idx + len(doc[token.i - 1]) if token.i else 0
        opens = not starts.keys().isdisjoint(range(before, token.idx + 1))
        if token.i and (opens or (doc[token.i - 1].text == ";" and _within(token.idx, titles))):
            token.is_sent_start = True
        elif token.i and token.text[0].islower() and doc[token.i - 1].text[-1].isalnum():
            token.is_sent_start = False  # no sentence begins in lower case behind a word
    for _, component in nlp.pipeline:
        doc = component(doc)
    mend(doc)
    known = _lemmas()
    for token in doc:
        lemma = known.get((token.lower_, token.pos_))
        if lemma is not None:
            token.lemma_ = lemma
    article.parse = doc
    article.sentences = _sentences(doc, blocks)


def _within(at: int, blocks: list[Block]) -> bool:
    return any(b.start <= at < b.end for b in blocks)


@cache
def _lemmas() -> dict[tuple[str, str], str]:
    """Lemmas that the small pipeline's rules get wrong ("staged" is not of "stag"), by form and part of speech."""
    deeds = {(form, pos): stem for form, (pos, stem) in stems().items()}
    return deeds | {(r["form"], r["pos"]): r["lemma"] for r in rows("sayso.annotating", "lemmas.csv")}


def _sentences(doc: Any, blocks: list[Block]) -> list[Sentence]:
    found: list[Sentence] = []
    at = 0
    for sent in doc.sents:
        start, end = sent.start_char, sent.end_char
        text = doc.text[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        if start >= end:
            continue
        while at + 1 < len(blocks) and blocks[at + 1].start <= start:
            at += 1
        found.append(Sentence(start, end, blocks[at].kind == "body"))
    return found


def _readable(text: str, blocks: list[Block], model: str) -> str:
    """The text for the parser: of the same length, with blanks for line breaks and headlines in sentence case."""
    pieces: list[str] = []
    at = 0
    names: frozenset[str] | None = None
    for b in blocks:
        pieces.append(text[at : b.start])
        piece = text[b.start : b.end].translate(_SAME_WIDTH)
        if b.kind == "title":
            piece = piece.replace(" - ", " — ")  # "… - state media" is no compound
        if _is_title_case(piece):
            if names is None:
                running = "\n".join(text[x.start : x.end] for x in blocks if not _is_title_case(text[x.start : x.end]))
                names = _written_as_names(running)
            piece = _sentence_case(piece, _common_words(model), names)
        pieces.append(piece)
        at = b.end
    pieces.append(text[at:])
    return "".join(pieces).replace(").-", ")  ")  # "(EFE).- Peru": no word of its own


def _is_title_case(piece: str) -> bool:
    """Whether a line of four words or more capitalizes nearly all of its longer words, as headlines do."""
    if piece.rstrip().endswith("."):
        return False
    words = [w for w in _WORD.findall(piece) if len(w) > 3]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _sentence_case(piece: str, common: frozenset[str], names: frozenset[str]) -> str:
    """Lower the common words of a headline, but for its first word and what the article itself writes as a name."""

    def lowered(match: re.Match[str]) -> str:
        word = match[0]
        low = word.lower()
        if match.start() == 0 or word in names or (word.isupper() and (len(word) <= 5 or not piece.isupper())):
            return word
        if low in common or any(low.endswith(end) and low[: -len(end)] + put in common for end, put in _ENDINGS):
            return low
        return word

    return _WORD.sub(lowered, piece)


_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("d", ""),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("'s", ""),
)


def _written_as_names(text: str) -> frozenset[str]:
    """Words that the running text capitalizes in the middle of a sentence and nowhere writes in lower case."""
    lower = {w for w in _WORD.findall(text) if w[0].islower()}
    return frozenset(w for w in re.findall(r"(?<=[a-z,] )[A-Z][A-Za-z'’-]+", text) if w.lower() not in lower)


@kept
def _common_words(model: str) -> frozenset[str]:
    """English words that are not names, from the pipeline's own lemma lists; empty when it has none."""
    nlp = pipeline(model)
    if "lemmatizer" not in nlp.pipe_names:
        return frozenset()
    lookups = nlp.get_pipe("lemmatizer").lookups
    if not lookups.has_table("lemma_index"):
        return frozenset()
    words = {w for table in lookups.get_table("lemma_index").values() for w in table}
    return frozenset(words - {n.lower() for n in name_words()}) | _FUNCTION_WORDS


_FUNCTION_WORDS = frozenset(
    """a an and after against amid among as at be been before between but by for from has have he her his in into is it its
    more no nor not of off on or our out over she than that the their they this to two under until up was we were
    what when where who why will with without would you your""".split()
)
