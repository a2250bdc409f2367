"""Puts a campaign and its assets into a deployment: `make seed FILE=campaign.json`; without FILE, the sample.

One whose messages break a rule is refused, with every finding. Advice does not stop it, nor an end that has passed:
both are told. Automations that every campaign has are put in, switched on, where it lacks them; what stands under their
names already, changed or switched off, stays as it is.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from infra.commands.screen import CannotGoOn
from infra.local.workspace import Workspace
from infra.operate.automation_desk import saver
from infra.operate.books import Books
from infra.operate.campaign_file import insist, look
from infra.operate.campaign_file.messages import check, found_in
from infra.operate.collisions import Collisions
from infra.operate.deployment import attached, known
from infra.operate.lowered import LowerLimits
from infra.operate.presets import PutPresetsIn
from twofold.adapters.dynamodb.assets import DynamoAssetLinks
from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.assets.links import draw_slug
from twofold.assets.model import Asset
from twofold.assets.ports import AssetRegister
from twofold.assets.sync import SyncAsset
from twofold.campaigns.check.over import over
from twofold.campaigns.check.pace import elsewhere
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import DomainError, NotFound
from twofold.contracts.instants import now
from twofold.messages.texts.findings import errors
from twofold.messages.texts.samples import SITE

SAMPLE = Path(__file__).parent / "campaigns" / "buffet.json"


def seed(
    file: Path,
    register: AssetRegister,
    site: str = SITE,
    lower: LowerLimits | None = None,
    *,
    env: str = "local",
    install: Callable[[str], object] | None = None,
) -> dict[str, str]:
    """Write the campaign of `file` and its assets over what is there; answer the asset ids by name.

    `lower` sees to limits that are lower than those that were there, `install` to the automations that every campaign
    has; `env` is the deployment's environment.
    """
    campaign, assets, faults, readable = look(file)
    faults += [] if env == "local" else elsewhere("campaign", campaign)
    if faults:
        insist(file, [*faults, *map(str, errors(found_in(campaign, site)) if readable else ())])
    for advice in (*check(file, campaign, site), *over("campaign", campaign, now())):
        print(f"  {advice}", file=sys.stderr)
    _insist_on_its_own(file, assets, register)
    before = _standing(campaign.campaign_id) if lower else None
    DynamoCampaignBook().put(campaign)
    sync = SyncAsset(register=register, draw_slug=draw_slug, clock=now)
    for position, asset in enumerate(assets):
        try:
            sync(asset)
        except DomainError as refusal:
            raise CannotGoOn(_overtaken(file, position, refusal)) from None
    if lower:
        lower(before, campaign)
    if install:
        install(campaign.campaign_id)
    return {asset.name: asset.asset_id for asset in assets}


def _standing(campaign_id: str) -> Campaign | None:
    try:
        return DynamoCampaignBook().campaign(campaign_id)
    except NotFound:
        return None


def _insist_on_its_own(file: Path, assets: list[Asset], register: AssetRegister) -> None:
    # Before anything is written, so that a campaign is there with all of its assets or not at all.
    collisions = Collisions(
        register=register, links=DynamoAssetLinks(), keyword_of=DynamoAssetBook().asset_of
    )
    if found := list(collisions(assets)):
        raise CannotGoOn("\n    ".join((f"{file}: some of it is another's, so nothing was written.", *found)))


def _overtaken(file: Path, position: int, refusal: DomainError) -> str:
    """Somebody took it between the look and the write."""
    return (
        f"{file}: assets[{position}].{refusal.field or 'asset_id'}: {refusal.detail}\n"
        "  What stands above it in the file is written; mend it and run this again."
    )


def sample(env: str) -> Path:
    """On this machine, the one that `make up` made, whose widget stands in the demo shop."""
    here = Workspace.current().path("campaign.json")
    return here if env == "local" and here.is_file() else SAMPLE


def main() -> None:
    parser = argparse.ArgumentParser(prog="make seed", description=__doc__)
    parser.add_argument(
        "file", nargs="?", type=Path, help="a campaign with its assets, as JSON (default: the sample)"
    )
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    arguments = parser.parse_args()
    with attached(arguments.env) as deployment:
        file = arguments.file or sample(arguments.env)
        books, site = Books(deployment), known(arguments.env).site.url
        lower, install = LowerLimits(books.parts), PutPresetsIn(saver(deployment, arguments.env))
        put = seed(file, books.register, site, lower, env=arguments.env, install=install)
        print(json.dumps(put))


if __name__ == "__main__":
    main()
