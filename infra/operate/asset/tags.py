"""Tables for whoever writes NFC tags, each with a page of instructions beside it."""

from argparse import Namespace
from pathlib import Path

from infra.commands.screen import CannotGoOn
from infra.operate.asset.desk import Desk, Output
from infra.operate.asset.write import write
from twofold.assets.model import Asset
from twofold.assets.nfc.authenticated_sheet import AuthenticatedSign, authenticated_sheet, key_sheet
from twofold.assets.nfc.chips import chip_named
from twofold.assets.nfc.instructions import authenticated_instructions, sign_instructions
from twofold.assets.nfc.mirror import Mirror
from twofold.assets.nfc.sheet import Sign, sign_sheet

AUTHENTICATED = "ntag424"
"""NTAG 424 DNA: it proves its taps."""

MIRRORS = {"uid": Mirror.UID, "counter": Mirror.COUNTER, "both": Mirror.UID_AND_COUNTER}
"""What an open tag may put into its link by itself."""


def tagged(desk: Desk, asked: Namespace) -> Output:
    assets = [desk.register.current(asset_id) for asset_id in asked.ids]
    for asset in assets:
        if asset.kind != "nfc":
            raise CannotGoOn(
                f"{asset.asset_id} is no NFC sign but {asset.kind}: a tag of it would be counted wrongly."
            )
    files = (_authenticated if asked.tag == AUTHENTICATED else _open)(desk, asked, assets)
    for file, content, secret in files:
        write(file, content, secret=secret)
    names = [str(file) for file, _, _ in files]
    return Output("\n".join(names), names)


Files = list[tuple[Path, bytes, bool]]
"""Where, what, and whether it is a secret."""


def _open(desk: Desk, asked: Namespace, assets: list[Asset]) -> Files:
    chip, mirror = chip_named(asked.tag), MIRRORS.get(asked.mirror)
    for asset in assets:
        if asset.asks_for_tap:
            raise CannotGoOn(
                f"--tag: {asset.asset_id} asks for a proof of the tap, which an {chip.name} cannot give; "
                f"take --tag {AUTHENTICATED}, or change it: edit {asset.asset_id} --proof none"
            )
    signs = [
        Sign(name=asset.name, place=asset.place, link=f"{desk.site}/{desk.slug(asset)}") for asset in assets
    ]
    how = sign_instructions(len(signs), chip, mirror)
    return [
        (asked.out, sign_sheet(signs, chip, mirror).encode("utf-8-sig"), False),
        (asked.out.with_suffix(".md"), how.encode(), False),
    ]


def _authenticated(desk: Desk, asked: Namespace, assets: list[Asset]) -> Files:
    if asked.mirror:
        raise CannotGoOn(f"--mirror: an {AUTHENTICATED} mirrors by itself; leave it out.")
    signs = [
        AuthenticatedSign(
            name=asset.name,
            place=asset.place,
            site=desk.site,
            slug=desk.slug(asset),
            keys=desk.keys(asset.asset_id),
        )
        for asset in assets
    ]
    return [
        (asked.out, authenticated_sheet(signs).encode("utf-8-sig"), False),
        (asked.out.with_suffix(".keys.csv"), key_sheet(signs).encode("utf-8-sig"), True),
        (asked.out.with_suffix(".md"), authenticated_instructions(len(signs)).encode(), False),
    ]
