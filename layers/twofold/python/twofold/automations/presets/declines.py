"""Those who answer that now is not the time."""

from twofold.automations.conditions import Condition
from twofold.automations.definition import Again, Automation, On
from twofold.automations.steps import Send, Tag, Until, Wait
from twofold.contracts.events import MessageReceived
from twofold.messages.replies.model import NOT_NOW
from twofold.messages.texts.defaults import ASK_WHY

NOT_READY = "not-ready"
"""The tag of who said that it is not the time; what they answer to the question adds one of its own."""


def not_now(campaign_id: str) -> Automation:
    """One text asks why, at once; a month later comes something useful, and no offer in it.

    Nobody is held out: whoever writes to us gets an answer.
    """
    return Automation(
        automation_id="not-now",
        preset="not-now",
        campaign_id=campaign_id,
        name="Not now: ask why, be useful later",
        trigger=On(event=MessageReceived.type, where=(Condition(fact="event.intent", is_=(NOT_NOW,)),)),
        steps=(
            Send(id="ask-why", template=ASK_WHY),
            Tag(id="not-ready", add=(NOT_READY,)),
            Wait(days=30),
            Until(time="11:00"),
            Send(id="useful", template="useful"),
        ),
        exits=("ordered", "redeemed"),
        again=Again(rule="after", days=60),
        holdout=0,
    )
