"""Following the link of a lead magnet."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ASSETS, BUFFET, SITE
from tests.fakes.stored import put_asset
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.secrets import derive_key
from twofold.campaigns.offer import LeadMagnet
from twofold.contracts.instants import now
from twofold.leads.magnet.token import Claim, MagnetTokens

GUIDE = LeadMagnet(title={"en": "The spice guide"}, url="https://brand.example/guide.pdf", days=7)


def follow(house: House, token: str, **headers: str) -> Answered:
    return house.ask("register_leads", sample_events.http("magnet", token=token, headers=headers))


def token(campaign_id: str, days: int = 7) -> str:
    claim = Claim(lead_id="lead-1", campaign_id=campaign_id, until=now() + timedelta(days=days))
    return MagnetTokens(derive_key("root", "magnet")).write(claim)


def campaign(magnet: LeadMagnet | None, name: str) -> str:
    DynamoCampaignBook().put(replace(BUFFET, campaign_id=name, magnet=magnet))
    put_asset(
        replace(ASSETS["ast_landing"], asset_id=f"ast_{name}", campaign_id=name, slug=None, keyword=None)
    )
    return name


def test_the_link_of_a_confirmation_leads_to_what_was_promised(house: House):
    campaign(GUIDE, "giving")
    body = {"asset_id": "ast_giving", "phone": "+48605111222"}
    body |= {"consent": {"version": "2026-11-1", "accepted": True}}  # type: ignore[dict-item]
    challenge_id = house.ask("register_leads", sample_events.http("sign_up", body=body)).json["challenge_id"]
    house.send("signup.requested.v1")
    told = house.confirm(challenge_id, house.text("+48605111222")[:6]).json["magnet"]
    assert told["title"] == "The spice guide"
    assert told["url"].startswith(f"{SITE}/m/")
    answered = follow(house, told["url"].removeprefix(f"{SITE}/m/"))
    assert (answered.status, answered.headers["location"]) == (302, GUIDE.url)
    assert answered.headers["cache-control"] == "no-store"


def test_a_file_is_fetched_from_the_bucket_for_some_minutes(house: House):
    name = campaign(replace(GUIDE, url=None, file="filed/guide.pdf"), "filed")
    told = follow(house, token(name))
    assert told.status == 302
    link = urlsplit(told.headers["location"])
    assert link.path.endswith("/magnets-of-the-tests/magnets/filed/guide.pdf")
    assert "X-Amz-Signature=" in link.query


@pytest.mark.parametrize("locale", ["en", "de", "vi"])
def test_a_link_that_is_over_says_so_to_people(house: House, locale: str):
    told = follow(house, token(campaign(GUIDE, "late"), days=-1), **{"accept-language": locale})
    assert told.status == 410
    assert f'<html lang="{locale}">' in told.text


def test_a_link_that_somebody_changed_is_none(house: House):
    written = token(campaign(GUIDE, "signed"))
    told = follow(house, written[:-2] + ("AA" if written[-2:] != "AA" else "BB"))
    assert told.status == 404
    assert "text/html" in told.headers["content-type"]


def test_looking_changes_nothing(house: House):
    name = campaign(GUIDE, "looked")
    house.aws.calls.clear()
    assert follow(house, token(name)).status == 302
    assert {call.rpartition(".")[2] for call in house.aws.operations()} <= {"GetItem"}


def test_a_campaign_that_gives_nothing_any_more_says_so(house: House):
    assert follow(house, token(campaign(None, "empty"))).status == 410
