"""The pattern grammar: finds, from left to right, the longest stretch of tokens that a rule of grammar.toml describes.

In: tokens. Out: ``Match``es, each with its rule and captured groups. Every distinct set of classes that a token can
have is one character, so that a sequence of tokens is a string and each rule an ordinary regular expression over it;
none repeats without bound, so the search is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.annotating.times.lexicon import data, lexicon
from sayso.annotating.times.tokens import NONE, Token, pieces, shape_kinds, uncapitalized

Key = tuple[frozenset[str], str]
_PATTERN = re.compile(
    r"""(?P<group>\{[a-z]\w*) | (?P<close>\}) | (?P<fragment><\w+>) | (?P<kind>[A-Z][A-Z_]+)
      | (?P<word>[a-z]+ | "[^"]*") | (?P<operator>\(\?[=!:] | [()|?]) | (?P<space>\s+)""",
    re.VERBOSE,
)
_SHAPES = (
    "ISODATE",
    "NUMDATE",
    "CLOCK",
    "DECADE",
    "DECADE_SHORT",
    "YY",
    "DAYORD",
    "QN",
    "FRACTION",
    "OCLOCK",
    "POSS",
    "BREAK",
)
_NUMBERS = ("5", "45", "1998", "1978", "1945", "2300", "0070", "500,000", "0900")
_FIRST_SYMBOL = 0xE000
_OTHER = "\ue000"


@dataclass(frozen=True)
class Rule:
    """One pattern; ``kind`` names its reader in readers.py, ``type`` and ``value`` are given for fixed readings."""

    kind: str
    pattern: re.Pattern[str]
    type: str
    value: str


@dataclass(frozen=True)
class Match:
    """Tokens ``first`` to ``last`` (exclusive) as a rule took them; ``groups`` are the rule's captures."""

    rule: Rule
    tokens: Sequence[Token]
    first: int
    last: int
    groups: dict[str, tuple[int, int]]

    def has(self, name: str) -> bool:
        return name in self.groups

    def words(self, name: str) -> list[Token]:
        """The tokens of a capture, none where it took no part."""
        start, end = self.groups.get(name, (0, 0))
        return list(self.tokens[start:end])

    def text(self, name: str) -> str:
        """The norms of a capture joined by single blanks, empty where it took no part."""
        return " ".join(t.norm for t in self.words(name))

    def phrase(self, name: str) -> str:
        """The norms of a capture with blanks where the text has some, as the lexicon writes its phrases."""
        found, end = "", -1
        for token in self.words(name):
            found += token.norm if token.start == end or not found else " " + token.norm
            end = token.end
        return found


