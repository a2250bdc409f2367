"""Answers: STOP before all else, each one once, and what each of them brings about."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from tests.fakes.people import holding
from tests.fakes.samples import ANNA, BEN, BUFFET, POSTER
from tests.fakes.world import World
from twofold.assets.change import ChangeAsset
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import LeadOptedOut, MessageReceived
from twofold.messages.model import Message

LAWFUL = timedelta(minutes=5)


def answers(world: World, phone: str = ANNA) -> list[str]:
    """The templates of the texts that answers asked for."""
    planned = [e.data for e in world.timeline(phone) if e.type == "message.planned.v1"]
    return [data.template for data in planned]  # type: ignore[attr-defined]


def said_to(world: World, phone: str = ANNA) -> list[str]:
    """What is sent now of the texts that answers asked for."""
    before = len(world.gateway.texts)
    for event in world.timeline(phone):
        if event.type == "message.planned.v1":
            world.send(event)
    return world.gateway.texts[before:]


class TestStop:
    def test_it_ends_all_marketing_with_their_words_as_proof(self, world: World):
        world.code()
        assert world.reply(ANNA, "Stop!") == "stop"
        assert (world.lead().status, world.lead().scopes) == ("opted_out", ())
        (link,) = world.books.leads.memory.consents[world.lead_id()][1:]  # type: ignore[attr-defined]
        assert (link.action, link.evidence.wording) == ("withdrawn", "Stop!")
        (left,) = (e.data for e in world.timeline() if isinstance(e.data, LeadOptedOut))
        assert left.source == "reply"
        assert world.message(str(left.message_id)).shown == "Stop!"

    def test_it_is_confirmed_at_once_and_once(self, world: World):
        world.code()
        world.reply(ANNA, "STOP")
        (words,) = said_to(world)
        assert words.startswith(f"{BUFFET.brand}: you are unsubscribed")
        assert said_to(world) == []

    def test_five_minutes_later_it_is_not_confirmed_any_more(self, world: World):
        world.code()
        world.reply(ANNA, "STOP")
        world.clock.at += LAWFUL
        assert said_to(world) == []
        assert answers(world) == ["stopped"]

    def test_it_is_not_confirmed_a_second_time(self, world: World):
        world.code()
        assert [world.reply(ANNA, "STOP") for _ in range(2)] == ["stop", "stop"]
        assert answers(world) == ["stopped"]
        assert len(world.books.upkeep.chain(world.lead_id())) == 2

    def test_the_same_answer_brought_again_is_not_a_second_one(self, world: World):
        world.code()
        told = [world.reply(ANNA, "STOP", provider_id="in-1") for _ in range(2)]
        assert told == ["stop", "seen"]
        assert sum(isinstance(e.data, MessageReceived) for e in world.timeline()) == 1

    def test_somebody_we_do_not_know_is_heard_too(self, world: World):
        assert world.reply(BEN, "STOP") == "stop"
        assert (world.lead(BEN).status, world.lead(BEN).phone) == ("opted_out", None)
        assert answers(world, BEN) == ["stopped"]
        assert world.send_all(BEN) == ["accepted"]
        assert world.gateway.sent[0].to.e164 == BEN

    def test_what_the_provider_took_for_a_stop_is_one(self, world: World):
        world.code()
        assert world.reply(ANNA, "…", told="stop") == "stop"
        assert world.lead().status == "opted_out"

    def test_it_is_confirmed_although_nothing_else_would_be_answered_any_more(self, world: World):
        world.code()
        for _ in range(7):
            world.reply(ANNA, "HELP")
        world.reply(ANNA, "STOP")
        assert answers(world).count("help") == 5
        assert answers(world).count("stopped") == 1


class TestHelpAndStart:
    def test_help_says_who_we_are_and_how_it_ends(self, world: World):
        world.code()
        assert world.reply(ANNA, "HELP") == "help"
        (words,) = said_to(world)
        assert BUFFET.brand in words
        assert str(BUFFET.contact) in words
        assert "STOP" in words

    def test_start_brings_them_back_to_what_they_had_agreed_to(self, world: World):
        world.code()
        scopes = world.lead().scopes
        world.reply(ANNA, "STOP")
        assert world.reply(ANNA, "START") == "start"
        assert (world.lead().status, world.lead().scopes) == ("confirmed", scopes)
        assert sorted(answers(world)) == ["resumed", "stopped"]

    def test_who_never_agreed_is_told_so_and_stays_out(self, world: World):
        world.reply(BEN, "STOP")
        world.reply(BEN, "START")
        assert world.lead(BEN).status == "opted_out"
        assert "not_joined" in answers(world, BEN)

    def test_a_yes_out_of_the_blue_brings_nobody_back(self, world: World):
        world.code()
        world.reply(ANNA, "STOP")
        assert world.reply(ANNA, "YES") == "other"
        assert world.lead().status == "opted_out"

    def test_who_was_erased_is_not_remembered_by_their_words(self, world: World):
        world.code()
        world.books.upkeep.mark_lead(world.lead_id(), "erased")
        world.reply(ANNA, "my name is Anna")
        kept = [m for m in world.books.messages.memory.messages.values() if m.state == "received"]  # type: ignore[attr-defined]
        assert [message.shown for message in kept] == [""]


class TestJoining:
    @pytest.fixture
    def worded(self, world: World) -> World:
        world.books.upkeep.put_asset(replace(POSTER, asset_id="ast_word", keyword="NOODLES"))
        return world

    def test_a_keyword_brings_the_consent_text_and_a_yes_the_code(self, worded: World):
        assert worded.reply(ANNA, " noodles. ") == "join"
        assert sorted(worded.send_all()) == ["accepted", "confirms_by_reply"]
        assert BUFFET.consents[-1].text["en"] in worded.gateway.texts[0]
        assert worded.reply(ANNA, "Y") == "yes"
        lead = worded.lead()
        assert (lead.status, lead.scopes) == ("confirmed", BUFFET.consents[-1].scopes)
        (given,) = worded.books.leads.memory.consents[lead.lead_id]  # type: ignore[attr-defined]
        assert (given.action, given.evidence.method) == ("given", "keyword")
        worded.send_all()
        assert lead.codes[0] in worded.gateway.texts[-1]

    def test_a_second_yes_changes_nothing(self, worded: World):
        for words in ("noodles", "Y", "Y"):
            worded.reply(ANNA, words)
        assert (worded.lead().version, len(worded.lead().codes)) == (1, 1)

    def test_a_yes_after_a_day_is_too_late(self, worded: World):
        worded.reply(ANNA, "noodles")
        worded.clock.forward(days=1)
        assert worded.reply(ANNA, "Y") == "other"
        assert worded.books.leads.lead(worded.lead_id()) is None

    def test_no_digits_confirm_what_a_reply_must(self, worded: World):
        worded.reply(ANNA, "noodles")
        waiting = worded.books.challenges.awaiting_reply(worded.lead_id())
        assert waiting
        assert waiting.attempts_left == 0

    def test_a_campaign_that_does_not_run_invites_nobody(self, worded: World):
        worded.books.upkeep.put_campaign(replace(BUFFET, paused=True))
        assert worded.reply(ANNA, "noodles") == "join"
        assert answers(worded) == []

    def test_a_keyword_that_is_paused_invites_nobody(self, worded: World):
        whose = worded.books.assets.asset_of("NOODLES")
        assert whose
        ChangeAsset(register=worded.books.register, clock=worded.clock).pause(whose)
        assert worded.reply(ANNA, "noodles") == "join"
        assert answers(worded) == []


@pytest.mark.parametrize("sender", ["72345", "INFO", "", "+"])
def test_who_has_no_number_is_not_somebody(world: World, sender: str):
    assert world.reply(sender, "STOP") == "no_number"


@dataclass
class Restless:
    """A book whose lead somebody else changes first, so many times."""

    world: World
    times: int

    def receive(self, *story: Any) -> bool:
        if self.times:
            self.times -= 1
            lead = self.world.lead()
            self.world.books.leads.change(holding(lead, None, failures=lead.failures + 1))
        return self.world.books.replies.receive(*story)

    def __getattr__(self, name: str) -> object:
        return getattr(self.world.books.replies, name)


def test_a_stop_does_not_give_up_soon(world: World):
    world.code()
    world.replies.receive = replace(world.replies.receive, book=Restless(world, 19))  # type: ignore[arg-type]
    assert world.reply(ANNA, "STOP") == "stop"
    assert world.lead().status == "opted_out"


def test_but_hands_itself_back_in_the_end(world: World):
    world.code()
    world.replies.receive = replace(world.replies.receive, book=Restless(world, 20))  # type: ignore[arg-type]
    with pytest.raises(Unavailable):
        world.reply(ANNA, "STOP")
    assert [e for e in world.timeline() if e.type == "message.received.v1"] == []


def test_every_answer_is_kept_word_for_word(world: World):
    world.code()
    world.reply(ANNA, "Dziękuję, było pyszne 🍜")
    (kept,) = (m for m in world.books.messages.memory.messages.values() if m.state == "received")  # type: ignore[attr-defined]
    assert isinstance(kept, Message)
    assert (kept.shown, kept.provider) == ("Dziękuję, było pyszne 🍜", "fake")
