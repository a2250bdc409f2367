"""What would have happened, in numbers. Money is in millionths of a US dollar."""

from datetime import date, datetime

from msgspec import Struct, field


class Bill(Struct, kw_only=True):
    """Texts that would have gone, the parts that they are billed as, and their price.

    `most_parts` and `most` are the same with the longest values that are likely.
    """

    texts: int = 0
    parts: int = 0
    price: int = 0
    most_parts: int = 0
    most: int = 0

    def add(self, parts: int, most_parts: int, price: int) -> None:
        """One more text at so much a part."""
        self.texts += 1
        self.parts += parts
        self.most_parts += most_parts
        self.price += parts * price
        self.most += most_parts * price


class StepTold(Struct, kw_only=True):
    """What became of those who had a step before them; each of them is counted in one of these.

    `done`: for a text, that it was sent; `blocked` by rule; `told_before`: its cart had had such a text; `left` before
    it, by reason; `waiting` for it at the end, and `texts_waiting` for the hour or for room. Beside these: whose moment
    quiet hours `moved`, and how often it was `put_off` (cart changed, day full).
    """

    step: str
    kind: str
    done: int = 0
    passed_over: int = 0
    told_before: int = 0
    waiting: int = 0
    texts_waiting: int = 0
    moved: int = 0
    put_off: int = 0
    blocked: dict[str, int] = {}
    left: dict[str, int] = {}
    bill: Bill = field(default_factory=Bill)
    variants: dict[str, Bill] = {}

    @property
    def came(self) -> int:
        """All who had it before them."""
        judged = self.done + self.passed_over + self.told_before + sum(self.blocked.values())
        return judged + sum(self.left.values()) + self.waiting + self.texts_waiting

    @property
    def reached(self) -> int:
        """Those of them whose moment came."""
        return self.came - sum(self.left.values()) - self.waiting


class WhatHappens(Struct, kw_only=True):
    """`events` set it off, or would have but for a condition, of `leads` leads; `not_entered` counts events by why.

    `over` counts the ends by reason; `running` still are. What happens after `seen_until` nobody knows yet. `notes` are
    sentences about what was taken for granted.
    """

    automation_id: str
    version: int
    campaign_id: str
    name: str
    trigger: str
    first: date
    last: date
    seen_until: datetime
    leads: int = 0
    events: int = 0
    entered: int = 0
    held_out: int = 0
    running: int = 0
    texted: int = 0
    not_entered: dict[str, int] = {}
    over: dict[str, int] = {}
    steps: list[StepTold] = []
    total: Bill = field(default_factory=Bill)
    countries: dict[str, Bill] = {}
    notes: list[str] = []
