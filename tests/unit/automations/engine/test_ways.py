"""What a lead's way through an automation comes to, in memory and on DynamoDB."""

from datetime import timedelta

import msgspec

from tests.fakes.samples import ANNA, BUFFET
from tests.fakes.shop import a_cart
from tests.unit.automations.definitions import DAY_7, TWO_REMINDERS, an_automation
from tests.unit.automations.engine.conftest import Build
from twofold.automations.definition.automation import Again, Daily, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import IssueCode, Send, Tag, Wait
from twofold.automations.presets import presets
from twofold.contracts.events import AutomationStepped

EACH = Again(rule="each")
SIGNED_UP = On(event="code.issued", where=(Condition(fact="event.cause", is_=("signup",)),))
NEVER_TRUE = (Condition(fact="lead.tags", is_=("nobody-has-it",)),)


def unused_code(**fields: object):
    return an_automation(*TWO_REMINDERS, exits=("redeemed", "code_over"), again=EACH, holdout=0, **fields)


def test_two_reminders_go_at_their_days_and_the_way_is_over(build: Build):
    street = build(unused_code())
    street.join()
    street.forward(days=28)
    assert [text.template for text in street.texts("reminder", "last_reminder")] == [
        "reminder",
        "last_reminder",
    ]
    (way,) = street.ways()
    assert (way.state, way.exit, way.done) == ("ended", "finished", ("day-7", "day-21"))


def test_who_redeems_between_them_gets_one_and_what_waited_is_taken_back(build: Build):
    street = build(unused_code())
    code = street.join()
    street.forward(days=10)
    street.redeem(code)
    assert not street.steps.waiting
    street.forward(days=20)
    assert [text.template for text in street.texts("reminder", "last_reminder")] == ["reminder"]
    assert street.ways()[0].exit == "redeemed"


def test_the_presets_together_text_a_silent_lead_no_more_than_the_caps_allow(build: Build):
    street = build(*presets(BUFFET.campaign_id))
    street.join()
    street.forward(days=29)
    assert len(list(street.texts("reminder", "last_reminder"))) == 2


def test_who_was_held_out_is_met_again_and_stays_held_out(build: Build):
    quiet = an_automation(
        Send(id="hello", template="still_there"),
        trigger=Daily(quiet_days=3),
        again=Again(rule="after", days=5),
        holdout=100,
    )
    street = build(quiet)
    street.join()
    for day in (3, 9, 15):
        street.clock.forward(days=6)
        found = street.engine.enter_segment
        at = street.clock().date()
        assert found(quiet.campaign_id, quiet.automation_id, at, [street.world.lead_id(ANNA)]) == 0, day
    assert [way.state for way in street.ways()] == ["held_out"]
    assert list(street.texts("still_there")) == []


def test_a_new_code_may_follow_one_that_is_over(build: Build):
    """The first one lasts thirty days; nothing says that its end is the end of all."""
    second_chance = an_automation(
        Wait(days=7),
        DAY_7,
        Wait(days=35),
        IssueCode(id="again"),
        Wait(hours=2),
        Send(id="new", template="come_back"),
        trigger=SIGNED_UP,
        again=EACH,
        holdout=0,
    )
    street = build(second_chance)
    first = street.join()
    street.forward(days=50)
    (text,) = street.texts("come_back")
    assert text.fields["code"] != first
    assert street.ways()[0].exit == "finished"


def test_who_would_be_reminded_after_the_end_of_the_code_is_not_kept_waiting(build: Build):
    late = an_automation(
        Wait(days=7), DAY_7, Wait(days=60), Send(id="late", template="last_reminder"), holdout=0,
        exits=("code_over",),
    )  # fmt: skip
    street = build(late)
    street.join()
    street.forward(days=8)
    assert street.ways()[0].exit == "late"


def test_a_step_that_was_passed_over_stays_behind_when_its_way_is_moved(build: Build):
    steps = (
        Wait(days=1),
        Tag(id="first", add=("first",), when=NEVER_TRUE),
        Wait(days=4),
        Tag(id="second", add=("second",)),
    )
    street = build(an_automation(*steps, holdout=0))
    street.join()
    joined = street.clock()
    street.forward(days=2)
    reworded = (steps[0], Tag(id="first", add=("first",)), *steps[2:])
    street.engine.save(an_automation(*reworded, holdout=0), move=True)
    street.forward(days=10)
    assert street.world.lead().tags == ("second",)
    told = (event.data for event in street.world.timeline())
    assert [(data.step, data.done) for data in told if isinstance(data, AutomationStepped)] == [
        ("first", False),
        ("second", True),
    ]
    assert street.ways()[0].since - joined < timedelta(days=5, minutes=1)


def test_who_orders_before_we_hear_of_their_cart_is_not_reminded_of_it(build: Build):
    (cart,) = (each for each in presets(BUFFET.campaign_id) if each.automation_id == "cart")
    street = build(msgspec.structs.replace(cart, holdout=0))
    street.join()
    street.shop.take_cart(a_cart("left", buyer=street.buyer()))
    street.clock.forward(minutes=20)
    street.shop.order("by-phone", buyer=street.buyer())
    street.clock.forward(minutes=10)
    street.listen()
    assert street.ways() == []
    street.forward(hours=3)
    assert list(street.texts("cart")) == []


def test_who_leaves_a_cart_and_orders_nothing_is_reminded_however_late_we_hear_of_it(build: Build):
    (cart,) = (each for each in presets(BUFFET.campaign_id) if each.automation_id == "cart")
    street = build(msgspec.structs.replace(cart, holdout=0))
    street.join()
    street.shop.take_cart(a_cart("left", buyer=street.buyer()))
    street.clock.forward(minutes=30)
    street.listen()
    street.forward(hours=3)
    assert len(list(street.texts("cart"))) == 1
