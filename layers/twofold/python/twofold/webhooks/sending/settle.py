"""What follows from an attempt: for the delivery, and for how the webhook does."""

from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass

from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.instants import Clock
from twofold.webhooks.books import DeliveryBook, HealthBook, SubscriptionBook, SubscriptionMoved
from twofold.webhooks.deliveries.delivery import Delivery, Try

from .attempt import INTERNAL, Attempted
from .retry_schedule import Jitter, rest, until_next
from .visit import Visit

TRIES = 5
"""At disabling a webhook that somebody changes at the same moment."""

GONE, FAILING = "gone", "failing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    subscriptions: SubscriptionBook
    deliveries: DeliveryBook
    health: HealthBook
    jitter: Jitter
    clock: Clock

    def __call__(self, visit: Visit) -> None:
        """Wait until something comes back, and put down what it means."""
        done, _ = wait(visit.flying, return_when=FIRST_COMPLETED)
        for future in done:
            claimed, made = visit.flying.pop(future), self._made(visit, future)
            (self._arrived if made.arrived else self._missed)(visit, claimed, made)

    def _made(self, visit: Visit, future: Future[Attempted]) -> Attempted:
        """What nobody foresaw is a miss like others, so that it ends as they do; the visit remembers it."""
        error = future.exception()
        if not isinstance(error, Exception):
            return future.result()
        visit.unforeseen.append(error)
        return Attempted(tried=Try(at=self.clock(), ms=0, error=INTERNAL), arrived=False, internal=True)

    def _arrived(self, visit: Visit, claimed: Delivery, made: Attempted) -> None:
        self._keep(visit, claimed.arrived(made.tried))
        visit.arrived += 1
        if made.silent:
            return
        failing = visit.health.failing_since
        visit.health = visit.health.arrived(self.clock())
        if failing:
            self.health.note(visit.lease, visit.health)

    def _missed(self, visit: Visit, claimed: Delivery, made: Attempted) -> None:
        at, factor, before = self.clock(), self.jitter(), visit.health
        until = None if made.silent else until_next(claimed.attempts, factor, made.asked)
        self._keep(visit, claimed.missed(made.tried, at + until if until is not None else None))
        visit.missed += 1
        if made.silent or made.internal:
            return
        if made.unfit:
            visit.health = before.turned_down(made.tried.at, at, made.error)
        else:
            resting = rest(before.failures, factor, made.asked)
            visit.health = before.failed(made.tried.at, at, resting, made.error, slower=made.slower)
        # Who brings work looks there, and calls nobody while it rests.
        self.health.note(visit.lease, visit.health)
        if made.gone or visit.health.gives_up(at):
            self._disable(visit, GONE if made.gone else FAILING)

    def _keep(self, visit: Visit, after: Delivery) -> None:
        visit.touched(after)
        self.deliveries.save(after)

    def _disable(self, visit: Visit, reason: str) -> None:
        """Unless somebody has changed or stopped it since."""
        # What is at hand was read for a webhook that is no more as it was.
        visit.at_hand.clear()
        for _ in range(TRIES):
            try:
                return self._disabled(visit, reason)
            except SubscriptionMoved:
                continue
        raise Unavailable("The webhook changes too fast to be disabled.")

    def _disabled(self, visit: Visit, reason: str) -> None:
        told = visit.subscription
        try:
            stands = self.subscriptions.find(visit.subscription_id)
        except NotFound:
            visit.over = True
            return
        if told and stands.active and stands.version == told.version:
            stands, event = stands.disabled(reason, self.clock())
            self.subscriptions.save(stands, event)
        visit.over = not stands.active
