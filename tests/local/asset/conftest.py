"""A deployment with the sample's assets, to say commands to."""

import json

import pytest

from infra.operate.asset.carry_out import carry_out
from infra.operate.asset.desk import Desk
from infra.operate.asset.options import parser
from tests.fakes.assets import InMemoryAssetRegister
from tests.fakes.campaigns import InMemoryCampaignBook
from tests.fakes.memory import Memory
from tests.fakes.samples import ASSETS, BUFFET, SHOP
from tests.fakes.visits import InMemoryVisits
from tests.local.asset.saying import AT, SITE
from twofold.assets.links import draw_slug
from twofold.assets.nfc.keys import TagKeys
from twofold.assets.sync import SyncAsset


@pytest.fixture
def memory():
    memory = Memory()
    memory.campaigns[BUFFET.campaign_id] = BUFFET
    sync = SyncAsset(register=InMemoryAssetRegister(memory), draw_slug=draw_slug, clock=lambda: AT)
    for asset in ASSETS.values():
        sync(asset)
    return memory


@pytest.fixture
def make(memory):
    """Say it as after `make asset ARGS=`; the answer is what scripts get, or people with `text=True`."""
    desk = Desk(
        register=InMemoryAssetRegister(memory),
        campaigns=InMemoryCampaignBook(memory),
        counts=InMemoryVisits(memory),
        keys=lambda asset_id: TagKeys(meta=asset_id.encode().ljust(16)[:16], file=bytes(16)),
        site=SITE,
        env="dev",
        shop_origins=(SHOP,),
        clock=lambda: AT,
    )

    def say(*arguments, text=False):
        told = carry_out(desk, parser(None).parse_args([*map(str, arguments)]))
        return told.text if text else json.loads(json.dumps(told.data))

    return say
