"""What visitors see, and what is counted of it."""

from twofold.adapters.dynamodb.assets import DynamoAssetLinks
from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.limits import DynamoCounter
from twofold.adapters.dynamodb.links import DynamoLinkBook
from twofold.adapters.dynamodb.visits import DynamoVisitBook
from twofold.assets.show import ShowAsset
from twofold.codes.check import CheckCode
from twofold.codes.guessing import GuardCodes
from twofold.contracts.instants import now
from twofold.contracts.settings import LimitSettings
from twofold.entrypoints.asset_files import AssetFiles
from twofold.entrypoints.code_calendar import CodeCalendar
from twofold.entrypoints.code_page import ShowCode
from twofold.entrypoints.code_scene import CodeScenes
from twofold.entrypoints.landing.scene import Scenes
from twofold.entrypoints.landing.show import ShowLanding
from twofold.entrypoints.pages import Pages
from twofold.messages.links.follow import FollowLink
from twofold.messages.links.follow_any import FollowAnyLink
from twofold.visits.model import draw_visit_id
from twofold.visits.open_link import OpenLink
from twofold.visits.report import ReportVisit

from .doors import edge
from .shared import database, site

__all__ = [
    "asset_files",
    "check_code",
    "code_calendar",
    "edge",
    "follow_link",
    "guard_codes",
    "report_visit",
    "show_asset",
    "show_code",
    "show_landing",
    "site",
]

_limits = LimitSettings.from_env()
_most = _limits.visits_10min
_visits = DynamoVisitBook(database())
_assets = DynamoAssetBook()
_campaigns = DynamoCampaignBook()


def show_asset() -> ShowAsset:
    return ShowAsset(assets=_assets, campaigns=_campaigns, clock=now)


def show_landing(pages: Pages) -> ShowLanding:
    return ShowLanding(
        pages=pages, scenes=Scenes(assets=_assets, campaigns=_campaigns, site=site().url, clock=now)
    )


def asset_files() -> AssetFiles:
    return AssetFiles(assets=_assets, campaigns=_campaigns, site=site().url)


def check_code() -> CheckCode:
    return CheckCode(book=DynamoCodeBook(database()), clock=now)


def guard_codes() -> GuardCodes:
    return GuardCodes(counter=DynamoCounter(), limits=_limits, clock=now)


def show_code(pages: Pages) -> ShowCode:
    return ShowCode(pages=pages, scenes=_code_scenes())


def code_calendar() -> CodeCalendar:
    return CodeCalendar(scenes=_code_scenes(), site=site().url, clock=now)


def _code_scenes() -> CodeScenes:
    return CodeScenes(check=check_code(), campaigns=_campaigns)


def report_visit() -> ReportVisit:
    return ReportVisit(assets=_assets, visits=_visits, most=_most, draw_id=draw_visit_id, clock=now)


def follow_link() -> FollowAnyLink:
    return FollowAnyLink(
        of_text=FollowLink(links=DynamoLinkBook(database()), networks=DynamoCounter()),
        of_asset=OpenLink(
            links=DynamoAssetLinks(),
            assets=_assets,
            visits=_visits,
            site=site().url,
            most=_most,
            draw_id=draw_visit_id,
        ),
    )
