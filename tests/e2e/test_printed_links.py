"""Each code of a printed batch leads where it should: drawn, read back by another library, and followed."""

from io import BytesIO

import httpx
import pytest
import zxingcpp
from PIL import Image

from tests.faults.people import People
from tests.stack import Stack
from twofold.adapters.dynamodb.assets import DynamoAssetRegister
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.assets.create import CreateAsset, draw_asset_id
from twofold.assets.links import draw_slug, printed
from twofold.assets.model import Asset
from twofold.assets.qr.draw import draw_png
from twofold.contracts.instants import now


def batch(people: People, number: int) -> list[Asset]:
    people.attach()
    create = CreateAsset(
        register=DynamoAssetRegister(people.connection),
        campaigns=DynamoCampaignBook(),
        draw_slug=draw_slug,
        clock=now,
    )
    campaign_id = people.campaign.campaign_id
    return [
        create(Asset(asset_id=draw_asset_id("qr"), campaign_id=campaign_id, kind="qr", name=f"Sticker {n}"))
        for n in range(number)
    ]


@pytest.mark.parametrize("number", [60, pytest.param(1_000, marks=pytest.mark.prove)])
def test_every_code_of_a_batch_leads_to_its_own_page(stack: Stack, people: People, number: int):
    agent = {"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"}
    led: dict[str, str] = {}
    with httpx.Client(headers=agent, timeout=60) as scanner:
        for asset in batch(people, number):
            png = Image.open(BytesIO(draw_png(printed(stack.site, asset.slug or ""), "sticker")))
            (code,) = zxingcpp.read_barcodes(png)
            assert code.text == f"{stack.site}/{asset.slug}".upper()
            answer = scanner.get(code.text)
            assert answer.status_code == 302
            # The visits of one network are counted up to a limit; whoever comes after that is led on all the same.
            led[code.text] = answer.headers["location"].partition("?")[0]
            assert led[code.text] == f"{stack.site}/j/{asset.asset_id}"
    assert len(led) == number
