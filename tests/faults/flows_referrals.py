"""Friends who come by a lead's link: the link that a confirmation makes, and the reward as Lambda hands it over."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.faults import flows_answers, flows_visitors
from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import ASSET, People, fresh_number
from tests.faults.platform import Handle, invoke
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.items import AssetLinkItem, MetricItem
from twofold.adapters.dynamodb.referrals import DynamoReferralBook
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts import events
from twofold.contracts.events import CodeRedeemed, Envelope, EventData, LeadConfirmed
from twofold.contracts.instants import now
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin, record
from twofold.referrals.model import Friend

UNKNOWN = "RZZZZZZZZZZZ"


def paying(people: People, **deal: Any) -> People:
    """From now on, the campaign pays for friends."""
    people.attach()
    campaign = replace(people.campaign, referral=ReferralOffer(**deal))
    DynamoCampaignBook().put(campaign)
    return replace(people, campaign=campaign)


def referrer(people: People) -> tuple[Phone, str]:
    """A lead, and the slug of their link."""
    phone = fresh_number()
    confirmation, _ = people.lead(phone)
    assert isinstance(confirmation.referral_url, str)
    return phone, confirmation.referral_url.rpartition("/")[2]


def confirmed(people: People, friend: Phone, slug: str) -> Envelope:
    """What a friend's confirmation tells."""
    return _told(people, friend, LeadConfirmed(challenge_id="c", consent_version="1", referral=slug))


def redeemed(people: People, friend: Phone, slug: str) -> Envelope:
    """What their first redemption tells."""
    spent = {"code": "X", "redemption_id": "X.2", "order_id": "o", "amount": 1, "currency": "EUR"}
    return _told(people, friend, CodeRedeemed(**spent, referral=slug))  # type: ignore[arg-type]


def friend_of(people: People, friend: Phone) -> Friend | None:
    people.attach()
    book = DynamoReferralBook(people.connection)
    return book.friend(people.lead_id(friend), people.campaign.campaign_id)


def bring(event: Envelope) -> Callable[[Handle], bool]:
    """As the rule hands it over."""
    return lambda handle: invoke(handle, {"detail": json.loads(events.write(event))})


def _told(people: People, friend: Phone, data: EventData) -> Envelope:
    origin = Origin(campaign_id=people.campaign.campaign_id, asset_id=ASSET)
    return record(data, subject=people.lead_id(friend), version=1, at=now(), origin=origin)


def _confirm(people: People) -> Scene:
    return _with_link(paying(people), flows_visitors.confirm)


def _yes(people: People) -> Scene:
    return _with_link(paying(people), flows_answers.yes)


def _with_link(people: People, flow: Callable[[People], Scene]) -> Scene:
    scene = flow(people)

    def judge(answer: Any, found: Audit, point: Point | None) -> None:
        scene.judge(answer, found, point)
        mine = [link for link in AssetLinkItem.scan() if link.referrer == people.lead_id(scene.phone)]
        assert len(mine) == 1, "one link of their own"

    return replace(scene, judge=judge)


def _reward(people: People) -> Scene:
    people = paying(people)
    phone, slug = referrer(people)
    friend = fresh_number()
    return Scene(phone, bring(confirmed(people, friend, slug)), _rewarded(people, friend))


def _reward_later(people: People) -> Scene:
    """By the redemption, after the friend was remembered."""
    people = paying(people, after="redemption")
    phone, slug = referrer(people)
    friend = fresh_number()
    lead_id = people.lead_id(phone)
    origin = Origin(campaign_id=people.campaign.campaign_id, asset_id=ASSET)
    known = Friend(lead_id=people.lead_id(friend), referral=slug, origin=origin, referrer=lead_id)
    DynamoReferralBook(people.connection).keep(known, lead_id, now())
    return Scene(phone, bring(redeemed(people, friend, slug)), _rewarded(people, friend))


def _rewarded(people: People, friend: Phone) -> Callable[[bool, Audit, Point | None], None]:
    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "the event ended among the dead letters"
        assert found.lead
        assert (found.lead.version, len(found.codes), len(found.lead.codes)) == (2, 2, 2), "one code more"
        assert found.count("referral.completed.v1", friend=people.lead_id(friend)) == 1
        decided = friend_of(people, friend)
        assert decided
        assert decided.state == "rewarded"
        assert decided.code in found.lead.codes

    return judge


def _remember(people: People) -> Scene:
    people = paying(people, after="redemption")
    phone, slug = referrer(people)
    friend = fresh_number()

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "the event ended among the dead letters"
        decided = friend_of(people, friend)
        assert decided
        assert (decided.state, decided.referrer) == ("waiting", people.lead_id(phone))
        assert len(found.codes) == 1, "no code yet"

    return Scene(phone, bring(confirmed(people, friend, slug)), judge)


def _refuse(people: People) -> Scene:
    people = paying(people)
    friend = fresh_number()
    before = _refusals(people)

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "the event ended among the dead letters"
        decided = friend_of(people, friend)
        assert decided
        assert (decided.state, decided.reason) == ("refused", "unknown_link")
        assert _refusals(people) == before + 1, "counted once"

    return Scene(friend, bring(confirmed(people, friend, UNKNOWN)), judge)


def _refusals(people: People) -> int:
    people.attach()
    return sum(int(row.number) for row in MetricItem.query(f"referrals#{people.campaign.campaign_id}"))


FLOWS = (
    Flow("confirmation where friends pay", "register_leads", _confirm, 90),
    Flow("yes to an invitation where friends pay", "receive_callbacks", _yes, 100),
    Flow("reward by a confirmation", "reward_referrals", _reward, 86),
    Flow("reward by a redemption", "reward_referrals", _reward_later, 50),
    Flow("friend who is remembered", "reward_referrals", _remember, 74),
    Flow("friend who earns nothing", "reward_referrals", _refuse, 50),
)
