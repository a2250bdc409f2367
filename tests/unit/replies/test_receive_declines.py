"""What becomes of an answer that declines: it is stored and told, and nothing else; automations do the rest."""

from tests.fakes.samples import ANNA
from tests.fakes.world import World
from twofold.contracts.events import Envelope, MessageReceived

DECLINE = "No thanks, too expensive"


def texts_asked_for(world: World) -> list[Envelope]:
    return [event for event in world.timeline() if event.type == "message.planned.v1"]


def test_it_changes_nothing_of_the_lead_and_answers_nothing(world: World):
    world.code()
    before, asked = world.lead(), texts_asked_for(world)
    assert world.reply(ANNA, DECLINE) == "not_now"
    assert world.lead() == before
    assert texts_asked_for(world) == asked


def test_its_event_says_so_and_leads_to_the_words_as_they_were_written(world: World):
    world.code()
    world.reply(ANNA, DECLINE)
    (told,) = (e.data for e in world.timeline() if isinstance(e.data, MessageReceived))
    assert told.intent == "not_now"
    assert world.message(told.message_id).shown == DECLINE


def test_it_waits_for_no_person_and_holds_no_text_back(world: World):
    world.code()
    world.reply(ANNA, DECLINE)
    assert world.replies.review.waiting() == []
    assert world.lead().held(world.clock()) is None


def test_a_stop_after_it_is_a_stop(world: World):
    world.code()
    world.reply(ANNA, DECLINE)
    assert world.reply(ANNA, "no thanks, stop") == "stop"
    assert world.lead().status == "opted_out"
