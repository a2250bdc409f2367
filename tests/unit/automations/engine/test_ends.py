"""What ends a way through an automation, what does not, and what becomes of a text on its way."""

from datetime import timedelta

import msgspec
import pytest

from tests.fakes.samples import BUFFET
from tests.unit.automations.definitions import DAY_7, TWO_REMINDERS, an_automation
from tests.unit.automations.engine.conftest import Build
from tests.unit.automations.engine.street import Street
from twofold.automations.definition.automation import Again, Automation, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import IssueCode, Send, Until, Wait
from twofold.automations.presets import presets
from twofold.contracts.events import CodeIssued
from twofold.contracts.payloads.redemptions import RollbackRequest

SIGNED_UP = On(event="code.issued", where=(Condition(fact="event.cause", is_=("signup",)),))
NEW_CODE = an_automation(
    Wait(days=1),
    IssueCode(id="new-code"),
    Wait(days=3),
    Send(id="tell", template="come_back"),
    exits=("redeemed", "code_over"),
    trigger=SIGNED_UP,
    again=Again(rule="each"),
    holdout=0,
)
CART = On(event="cart.updated")


def reminders(**fields: object) -> Automation:
    return an_automation(*TWO_REMINDERS, trigger=SIGNED_UP, exits=("redeemed",), holdout=0, **fields)


def put_off(street: Street) -> None:
    """The day-7 text was planned, and waits because sending is paused."""
    street.join()
    street.world.books.upkeep.pause(paused=True)
    street.forward(days=7, minutes=5)
    assert street.ended[-1] == "deferred"
    street.world.books.upkeep.pause(paused=False)


def test_a_text_on_its_way_goes_where_nothing_changes():
    street = Street(automations=(reminders(),))
    put_off(street)
    street.forward(hours=2)
    assert len(list(street.texts("reminder"))) == 1


def test_switched_off_not_even_a_text_on_its_way_goes():
    street = Street(automations=(reminders(),))
    put_off(street)
    street.engine.save(reminders(on=False))
    street.forward(hours=2)
    assert street.ended[-1] == "automation_over"
    assert not list(street.texts("reminder"))


def test_whoever_is_moved_is_out_by_what_ends_the_version_they_are_moved_to(build: Build):
    street = build(reminders())
    street.join()
    street.forward(days=2)
    street.engine.save(msgspec.structs.replace(reminders(), exits=("redeemed", "replied")), move=True)
    street.say("see you on Sunday")
    assert [way.exit for way in street.ways()] == ["replied"]


def test_a_code_that_a_step_gave_is_told_though_the_one_before_it_ends(build: Build):
    short = msgspec.structs.replace(
        NEW_CODE, steps=(Wait(days=20), NEW_CODE.steps[1], Wait(days=15), NEW_CODE.steps[3])
    )
    street = build(short)
    first = street.join()
    street.forward(days=40)
    assert [text.fields["code"] != first for text in street.texts("come_back")] == [True]


@pytest.mark.parametrize("spent", ["the one they had", "the new one"])
def test_who_spends_either_code_is_not_told_of_the_new_one(build: Build, spent: str):
    street = build(NEW_CODE)
    first = street.join()
    street.forward(days=2)
    new = next(code for code in street.world.lead().codes if code != first)
    street.redeem(first if spent == "the one they had" else new)
    street.forward(days=5)
    assert not list(street.texts("come_back"))
    assert [way.exit for way in street.ways()] == ["redeemed"]


def test_a_cart_that_is_touched_waits_for_the_hour_of_the_day_again(build: Build):
    at_three = an_automation(
        Wait(hours=1, after="cart"),
        Until(time="15:00"),
        Send(id="cart", template="cart"),
        trigger=CART,
        again=Again(rule="each"),
        exits=("ordered",),
        holdout=0,
    )
    street = build(at_three)
    street.join()
    street.fill_cart("cart-1")
    street.forward(hours=2, minutes=20)
    street.fill_cart("cart-1", amount=6_000)
    touched = street.clock()
    street.forward(days=2)
    (text,) = street.texts("cart")
    assert timedelta(hours=1) <= text.planned_at - touched < timedelta(days=1, hours=2)
    assert (text.planned_at.hour, text.planned_at.minute) == (14, 0), "three in Warsaw"


