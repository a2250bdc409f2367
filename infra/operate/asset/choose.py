"""The assets that files are made of."""

from argparse import Namespace

from infra.commands.screen import CannotGoOn
from infra.operate.asset.desk import Desk
from twofold.assets.model import Asset


def chosen(desk: Desk, asked: Namespace) -> list[Asset]:
    """The assets that were named, or the campaign's QR codes that are in use."""
    if bool(asked.ids) is bool(asked.campaign):
        raise CannotGoOn("Name the assets by their ids, or all QR codes of one campaign by --campaign.")
    if asked.ids:
        return [desk.register.current(asset_id) for asset_id in asked.ids]
    desk.campaigns.campaign(asked.campaign)
    found = [a for a in desk.register.of_campaign(asked.campaign) if a.kind == "qr" and not a.paused]
    if not found:
        raise CannotGoOn(f"--campaign: {asked.campaign} has no QR codes in use; make one: create --kind qr.")
    return found
