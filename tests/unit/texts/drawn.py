"""Draws texts of every kind, most of them a few letters short of or beyond the end of a part."""

import random
from collections.abc import Iterator, Sequence

from twofold.messages.texts.alphabet import BASIC, EXTENSION

GSM = "".join(sorted(BASIC))
PAIRS = "".join(sorted(EXTENSION))
ACCENTS = "ąćęłńóśźżçâêîôûőűřšťžđơư’“”–…\u00a0"
EMOJI = "🎉🍜🛑🥟😀🫶"
MARKS = "\u0301\u0323\u200d\ufe0f\U0001f3fd🇵🇱👩‍👧"
PLANES = ((0, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x10FFFF))
SHORT = (4, 16, 40)
GSM_ENDS = (*(153, 160) * 3, 306, *SHORT * 2)
UCS2_ENDS = (*(67, 70) * 4, *(134,) * 2, 201, *SHORT * 4)
"""Where one part or several are full, and what is far from it: the calculator's work grows with the square."""


def texts(number: int, seed: int) -> Iterator[str]:
    """The same ones for the same seed."""
    chance = random.Random(seed)
    for kind in chance.choices(tuple(KINDS), tuple(KINDS.values()), k=number):
        yield kind(chance)


def _plain(chance: random.Random, ends: Sequence[int] = GSM_ENDS) -> str:
    return "".join(chance.choices(GSM, k=_length(chance, ends)))


def _breaks(chance: random.Random) -> str:
    return _sprinkled(chance, _plain(chance), ("\r\n", "\n", "\r"))


def _escapes(chance: random.Random) -> str:
    return _sprinkled(chance, _plain(chance), PAIRS)


def _accents(chance: random.Random) -> str:
    return _sprinkled(chance, _plain(chance, UCS2_ENDS), ACCENTS)


def _emoji(chance: random.Random) -> str:
    return _sprinkled(chance, _sprinkled(chance, _plain(chance, UCS2_ENDS), PAIRS), EMOJI)


def _marks(chance: random.Random) -> str:
    return _sprinkled(chance, _accents(chance), MARKS)


def _any_plane(chance: random.Random) -> str:
    spans = chance.choices(PLANES, (6, 1, 1), k=_length(chance, UCS2_ENDS))
    return "".join(chr(chance.randint(*span)) for span in spans)


def _pair_at_a_border(chance: random.Random) -> str:
    """An escape or surrogate pair (or an accent typed on its own) where a part ends, or nearly, and then another."""
    pair, filler, part = chance.choice(BORDERS)
    begun = filler * (part - chance.randint(0, 3)) + pair
    return begun + chance.choice(("", filler * (part - chance.randint(0, 4)) + pair))


def _length(chance: random.Random, ends: Sequence[int]) -> int:
    return max(0, chance.choice(ends) + chance.randint(-4, 4))


def _sprinkled(chance: random.Random, text: str, pieces: Sequence[str]) -> str:
    """With one to six of these pieces in place of as many letters."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(pieces) + text[at + 1 :]
    return text


BORDERS = (*(("€", "a", 153), ("🍜", "ż", 67), ("🍜", "a", 67)) * 3, ("e\u0301", "ż", 67))

KINDS = {
    _plain: 3,
    _breaks: 4,
    _escapes: 6,
    _accents: 25,
    _emoji: 30,
    _marks: 12,
    _any_plane: 8,
    _pair_at_a_border: 12,
}
"""Each with how many of a hundred are of it."""
