"""A text whose campaign or template is not there ends, and says so, instead of waiting for ever."""

from dataclasses import replace

from tests.fakes.samples import ANNA, BUFFET
from tests.fakes.world import World


def test_a_strangers_stop_is_kept_though_no_campaign_speaks_for_us(world: World):
    """Nobody answers them then."""
    world.replies.receive = replace(world.replies.receive, campaign_id="")
    assert world.reply(ANNA, "STOP") == "stop"
    assert world.send_all() == []
    lead = world.lead()
    assert lead is not None
    assert lead.status == "opted_out"


def test_a_code_without_a_template_is_blocked_with_the_reason(world: World):
    bare = {locale: {"verification": "{code}"} for locale in BUFFET.templates}
    world.books.upkeep.put_campaign(replace(BUFFET, templates=bare))
    world.confirmed()
    assert sorted(world.send_all()) == ["accepted", "no_template"]
    blocked = [event for event in world.timeline() if event.type == "message.blocked.v1"]
    assert [event.data.rule for event in blocked] == ["no_template"]  # type: ignore[attr-defined]
