"""Those of whom nothing was heard for a while: no click, no reply, no order."""

from twofold.automations.definition.automation import Again, Automation, Daily
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import IssueCode, Send, Tag, Until, Wait

from .ready import READY

DORMANT = "dormant"
"""The tag of whom the ladder did not bring back."""

_HOT = Condition(fact="lead.temperature", is_=("hot",))
_HOT_OR_WARM = Condition(fact="lead.temperature", is_=("hot", "warm"))


def re_engage(campaign_id: str) -> Automation:
    """A new code after two quiet months."""
    return Automation(
        automation_id="re-engage",
        preset="re-engage",
        campaign_id=campaign_id,
        name="A new code after 60 quiet days",
        trigger=Daily(quiet_days=60),
        conditions=(READY,),
        steps=(
            IssueCode(id="new-code"),
            Until(time="11:00"),
            Send(id="come-back", template="come_back"),
        ),
        exits=("ordered", "redeemed"),
        again=Again(rule="after", days=90),
    )


def win_back(campaign_id: str) -> Automation:
    """A ladder: who had done much hears of us after a month, who had done some after six weeks, all after three months.

    Whoever stirs is off it; whoever does not is tagged in the end.
    """
    return Automation(
        automation_id="win-back",
        preset="win-back",
        campaign_id=campaign_id,
        name="Win back: hot, warm and cold leads",
        trigger=Daily(quiet_days=30),
        conditions=(READY,),
        steps=(
            Send(id="still-there", template="still_there", when=(_HOT,)),
            Wait(days=15),
            Send(id="missed", template="missed", when=(_HOT_OR_WARM,)),
            Wait(days=45),
            IssueCode(id="new-code"),
            Send(id="last-offer", template="last_offer"),
            Wait(days=14),
            Tag(id="dormant", add=(DORMANT,)),
        ),
        exits=("ordered", "redeemed", "clicked", "replied"),
        again=Again(rule="after", days=180),
    )
