"""What a visitor does seldom: tap an authenticated sign, fetch what was promised for the sign-up."""

from dataclasses import dataclass
from datetime import UTC, datetime

from twofold.adapters.dynamodb.assets import DynamoAssetLinks
from twofold.adapters.dynamodb.taps import DynamoTapBook
from twofold.adapters.dynamodb.visits import DynamoVisitBook
from twofold.adapters.s3_shelf import S3Shelf
from twofold.adapters.tag_keys import tag_keys
from twofold.assets.ports import AssetBook
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.instants import now
from twofold.contracts.settings import MagnetSettings
from twofold.leads.magnet.open import OpenMagnet
from twofold.leads.magnet.token import MagnetTokens
from twofold.visits.follow_tap import FollowTap
from twofold.visits.model import draw_visit_id

from .shared import database, site


@dataclass(frozen=True, slots=True, kw_only=True)
class Rare:
    open_magnet: OpenMagnet
    follow_tap: FollowTap

    @classmethod
    def of(
        cls, root: str, tokens: MagnetTokens, *, assets: AssetBook, campaigns: CampaignBook, most: int
    ) -> "Rare":
        shelf = S3Shelf(bucket=MagnetSettings.from_env().bucket, clock=lambda: datetime.now(UTC))
        return cls(
            open_magnet=OpenMagnet(campaigns=campaigns, tokens=tokens, shelf=shelf, clock=now),
            follow_tap=FollowTap(
                links=DynamoAssetLinks(),
                assets=assets,
                taps=DynamoTapBook(database()),
                visits=DynamoVisitBook(database()),
                keys=lambda asset_id: tag_keys(root, asset_id),
                site=site().url,
                most=most,
                draw_id=draw_visit_id,
            ),
        )
