"""What comes by itself on the whole stack, in campaigns whose days take three seconds; and the demo's last chapter."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from os import getpid
from typing import Any, NamedTuple

import httpx
import pytest

from infra.local.demo import days
from infra.local.demo.scene import Scene, wait_for
from infra.local.demo.teller import Document
from infra.local.workspace import Workspace
from tests.e2e.dialogue import say, standing
from tests.e2e.visitor import SOON, Visitor
from tests.fakes.outcomes import code_of
from tests.faults.audit import texts_to
from tests.faults.people import People, fresh_number
from tests.stack import RUNS, Stack
from twofold.adapters.dynamodb.automations import DynamoAutomations
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.automations.presets import presets
from twofold.automations.saving.install import InstallPresets
from twofold.automations.saving.save import SaveAutomation
from twofold.contracts.events import AutomationExited, AutomationStepped, CodeIssued, Envelope, MessageSent
from twofold.contracts.instants import from_text, now
from twofold.contracts.routes.commerce import CART
from twofold.contracts.settings import AutomationSettings
from twofold.leads.phone import Phone

DAY = timedelta(seconds=3)
LATE = 120.0
"""Seconds until waiting has no sense any more: what is due at night waits for the morning, and a machine that starts
some functions at once, while others keep it busy, takes a minute. It is over as soon as there is what it is for."""

JOINING = 2
"""Texts that everybody gets: the digits and the code."""


@dataclass(frozen=True)
class Story:
    """One person's, since they have had their code."""

    visitor: Visitor
    phone: Phone
    code: str
    began: datetime

    def texts(self, many: int, day: int) -> list[str]:
        """What came after joining, once it is so much, or some time after that day."""
        left = (self.began + day * DAY - now()).total_seconds() + LATE
        return wait_for(self.later, lambda found: len(found) >= many, left)

    def later(self) -> list[str]:
        return _texts(self.visitor, self.phone)[JOINING:]

    def events(self) -> list[Envelope]:
        self.visitor.people.attach()
        return DynamoLedger().subject(self.visitor.people.lead_id(self.phone))

    def steps(self) -> dict[str, float]:
        """On which day each step was done."""
        (issued,) = [from_text(event.time) for event in self.events() if isinstance(event.data, CodeIssued)]
        done = [event for event in self.events() if isinstance(event.data, AutomationStepped)]
        return {event.data.step: (from_text(event.time) - issued) / DAY for event in done}  # type: ignore[attr-defined]

    def exit(self, automation_id: str) -> str | None:
        """Why it was over, as soon as it is."""

        def ask() -> list[str]:
            told = [event.data for event in self.events() if isinstance(event.data, AutomationExited)]
            return [data.reason for data in told if data.automation_id == automation_id]

        return next(iter(wait_for(ask, bool, SOON)), None)

    def sent(self) -> Counter[str]:
        """The templates of its texts that left."""
        told = (event.data for event in self.events())
        return Counter(data.template for data in told if isinstance(data, MessageSent))

    def cart(self, cart_id: str, amount: int) -> None:
        body = {"cart_id": cart_id, "amount": amount, "currency": "PLN", "code": self.code}
        visitor = self.visitor
        answer = visitor.client.post(visitor.stack.api + CART.path, json=body, headers=visitor.key)
        assert (answer.status_code, answer.json()["matched"]) == (202, True), answer.text


class Stories(NamedTuple):
    dreamer: Story
    spender: Story
    leaver: Story
    shopper: Story
    silent: Story


@pytest.fixture(scope="module")
def stories(stack: Stack, people: People) -> Iterator[Stories]:
    """All begin within moments, so that the days of one are the days of all."""
    hurried = _hurried(people)
    (consent,) = people.campaign.consents
    reserved = _hurried(people, consents=(replace(consent, scopes=("marketing",)),))
    with httpx.Client(timeout=60) as client:
        here, there = Visitor(stack, hurried, client), Visitor(stack, reserved, client)
        told = Stories(*map(_begin, (here, here, here, here, there)))
        assert told.spender.visitor.redeem(told.spender.code, "order-1").status_code == 201
        for story in (told.shopper, told.silent):
            story.cart(f"cart-{story.code}", 4_900)
        assert len(told.leaver.texts(1, 7)) == 1
        say(here, told.leaver.phone, "STOP")
        yield told


