"""Every fact that conditions may ask for."""

from collections.abc import Mapping

FACTS: Mapping[str, str] = {
    "lead.locale": "the language they chose, such as de or pt-BR",
    "lead.country": "the country of their number, such as PL",
    "lead.stage": "subscriber, lead, mql, sql, customer or advocate",
    "lead.tags": "their tags",
    "lead.temperature": "hot, warm or cold: how much they had done before they fell quiet",
    "lead.quiet_days": "days since they last joined, opened a link, answered, ordered or spent a code",
    "lead.active_days": "days on which they did so",
    "lead.codes": "how many codes of all campaigns they were given",
    "code.state": "issued, reserved, redeemed, rolled_back, expired or revoked",
    "code.days_left": "whole days until it expires; not known when it never does",
    "cart.state": "open or ordered",
    "cart.amount": "what it is worth, in minor units",
    "cart.has_code": "yes or no",
    "messages.last_30_days": "marketing texts they had in 30 days",
    "messages.days_since": "whole days since the last one; not known without one in the last 30 days",
    "messages.templates": "the templates of the texts they had in 90 days",
    "campaign.referral": "yes where friends are rewarded, else no",
}
"""What each is. Beside these, `lead.attribute.NAME` is what they told about themselves, `event.FIELD` a field of the
event that set the automation off (on entering alone)."""

ATTRIBUTE, EVENT = "lead.attribute.", "event."
