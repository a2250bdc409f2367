"""Making and changing an asset, as an operator's command does: it is run again until it has an answer."""

from typing import Any

from tests.faults.audit import Audit
from tests.faults.faults import Died
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import People, fresh_number
from tests.faults.platform import PATIENT, Handle, NeverAnswered
from twofold.adapters.dynamodb.assets import DynamoAssetLinks, DynamoAssetRegister
from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.assets.change import ChangeAsset
from twofold.assets.create import CreateAsset, draw_asset_id
from twofold.assets.links import draw_slug
from twofold.assets.model import Asset
from twofold.contracts.errors import Conflict, Unavailable
from twofold.contracts.instants import now


def _until_it_is_so(command: Handle, event: dict[str, Any]) -> None:
    for _ in range(PATIENT):
        try:
            command(event)
        except (Died, Unavailable):
            continue
        except Conflict as known:
            if known.code != "asset_taken":
                raise
            # The try before did it, and nobody heard.
        return
    raise NeverAnswered


def _make(event: dict[str, Any]) -> Asset:
    people: People = event["people"]
    people.attach()
    register, campaigns = DynamoAssetRegister(people.connection), DynamoCampaignBook()
    make = CreateAsset(register=register, campaigns=campaigns, draw_slug=draw_slug, clock=now)
    return make(event["asset"])


def _edit(event: dict[str, Any]) -> Asset:
    people: People = event["people"]
    people.attach()
    change = ChangeAsset(register=DynamoAssetRegister(people.connection), clock=now)
    return change(event["asset_id"], event["changes"])


def _an_asset(people: People) -> Asset:
    asset_id, word = draw_asset_id("nfc"), draw_slug() + draw_slug()
    campaign_id = people.campaign.campaign_id
    return Asset(asset_id=asset_id, campaign_id=campaign_id, kind="nfc", name="till", keyword=word)


def _create(people: People) -> Scene:
    event: dict[str, Any] = {"people": people, "asset": _an_asset(people)}

    def judge(answer: Any, found: Audit, point: Point | None) -> None:
        _is_whole(people, event["asset"].asset_id, version=1)

    return Scene(fresh_number(), lambda command: _until_it_is_so(command, event), judge)


def _change(people: People) -> Scene:
    asset = _make({"people": people, "asset": _an_asset(people)})
    changes = {"paused": True, "keyword": draw_slug() + draw_slug()}
    event = {"people": people, "asset_id": asset.asset_id, "changes": changes}

    def judge(answer: Any, found: Audit, point: Point | None) -> None:
        kept = _is_whole(people, asset.asset_id, version=2)
        assert (kept.paused, kept.keyword) == (True, changes["keyword"])
        assert DynamoAssetBook().asset_of(asset.keyword or "") is None, "the word before is free again"

    return Scene(fresh_number(), lambda command: _until_it_is_so(command, event), judge)


def _is_whole(people: People, asset_id: str, *, version: int) -> Asset:
    """The asset with its link, its keyword and one event for each version."""
    people.attach()
    kept = DynamoAssetRegister(people.connection).current(asset_id)
    told = [event.version for event in DynamoLedger().subject(asset_id)]
    assert sorted(told) == list(range(1, version + 1)), "one event for each version"
    assert kept.version == version
    assert DynamoAssetLinks().find(kept.slug or "").asset_id == asset_id
    assert DynamoAssetBook().asset_of(kept.keyword or "") == asset_id
    return kept


FLOWS = (
    Flow("asset made", "no function", _create, 26, _make),
    Flow("asset changed", "no function", _change, 38, _edit),
)
