"""Numbers in figures and words, as time expressions count with them: "18", "twenty-four", "a few", "two hundred".

In: norms of tokens joined by blanks. Out: a ``Count``.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotating.times.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Count:
    """How many: ``digits`` as they go into a value and ``number``; digits are None where it is not said how many."""

    digits: str | None
    number: float


def number_of(text: str, extra: float = 0.0) -> Count:
    """The count that the text names, with ``extra`` (a half) added; one where it names none ("another year")."""
    vague = lexicon().payload("VAGUE", text)
    if vague is not None:
        return Count(None, 0.0) if vague == "X" else Count(str(vague), float(vague))
    if text in ("half", "half a", "half an", "one - half"):
        return Count("1/2", 0.5)
    number = _number(text.replace("-", " ").split())
    if number is None:
        number = 1.0
    total = number + extra
    return Count(f"{total:g}" if not extra else f"{number:g}+", total)


def _number(words: list[str]) -> float | None:
    """Value of the words as a number; None without any."""
    digit_words, scales = lexicon().classes["DIGIT_WORD"], lexicon().classes["SCALE"]
    total = current = 0.0
    seen = False
    for word in words:
        if word[0].isdigit():
            current += float(word.replace(",", ""))
        elif word in digit_words:
            current += digit_words[word]
        elif word in scales:
            current = (current or 1.0) * scales[word]
            if scales[word] > 100:
                total, current = total + current, 0.0
        else:
            continue
        seen = True
    return total + current if seen else None


def spoken_year(text: str) -> int | None:
    """1996 for "nineteen ninety - six", 2000 for "two thousand"; None for what is no year so."""
    words = text.replace("-", " ").split()
    if "thousand" in words or "hundred" in words:
        number = _number([w for w in words if w != "and"])
        return int(number) if number and 1000 <= number <= 2100 else None
    values = [lexicon().payload("DIGIT_WORD", w) for w in words]
    if len(values) < 2 or None in values or not 10 <= values[0] <= 20:
        return None
    rest = sum(values[1:])
    regular = (len(values) == 2 and values[1] >= 10) or (len(values) == 3 and values[1] >= 20 and values[2] < 10)
    return int(values[0] * 100 + rest) if regular and rest < 100 else None
