"""Joins Arabic letters for a font that is asked letter by letter: each takes the form its neighbours call for.

The forms come from Unicode's own data: the presentation forms in U+FB50 to U+FDFF and U+FE70 to U+FEFC say of which
letter they are the isolated, initial, medial or final form. A letter without an initial form does not join the next.
"""

import unicodedata
from functools import cache

_BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_LAM = "\u0644"


def joined(text: str) -> str:
    """The same letters in the forms they have beside each other; lam and alef become the one character they must be."""
    whole = _ligated(text)
    letters = [i for i, character in enumerate(whole) if unicodedata.category(character) != "Mn"]
    characters = list(whole)
    for at, i in enumerate(letters):
        before = whole[letters[at - 1]] if at else ""
        after = whole[letters[at + 1]] if at + 1 < len(letters) else ""
        characters[i] = _form(whole[i], _reaches_on(before), _reaches_on(whole[i]) and _takes(after))
    return "".join(characters)


def _form(letter: str, after_one: bool, before_one: bool) -> str:
    forms = _forms().get(letter, {})
    after_one = after_one and "final" in forms
    wanted = {
        (False, False): "isolated",
        (False, True): "initial",
        (True, True): "medial",
        (True, False): "final",
    }
    return forms.get(wanted[after_one, before_one], letter)


def _reaches_on(letter: str) -> bool:
    return letter == "\u0640" or "initial" in _forms().get(letter, {})


def _takes(letter: str) -> bool:
    return letter == "\u0640" or "final" in _forms().get(letter, {})


def _ligated(text: str) -> str:
    """Lam and alef as one private character each, so that they are joined as one letter."""
    for pair in _forms():
        if len(pair) == 2:
            text = text.replace(pair, _forms()[pair]["isolated"])
    return text


@cache
def _forms() -> dict[str, dict[str, str]]:
    """By letter, or by lam and an alef, and again by the isolated form of such a pair."""
    found: dict[str, dict[str, str]] = {}
    for character in (chr(point) for block in _BLOCKS for point in block):
        kind, *points = unicodedata.decomposition(character).split() or [""]
        letters = "".join(chr(int(point, 16)) for point in points)
        single = len(letters) == 1 or (len(letters) == 2 and letters[0] == _LAM and character >= "\ufef5")
        if single and kind in {"<isolated>", "<initial>", "<medial>", "<final>"}:
            found.setdefault(letters, {})[kind.strip("<>")] = character
    found |= {forms["isolated"]: forms for letters, forms in found.items() if len(letters) == 2}
    return found
