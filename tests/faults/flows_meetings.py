"""How people meet an asset: by its link, by a tap of an authenticated sign, and what a tap opens."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.fakes.stored import put_asset
from tests.fakes.tags import SoftTag
from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import People, fresh_address, fresh_number
from tests.faults.platform import Handle, insist, insist_on, request
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.items import LedgerItem, MetricItem, TagItem, TapItem
from twofold.adapters.dynamodb.taps import DynamoTapBook
from twofold.adapters.tag_keys import tag_keys
from twofold.assets.create import draw_asset_id
from twofold.assets.links import draw_slug
from twofold.assets.model import Asset
from twofold.contracts import events
from twofold.contracts.events import AssetVisited
from twofold.contracts.instants import now
from twofold.leads.model import Challenge
from twofold.leads.phone import Phone
from twofold.visits.model import Visit, draw_visit_id
from twofold.visits.tap import Tap

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
UID = bytes.fromhex("04DE5F1EACC040")


@dataclass(frozen=True)
class Sign:
    """An asset of its own, so that what is counted there is this scene's alone."""

    people: People
    asset: Asset

    @classmethod
    def put(cls, people: People, **fields: Any) -> "Sign":
        people.attach()
        kind: Any = {"kind": "nfc", "name": "till", "slug": draw_slug(), **fields}
        asset = Asset(asset_id=draw_asset_id("nfc"), campaign_id=people.campaign.campaign_id, **kind)
        put_asset(asset)
        return cls(people, asset)

    def tag(self) -> SoftTag:
        keys = tag_keys(self.people.process.twin.stack.outputs["SecretNames"]["root"], self.asset.asset_id)
        return SoftTag(UID, keys.meta, keys.file)

    def tapped(self) -> str:
        """The visit of a genuine tap of a moment ago."""
        visit = Visit(
            visit_id=draw_visit_id(),
            origin=self.asset.origin,
            kind="tapped",
            device="phone",
            at=now(),
            verified=True,
        )
        tap = Tap(
            asset_id=self.asset.asset_id, uid=UID.hex(), counter=1, visit_id=visit.visit_id, at=visit.at
        )
        assert DynamoTapBook(self.people.connection).prove(tap, visit, ())
        return visit.visit_id

    def challenge(self, phone: Phone, tap: str) -> Challenge:
        """A number that was left for a tap."""
        made, _ = self.people.challenge(phone)
        challenge = replace(made, challenge_id=f"{made.challenge_id}t", origin=self.asset.origin, tap=tap)
        book, at = DynamoChallengeBook(self.people.connection), challenge.sent_at
        book.open(challenge, challenge.asked(at), (), at)
        return challenge

    def told(self) -> list[AssetVisited]:
        found = [events.read(item.event) for item in LedgerItem.scan(LedgerItem.type == AssetVisited.type)]
        return [
            e.data for e in found if e.asset_id == self.asset.asset_id and isinstance(e.data, AssetVisited)
        ]

    def counted(self) -> Counter[str]:
        total: Counter[str] = Counter()
        for item in MetricItem.query(f"asset#{self.asset.asset_id}"):
            total[item.bucket.split("#")[1]] += int(item.number)
        return total

    def taps(self) -> list[TapItem]:
        return list(TapItem.scan(TapItem.asset_id == self.asset.asset_id))

    def counters(self) -> list[int]:
        marks = TagItem.scan(TagItem.tag_id.startswith(f"tag#{self.asset.asset_id}#"))
        return [int(item.counter) for item in marks]


def get(handle: Handle, path: str, address: str, query: dict[str, str]) -> dict[str, Any]:
    """A page that a person on a phone opens."""

    def asked(event: dict[str, Any]) -> Any:
        return handle(event | {"queryStringParameters": query})

    return request(asked, "GET", path, address=address, user_agent=PHONE)


def _meeting(
    sign: Sign, path: str, query: dict[str, str], judge: Callable[[str, Point | None], None]
) -> Scene:
    address = fresh_address()

    def play(handle: Handle) -> dict[str, Any]:
        return insist_on(lambda: get(handle, path, address, query))

    def look(answer: dict[str, Any], found: Audit, point: Point | None) -> None:
        assert answer["statusCode"] == 302
        page, _, visit_id = answer["headers"]["Location"].partition("?tf_visit=")
        assert page.endswith(f"/j/{sign.asset.asset_id}")
        kinds = Counter("unverified" if told.verified is False else told.kind for told in sign.told())
        assert kinds == sign.counted(), "each visit is an event and a count, or neither"
        assert kinds.total() <= 2, "one that was not heard of, and one that was"
        judge(visit_id, point)

    return Scene(fresh_number(), play, look)


def _open_link(people: People) -> Scene:
    sign = Sign.put(people, kind="qr", name="window")

    def judge(visit_id: str, point: Point | None) -> None:
        assert point or (visit_id and len(sign.told()) == 1)

    return _meeting(sign, f"/{sign.asset.slug}", {}, judge)


def _tap(people: People) -> Scene:
    sign = Sign.put(people, proof="tap")
    picc, mac = sign.tag().tap()

    def judge(visit_id: str, point: Point | None) -> None:
        proved = [told for told in sign.told() if told.verified]
        assert len(proved) == len(sign.taps()) == len(sign.counters()) <= 1, "a tap proves one visit"
        assert point or f"tap#{visit_id}" in {item.tag_id for item in sign.taps()}

    return _meeting(sign, f"/n/{sign.asset.slug}", {"p": picc, "c": mac}, judge)


def _sign_up(people: People) -> Scene:
    sign, phone, address = Sign.put(people, proof="tap"), fresh_number(), fresh_address()
    body = people.signup(phone) | {"asset_id": sign.asset.asset_id, "visit_id": sign.tapped()}

    def play(handle: Handle) -> tuple[int, Any]:
        return insist(lambda: request(handle, "POST", "/v1/signups", body, address=address))

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, told = answer
        assert status == 202
        assert told["challenge_id"] in {c.challenge_id for c in found.challenges}
        assert {c.tap for c in found.challenges} == {body["visit_id"]}
        assert [tap.lead_id for tap in sign.taps()] == [None], (
            "who only left a number has not used the tap up"
        )

    return Scene(phone, play, judge)


def _confirm(people: People) -> Scene:
    sign, phone = Sign.put(people, proof="tap"), fresh_number()
    challenge = sign.challenge(phone, sign.tapped())
    path = f"/v1/signups/{challenge.challenge_id}/confirmation"
    body = {"code": people.digits(challenge.challenge_id)}

    def play(handle: Handle) -> tuple[int, Any]:
        return insist(lambda: request(handle, "POST", path, body))

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, told = answer
        assert status == 200
        assert [code.code for code in found.codes] == [told["discount"]["code"]], "one code, and it was told"
        assert [tap.lead_id for tap in sign.taps()] == [people.lead_id(phone)]

    return Scene(phone, play, judge)


FLOWS = (
    Flow("visit by a link", "serve_pages", _open_link, 50),
    Flow("tap", "register_leads", _tap, 62),
    Flow("sign-up with a tap", "register_leads", _sign_up, 62),
    Flow("confirmation with a tap", "register_leads", _confirm, 90),
)