def test_an_empty_cart_is_nothing_to_be_reminded_of(build: Build):
    carts = (each for each in presets(BUFFET.campaign_id) if each.automation_id == "cart")
    street = build(*(msgspec.structs.replace(cart, scope="marketing", holdout=0) for cart in carts))
    street.join()
    street.fill_cart("cart-1", amount=0)
    assert street.ways() == []
    street.fill_cart("cart-2", amount=1)
    assert [way.cart_id for way in street.ways()] == ["cart-2"]


def test_another_automations_wait_is_not_ended_by_a_code_that_is_not_its_own(build: Build):
    street = build(reminders(again=Again(rule="each")), NEW_CODE_OF_ITS_OWN)
    first = street.join()
    street.forward(days=2)
    new = next(code for code in street.world.lead().codes if code != first)
    street.redeem(new)
    street.forward(days=6)
    assert [text.fields["code"] for text in street.texts(DAY_7.template)] == [first]


NEW_CODE_OF_ITS_OWN = msgspec.structs.replace(NEW_CODE, automation_id="new-code")


def test_thanks_for_a_code_that_was_spent_go_though_that_code_is_over(build: Build):
    spent = (Condition(fact="code.state", is_=("redeemed",)),)
    thanks = Send(id="thanks", template="thanks", when=spent)
    street = build(an_automation(Wait(days=5), thanks, trigger=SIGNED_UP, holdout=0))
    street.redeem(street.join())
    street.forward(days=6)
    assert [text.fields.get("code") for text in street.texts("thanks")] == [None]


def test_nobody_is_told_of_a_code_that_is_another_s(build: Build):
    street = build(reminders(again=Again(rule="each")))
    street.join()
    hers = street.join("+48602345678")
    told = next(e for e in street.world.timeline() if e.type == "code.issued.v1")
    assert isinstance(told.data, CodeIssued)
    forged = msgspec.structs.replace(told, id="0" * 26, data=msgspec.structs.replace(told.data, code=hers))
    street.engine.hear(forged)
    street.forward(days=8)
    codes = [text.fields["code"] for text in street.texts("reminder") if text.lead_id == told.subject]
    assert codes == [told.data.code]


def test_a_purchase_that_was_taken_back_is_not_thanked_for(build: Build):
    (thanks,) = (each for each in presets(BUFFET.campaign_id) if each.automation_id == "thank-you")
    street = build(msgspec.structs.replace(thanks, holdout=0))
    code = street.join()
    street.redeem(code)
    redemption = street.world.books.codes.find(code).redemption
    assert redemption
    street.world.codes.roll_back(redemption.redemption_id, RollbackRequest(reason="returned"))
    street.listen()
    street.forward(days=3)
    assert [way.exit for way in street.ways()] == ["conditions"]


def test_who_says_not_now_is_left_alone_for_a_month_and_gets_something_useful(build: Build):
    street = build(*(msgspec.structs.replace(each, holdout=0) for each in presets(BUFFET.campaign_id)))
    street.join()
    street.forward(days=1)
    street.say("no thanks")
    street.forward(days=29)
    assert [text.template for text in street.texts("ask_why", "reminder", "last_reminder")] == ["ask_why"]
    assert street.world.lead().tags == ("not-ready",)
    street.forward(days=4)
    assert len(list(street.texts("useful"))) == 1
    assert street.world.lead().tags == ()


def test_who_says_why_at_once_is_not_asked(build: Build):
    street = build(*(each for each in presets(BUFFET.campaign_id) if each.automation_id == "not-now"))
    street.join()
    street.forward(days=1)
    street.say("too expensive")
    street.forward(hours=1)
    assert not list(street.texts("ask_why"))
    assert set(street.world.lead().tags) == {"not-ready", "not-ready-price"}


def test_who_says_stop_has_left_and_not_replied(build: Build):
    street = build(an_automation(exits=("replied",), holdout=0))
    street.join()
    street.say("STOP")
    assert [way.exit for way in street.ways()] == ["opted_out"]
