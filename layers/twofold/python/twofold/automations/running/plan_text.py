"""Plans the text of a step: the same message however often, in the wording that is the lead's."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import Send
from twofold.automations.entering.enter import PaceOf
from twofold.automations.entering.lots import holdout_of, wording_of
from twofold.automations.facts.look import Look
from twofold.codes.model import DiscountCode
from twofold.contracts.events import Envelope
from twofold.messages.model import MARKETING, REQUESTED, Message, message_id
from twofold.messages.sending.plan import planned
from twofold.messages.texts.written import NOT_MARKETING

STALE = timedelta(days=3)
"""After that a text of an automation has missed its moment, whatever kept it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanText:
    pace_of: PaceOf

    def __call__(
        self, automation: Automation, send: Send, look: Look
    ) -> tuple[Message, Envelope, dict[str, Any]]:
        """The message, the event that asks for it, and what the step tells of it."""
        template, variant = wording_of(automation, send, look.enrolment.lead_id)
        message = self._message(automation, send, look, template)
        told = {"message_id": message.message_id, "template": template, "variant": variant}
        return message, planned(message), told

    def _message(self, automation: Automation, send: Send, look: Look, template: str) -> Message:
        enrolment = look.enrolment
        return Message(
            message_id=_id(send, look, template),
            message_class=REQUESTED if template in NOT_MARKETING else MARKETING,
            template=template,
            lead_id=enrolment.lead_id,
            origin=enrolment.origin,
            shown="",
            parts=0,
            planned_at=look.at,
            scope=automation.scope,
            audience=automation.audience,
            holdout=holdout_of(automation, self.pace_of(look.campaign)),
            enrolment=f"{enrolment.key}|{enrolment.run}",
            fields=_fields(look),
            expires_at=_ends(send, look),
        )


def _id(send: Send, look: Look, template: str) -> str:
    if send.once_per == "cart" and look.enrolment.cart_id:
        return message_id(f"cart|{look.enrolment.cart_id}", "cart")
    return message_id(f"{look.enrolment.enrolment_id}|{send.id}", template)


def _fields(look: Look) -> dict[str, str]:
    cart = look.cart.url if look.cart else None
    code = _good_code(look)
    named = {"code": code.code if code else None, "cart_url": cart}
    return {name: value for name, value in named.items() if value}


def _ends(send: Send, look: Look) -> datetime:
    """The first of: three days have passed, `within_hours` are over, its code ends."""
    ends = [look.at + STALE]
    if send.within_hours:
        begun = look.cart.updated_at if look.cart else look.at
        ends.append(begun + timedelta(hours=send.within_hours))
    code = _good_code(look)
    if code and code.expires_at:
        ends.append(code.expires_at)
    return min(ends)


def _good_code(look: Look) -> DiscountCode | None:
    """The code that the text may speak of: one that needs it is not sent without, any other goes all the same."""
    mine = look.code if look.code and look.code.lead_id == look.enrolment.lead_id else None
    return mine if mine and not mine.fault(look.at) else None
