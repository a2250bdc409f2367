"""Rewards for those who bring friends."""

from twofold.adapters.dynamodb.assets import DynamoAssetLinks
from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.referrals import DynamoReferralBook
from twofold.contracts.instants import now
from twofold.referrals.reward import RewardReferral

from .code_draw import code_draw
from .shared import database


def reward_referral() -> RewardReferral:
    return RewardReferral(
        campaigns=DynamoCampaignBook(),
        assets=DynamoAssetBook(),
        links=DynamoAssetLinks(),
        leads=DynamoLeadBook(database()),
        book=DynamoReferralBook(database()),
        draw_code=code_draw(),
        clock=now,
    )
