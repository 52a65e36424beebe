"""Names written all in capitals, as old dictionaries have them, in the spelling of running text.

In: ``KURDISTAN_WORKERS'_PARTY_(PKK)_``. Out: "Kurdistan Workers' Party" and the acronym "PKK".
"""

from __future__ import annotations

import re

from sayso.knowledge import names

_SMALL = frozenset(
    """of the and for in on to de del della des di du da do dos das la le les el al an ul ur as ash ad e y i van von der den bin
    ibn ben""".split()
)
_TITLES = frozenset(["JR", "SR", "DR", "MR", "MRS", "MS", "ST"])
_BRACKETED = re.compile(r"\(([^)]*)\)?")
_VOWELS = frozenset("AEIOUYÀÁÂÄÅÈÉÊËÌÍÎÏÒÓÔÖØÙÚÛÜ")


def initials(capitals: str) -> str:
    """The first letters of a name's words, but for small ones."""
    return "".join(w[0] for w in capitals.replace("_", " ").split() if w.casefold() not in _SMALL)


def spelled(capitals: str) -> tuple[str, list[str]]:
    """The name in running-text case, and the acronyms that stand in brackets after it."""
    bare = " ".join(capitals.replace("_", " ").split())
    acronyms = [a.strip() for a in _BRACKETED.findall(bare) if _may_abbreviate(a.strip(), _BRACKETED.sub(" ", bare))]
    bare = " ".join(_BRACKETED.sub(" ", bare).split()).strip(" ,")
    if bare.endswith(", THE"):
        bare = bare.removesuffix(", THE")
    bare = bare.removeprefix("THE ") if bare.startswith("THE ") and bare.count(" ") else bare
    return cased(bare), [a.upper() for a in acronyms]


def cased(bare: str) -> str:
    """A name's words with a capital each, but for small words inside it; what is known as an acronym stays one."""
    if bare != bare.upper():
        return bare
    return " ".join(_word(w, n == 0) for n, w in enumerate(bare.split()))


def is_acronym(word: str) -> bool:
    """Whether a word in capitals is read letter by letter: it has dots or no vowels, or is known to."""
    letters = word.strip(",").replace(".", "")
    if letters in _TITLES:
        return False
    if "." in word.strip(",")[:-1] or not _VOWELS & set(letters.upper()):
        return True
    return letters.isalpha() and len(letters) <= 6 and any(_is_written_so(letters, e) for e in names.lookup(letters))


def _is_written_so(letters: str, entry: names.Entry) -> bool:
    """Whether it is the acronym of what a word stands for: ANSF, not IRAN."""
    apart = entry.name.casefold() != letters.casefold() or entry.name.isupper()
    return apart and entry.kind in ("organization", "group", "metonym")


def _word(word: str, first: bool) -> str:
    if is_acronym(word):
        return word
    if word.casefold() in _SMALL and not first:
        return word.casefold()
    parts = re.split(r"([-/])", word)
    return "".join(_part(p, first and n == 0) for n, p in enumerate(parts))


def _part(part: str, first: bool) -> str:
    low = part.casefold()
    if low in _SMALL and not first:
        return low
    if low.startswith("mc") and len(low) > 4:
        return "Mc" + low[2:].capitalize()
    if len(low) > 3 and low[1] in "'’" and low[0] in "od":
        return low[0].upper() + low[1] + low[2:].capitalize()
    return low[:1].upper() + low[1:]


def _may_abbreviate(inside: str, name: str) -> bool:
    """Whether letters in brackets abbreviate the words before them: few ones that name no place, or those of its words in order."""
    letters = re.sub(r"[^A-Za-z]", "", inside).casefold()
    if not 2 <= len(letters) <= 8 or " " in inside or not name.strip():
        return False
    if any(
        e.kind in ("state", "place", "capital") and e.name.casefold() == letters for e in names.lookup(letters.title())
    ):
        return False
    firsts = {w[0].casefold() for w in re.split(r"[\s\-]+", name) if w[:1].isalpha()}
    at = 0
    for letter in name.casefold():
        at += at < len(letters) and letter == letters[at]
    return len(letters) <= 5 or (at == len(letters) and letters[0] in firsts)
