"""The assets that files are made of."""

import re
from argparse import Namespace
from collections.abc import Sequence

from infra.commands.screen import CannotGoOn, note
from infra.operate.asset.desk import Desk
from twofold.assets.model import Asset

MOST_NAMES = 5
"""So many assets are named in a sentence; of the others it says how many they are."""


def chosen(desk: Desk, asked: Namespace) -> list[Asset]:
    """The assets as they were named, or the campaign's QR codes that are in use, by their names; says who is paused."""
    if bool(asked.ids) is bool(asked.campaign):
        raise CannotGoOn("Name the assets by their ids, or all QR codes of one campaign by --campaign.")
    if asked.ids:
        named = [desk.register.current(asset_id) for asset_id in asked.ids]
        _say("Paused, and made all the same", [asset for asset in named if asset.paused])
        return named
    desk.campaigns.campaign(asked.campaign)
    codes = sorted((a for a in desk.register.of_campaign(asked.campaign) if a.kind == "qr"), key=by_name)
    found = [asset for asset in codes if not asset.paused]
    if not found:
        raise CannotGoOn(f"--campaign: {asked.campaign} has no QR codes in use; make one: create --kind qr.")
    _say("Left out, since paused", [asset for asset in codes if asset.paused])
    return found


def of_form(asked: Namespace, assets: list[Asset], form: str, *, formless: bool) -> list[Asset]:
    """Those of a campaign that are made for the form: each place counts its own visits. Says what that leaves out."""
    plain = [asset for asset in assets if asset.form is None]
    others = [asset for asset in assets if asset.form not in (None, form)]
    fit = [asset for asset in assets if asset.form == form or (formless and asset.form is None)]
    if not fit:
        more = f", and {len(plain)} for no form: --formless takes them" if plain else ""
        raise CannotGoOn(
            f"--form: {asked.campaign} has no code for a {form}{more}; "
            f"make some: create --kind qr --form {form} --count 24"
        )
    _say("Left out, since they are for other forms", others)
    hint = (
        "Made for no form, and here all the same" if formless else "Left out, since for no form (--formless)"
    )
    _say(hint, plain)
    return fit


def by_name(asset: Asset) -> tuple[tuple[int, str], ...]:
    """Sorts as people count: Table 2 before Table 10."""
    parts = re.split(r"(\d+)", asset.name.casefold())
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _say(why: str, assets: Sequence[Asset]) -> None:
    if assets:
        names = ", ".join(asset.name for asset in assets[:MOST_NAMES])
        rest = f" and {len(assets) - MOST_NAMES} more" if len(assets) > MOST_NAMES else ""
        note(f"{why}: {names}{rest}.")
