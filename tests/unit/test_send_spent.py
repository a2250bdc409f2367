"""A code is redeemed while a text that speaks of it is on its way out."""

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

import pytest

from tests.fakes.samples import BUFFET, order
from tests.fakes.world import World
from twofold.campaigns.offer import CodeRules
from twofold.codes.model import DiscountCode
from twofold.contracts.errors import Unavailable
from twofold.messages.model import MARKETING, Message, Sms
from twofold.messages.ports import Consented, Handed
from twofold.messages.sending.send_log import SendLog
from twofold.messages.sending.send_planned import LOOKS, SendPlanned


@dataclass
class Claiming:
    """A book in which something happens right before a claim begins, and right after it is stored."""

    world: World
    before: Callable[[], object] = lambda: None
    after: Callable[[], object] = lambda: None

    def claim(self, message: Message, log: SendLog | None = None, consent: Consented | None = None) -> bool:
        self.before()
        won = self.world.books.messages.claim(message, log, consent)
        self.after()
        return won

    def __getattr__(self, name: str) -> object:
        return getattr(self.world.books.messages, name)


def claiming(world: World, **happens: Callable[[], object]) -> None:
    send = world.texts.send_planned
    book = Claiming(world, **happens)
    world.texts.send_planned = replace(send, claim=replace(send.claim, book=book))  # type: ignore[arg-type]


def spend(world: World, order_id: str = "order-1") -> Callable[[], object]:
    return lambda: world.codes.redeem(world.lead().codes[0], order(order_id))


def spent(world: World) -> int:
    """What all budgets together have spent."""
    limits: dict[str, int] = world.books.counter.memory.limits  # type: ignore[attr-defined]
    return sum(taken for row, taken in limits.items() if row.startswith("budget#texts"))


class TestAMillisecondBefore:
    @pytest.mark.parametrize("moment", ["before", "after"])
    def test_the_reminder_does_not_go(self, world: World, moment: str):
        world.code()
        claiming(world, **{moment: spend(world)})
        message = world.plan()
        assert world.go(message) == "code_not_valid"
        assert world.gateway.calls == 0
        assert world.message(message).state == "blocked"

    def test_it_costs_nothing_and_takes_no_place_under_the_cap(self, world: World):
        world.code()
        claiming(world, before=spend(world))
        world.go(world.plan())
        assert spent(world) == 0
        assert world.books.messages.send_log(world.lead_id(), MARKETING).sent == ()

    def test_what_comes_after_the_last_look_is_too_late(self, world: World):
        world.code()
        send = world.texts.send_planned
        late = replace(send.deliver, gateway=Late(world))
        world.texts.send_planned = replace(send, deliver=late)
        assert world.go(world.plan()) == "accepted"
        assert world.gateway.calls == 1

    def test_without_the_last_look_it_would_have_gone(self, world: World):
        """What that look is there for: this is how it was before there was one."""
        world.code()
        claiming(world, before=spend(world))
        world.texts.send_planned = blind(world.texts.send_planned)
        assert world.go(world.plan()) == "accepted"
        assert world.gateway.calls == 1


@dataclass
class Late:
    """A provider that is handed a text whose code is spent at that very moment."""

    world: World

    def send(self, sms: Sms) -> Handed:
        spend(self.world)()
        return self.world.gateway.send(sms)


def blind(send: SendPlanned) -> SendPlanned:
    """Looks at a code once, as the text is decided upon."""
    return replace(send, survey=replace(send.survey, codes=Remembering(send.survey.codes)))  # type: ignore[arg-type]


@dataclass
class Remembering:
    books: object
    known: dict[str, DiscountCode] = field(default_factory=dict)

    def find(self, code: str) -> DiscountCode:
        return self.known.setdefault(code, self.books.find(code))  # type: ignore[attr-defined]


class TestWhatChangesTheCodeAndDoesNotEndIt:
    def test_a_code_with_a_use_left_is_still_spoken_of(self, world: World):
        offer = replace(BUFFET.offer, rules=CodeRules(uses=2))
        world.books.upkeep.put_campaign(replace(BUFFET, offer=offer))
        world.code()
        once = iter([spend(world)])
        claiming(world, before=lambda: next(once, lambda: None)())
        assert world.go(world.plan()) == "accepted"
        assert world.gateway.calls == 1
        assert len(world.books.messages.send_log(world.lead_id(), MARKETING).sent) == 1

    def test_one_that_changes_all_the_time_makes_the_text_wait_for_the_queue(self, world: World):
        offer = replace(BUFFET.offer, rules=CodeRules(uses=2 * LOOKS))
        world.books.upkeep.put_campaign(replace(BUFFET, offer=offer))
        world.code()
        orders = count()
        claiming(world, before=lambda: spend(world, f"order-{next(orders)}")())
        message = world.plan()
        with pytest.raises(Unavailable):
            world.go(message)
        assert (world.message(message).state, spent(world), next(orders)) == ("planned", 0, LOOKS)

    def test_a_database_that_does_not_answer_the_last_look_leaves_it_for_another_try(self, world: World):
        world.code()
        survey = world.texts.send_planned.survey
        deaf = Deaf(survey.codes)
        world.texts.send_planned = replace(
            world.texts.send_planned,
            survey=replace(survey, codes=deaf),  # type: ignore[arg-type]
        )
        claiming(world, after=lambda: setattr(deaf, "down", True))
        message = world.plan()
        with pytest.raises(Unavailable):
            world.go(message)
        assert (world.message(message).state, spent(world), world.gateway.calls) == ("planned", 0, 0)
        claiming(world)
        deaf.down = False
        assert world.go(message) == "accepted"


@dataclass
class Deaf:
    books: object
    down: bool = False

    def find(self, code: str) -> DiscountCode:
        if self.down:
            raise Unavailable("The database did not answer.")
        found: DiscountCode = self.books.find(code)  # type: ignore[attr-defined]
        return found


class TestAtTheSameTime:
    RACES = 1_000

    def test_a_redemption_that_was_stored_before_the_claim_began_is_always_seen(self):
        draw = random.Random(20261122)
        seen = [race(draw.random() / 500, draw.random() / 500) for _ in range(self.RACES)]
        assert not [each for each in seen if each.redeemed < each.claimed and each.left]
        assert any(each.left for each in seen)
        assert any(not each.left for each in seen)


@dataclass
class Race:
    """When what happened, on one clock; `left` is whether the text did."""

    redeemed: float = float("inf")
    claimed: float = float("inf")
    left: bool = False


def race(till: float, queue: float) -> Race:
    """A till spends a code and a queue brings its reminder, each so many seconds from now."""
    world, seen, tick = World(), Race(), count()
    world.code()
    message = world.plan()
    claiming(world, before=lambda: setattr(seen, "claimed", min(seen.claimed, next(tick))))

    def redeem() -> None:
        wait(till)
        spend(world)()
        seen.redeemed = next(tick)

    def remind() -> None:
        wait(queue)
        seen.left = world.go(message) == "accepted"

    together = [threading.Thread(target=each) for each in (redeem, remind)]
    for thread in together:
        thread.start()
    for thread in together:
        thread.join()
    return seen


def wait(seconds: float) -> None:
    threading.Event().wait(seconds)
