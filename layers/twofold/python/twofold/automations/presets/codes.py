"""The code that somebody signed up for, and what reminds them of it while it is unused."""

from twofold.automations.definition.automation import Again, Automation, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import Send, Wait
from twofold.contracts.causes import PROMISE, SIGNUP
from twofold.contracts.events import CodeIssued

from .ready import READY

_SIGNED_UP = On(event=CodeIssued.type, where=(Condition(fact="event.cause", is_=(SIGNUP, PROMISE)),))
"""Not what an automation or a partner gave: whoever gave it speaks of it."""


def welcome(campaign_id: str) -> Automation:
    """The code's own text, which goes at once: nobody waits for what they asked for, and nobody is held out."""
    return Automation(
        automation_id="welcome",
        preset="welcome",
        campaign_id=campaign_id,
        name="Welcome with the code",
        trigger=_SIGNED_UP,
        steps=(Send(id="code", template="code"),),
        again=Again(rule="each"),
        holdout=0,
    )


def unused_code(campaign_id: str) -> Automation:
    """Two reminders of a code that nobody has spent, the last one three weeks after it was given."""
    return Automation(
        automation_id="unused-code",
        preset="unused-code",
        campaign_id=campaign_id,
        name="Reminders of an unused code",
        trigger=_SIGNED_UP,
        steps=(
            Wait(days=7),
            Send(id="day-7", template="reminder"),
            Wait(days=14),
            Send(id="day-21", template="last_reminder"),
        ),
        conditions=(READY,),
        exits=("redeemed", "code_over"),
        again=Again(rule="each"),
    )
