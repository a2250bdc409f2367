"""What visitors see."""

from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.assets.show import ShowAsset
from twofold.campaigns.ports import CampaignBook
from twofold.codes.check import CheckCode
from twofold.contracts.instants import now

from .shared import database, site

__all__ = ["campaigns", "check_code", "show_asset", "site"]


def campaigns() -> CampaignBook:
    database()
    return DynamoCampaignBook()


def show_asset(campaigns: CampaignBook) -> ShowAsset:
    database()
    return ShowAsset(assets=DynamoAssetBook(), campaigns=campaigns)


def check_code() -> CheckCode:
    return CheckCode(book=DynamoCodeBook(database()), clock=now)
