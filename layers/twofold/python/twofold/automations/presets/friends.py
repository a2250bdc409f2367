"""Thanks after a code was spent, and the link that brings friends where the campaign rewards them."""

from twofold.automations.definition.automation import Again, Automation, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import Send, Until, Wait
from twofold.contracts.events import CodeRedeemed

_REWARDED = "campaign.referral"


def thank_you(campaign_id: str) -> Automation:
    """The day after, at eleven where they live, unless taken back; regulars are thanked again in three months."""
    return Automation(
        automation_id="thank-you",
        preset="thank-you",
        campaign_id=campaign_id,
        name="Thanks, and a link for friends",
        trigger=On(event=CodeRedeemed.type),
        conditions=(Condition(fact="code.state", not_=("rolled_back",)),),
        steps=(
            Wait(days=1),
            Until(time="11:00"),
            Send(
                id="thanks-friends",
                template="thanks_friends",
                when=(Condition(fact=_REWARDED, is_=("yes",)),),
            ),
            Send(id="thanks", template="thanks", when=(Condition(fact=_REWARDED, is_=("no",)),)),
        ),
        again=Again(rule="after", days=90),
    )
