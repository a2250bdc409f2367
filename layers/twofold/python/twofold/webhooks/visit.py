"""How far a courier's visit to its webhook has come."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime

from .attempt import Attempted
from .delivery import Delivery
from .health import Health, Lease
from .model import Subscription


@dataclass(slots=True, kw_only=True)
class Visit:
    """New attempts begin before `until`. `over`: it is to be told nothing more.

    `subscription` as it was read last; `at_hand` is due, `flying` on its way. `revisions` are those of what this visit
    has touched: an index may answer with older ones for a moment.
    """

    lease: Lease
    health: Health
    until: datetime
    subscription: Subscription | None = None
    over: bool = False
    arrived: int = 0
    missed: int = 0
    at_hand: list[Delivery] = field(default_factory=list)
    flying: dict[Future[Attempted], Delivery] = field(default_factory=dict)
    revisions: dict[str, int] = field(default_factory=dict)

    @property
    def subscription_id(self) -> str:
        return self.lease.subscription_id

    def has_room(self, at: datetime) -> bool:
        """Whether one more attempt may begin."""
        free = len(self.flying) < self.health.open()
        return free and not self.over and not self.health.rests(at) and at < self.until

    def touched(self, delivery: Delivery) -> None:
        self.revisions[delivery.event_id] = delivery.revision

    def is_news(self, delivery: Delivery) -> bool:
        """Whether it is as it stands, as far as this visit knows."""
        return delivery.revision >= self.revisions.get(delivery.event_id, 0)
