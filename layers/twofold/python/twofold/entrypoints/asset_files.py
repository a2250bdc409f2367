"""What is drawn of an asset at `/a/`: its link as a QR code, and the colours of its page."""

from dataclasses import dataclass
from typing import Any

from aws_lambda_powertools.event_handler import Response

from twofold.assets.links import printed
from twofold.assets.model import Asset
from twofold.assets.ports import AssetBook
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound
from twofold.contracts.routes.pages import LANDING

from .colours import sheet
from .observability import logger
from .pages import SAFE

LONG = {"Cache-Control": "public, max-age=86400"}
SHORT = {"Cache-Control": "public, max-age=300"}
"""A campaign may be dressed anew while people look."""

SCREEN = "screen"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetFiles:
    """`site` is our address, without a trailing slash. What is printed outlives a pause, so a pause hides nothing."""

    assets: AssetBook
    campaigns: CampaignBook
    site: str

    def __call__(self, file: str, use: str | None) -> Any:
        """`ID.svg`, `ID.png` or `ID.css`; `use` is what a QR code is drawn for.

        Raises NotFound, and InvalidRequest when nothing is drawn for that use.
        """
        asset_id, _, ending = file.rpartition(".")
        if ending not in ("svg", "png", "css"):
            raise NotFound("An asset is drawn as .svg or .png.")
        asset = self.assets.asset(asset_id)
        if ending == "css":
            theme = self.campaigns.campaign(asset.campaign_id).theme or {}
            return _told("text/css; charset=utf-8", sheet(theme), SHORT)
        # Only those who ask for a drawing wait for the library to load.
        from twofold.assets.qr.draw import draw_png, draw_svg

        link = self._link(asset)
        if ending == "svg":
            return _told("image/svg+xml", draw_svg(link, use or SCREEN), LONG)
        return _told("image/png", draw_png(link, use or SCREEN), LONG)

    def _link(self, asset: Asset) -> str:
        return (
            printed(self.site, asset.slug) if asset.slug else LANDING.at(self.site, asset_id=asset.asset_id)
        )


def _told(media: str, content: str | bytes, headers: dict[str, str]) -> Response[Any]:
    logger.info("answered", extra={"status": 200, "kind": media})
    return Response(200, media, content, SAFE | headers)
