"""What sets an automation off, said of the leads whom it concerns."""

from twofold.automations.definition.automation import Daily, Trigger
from twofold.automations.entering.hear_event import plain

_WHO = {
    "code.issued": "who got a code",
    "code.redeemed": "who used a code",
    "code.expired": "whose code expired",
    "cart.updated": "who had something in a cart",
    "order.placed": "who ordered",
    "message.clicked": "who opened a link",
    "message.received": "who answered a text",
    "lead.confirmed": "who joined",
    "lead.returned": "who joined again",
    "referral.completed": "who brought a friend",
}


def trigger_in_words(trigger: Trigger) -> str:
    """`who got a code`."""
    if isinstance(trigger, Daily):
        return f"who had done nothing for {trigger.quiet_days} days"
    return _WHO.get(plain(trigger.event), f"to whom {plain(trigger.event)} happened")
