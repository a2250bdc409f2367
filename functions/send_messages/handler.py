"""Sends the texts that events ask for."""

from typing import Any

from twofold.contracts.events import (
    CodeIssued,
    CodePromised,
    CodesUsedUp,
    EventData,
    LeadReturned,
    MessagePlanned,
    ReferralCompleted,
    SignupRequested,
)
from twofold.entrypoints import queue
from twofold.entrypoints.deeds import Deed
from twofold.wiring import send_messages as wiring

send_code = wiring.send_code()
tell_no_code = wiring.tell_no_code()
deeds: dict[type[EventData], Deed] = {
    SignupRequested: wiring.send_verification(),
    CodeIssued: send_code,
    CodePromised: tell_no_code,
    CodesUsedUp: tell_no_code,
    LeadReturned: send_code,
    ReferralCompleted: wiring.plan_referral(),
    MessagePlanned: wiring.send_planned(),
}


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return queue.consume(event, context, deeds)
