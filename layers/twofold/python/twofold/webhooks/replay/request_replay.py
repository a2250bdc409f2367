"""A webhook is told again of what happened, under the same ids as before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.events import Envelope
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.deliveries import ReplayBegun, ReplayRequest
from twofold.ledger.record import first_id
from twofold.webhooks.books import PastEvents, SubscriptionBook
from twofold.webhooks.ports import Couriers
from twofold.webhooks.subscriptions.model import Subscription

from .continue_replay import Replay
from .redeliver import Redeliver

LONGEST = timedelta(days=31)
"""That one replay can span."""

OLDEST = datetime(2026, 1, 1, tzinfo=UTC)
"""No event is from before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReplay:
    book: SubscriptionBook
    ledger: PastEvents
    redeliver: Redeliver
    couriers: Couriers
    clock: Clock

    def __call__(self, webhook_id: str, request: ReplayRequest) -> ReplayBegun:
        """Single events are put down at once; a time or a subject is gone through by who serves webhooks.

        Raises NotFound, InvalidRequest.
        """
        stands, at = self.book.find(webhook_id), self.clock()
        _insist_on_one(request)
        if request.event_ids is not None:
            return self._single(stands, request.event_ids, at)
        begun = _begun(webhook_id, request, at)
        if begun:
            self.couriers.replay(begun)
        return ReplayBegun(webhook_id=webhook_id)

    def _single(self, stands: Subscription, event_ids: Iterable[str], at: datetime) -> ReplayBegun:
        wanted = tuple(dict.fromkeys(event_ids))
        unknown = tuple(each for each in wanted if not self._again(stands, each, at))
        if len(unknown) < len(wanted):
            self.couriers.call(stands.subscription_id)
        return ReplayBegun(
            webhook_id=stands.subscription_id, events=len(wanted) - len(unknown), unknown=unknown
        )

    def _again(self, stands: Subscription, event_id: str, at: datetime) -> bool:
        event: Envelope | None = self.ledger.find(event_id)
        return event is not None and self.redeliver(stands, event, at)


def _insist_on_one(request: ReplayRequest) -> None:
    times = request.since is not None or request.until is not None
    if (request.event_ids is not None) + times + (request.subject is not None) != 1:
        raise InvalidRequest("Say either event_ids, or from and to, or subject.", field="event_ids")
    if times:
        _insist_on_span(request.since, request.until)


def _insist_on_span(since: datetime | None, until: datetime | None) -> None:
    if since is None or until is None:
        raise InvalidRequest("Say both from and to.", field="from" if since is None else "to")
    if until <= since:
        raise InvalidRequest("`to` must be after `from`.", field="to")
    if until - since > LONGEST:
        raise InvalidRequest(f"At most {LONGEST.days} days at a time.", field="to")


def _begun(webhook_id: str, request: ReplayRequest, at: datetime) -> Replay | None:
    """None when nothing can have happened in that time."""
    if request.since is None or request.until is None:
        return Replay(subscription_id=webhook_id, asked_at=at, subject=request.subject)
    since, until = max(request.since, OLDEST), min(request.until, at)
    if since >= until:
        return None
    return Replay(subscription_id=webhook_id, asked_at=at, after=first_id(since), until=until)
