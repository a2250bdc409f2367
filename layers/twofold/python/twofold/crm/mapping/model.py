"""Which of our facts a CRM keeps in which of its fields, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass

from twofold.contracts import events as e
from twofold.leads.model import STAGES

from .facts import ATTRIBUTE, HEARD
from .systems import System


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmMapping:
    """`fields` are theirs by ours, `stages` their words by our stages, `events` what people call those that are told.

    `also_stages` are words of theirs that we read as a stage but never say. `options` are a system's own: in which
    list, with which defaults.
    """

    system: System
    fields: Mapping[str, str]
    stages: Mapping[str, str]
    events: Mapping[str, str]
    options: Mapping[str, str]
    also_stages: Mapping[str, str]

    def ours(self, field: str) -> str | None:
        """What a field of theirs is to us; None for one that is not in the mapping."""
        return next((ours for ours, theirs in self.fields.items() if theirs == field), None)

    def stage(self, word: str, standing: str) -> str | None:
        """The stage that a word of theirs means: where several share it, the one the lead is at, else the lowest."""
        if self.stages.get(standing) == word:
            return standing
        found = next((stage for stage in STAGES if self.stages.get(stage) == word), None)
        return found or self.also_stages.get(word)


def heard(ours: str) -> bool:
    """Whether a CRM may change this, or is only told it."""
    return ours in HEARD or ours.startswith(ATTRIBUTE)


EVENT_NAMES: Mapping[str, str] = {
    e.LeadConfirmed.type: "Signed up",
    e.LeadReturned.type: "Signed up again",
    e.LeadUpdated.type: "Changed",
    e.LeadStageChanged.type: "Moved to a stage",
    e.LeadOptedOut.type: "Opted out of texts",
    e.LeadOptedIn.type: "Opted in to texts again",
    e.LeadErased.type: "Erased",
    e.CodeIssued.type: "Got a discount code",
    e.CodeRedeemed.type: "Redeemed a discount code",
    e.CodeRolledBack.type: "Discount code taken back",
    e.CodeExpired.type: "Discount code expired",
    e.CodeRevoked.type: "Discount code revoked",
    e.MessageSent.type: "Was sent a text",
    e.MessageDelivered.type: "Received a text",
    e.MessageFailed.type: "Text could not be delivered",
    e.MessageClicked.type: "Clicked a text's link",
    e.MessageReceived.type: "Answered a text",
    e.CartUpdated.type: "Changed a cart",
    e.OrderPlaced.type: "Placed an order",
    e.OrderRefunded.type: "Got an order refunded",
    e.ReferralCompleted.type: "Brought a friend",
}
"""What is told unless a mapping says otherwise; all others are not a CRM's business, and of what a file brought
nobody is told line by line."""
