"""Who gets nothing, and who gets which wording: by lot, and for good."""

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import Send
from twofold.campaigns.pace import Pace
from twofold.messages.sending.decide import draw


def holdout_of(automation: Automation, pace: Pace) -> int:
    """Per cent. Where days take seconds somebody wants to see what happens, so nobody is left out."""
    return 0 if pace.compressed else automation.holdout


def is_held_out(automation: Automation, lead_id: str, pace: Pace) -> bool:
    """Drawn as the sending side draws it for the message's audience: both say the same of a lead."""
    return draw(automation.audience, lead_id) < holdout_of(automation, pace)


def wording_of(automation: Automation, send: Send, lead_id: str) -> tuple[str, str | None]:
    """The template that is this lead's, and the variant's name; independent of every other lot that is drawn."""
    if not send.variants:
        return send.template, None
    place = draw(f"{automation.audience}#{send.id}", lead_id) / 100 * sum(v.share for v in send.variants)
    for variant in send.variants:
        place -= variant.share
        if place < 0:
            return variant.template, variant.name
    return send.variants[-1].template, send.variants[-1].name
