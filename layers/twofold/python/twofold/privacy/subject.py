"""Tells somebody all that is kept of them, in one document."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from twofold.automations.ports import EnrolmentBook
from twofold.codes.model import DiscountCode
from twofold.codes.ports import CodeBook
from twofold.contracts import events
from twofold.contracts.errors import NotFound
from twofold.contracts.events import Envelope
from twofold.contracts.instants import Clock, to_second
from twofold.contracts.payloads.privacy import SubjectData
from twofold.leads.kept_consent import ConsentBook
from twofold.leads.model import Challenge
from twofold.leads.ports import ChallengeBook, LeadBook
from twofold.orders.ports import CartBook, OrderBook

from .ports import Commerce, History, Texts

MOST = 500
"""Entries of each list: the newest. `cut` names the lists that are longer, which a person's seldom are."""

T = TypeVar("T")
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellSubject:
    leads: LeadBook
    consents: ConsentBook
    challenges: ChallengeBook
    codes: CodeBook
    texts: Texts
    commerce: Commerce
    orders: OrderBook
    carts: CartBook
    automations: EnrolmentBook
    history: History
    clock: Clock

    def __call__(self, lead_id: str) -> SubjectData:
        """Also of a mark, of whom little is left. Raises NotFound, Unavailable."""
        lead = self.leads.lead(lead_id)
        if lead is None:
            raise NotFound("We do not know this lead.", code="lead_not_found")
        history = self.history.subject(lead_id)
        lists = {
            "consents": self.consents.chain(lead_id),
            "verifications": self._verifications(history),
            "codes": _found(self._code, lead.codes),
            "messages": self.texts.of(lead_id, MOST + 1),
            "orders": _found(self.orders.find, self.commerce.orders_of(lead_id, MOST + 1)),
            "carts": _found(self.carts.find, self.commerce.carts_of(lead_id, MOST + 1)),
            "automations": self.automations.of_lead(lead_id),
            "events": [msgspec.json.decode(events.write(event)) for event in history],
        }
        told = {name: [facts(each) for each in kept[-MOST:]] for name, kept in lists.items()}
        cut = [name for name, kept in lists.items() if len(kept) > MOST]
        return SubjectData(made_at=to_second(self.clock()), lead=facts(lead), cut=cut, **told)

    def _code(self, code: str) -> DiscountCode | None:
        try:
            return self.codes.find(code)
        except NotFound:
            return None

    def _verifications(self, history: Sequence[Envelope]) -> list[Challenge]:
        """Those that are still kept, which is for a day or so."""
        ids = dict.fromkeys(getattr(event.data, "challenge_id", "") for event in history)
        return _found(self._challenge, [each for each in ids if each][-MOST:])

    def _challenge(self, challenge_id: str) -> Challenge | None:
        try:
            return self.challenges.find(challenge_id)
        except NotFound:
            return None


def _found(find: Callable[[str], T | None], ids: Iterable[str]) -> list[T]:
    return [found for each in ids if (found := find(each)) is not None]


def facts(what: object) -> Facts:
    """All that it holds, by the names of its fields; what is empty says nothing, and is left out."""
    told: Facts = _without_empty(msgspec.to_builtins(what))
    return told


def _without_empty(told: Any) -> Any:
    if isinstance(told, dict):
        cleaned = {name: _without_empty(value) for name, value in told.items()}
        return {name: value for name, value in cleaned.items() if value not in (None, "", [], {})}
    return [_without_empty(value) for value in told] if isinstance(told, list | tuple) else told