def _hurried(people: People, **changed: Any) -> People:
    own = people.under(day_seconds=DAY.total_seconds(), referral=None, **changed)
    save = SaveAutomation(
        register=DynamoAutomations(own.connection),
        campaigns=DynamoCampaignBook(),
        clock=now,
        hears=AutomationSettings().hears,
    )
    installed = InstallPresets(save=save, presets=presets)(own.campaign.campaign_id)
    assert not installed.refused
    return own


def _begin(visitor: Visitor) -> Story:
    """One after the other: a crowd would start as many functions at once, each of which takes its time."""
    phone = fresh_number()
    confirmation, _ = visitor.people.lead(phone)
    joined = wait_for(lambda: _texts(visitor, phone), lambda found: len(found) >= JOINING, LATE)
    assert len(joined) == JOINING
    return Story(visitor, phone, str(code_of(confirmation)), now())


def _texts(visitor: Visitor, phone: Phone) -> list[str]:
    return texts_to(visitor.stack.aws["endpoint_url"], phone.e164)


def test_the_demo_lets_weeks_pass_as_promised(stories: Stories, stack: Stack):
    told = Document()
    aws = {"client": stack.aws, "outputs": stack.outputs}
    addresses = {name: getattr(stack, name) for name in ("site", "api", "phone", "keys")}
    with httpx.Client(timeout=30) as client:
        scene = Scene(stack={**addresses, "aws": aws}, client=client, teller=told)
        days.pass_by(scene, Workspace(RUNS / str(getpid())))
    steps = {step["step"]: step for step in told.steps}
    first, last = (steps[f"day_{day}_text"]["text"]["text"] for day in (7, 21))
    assert (first in steps["spender_texts"], last in steps["spender_texts"]) == (False, False)
    ends = [steps[name]["events"][-1]["about"] for name in ("dreamer_timeline", "spender_timeline")]
    assert ends[0] == "unused-code: finished"
    assert ends[1] == "thank-you: finished"


def test_who_has_not_used_their_code_is_reminded_on_day_7_and_day_21_and_no_more(stories: Stories):
    story = stories.dreamer
    texts = story.texts(2, 21)
    assert len(texts) == 2
    assert all(story.code in text for text in texts)
    assert "last reminder" in texts[1]
    on = story.steps()
    assert 7 <= on["day-7"] < on["day-21"] - 14
    assert story.exit("unused-code") == "finished"


def test_who_has_used_their_code_is_thanked_and_not_reminded_of_it(stories: Stories):
    stories.dreamer.texts(2, 21)
    story = stories.spender
    assert story.exit("unused-code") == "redeemed"
    (thanks,) = story.texts(1, 2)
    assert story.code not in thanks
    assert set(story.steps()) & {"day-7", "day-21"} == set()


def test_who_stops_after_the_first_reminder_gets_the_confirmation_and_no_second(stories: Stories):
    story = stories.leaver
    assert standing(story.visitor, story.phone, "opted_out")["status"] == "opted_out"
    assert story.exit("unused-code") == "opted_out"
    stories.dreamer.texts(2, 21)
    reminder, confirmation = story.later()
    assert story.code in reminder
    assert "START" in confirmation


def test_a_basket_that_was_left_is_brought_up_once_though_it_changes_again(stories: Stories):
    story = stories.shopper
    wait_for(story.sent, lambda sent: bool(sent["cart_code"]), LATE)
    story.cart(f"cart-{story.code}", 9_800)
    stories.dreamer.texts(2, 21)
    assert story.exit("cart-with-code") == "finished"
    assert story.sent()["cart_code"] == 1


def test_a_basket_of_who_did_not_agree_to_such_reminders_is_never_brought_up(stories: Stories):
    story = stories.silent
    texts = story.texts(2, 21)
    assert story.sent() == {"verification": 1, "code": 1, "reminder": 1, "last_reminder": 1}
    assert not [text for text in texts if "basket" in text]
