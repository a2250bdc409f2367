"""A lead who is erased leaves a mark that every use case understands, and nothing else in any table."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import boto3
import pytest
from pynamodb.expressions.update import Action

from tests.fakes.aws import FakeAws
from tests.fakes.erasing import Erasing, leave_traces
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.packing import said
from tests.fakes.samples import ANNA
from tests.fakes.tables import SETTINGS
from tests.fakes.world import World
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.items import CartItem, MessageItem, OrderItem
from twofold.adapters.dynamodb.keeping import DynamoKeeping
from twofold.adapters.dynamodb.transaction import Transaction
from twofold.contracts.errors import NotFound, PreconditionFailed, Unavailable
from twofold.contracts.events import CodePromised, MessageBlocked
from twofold.leads.ports import LeadMoved
from twofold.ledger.record import Origin, record
from twofold.privacy.model import Erasure

PERSONAL = (ANNA[1:], ANNA[3:], "Anna", "CANARIA", "203.0.113.9", "Canary/1")


@pytest.fixture
def world(aws: FakeAws) -> World:
    return World(books=in_dynamodb(SETTINGS))


@pytest.fixture
def erasing(world: World) -> Erasing:
    return Erasing(world.clock)


def lived(world: World) -> str:
    """A lead with all that one can have; answers their id."""
    world.confirmed()
    world.send_all()
    lead_id = world.lead_id()
    at = world.clock()
    leave_traces(lead_id, at)
    promised = record(CodePromised(challenge_id=""), subject=lead_id, version=77, at=at, origin=_HERE)
    _tell(promised)
    world.reply(ANNA, f"this is Anna, {ANNA}")
    fields = {"code": world.lead().codes[0], "cart_url": "https://shop.example/cart/CANARIA"}
    shown = world.plan(ANNA, fields=fields)
    assert world.go(shown) == "accepted", world.message(shown)
    world.plan(ANNA, due_at=at + timedelta(days=1), state="deferred", template="other")
    world.clock.forward(seconds=30)
    return lead_id


_HERE = Origin(campaign_id="buffet-20")


def _tell(event: Any) -> None:
    from twofold.adapters.dynamodb import ledger

    transaction = Transaction(connect(SETTINGS))
    ledger.append(transaction, event)
    transaction.commit()


def everything(aws: FakeAws) -> dict[str, str]:
    return {table: json.dumps(aws.rows(table), default=said, ensure_ascii=False) for table in aws.tables()}


def erased(world: World, erasing: Erasing) -> str:
    lead_id = lived(world)
    erasing.erase(lead_id, source="partner", told_by="hubspot")
    assert erasing.hear(lead_id) == "forgotten"
    return lead_id


def test_the_person_was_in_many_tables_and_is_in_none(world: World, erasing: Erasing, aws: FakeAws):
    lived(world)
    before = {t for t, rows in everything(aws).items() if any(word in rows for word in PERSONAL)}
    assert {"carts", "challenges", "leads", "links", "messages"} <= before
    lead_id = world.lead_id()
    erasing.erase(lead_id, source="partner")
    erasing.hear(lead_id)
    assert not [(t, w) for t, rows in everything(aws).items() for w in PERSONAL if w in rows]
    assert erasing.withdrawn == [world.clock()], "all exports were taken back, once"


def test_no_other_row_speaks_of_them_than_those_that_the_page_tells_of(
    world: World, erasing: Erasing, aws: FakeAws
):
    lead_id = erased(world, erasing)
    named = {table for table, rows in everything(aws).items() if lead_id in rows}
    assert named <= {"leads", "consents", "codes", "messages", "ledger", "limits", "links"}


def test_what_is_not_theirs_stays(world: World, erasing: Erasing):
    ben = "+48601234999"
    world.confirmed(ben)
    mine = leave_traces(world.lead_id(ben), world.clock())
    before = world.lead(ben)
    erased(world, erasing)
    assert world.lead(ben) == before
    assert all(link.content for link in erasing.chain(before.lead_id))
    assert CartItem.get(f"shop:{mine}").url
    assert OrderItem.get(f"order:{mine}").lead_id == before.lead_id


def test_the_mark_tells_nothing_of_the_person_but_the_codes_they_had(world: World, erasing: Erasing):
    world.confirmed()
    lead = world.lead()
    told = erasing.erase(lead.lead_id, source="partner")
    mark = world.lead()
    assert (told.lead_id, told.status) == (lead.lead_id, "erased")
    assert (mark.status, mark.version, mark.codes) == ("erased", lead.version + 1, lead.codes)
    assert (mark.phone, mark.scopes, mark.attributes, mark.origin, mark.locale) == (
        None,
        (),
        None,
        None,
        None,
    )
    assert (mark.tags, mark.active_on, mark.left_at) == ((), None, world.clock())


def test_whatever_somebody_adds_to_a_leads_row_is_forgotten_too(world: World, erasing: Erasing, aws: FakeAws):
    world.confirmed()
    boto3.client("dynamodb", **aws.client).update_item(
        TableName=SETTINGS.leads or "",
        Key={"lead_id": {"S": world.lead_id()}},
        UpdateExpression="SET new_thing = :v",
        ExpressionAttributeValues={":v": {"S": "CANARIA"}},
    )
    assert "CANARIA" in everything(aws)["leads"]
    erasing.erase(world.lead_id(), source="partner")
    assert "CANARIA" not in everything(aws)["leads"]


def test_erasing_again_changes_nothing_and_tells_nothing(world: World, erasing: Erasing, aws: FakeAws):
    lead_id = erased(world, erasing)
    before = everything(aws)
    assert erasing.erase(lead_id, source="operator", expected=1).status == "erased"
    assert erasing.hear(lead_id) == "forgotten"
    assert everything(aws) == before
    assert len(erasing.told(lead_id)) == 1
    assert len(erasing.withdrawn) == 1, "an export of long after is left alone"


def test_exports_go_however_late_that_is_and_once(world: World, erasing: Erasing):
    lead_id = lived(world)
    erasing.erase(lead_id, source="partner")
    world.clock.forward(hours=5)
    erasing.stuck = True
    with pytest.raises(Unavailable):
        erasing.hear(lead_id)
    world.clock.forward(hours=30)
    erasing.stuck = False
    for _ in range(2):
        assert erasing.hear(lead_id) == "forgotten"
    assert erasing.withdrawn == [world.clock()]


def test_who_came_back_and_is_erased_again_has_exports_taken_back_again(world: World, erasing: Erasing):
    lead_id = erased(world, erasing)
    world.clock.forward(days=1)
    world.confirmed()
    erasing.erase(lead_id, source="partner")
    erasing.hear(lead_id)
    assert len(erasing.withdrawn) == 2


def test_brought_again_after_its_evidence_has_gone_it_takes_no_export_back(world: World, erasing: Erasing):
    lead_id = erased(world, erasing)
    DynamoKeeping().drop_consents(lead_id, world.lead().consent_seq)
    erasing.hear(lead_id)
    assert len(erasing.withdrawn) == 1


def test_nobody_is_erased_whom_nobody_knows(erasing: Erasing):
    with pytest.raises(NotFound):
        erasing.erase("nobody", source="partner")


def test_a_lead_that_changed_since_it_was_seen_is_not_erased(world: World, erasing: Erasing):
    world.confirmed()
    seen = world.lead().version
    world.reply(ANNA, "STOP")
    with pytest.raises(PreconditionFailed):
        erasing.erase(world.lead_id(), source="partner", expected=seen)
    assert world.lead().status == "opted_out"


def test_a_change_that_lands_meanwhile_makes_the_erasure_look_again(world: World, erasing: Erasing):
    world.confirmed()
    stale = Erasure.of(world.lead(), source="partner", told_by=None, at=world.clock())
    world.reply(ANNA, "STOP")
    with pytest.raises(LeadMoved):
        erasing.erase.book.erase(stale)
    erasing.erase(world.lead_id(), source="partner")
    assert world.lead().status == "erased"


def test_the_chain_holds_when_its_words_are_gone(world: World, erasing: Erasing):
    world.confirmed()
    world.reply(ANNA, "STOP")
    whole = erasing.chain(world.lead_id())
    erasing.erase(world.lead_id(), source="partner")
    erasing.hear(world.lead_id())
    chain = erasing.chain(world.lead_id())
    assert [link.action for link in chain] == ["given", "withdrawn", "erased"]
    assert [link.digest for link in chain[:2]] == [link.digest for link in whole]
    assert [link.previous for link in chain] == ["", *(link.digest for link in chain[:2])]
    assert [link.content for link in chain[:2]] == [None, None]
    assert [link.commitment for link in chain[:2]] == [link.commitment for link in whole]
    assert chain[2].content == {"method": "partner", "ticked_at": chain[2].content["ticked_at"]}  # type: ignore[index]


def test_texts_that_wait_are_blocked_and_none_is_ever_sent(world: World, erasing: Erasing):
    lead_id = lived(world)
    calls = world.gateway.calls
    waiting = world.plan(ANNA, template="later")
    asked = world.plan(ANNA, template="help", message_class="requested", to=world.lead().phone)
    answered = world.message(asked)
    erasing.erase(lead_id, source="partner")
    assert world.go(waiting) == "not_confirmed"
    assert world.go(asked) == "erased"
    erasing.hear(lead_id)
    stored = MessageItem.by_lead.query(lead_id)
    states = {MessageItem.get(row.message_id).state for row in stored}
    assert not states & {"planned", "deferred", "claimed"}
    assert world.go(replace(answered, message_id=asked.message_id)) == "seen"
    assert world.gateway.calls == calls
    blocked = [e.data.rule for e in world.timeline() if isinstance(e.data, MessageBlocked)]
    assert "erased" in blocked


def test_a_text_that_is_being_handed_over_is_waited_for_and_all_else_goes(
    world: World, erasing: Erasing, aws: FakeAws
):
    lead_id = lived(world)
    held = world.plan(ANNA, template="held", shown="Anna")
    claim: list[Action] = [MessageItem.state.set("claimed"), MessageItem.charged_at.set(world.clock())]
    MessageItem(message_id=held.message_id).update(claim)
    erasing.erase(lead_id, source="partner")
    with pytest.raises(Unavailable, match="texts"):
        erasing.hear(lead_id)
    assert [t for t, rows in everything(aws).items() if "Anna" in rows] == ["messages"]
    assert not erasing.withdrawn
    world.clock.forward(minutes=2)
    assert erasing.hear(lead_id) == "forgotten"
    assert not [t for t, rows in everything(aws).items() if "Anna" in rows]


@pytest.mark.parametrize("done", [False, True])
def test_a_stop_of_somebody_erased_is_taken_in_and_nothing_is_answered(
    world: World, erasing: Erasing, done: bool
):
    world.confirmed()
    planned = world.plan()
    erasing.erase(world.lead_id(), source="partner")
    if done:
        erasing.hear(world.lead_id())
    world.clock.forward(minutes=1)
    assert world.reply(ANNA, "STOP") == "stop"
    assert world.reply(ANNA, "START") == "start"
    assert world.go(planned) in ("not_confirmed", "seen")
    assert world.lead().status == "erased"
    assert world.gateway.calls == 0


@pytest.mark.parametrize("done", [False, True])
def test_whoever_has_the_number_may_sign_up_again_and_starts_afresh(
    world: World, erasing: Erasing, done: bool
):
    first = world.confirmed()
    erasing.erase(world.lead_id(), source="partner")
    if done:
        erasing.hear(world.lead_id())
    world.clock.forward(days=1)
    again = world.confirmed()
    assert again.lead.returning is False
    assert again.discount == first.discount, "being forgotten earns nobody a second code"
    assert world.lead().status == "confirmed"
    assert world.reply(ANNA, "STOP") == "stop"
    assert world.lead().status == "opted_out"


def test_who_came_back_before_all_was_forgotten_keeps_what_is_theirs_since(world: World, erasing: Erasing):
    lead_id = lived(world)
    erasing.erase(lead_id, source="partner")
    world.clock.forward(minutes=1)
    world.confirmed()
    world.send_all()
    kept = world.plan(ANNA, template="fresh")
    erasing.hear(lead_id)
    assert world.lead().phone
    *_, mark, given = erasing.chain(lead_id)
    assert (mark.action, given.action) == ("erased", "given")
    assert given.content
    assert given.previous == mark.digest
    assert world.message(kept).state == "planned"
