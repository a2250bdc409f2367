"""What pools need of the outside."""

from collections.abc import Sequence
from typing import Literal, Protocol

from twofold.contracts.events import Envelope
from twofold.leads.drawn import NewCode
from twofold.limits.spread import Part

from .model import Coupon
from .present import Present
from .promise import KeptPromise, Promise
from .state import PoolState

Outcome = Literal["added", "known"]
"""Of a delivered coupon: in the pool now, or already there or given out, now or before."""

MOST_AT_ONCE = 1_000
"""Coupons that are put in one go."""


class CodePoolBook(Protocol):
    """Nothing is written to draw: a coupon leaves the pool with the action that issues it (`NewCode.pooled`)."""

    def draw(self, campaign_id: str, start: str, shards: int = 1) -> Coupon | None:
        """A coupon of the pool, which others may be drawing at this moment; None where none is found.

        `start` is `SPOT_DIGITS` hexadecimal digits of chance: where to look first. `shards` is how many of `SHARDS`
        are looked through.
        """

    def discard(self, coupon: Coupon) -> None:
        """Take out one that cannot be given to anybody; also when it is not there."""

    def put(self, coupons: Sequence[Coupon]) -> Sequence[Outcome]:
        """Put up to `MOST_AT_ONCE` coupons into their campaign's pool and answer, in their order, what became of each.

        Not all or nothing: where it fails, the same again puts what is missing. Known are those that lie in this
        pool, that are a code already (anybody's, also a generated one), and the second of two that are alike.
        Afterwards the pool is not dry any more. Raises Unavailable.
        """

    def find(self, campaign_id: str, code: str) -> Coupon | None:
        """This very coupon, while it lies in the pool. `code` is as it is looked up (`tidy`)."""

    def count_up_to(self, campaign_id: str, most: int) -> int:
        """How many coupons are left; `most` when there are that many or more, which are not all looked at."""


class PoolRegister(Protocol):
    """What was told of pools: written by deliveries and when there is something to tell, by no claim that gets one."""

    def pools(self) -> Sequence[PoolState]:
        """Every pool that was ever filled or told of."""

    def state(self, campaign_id: str) -> PoolState:
        """How it stands now; a fresh one when nothing is known of it."""

    def mark(self, before: PoolState, after: PoolState, event: Envelope | None) -> bool:
        """Store what is told of a pool, with the event that tells it.

        False, and nothing happens, when it was filled or told of since it was read as `before`.
        """


class PromiseGone(Exception):
    """Somebody else kept this promise, or dropped it."""


class PromiseBook(Protocol):
    def waiting(self, campaign_id: str, most: int) -> Sequence[Promise]:
        """Up to `most` promises of a campaign, in no order that anybody could rely on."""

    def keep(self, kept: KeptPromise) -> None:
        """Issue the code, give it to the lead, and strike the promise out, with the event that tells it.

        Raises LeadMoved when the lead is not as read or has a code of the campaign's sign-up, CodeTaken when the
        code is somebody's by now (a coupon that is leaves the pool), PromiseGone.
        """

    def drop(self, promise: Promise, back: Sequence[Part] = ()) -> None:
        """Strike a promise out that need not be kept; `back` gives its place under the cap back, once, however often.

        Where the cap is not as `back` takes it for, nothing happens and the promise waits on.
        """


class GiftBook(Protocol):
    def given(self, lead_id: str, campaign_id: str) -> NewCode | None:
        """The code of this campaign that a partner gave to the lead."""

    def give(self, present: Present) -> None:
        """Issue the code and give it to the lead, with the event that tells it: all or nothing.

        Raises CodeTaken when the code, or its place in the pool or under the limit, is somebody's by now, LeadMoved
        when the lead is not as read or was given one of the campaign before.
        """
