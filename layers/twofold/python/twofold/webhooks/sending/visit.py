"""How far a courier's visit to its webhook has come."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime

from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.subscriptions.model import Subscription

from .attempt import Attempted
from .health import Health, Lease


@dataclass(slots=True, kw_only=True)
class Visit:
    """New attempts begin before `until`. `begun`: it has looked for something to bring. `over`: nothing more is told.

    `subscription` as it was read last; `at_hand` is due, `flying` on its way. `revisions` are those of what this visit
    has touched: an index may answer with older ones for a moment. `unforeseen` are errors of ours in its attempts.
    `looked`: it has waited once for what somebody put down just before.
    """

    lease: Lease
    health: Health
    until: datetime
    subscription: Subscription | None = None
    begun: bool = False
    over: bool = False
    looked: bool = False
    arrived: int = 0
    missed: int = 0
    at_hand: list[Delivery] = field(default_factory=list)
    flying: dict[Future[Attempted], Delivery] = field(default_factory=dict)
    unforeseen: list[Exception] = field(default_factory=list)
    revisions: dict[str, int] = field(default_factory=dict)

    @property
    def subscription_id(self) -> str:
        return self.lease.subscription_id

    def has_room(self, at: datetime) -> bool:
        """Whether one more attempt may begin."""
        free = len(self.flying) < self.health.open()
        return free and not self.over and not self.health.rests(at) and at < self.until

    def put_right(self, lease: Lease, health: Health) -> None:
        """Somebody has changed what did not work: begin as if nothing had been."""
        self.lease, self.health, self.over = lease, health, False
        self.at_hand.clear()

    def pick(self) -> Delivery | None:
        """The next of those at hand, taken out: of what is about the same subject, one at a time and the oldest first.

        So nobody's leaving overtakes their coming, as far as both are at hand.
        """
        busy = {each.subject for each in self.flying.values()}
        free = next((each.subject for each in self.at_hand if each.subject not in busy), None)
        if free is None:
            return None
        oldest = min((d for d in self.at_hand if d.subject == free), key=lambda each: each.event_id)
        self.at_hand.remove(oldest)
        return oldest

    def touched(self, delivery: Delivery) -> None:
        self.revisions[delivery.event_id] = delivery.revision

    def is_news(self, delivery: Delivery) -> bool:
        """Whether it is as it stands, as far as this visit knows."""
        return delivery.revision >= self.revisions.get(delivery.event_id, 0)