class Grammar:
    """The compiled rules and the alphabet they are written in."""

    def __init__(self) -> None:
        source = data("grammar.toml")
        self._fragments: dict[str, str] = source["fragments"]
        parsed = [self._expand(rule["pattern"]) for rule in source["rule"]]
        self._phrases = _phrases()
        literals = {name.strip('"') for rule in parsed for kind, name in rule if kind == "word"}
        literals |= {w for phrases in self._phrases.values() for phrase in phrases for w in phrase}
        self._literals = frozenset(literals)
        self._alphabet = _alphabet(self._literals)
        self._of_word: dict[str, str] = {}
        self._of_kind: dict[str, str] = {}
        for (kinds, literal), symbol in self._alphabet.items():
            self._of_word[literal] = self._of_word.get(literal, "") + symbol
            for kind in kinds:
                self._of_kind[kind] = self._of_kind.get(kind, "") + symbol
        self._rules = [
            Rule(rule["kind"], self._compile(items), rule.get("type", ""), rule.get("value", ""))
            for rule, items in zip(source["rule"], parsed, strict=True)
        ]
        self._starting: dict[str, list[tuple[int, Rule]]] = {}
        for n, (rule, items) in enumerate(zip(self._rules, parsed, strict=True)):
            for symbol in self._first(items, 0)[0]:
                self._starting.setdefault(symbol, []).append((n, rule))

    def search(self, tokens: Sequence[Token], accept: Any) -> Iterator[Any]:
        """What ``accept`` makes of each match; where it gives None the next longest reading at that place is tried."""
        literals, alphabet = self._literals, self._alphabet
        symbols = "".join(alphabet.get((t.kinds, t.norm if t.norm in literals else ""), _OTHER) for t in tokens)
        at, end = 0, len(symbols)
        while at < end:
            if symbols[at] not in self._starting:
                at += 1
                continue
            for match in self._at(symbols, at, tokens):
                found = accept(match)
                if found is not None:
                    yield found
                    at = match.last
                    break
            else:
                at += 1

    def _at(self, symbols: str, at: int, tokens: Sequence[Token]) -> list[Match]:
        rules = self._starting.get(symbols[at], ())
        hits = [(m.end(), -n, rule, m) for n, rule in rules if (m := rule.pattern.match(symbols, at))]
        hits.sort(key=lambda hit: hit[:2], reverse=True)
        return [
            Match(rule, tokens, at, end, {n: m.span(n) for n in rule.pattern.groupindex if m.span(n)[0] >= 0})
            for end, _, rule, m in hits
            if end > at
        ]

    def _expand(self, pattern: str) -> list[tuple[str, str]]:
        """The pattern's items with its fragments put in."""
        items: list[tuple[str, str]] = []
        at = 0
        while at < len(pattern):
            match = _PATTERN.match(pattern, at)
            if match is None:
                raise ValueError(f"grammar.toml: cannot read {pattern[at:]!r} in {pattern!r}")
            at = match.end()
            if match.lastgroup == "fragment":
                inner = self._expand(self._fragments[match[0][1:-1]])
                items += [("operator", "(?:"), *inner, ("operator", ")")]
            elif match.lastgroup != "space":
                items.append((str(match.lastgroup), match[0]))
        return items

    def _first(self, items: list[tuple[str, str]], at: int) -> tuple[set[str], bool, int]:
        """The symbols that what begins there can start with, whether it can be empty, and where it ends."""
        first: set[str] = set()
        sequence: set[str] = set()
        empty, sequence_empty = False, True
        while at < len(items) and items[at][1] not in (")", "}"):
            kind, text = items[at]
            at += 1
            if text == "|":
                first, empty = first | sequence, empty or sequence_empty
                sequence, sequence_empty = set(), True
                continue
            if kind in ("kind", "word"):
                found, optional = self._starts(kind, text), False
            else:
                found, optional, at = self._first(items, at)
                at += 1
            if text in ("(?=", "(?!"):
                found, optional = set(), True
            if at < len(items) and items[at] == ("operator", "?"):
                optional, at = True, at + 1
            if sequence_empty:
                sequence |= found
            sequence_empty = sequence_empty and optional
        return first | sequence, empty or sequence_empty, at

    def _starts(self, kind: str, name: str) -> set[str]:
        """The symbols of a class or a word, and of the first words of the phrases of a class."""
        words = {name.strip('"')} if kind == "word" else {p[0] for p in self._phrases.get(name, [])}
        own = self._of_kind.get(name, "") if kind == "kind" else ""
        return {*own, *(s for w in words for s in self._of_word.get(w, ""))}

    def _compile(self, items: list[tuple[str, str]]) -> re.Pattern[str]:
        put: dict[str, Callable[[str], str]] = {
            "group": lambda x: f"(?P<{x[1:]}>",
            "close": lambda _: ")",
            "kind": self._kind,
            "word": self._word,
            "operator": lambda x: "(?:" if x == "(" else x,
        }
        return re.compile("".join(put[kind](text) for kind, text in items))

    def _kind(self, name: str) -> str:
        """Any token of that class, or any phrase of it."""
        symbols = self._of_kind.get(name, "")
        phrases = ["".join(self._word(w) for w in phrase) for phrase in self._phrases.get(name, [])]
        if not symbols and not phrases:
            raise ValueError(f"grammar.toml: no word is of the class {name}")
        return "(?:" + "|".join(phrases + ([f"[{symbols}]"] if symbols else [])) + ")"

    def _word(self, name: str) -> str:
        return "[" + self._of_word.get(name.strip('"'), "") + "]"


def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Class -> its entries of several tokens, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name, entries in lexicon().classes.items():
        several = [p for p in map(pieces, entries) if len(p) > 1]
        if several:
            found[name] = sorted(several, key=lambda p: (-len(p), p))
    return found


def _alphabet(literals: frozenset[str]) -> dict[Key, str]:
    """A character for each set of classes, and literal word, that a token can be."""
    words = lexicon().words
    keys: set[Key] = {(shape_kinds(s, ""), "") for s in _SHAPES} | {(shape_kinds("NUMBER", n), "") for n in _NUMBERS}
    keys |= {(shape_kinds("POSS", ""), "'s")}
    for word in literals | set(words):
        kinds = words.get(word, NONE)
        literal = word if word in literals else ""
        keys |= {(kinds, literal), (uncapitalized(kinds), literal), (NONE, literal)}
    keys.discard((NONE, ""))
    ordered = sorted(keys, key=lambda key: (sorted(key[0]), key[1]))
    return {key: chr(_FIRST_SYMBOL + 1 + n) for n, key in enumerate(ordered)}


@cache
def shipped_grammar() -> Grammar:
    """The shipped grammar, compiled once."""
    return Grammar()
