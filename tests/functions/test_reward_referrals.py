"""Rewards for friends, as the bus hands their events over."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from msgspec import json as wire

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, BEN, BUFFET
from tests.functions.house import House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.secrets import derive_key
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts.errors import Unavailable
from twofold.leads.verification import VerificationKey
from twofold.referrals.ports import ReferralMoved


@pytest.fixture
def paying(house: House) -> House:
    """The campaign pays for friends."""
    DynamoCampaignBook().put(replace(BUFFET, referral=ReferralOffer()))
    house.boot("register_leads")
    return house


def joined(house: House, phone: str, **fields: str) -> str:
    """A sign-up to its end; answers the link to bring friends with."""
    body = json.loads(sample_events.read("http/sign_up")["body"]) | {"phone": phone, **fields}
    told = house.ask("register_leads", sample_events.http("sign_up", body=body))
    challenge_id = str(told.json["challenge_id"])
    digits = VerificationKey(derive_key("root", "verification")).digits(challenge_id)
    return str(house.confirm(challenge_id, digits).json["referral_url"])


def heard(house: House, phone: str) -> dict[str, Any]:
    """The event that a phone became a lead, as the rule hands it over."""
    rows = (row for row in house.ledger() if row["type"] == "lead.confirmed.v1")
    detail = next(row["event"] for row in rows if row["subject_id"] == house.lead_id(phone))
    sample = sample_events.read("bus/lead.confirmed.v1")
    return {**sample, "detail": wire.decode(detail)}


def test_a_friend_by_a_lead_s_link_earns_them_a_code(paying: House, log: io.StringIO):
    slug = joined(paying, ANNA).rpartition("/")[2]
    joined(paying, BEN, referral=slug)
    paying.boot("reward_referrals")(heard(paying, BEN))
    assert len(paying.lead(ANNA).codes) == 2
    line = json.loads(log.getvalue().splitlines()[-1])
    assert (line["message"], line["outcome"]) == ("heard", "rewarded")


def test_the_same_event_again_is_seen(paying: House, log: io.StringIO):
    joined(paying, BEN, referral=joined(paying, ANNA).rpartition("/")[2])
    for _ in range(2):
        paying.boot("reward_referrals")(heard(paying, BEN))
    assert json.loads(log.getvalue().splitlines()[-1])["outcome"] == "seen"
    assert len(paying.lead(ANNA).codes) == 2


def test_what_earns_nothing_is_no_failure_and_its_reason_is_logged(paying: House, log: io.StringIO):
    joined(paying, BEN, referral="RZZZZZZZZZZZ")
    paying.boot("reward_referrals")(heard(paying, BEN))
    assert json.loads(log.getvalue().splitlines()[-1])["outcome"] == "unknown_link"


def test_a_campaign_that_is_gone_is_no_failure_either(paying: House, log: io.StringIO):
    event = heard_of(paying)
    event["detail"]["campaign_id"] = "gone"
    paying.boot("reward_referrals")(event)
    assert json.loads(log.getvalue().splitlines()[-1])["outcome"] == "campaign_not_found"


def heard_of(paying: House) -> dict[str, Any]:
    joined(paying, BEN, referral=joined(paying, ANNA).rpartition("/")[2])
    return heard(paying, BEN)


def test_what_may_go_well_later_is_handed_back_to_lambda(paying: House, monkeypatch: pytest.MonkeyPatch):
    def moved(*given: object) -> None:
        raise ReferralMoved

    event = heard_of(paying)
    monkeypatch.setattr("twofold.adapters.dynamodb.referrals.DynamoReferralBook.reward", moved)
    with pytest.raises(Unavailable):
        paying.boot("reward_referrals")(event)


def test_an_event_of_another_kind_is_none_of_its_business(paying: House, log: io.StringIO):
    paying.boot("reward_referrals")(sample_events.read("bus/code.issued.v1"))
    assert json.loads(log.getvalue().splitlines()[-1])["outcome"] == "not_ours"


def test_the_text_that_tells_of_it_is_planned(paying: House):
    paying.boot("reward_referrals")(heard_of(paying))
    assert paying.send("referral.completed.v1") == {"batchItemFailures": []}
    (planned,) = [row for row in paying.aws.rows("messages") if row["template"] == "referral"]
    assert (planned["lead_id"], planned["message_class"]) == (paying.lead_id(ANNA), "marketing")
