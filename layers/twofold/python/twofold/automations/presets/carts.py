"""Baskets that somebody left: one text for each, within two days, and only for who agreed to such reminders.

At most one text a basket, and within 48 hours: CTIA Messaging Principles and Best Practices and the carriers' own rules
for abandoned carts in the US; kept everywhere.
"""

from twofold.automations.definition.automation import Again, Automation, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import Send, Wait
from twofold.contracts.events import CartUpdated

_LEFT = On(event=CartUpdated.type)
_OPEN = (Condition(fact="cart.state", is_=("open",)), Condition(fact="cart.amount", at_least=1))
"""Somebody who emptied their basket has left nothing in it."""
_HOURS = 48


def cart_with_code(campaign_id: str) -> Automation:
    """A basket with our code in it, an hour after it was last touched."""
    return Automation(
        automation_id="cart-with-code",
        preset="cart-with-code",
        campaign_id=campaign_id,
        name="Basket with a code, not ordered",
        trigger=_LEFT,
        conditions=(*_OPEN, Condition(fact="cart.has_code", is_=("yes",))),
        steps=_one_text("cart_code"),
        exits=("ordered", "redeemed"),
        again=Again(rule="each"),
        scope="cart_reminders",
    )


def cart(campaign_id: str) -> Automation:
    """A basket without a code, likewise; a basket gets one of the two texts, whatever comes into it meanwhile."""
    return Automation(
        automation_id="cart",
        preset="cart",
        campaign_id=campaign_id,
        name="Basket not ordered",
        trigger=_LEFT,
        conditions=(*_OPEN, Condition(fact="cart.has_code", is_=("no",))),
        steps=_one_text("cart"),
        exits=("ordered", "redeemed"),
        again=Again(rule="each"),
        scope="cart_reminders",
    )


def _one_text(template: str) -> tuple[Wait, Send]:
    return (
        Wait(hours=1, after="cart"),
        Send(id="cart", template=template, once_per="cart", within_hours=_HOURS),
    )
