"""What is handed over for a sign-up: links that are a lead's own, and end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from tests.fakes.samples import BUFFET
from tests.fakes.world import World
from twofold.campaigns.offer import LeadMagnet
from twofold.contracts.errors import Gone, NotFound
from twofold.leads.magnet.hand_over import HandOver
from twofold.leads.magnet.open import OpenMagnet
from twofold.leads.magnet.token import Claim, MagnetTokens

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TOKENS = MagnetTokens(b"k" * 32)
CLAIM = Claim(lead_id="lead-1", campaign_id=BUFFET.campaign_id, until=AT + timedelta(days=7))
GUIDE = LeadMagnet(title={"en": "Spice guide", "pl": "Przewodnik"}, url="https://brand.example/guide.pdf")


class OneCampaign:
    def __init__(self, magnet: LeadMagnet | None) -> None:
        self.magnet = magnet

    def campaign(self, campaign_id: str):
        assert campaign_id == BUFFET.campaign_id
        return replace(BUFFET, magnet=self.magnet)


class Bucket:
    def address(self, file: str) -> str:
        return f"https://bucket.example/{file}?signed"


def opened(magnet: LeadMagnet | None, token: str, at: datetime = AT) -> str:
    campaigns = OneCampaign(magnet)
    return OpenMagnet(campaigns=campaigns, tokens=TOKENS, shelf=Bucket(), clock=lambda: at)(token)


def test_a_token_says_what_was_written():
    assert TOKENS.read(TOKENS.write(CLAIM), AT) == CLAIM


def test_a_token_is_at_home_in_an_address():
    assert TOKENS.write(CLAIM).replace("-", "").replace("_", "").isalnum()


def test_a_token_ends():
    token = TOKENS.write(CLAIM)
    assert TOKENS.read(token, CLAIM.until - timedelta(seconds=1)) == CLAIM
    with pytest.raises(Gone):
        TOKENS.read(token, CLAIM.until)


def test_no_letter_of_a_token_can_be_another():
    token = TOKENS.write(CLAIM)
    for place, letter in enumerate(token):
        forged = token[:place] + ("A" if letter != "A" else "B") + token[place + 1 :]
        with pytest.raises(NotFound):
            TOKENS.read(forged, AT)


def test_another_deployment_s_token_is_none():
    with pytest.raises(NotFound):
        TOKENS.read(MagnetTokens(b"x" * 32).write(CLAIM), AT)


@given(st.text(max_size=600))
def test_whatever_else_stands_there_is_not_found(text: str):
    with pytest.raises(NotFound):
        TOKENS.read(text, AT)


def test_a_link_leads_to_the_campaign_s_address():
    assert opened(GUIDE, TOKENS.write(CLAIM)) == GUIDE.url


def test_a_file_is_fetched_from_the_deployment_s_own_bucket():
    file = replace(GUIDE, url=None, file="buffet-20/guide.pdf")
    assert opened(file, TOKENS.write(CLAIM)) == "https://bucket.example/buffet-20/guide.pdf?signed"


@pytest.mark.parametrize("magnet", [None, replace(GUIDE, url=None)])
def test_what_a_campaign_hands_over_no_more_is_gone(magnet: LeadMagnet | None):
    with pytest.raises(Gone):
        opened(magnet, TOKENS.write(CLAIM))


def test_the_answer_of_a_confirmation_carries_a_link_of_the_lead_s_own(world: World):
    hand_over = HandOver(campaigns=OneCampaign(GUIDE), tokens=TOKENS, site="https://site.example")
    challenge_id, outcome = _confirmed(world)
    challenge = world.books.challenges.find(challenge_id)
    magnet = hand_over(outcome, challenge).magnet
    assert magnet is not UNSET
    assert magnet.title == "Spice guide"
    claim = TOKENS.read(magnet.url.removeprefix("https://site.example/m/"), world.clock())
    assert (claim.lead_id, claim.campaign_id) == (outcome.lead.lead_id, BUFFET.campaign_id)
    world.clock.forward(minutes=5)
    assert hand_over(outcome, challenge).magnet == magnet


def test_a_campaign_without_one_hands_nothing_over(world: World):
    hand_over = HandOver(campaigns=OneCampaign(None), tokens=TOKENS, site="https://site.example")
    challenge_id, outcome = _confirmed(world)
    assert hand_over(outcome, world.books.challenges.find(challenge_id)) == outcome


@pytest.mark.parametrize(
    ("locale", "title"), [("pl", "Przewodnik"), ("pl-PL", "Przewodnik"), ("de", "Spice guide")]
)
def test_it_is_called_what_it_is_in_the_visitor_s_language(world: World, locale: str, title: str):
    hand_over = HandOver(campaigns=OneCampaign(GUIDE), tokens=TOKENS, site="https://site.example")
    challenge_id, outcome = _confirmed(world)
    challenge = world.books.challenges.find(challenge_id)
    spoken = replace(challenge, evidence=replace(challenge.evidence, locale=locale))
    magnet = hand_over(outcome, spoken).magnet
    assert magnet is not UNSET
    assert magnet.title == title


def _confirmed(world: World):
    challenge_id = world.join()
    return challenge_id, world.guess(challenge_id)
