"""Whose cart or order is this?"""

from collections.abc import Iterator
from dataclasses import dataclass

from twofold.codes.model import DiscountCode
from twofold.contracts.errors import InvalidRequest
from twofold.leads.phone import LeadIdentity
from twofold.leads.ports import LeadBook
from twofold.leads.read_phone import read_phone, sender_of, with_plus
from twofold.ledger.record import Origin

from .kept import KeptCart, Match, MatchedBy
from .model import Buyer


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchLead:
    leads: LeadBook
    identify: LeadIdentity

    def __call__(self, buyer: Buyer, code: DiscountCode | None) -> Match | None:
        """The lead whose code it is, else who was named by our id, else whose number it is.

        None for everybody who never confirmed a number, and for who was erased.
        """
        for by, lead_id in self._candidates(buyer, code):
            found = self._known(lead_id, by, code.origin if code and by == "code" else None)
            if found:
                return found
        return None

    def of_cart(self, cart: KeptCart | None) -> Match | None:
        """Whoever the cart was matched to before."""
        return self._known(cart.lead_id, "cart", None) if cart and cart.lead_id else None

    def of_code(self, code: DiscountCode) -> Match | None:
        """Whoever the code was given to."""
        return self._known(code.lead_id, "code", code.origin)

    def of_nobody(self) -> Match | None:
        """None, after the same look-up as for a code's owner: how long it takes must not tell which codes there are."""
        self.leads.lead("nobody")
        return None

    def _candidates(self, buyer: Buyer, code: DiscountCode | None) -> Iterator[tuple[MatchedBy, str]]:
        if code:
            yield "code", code.lead_id
        if buyer.lead_id:
            yield "lead", buyer.lead_id
        number = read_number(buyer.phone, buyer.country) if buyer.phone else None
        if number:
            yield "phone", self.identify(number)

    def _known(self, lead_id: str, by: MatchedBy, origin: Origin | None) -> Match | None:
        lead = self.leads.lead(lead_id)
        if lead is None or lead.phone is None or lead.status in ("erased", "pending"):
            return None
        return Match(lead_id=lead_id, by=by, origin=origin or lead.origin or Origin(campaign_id=""))


def read_number(text: str, country: str | None) -> str | None:
    """The E.164 form of a number as a shop has it; None when it cannot be read, which is no fault of the order."""
    international = sender_of(text if country else with_plus(text))
    if international:
        return international.e164
    try:
        return read_phone(text, served=(country,), country=country).e164 if country else None
    except InvalidRequest:
        return None
