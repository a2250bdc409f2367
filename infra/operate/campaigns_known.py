"""Which campaigns a deployment has: few, and seldom asked for, so its table is read through."""

from twofold.adapters.dynamodb.items import CampaignItem
from twofold.adapters.dynamodb.reading import reaching_database
from twofold.campaigns.model import Campaign


def campaigns() -> list[Campaign]:
    """By id; inside `attached` only. Raises Unavailable."""
    with reaching_database():
        found = [item.definition for item in CampaignItem.scan(consistent_read=True)]
    return sorted(found, key=lambda campaign: campaign.campaign_id)
