"""What the stack is told of each text: read by the very adapter that reads the logs of SNS."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import phonenumbers
import pytest

from infra.local.gateway import receipts
from infra.local.gateway.carrier import OUT_OF_ORDER, PRICE
from infra.local.gateway.suggestions import PHONES
from tests.local.cloud import Cloud, Phone, phone_before
from twofold.adapters.callbacks import sns_logs
from twofold.leads.read_phone import read_phone
from twofold.messages.receipts.model import DELIVERED, FAILED, GONE, OPTED_OUT, UNREACHABLE, Receipt

FAULTS = {"000001": UNREACHABLE, "000002": GONE, "000003": OPTED_OUT}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(receipts, "ON_THE_WAY", timedelta(0))
    monkeypatch.setattr(receipts, "PAUSE", 0.01)


def told(cloud: Cloud) -> list[Receipt]:
    return [sns_logs.receipt(line) for event in cloud.invoked for line in sns_logs.lines(event)]


def states(cloud: Cloud, folder, *numbers: str, for_long: float = 0) -> Sequence[tuple[str, str | None]]:
    """How texts to these numbers stand on the phone, once each has been told of (and `for_long` seconds after)."""

    async def watch(phone: Phone) -> list[tuple[str, str | None]]:
        for position, number in enumerate(numbers):
            cloud.send(f"text-{position}", to=number)
        while True:
            async with phone.client.get(f"{phone.url}/messages") as answer:
                texts = await answer.json()
            if texts and all(text["state"] != "sent" for text in texts):
                await asyncio.sleep(for_long)
                return [(text["state"], text.get("why")) for text in texts]
            await asyncio.sleep(0.02)

    async def run() -> list[tuple[str, str | None]]:
        async with phone_before(cloud, folder) as phone:
            return await asyncio.wait_for(watch(phone), 20)

    return asyncio.run(run())


def test_a_text_is_delivered_with_its_price_and_parts(tmp_path):
    cloud = Cloud()
    cloud.send("long", text="x" * 161)
    assert states(cloud, tmp_path) == [("delivered", None)]
    (receipt,) = told(cloud)
    assert (receipt.state, receipt.provider_id, receipt.recipient) == (DELIVERED, "long", "+48601234567")
    assert (receipt.parts, receipt.price) == (2, 2 * int(PRICE * 1_000_000))


@pytest.mark.parametrize("end", OUT_OF_ORDER)
def test_a_phone_that_is_out_of_order_fails_with_a_reason_that_the_stack_understands(tmp_path, end):
    cloud = Cloud()
    assert states(cloud, tmp_path, f"+49151{end.zfill(8)}") == [("failed", OUT_OF_ORDER[end])]
    assert [(receipt.state, receipt.fault) for receipt in told(cloud)] == [(FAILED, FAULTS[end])]


@pytest.mark.parametrize("end", OUT_OF_ORDER)
def test_a_phone_that_is_out_of_order_may_sign_up(end):
    assert read_phone(PHONES + end, served=("PL",), country=None).country == "PL"
    assert phonenumbers.is_valid_number(phonenumbers.parse(PHONES + end))


def test_each_text_is_told_of_once(tmp_path):
    cloud = Cloud()
    states(cloud, tmp_path, *(f"+4860{n:07d}" for n in range(100, 160)), for_long=0.3)
    assert sorted(receipt.provider_id for receipt in told(cloud)) == sorted(f"text-{n}" for n in range(60))
    assert max(len(sns_logs.lines(event)) for event in cloud.invoked) <= receipts.AT_ONCE


def test_a_gateway_that_was_started_anew_does_not_tell_it_again(tmp_path):
    cloud = Cloud()
    states(cloud, tmp_path, "+48601234567")
    states(cloud, tmp_path, for_long=0.3)
    assert len(told(cloud)) == 1


def test_what_the_emulator_did_not_take_is_told_later(tmp_path, monkeypatch):
    monkeypatch.setattr(receipts, "AFTER_A_FAULT", 0.01)
    cloud = Cloud(broken=2)
    assert states(cloud, tmp_path, "+48601234567") == [("delivered", None)]
    assert len(told(cloud)) == 1


def test_the_phone_watches_from_before_the_first_deploy(tmp_path):
    cloud = Cloud()
    cloud.send("a")

    async def deploy_later() -> None:
        async with phone_before(cloud, tmp_path, deployed=False) as phone:
            await asyncio.sleep(0.5)
            phone.deploy()
            while not cloud.invoked:
                await asyncio.sleep(0.02)

    asyncio.run(asyncio.wait_for(deploy_later(), 20))
    assert [receipt.provider_id for receipt in told(cloud)] == ["a"]


def test_nothing_is_told_before_it_was_on_its_way_for_a_while(tmp_path, monkeypatch):
    monkeypatch.setattr(receipts, "ON_THE_WAY", timedelta(hours=1))
    cloud = Cloud()
    with pytest.raises(TimeoutError):
        asyncio.run(_for_a_moment(cloud, tmp_path))
    assert not cloud.invoked


async def _for_a_moment(cloud: Cloud, folder) -> None:
    cloud.send("a")
    async with phone_before(cloud, folder):
        await asyncio.wait_for(asyncio.Event().wait(), 0.8)
