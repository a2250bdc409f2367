"""Stands beside every provider of a test, and says which marketing texts should not have been handed to it.

Each marketing text must find, at that very moment, a lead who agreed to it, a code that is still good where it speaks
of one, a place under the cap and hours in which it may go, by its campaign's clock. What was sent is counted here, not
read from what the product counts.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from tests.fakes.gateway import FakeGateway
from tests.fakes.world import World
from twofold.campaigns.pace import REAL, Pace
from twofold.contracts.errors import NotFound
from twofold.messages.model import MARKETING, Message, Sms
from twofold.messages.ports import Handed

DAY, MONTH = timedelta(days=1), timedelta(days=30)


@dataclass
class Witness:
    """`broken` has a sentence for each text that should not have left."""

    broken: list[str] = field(default_factory=list)
    _worlds: dict[int, World] = field(default_factory=dict)
    _sent: dict[tuple[int, str], list[datetime]] = field(default_factory=lambda: defaultdict(list))

    def know(self, world: World) -> None:
        self._worlds[id(world.gateway)] = world

    def see(self, gateway: FakeGateway, sms: Sms) -> None:
        world = self._worlds.get(id(gateway))
        if world and sms.message_class == MARKETING:
            self.broken += [f"{sms.message_id}: {fault}" for fault in self._faults(world, sms)]

    def _faults(self, world: World, sms: Sms) -> Iterator[str]:
        message, at = world.message(sms.message_id), world.clock()
        lead = world.books.leads.lead(message.lead_id)
        if lead is None or lead.status != "confirmed" or message.scope not in lead.scopes:
            yield "the lead has not agreed to it"
        elif lead.held(at):
            yield "the lead is held back"
        if _is_of_a_spent_code(world, message, at):
            yield "the code it speaks of is no good"
        pace = _pace(world, message)
        sent = self._sent[id(world.gateway), message.lead_id]
        sent.append(at)
        if sum(at - past < pace.span(DAY) for past in sent) > world.sending.cap_day:
            yield "it is beyond the cap of a day"
        if sum(at - past < pace.span(MONTH) for past in sent) > world.sending.cap_month:
            yield "it is beyond the cap of a month"
        shown = pace.shown(at)
        if world.texts.send_planned.survey.opening(sms.to, lead, shown).at > shown:
            yield "it is outside the hours"


def _pace(world: World, message: Message) -> Pace:
    return world.books.campaigns.campaign(message.origin.campaign_id).pace if world.paced else REAL


def _is_of_a_spent_code(world: World, message: Message, at: datetime) -> bool:
    code = message.fields.get("code")
    try:
        return code is not None and world.books.codes.find(code).fault(at) is not None
    except NotFound:
        return True


def watching(monkeypatch: pytest.MonkeyPatch) -> Witness:
    """A witness to every world that is made while the patch holds."""
    witness, made, send = Witness(), World.__post_init__, FakeGateway.send

    def make(world: World) -> None:
        made(world)
        witness.know(world)

    def seen(gateway: FakeGateway, sms: Sms) -> Handed:
        taken = len(gateway.sent)
        try:
            return send(gateway, sms)
        finally:
            if len(gateway.sent) > taken:
                witness.see(gateway, sms)

    monkeypatch.setattr(World, "__post_init__", make)
    monkeypatch.setattr(FakeGateway, "send", seen)
    return witness
