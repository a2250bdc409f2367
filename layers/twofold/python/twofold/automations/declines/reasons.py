"""Why somebody declined, read from the answer to the text that asks: 1, 2 or 3, or words in its six languages."""

from collections.abc import Mapping
from functools import cache

from twofold.messages.replies.model import DOUBTFUL, NOT_NOW, OTHER
from twofold.messages.replies.wording.fold import bare
from twofold.messages.replies.wording.tokens import ASKED, BOUNDS, END, cut

PRICE, TIME, UNFIT, ELSE = "not-ready-price", "not-ready-time", "not-ready-unfit", "not-ready-other"
REASONS = (PRICE, TIME, UNFIT, ELSE)
"""The tags of those who were asked why: one at a time."""

_NUMBERS: Mapping[str, str] = {
    PRICE: "1 one eins uno un jeden một",
    TIME: "2 two zwei dos deux dwa hai",
    UNFIT: "3 three drei tres trois trzy ba",
}
"""As the text `ask_why` numbers them."""

_WORDS: Mapping[str, str] = {
    PRICE: """price, prices, pricey, expensive, cost, costs, money, afford, budget, broke, preis, preise, teuer,
        geld, precio, precios, caro, cara, dinero, plata, presupuesto, prix, cher, chère, argent, moyens, cena, ceny,
        drogo, drogie, kasy, pieniędzy, pieniądze, giá, giá cả, tiền, đắt quá, quá đắt, mắc quá, hơi mắc""",
    UNFIT: """not for me, not for us, dont need, no need, dont like, not my thing, not my taste, not relevant,
        moved away, too far, nichts für mich, nicht für mich, nichts für uns, brauche ich nicht, brauch ich nicht,
        gefällt mir nicht, nicht mein geschmack, zu weit, no es para mí, no para mí, no lo necesito, no necesito,
        no me gusta, muy lejos, pas pour moi, pas pour nous, pas besoin, n aime pas, trop loin, nie dla mnie,
        nie dla nas, nie potrzebuję, nie podoba, za daleko, không hợp, ko hợp, không cần, không thích, xa quá""",
    TIME: """time, timing, busy, later, not now, right now, today, not yet, keine zeit, zeit, zeitpunkt, später,
        jetzt, gerade, heute, moment, passt, tiempo, momento, ahora, luego, después, más tarde, ocupado, ocupada,
        temps, maintenant, plus tard, occupé, occupée, czas, czasu, teraz, później, zajęty, zajęta, dziś, dzisiaj,
        thời gian, chưa đúng lúc, đúng lúc, lúc này, bận rồi, đang bận, bận quá, để sau, bây giờ""",
}


def read_reason(text: str, intent: str, *, asked: bool) -> str | None:
    """The tag that the answer's words ask for; None for who answers something else, or with a question.

    An answer that a person must read (doubtful) tells its reason only where it names one. Who was not asked tells one
    only by declining because of the price, or for good: that it is not the time is what every decline says.
    """
    words = cut(bare(text))
    if intent not in (OTHER, NOT_NOW, DOUBTFUL) or set(words) <= BOUNDS:
        return None
    if not asked:
        unasked = _named(words) if intent == NOT_NOW and ASKED not in words else None
        return unasked if unasked in (PRICE, UNFIT) else None
    named = _numbered(words) or (None if ASKED in words else _named(words))
    if named or intent == DOUBTFUL or ASKED in words:
        return named
    return ELSE


def _numbered(words: list[str]) -> str | None:
    """By a number that comes first and stands for itself, or before its own words: `2 pizzas` are none."""
    first, after, *_ = [*words[1:], END]
    tag = next((tag for tag, numbers in _numbers().items() if first in numbers), None)
    return tag if after in BOUNDS or _named(words) is not None else None


def _named(words: list[str]) -> str | None:
    said = f" {' '.join(words)} "
    return next((tag for tag, phrases in _phrases().items() if any(f" {p} " in said for p in phrases)), None)


@cache
def _numbers() -> Mapping[str, frozenset[str]]:
    return {tag: frozenset(map(_plain, numbers.split())) for tag, numbers in _NUMBERS.items()}


@cache
def _phrases() -> Mapping[str, frozenset[str]]:
    return {tag: frozenset(_plain(phrase) for phrase in said.split(",")) for tag, said in _WORDS.items()}


def _plain(phrase: str) -> str:
    return " ".join(word for word in cut(bare(phrase)) if word not in BOUNDS)
