"""Those who answer that now is not the time."""

from twofold.automations.declines.reasons import REASONS
from twofold.automations.definition.automation import Again, Automation, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import Send, Tag, Until, Wait
from twofold.contracts.events import MessageReceived
from twofold.messages.replies.model import NOT_NOW
from twofold.messages.texts.defaults import ASK_WHY

from .ready import NOT_READY


def not_now(campaign_id: str) -> Automation:
    """One text asks why, at once, unless they have said so; a month later comes something useful, and no offer in it.

    Until then the tag keeps the other automations quiet, so nothing but its own end ends it. Nobody is held out:
    whoever writes to us gets an answer.
    """
    return Automation(
        automation_id="not-now",
        preset="not-now",
        campaign_id=campaign_id,
        name="Not now: ask why, be useful later",
        trigger=On(event=MessageReceived.type, where=(Condition(fact="event.intent", is_=(NOT_NOW,)),)),
        steps=(
            Send(id="ask-why", template=ASK_WHY, when=(Condition(fact="lead.tags", not_=REASONS),)),
            Tag(id="not-ready", add=(NOT_READY,)),
            Wait(days=30),
            Until(time="11:00"),
            Send(id="useful", template="useful"),
            Tag(id="ready-again", remove=(NOT_READY,)),
        ),
        again=Again(rule="after", days=60),
        holdout=0,
    )
