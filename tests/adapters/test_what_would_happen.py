"""What would happen is the same whether leads, codes and the ledger are in memory or on DynamoDB."""

from datetime import timedelta

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.samples import ANNA, BEN, CARA, order
from tests.fakes.world import World
from tests.unit.automations.definitions import TWO_REMINDERS, an_automation
from tests.unit.automations.simulate.town import BEGIN, PRICES, SENDING, Happenings
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.automations.definition.automation import Again, Daily
from twofold.automations.simulate.answer import WhatHappens
from twofold.automations.simulate.what_would_happen import WhatWouldHappen

REMINDERS = an_automation(
    *TWO_REMINDERS, exits=("redeemed", "code_over"), again=Again(rule="each"), holdout=0
)
QUIET = an_automation(*TWO_REMINDERS, automation_id="quiet", trigger=Daily(quiet_days=3), holdout=0)


class NoCarts:
    def find(self, cart_id: str) -> None:
        return None


def lived(books: Books) -> World:
    """Three join, a day after each other; one uses the code before the first reminder, one says STOP after it."""
    world = World(books=books, clock=SetClock(BEGIN))
    codes = []
    for person in (ANNA, BEN, CARA):
        codes.append(world.code(person))
        world.clock.forward(days=1)
    world.clock.forward(days=2)
    world.codes.redeem(codes[0], order("order-1"))
    world.clock.forward(days=5)
    world.reply(BEN, "STOP")
    world.clock.forward(days=20)
    return world


def would(world: World, automation=REMINDERS) -> WhatHappens:
    ledger = world.books.ledger
    ask = WhatWouldHappen(
        happenings=ledger if isinstance(ledger, DynamoLedger) else Happenings(world.books),
        leads=world.books.leads,
        codes=world.books.codes,
        carts=NoCarts(),
        campaigns=world.books.campaigns,
        sending=SENDING,
        prices=PRICES,
        clock=world.clock,
    )
    return ask(automation, BEGIN.date(), BEGIN.date() + timedelta(days=20))


def test_an_event_of_the_ledger_sets_off_and_a_timeline_tells_the_rest(books):
    answer = would(lived(books))
    assert (answer.leads, answer.entered) == (3, 3)
    day_7, day_21 = answer.steps
    assert (day_7.done, day_7.left) == (2, {"redeemed": 1})
    assert (day_21.done, day_21.left) == (1, {"opted_out": 1})


def test_whoever_was_quiet_is_found_by_what_they_did_last(books):
    answer = would(lived(books), QUIET)
    assert answer.leads == 3
    assert answer.not_entered == {"seen": 1}
