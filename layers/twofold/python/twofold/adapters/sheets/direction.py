"""Puts a line into the order in which it is drawn, for a pen that only goes from left to right.

Enough of Unicode's bidirectional algorithm (UAX 9) for a headline: runs of Hebrew or Arabic, with numbers and Latin
words among them. Arabic letters take the forms they have beside each other (Unicode's presentation forms).
"""

import unicodedata
from itertools import groupby

from twofold.assets.print.words import clusters, reads_leftwards

from .arabic import joined

_WAYS = {"R": "R", "AL": "R", "L": "L", "EN": "L", "AN": "L"}
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def in_drawn_order(text: str) -> str:
    """The line as a pen that only goes rightwards writes it."""
    directions = _directions(text)
    if "R" not in directions:
        return text
    base = "R" if reads_leftwards(text) else "L"
    settled = _settle(directions, base)
    runs = [
        (way, "".join(character for _, character in run))
        for way, run in groupby(zip(settled, text, strict=True), key=lambda pair: pair[0])
    ]
    drawn = [_turned(run) if way == "R" else run for way, run in runs]
    return "".join(reversed(drawn) if base == "R" else drawn)


def _directions(text: str) -> list[str]:
    """L for letters and digits, R for letters that go leftwards, N for what has no direction of its own.

    A symbol of a number, such as `%`, goes with its digits, save among Arabic letters.
    """
    kinds = [unicodedata.bidirectional(character) for character in text]
    found, letter = [], ""
    for i, kind in enumerate(kinds):
        letter = kind if kind in {"L", "R", "AL"} else letter
        counted = kind == "ET" and letter != "AL" and "EN" in kinds[max(i - 1, 0) : i + 2]
        found.append("L" if counted else _WAYS.get(kind, "N"))
    return found


def _settle(directions: list[str], base: str) -> list[str]:
    """What has no direction goes with its neighbours where both agree, else with the line."""
    settled: list[str] = []
    for neutral, run in groupby(enumerate(directions), key=lambda pair: pair[1] == "N"):
        places = [i for i, _ in run]
        before = settled[-1] if settled else base
        after = directions[places[-1] + 1] if places[-1] + 1 < len(directions) else base
        agreed = before if before == after else base
        settled.extend([agreed] * len(places) if neutral else [directions[i] for i in places])
    return settled


def _turned(run: str) -> str:
    return "".join(reversed(clusters(joined(run).translate(_MIRRORED))))
