"""The language of a text, by its script and its commonest words.

In: a text. Out: an ISO 639-1 code, or None where the text is too short or too mixed to say. Only the beginning and the
middle are looked at, so the cost does not grow with the text. Word lists stand in ``data/languages.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from sayso.resources import table

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 600
_GLANCED_AT = 160
_ENOUGH_WORDS = 8


def language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None when nothing settles it."""
    if _english_share(_sample(text, _GLANCED_AT)) >= 0.13:
        return "en"
    sample = _sample(text, _LOOKED_AT)
    if _is_foreign(sample):
        by_script = _by_script(sample)
        if by_script is not None:
            return by_script
    if _english_share(sample) >= 0.1:
        return "en"
    lowered = sample.lower()
    words = _WORD.findall(lowered)
    scores: Counter[str] = Counter()
    languages = _languages_of()
    for word in words:
        for code in languages.get(word, ()):
            scores[code] += 1
    ranked = scores.most_common(2)
    if not ranked:
        return None
    best, hits = ranked[0]
    runner_up = ranked[1][1] if len(ranked) > 1 else 0
    needed = 0.12 if best == "en" else 0.18
    if len(words) < _ENOUGH_WORDS and best != "en":
        return None
    if hits >= 3 and hits >= 2 * runner_up:
        needed = 0.08
    if hits < needed * len(words) or (hits < 1.15 * runner_up and best != "en"):
        return None
    return best


def _sample(text: str, length: int) -> str:
    """The beginning of a text, and of a long one as much of its middle."""
    if len(text) <= 3 * length:
        return text[:length]
    middle = len(text) // 2
    return f"{text[:length]} {text[middle : middle + length]}"


def _is_foreign(sample: str) -> bool:
    """Whether many characters are not ASCII."""
    if len(sample.encode("utf-8", "surrogatepass")) < 1.3 * len(sample):
        return False
    return len(sample.encode("ascii", "ignore")) < 0.7 * len(sample)


def _english_share(sample: str) -> float:
    words = sample.lower().split()
    return sum(map(_english().__contains__, words)) / len(words) if words else 0.0


def _by_script(sample: str) -> str | None:
    """The language of a script that has one, when most letters are of that script."""
    letters = [c for c in sample if c.isalpha()]
    foreign = [c for c in letters if ord(c) > 0x2FF]
    if not foreign or len(foreign) < 0.5 * len(letters):
        return None
    scripts = Counter(unicodedata.name(c, "").partition(" ")[0] for c in foreign[:400])
    known: dict[str, str] = _data()["scripts"]
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * sum(scripts.values()):
        return "ja"
    return known.get(scripts.most_common(1)[0][0])


@cache
def _data() -> dict[str, dict[str, str]]:
    return table("sayso.reading", "languages.toml")


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in _data()["words"].items():
        for word in set(words.split()):
            found[word] = (*found.get(word, ()), code)
    return found


@cache
def _english() -> frozenset[str]:
    """English words that no other language here has."""
    return frozenset(word for word, codes in _languages_of().items() if codes == ("en",))
