"""What visitors see."""

from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.assets.show import ShowAsset
from twofold.codes.check import CheckCode
from twofold.contracts.instants import now

from .shared import database, site

__all__ = ["check_code", "show_asset", "site"]


def show_asset() -> ShowAsset:
    database()
    return ShowAsset(assets=DynamoAssetBook(), campaigns=DynamoCampaignBook())


def check_code() -> CheckCode:
    return CheckCode(book=DynamoCodeBook(database()), clock=now)
