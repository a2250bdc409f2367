"""Who confirms when there is no code to be had: a lead all the same, who is told why."""

import json
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, BEN, BUFFET, LANDING
from tests.fakes.stored import put_asset
from tests.functions.house import House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.items import ChallengeItem
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.campaigns.words.speak import ours
from twofold.messages.texts.defaults import default_template

SCARCE: dict[str, dict[str, Any]] = {
    "promised": {"pool": CodePool()},
    "used_up": {"limits": CodeLimits(codes=1)},
}
"""A pool that nothing was delivered into; one code, which the first lead gets."""


def scarce(house: House, why: str) -> str:
    """An asset of a campaign that has no code any more."""
    DynamoCampaignBook().put(replace(BUFFET, campaign_id=why, **SCARCE[why]))
    put_asset(replace(LANDING, asset_id=f"ast_{why}", campaign_id=why, slug=None, keyword=None))
    if why == "used_up":
        challenge_id, digits = joined(house, f"ast_{why}", BEN)
        assert "discount" in house.confirm(challenge_id, digits).json
    return f"ast_{why}"


def joined(house: House, asset_id: str, phone: str = ANNA) -> tuple[str, str]:
    """The challenge, and its digits."""
    body = json.loads(sample_events.read("http/sign_up")["body"]) | {"phone": phone, "asset_id": asset_id}
    told = house.ask("register_leads", sample_events.http("sign_up", body=body))
    assert told.status == 202, told.text
    house.send("signup.requested.v1")
    return told.json["challenge_id"], house.text(phone)[:6]


@pytest.mark.parametrize("why", sorted(SCARCE))
def test_the_answer_has_no_discount_and_says_why(house: House, why: str):
    told = house.confirm(*joined(house, scarce(house, why)))
    assert (told.status, told.json["no_code"]) == (200, why)
    assert "discount" not in told.json
    assert house.lead().status == "confirmed"


@pytest.mark.parametrize("why", sorted(SCARCE))
@pytest.mark.parametrize("locale", ["en", "pl"])
def test_the_landing_page_says_why_also_without_scripts(house: House, why: str, locale: str):
    asset_id = scarce(house, why)
    challenge_id, digits = joined(house, asset_id)
    form = urlencode({"locale": locale, "code": digits})
    event = sample_events.http("landing_confirm", body=form, asset_id=asset_id, challenge_id=challenge_id)
    told = house.ask("register_leads", event | {"isBase64Encoded": False})
    assert told.status == 200
    assert ours(locale)["no_code_heading"] in told.text
    assert ours(locale)[f"no_code_{why}"] in told.text
    assert "ticket" not in told.text


@pytest.mark.parametrize("why", sorted(SCARCE))
@pytest.mark.parametrize("by", ["reply", "code"])
def test_a_text_says_why_in_their_language_to_whoever_joined_by_one(house: House, why: str, by: str):
    challenge_id, digits = joined(house, scarce(house, why))
    house.confirm(challenge_id, digits)
    ChallengeItem(challenge_id=challenge_id).update([ChallengeItem.by.set(by)])
    texts = len(house.aws.texts)
    assert house.send(f"code.{why}.v1") == {"batchItemFailures": []}
    if by == "reply":
        assert house.send("message.planned.v1") == {"batchItemFailures": []}
    said = [words for _, words in house.aws.texts[texts:]]
    told = default_template(why, "pl") or ""
    assert said == ([told.replace("{brand}", BUFFET.brand)] if by == "reply" else [])
