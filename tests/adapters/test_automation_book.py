"""What every AutomationRegister and DailyBook promises."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from tests.fakes.aws import FakeAws, Fault
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import fresh
from tests.fakes.tables import SETTINGS
from twofold.automations.definition.automation import Again, Automation, Daily, On, Trigger
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import (
    ChangeStage,
    IssueCode,
    Notify,
    Send,
    Stop,
    Tag,
    Until,
    Variant,
    Wait,
)
from twofold.automations.ports import AutomationMoved, DailyRun
from twofold.campaigns.offer import Offer
from twofold.contracts.errors import NotFound
from twofold.contracts.events import CampaignChanged, Envelope
from twofold.ledger.record import Origin, record

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 22)
ISSUED, QUIET = On(event="code.issued.v1"), Daily(quiet_days=60)


def an_automation(trigger: Trigger = ISSUED, **changes: object) -> Automation:
    made = Automation(
        automation_id="unused-code",
        campaign_id=fresh("campaign"),
        name="Unused codes",
        trigger=trigger,
        steps=(Wait(days=7), Send(id="day-7", template="reminder")),
    )
    return msgspec.structs.replace(made, **changes)


def after(automation: Automation, **changes: object) -> Automation:
    return msgspec.structs.replace(automation, version=automation.version + 1, **changes)


def changed(automation: Automation) -> Envelope:
    return record(
        CampaignChanged(changed=(f"automation {automation.automation_id}",)),
        subject=automation.campaign_id,
        version=automation.version,
        at=AT + timedelta(minutes=automation.version),
        origin=Origin(campaign_id=automation.campaign_id),
        cause=automation.audience,
    )


def save(books: Books, automation: Automation) -> Automation:
    books.automations.save(automation, changed(automation))
    return automation


def run_of(books: Books, automation: Automation) -> DailyRun | None:
    mine = [r for r in books.automations.daily() if r.automation.campaign_id == automation.campaign_id]
    assert len(mine) <= 1
    return mine[0] if mine else None


class TestVersions:
    def test_what_never_was_is_not_there(self, books: Books):
        for campaign_id, automation_id in (("never", "a"), ("", "a"), ("x" * 3_000, "a"), ("a", "x" * 2_000)):
            assert books.automations.current(campaign_id, automation_id) is None
            assert not books.automations.of_campaign(campaign_id)
            with pytest.raises(NotFound):
                books.automations.version(campaign_id, automation_id, 1)

    def test_all_that_a_marketer_wrote_is_kept(self, books: Books):
        written = an_automation(
            On(event="cart.updated.v1", where=(Condition(fact="event.lines", at_least=2),)),
            steps=(
                Wait(hours=1, minutes=5, after="cart"),
                Until(time="10:00", weekdays=("mon", "sat")),
                Send(id="a", variants=(Variant(name="warm", template="cart", share=3),), once_per="cart"),
                IssueCode(id="b", offer=Offer(kind="percent", title="A treat", value=10)),
                Tag(
                    id="c",
                    add=("hungry",),
                    remove=("full",),
                    when=(Condition(fact="lead.tags", not_=("vip",)),),
                ),
                ChangeStage(id="d", to="mql"),
                Notify(id="e", whom="staff", note="Call them."),
                Stop(id="f"),
            ),
            on=False,
            conditions=(Condition(fact="cart.has_code", is_=("yes",)),),
            exits=("ordered", "redeemed"),
            again=Again(rule="after", days=90),
            holdout=0,
            daily_most=500,
            scope="cart_reminders",
            preset="cart",
        )
        save(books, written)
        assert books.automations.current(written.campaign_id, "unused-code") == written
        assert list(books.automations.of_campaign(written.campaign_id)) == [written]
        assert books.automations.version(written.campaign_id, "unused-code", 1) == written

    def test_every_version_stays_as_it_was_saved(self, books: Books):
        first = save(books, an_automation())
        second = save(books, after(first, name="Better", moved_to=2))
        assert books.automations.version(first.campaign_id, "unused-code", 1) == first
        assert books.automations.version(first.campaign_id, "unused-code", 2) == second
        assert books.automations.current(first.campaign_id, "unused-code") == second
        assert list(books.automations.of_campaign(first.campaign_id)) == [second]
        with pytest.raises(NotFound):
            books.automations.version(first.campaign_id, "unused-code", 3)

    def test_a_campaign_s_stand_side_by_side_and_in_order(self, books: Books):
        cart = save(books, an_automation(automation_id="cart"))
        code = save(books, after(save(books, an_automation(campaign_id=cart.campaign_id))))
        save(books, an_automation())
        assert list(books.automations.of_campaign(cart.campaign_id)) == [cart, code]

    def test_whoever_saves_says_so(self, books: Books):
        first = save(books, an_automation())
        second = save(books, after(first))
        assert books.upkeep.timeline(first.campaign_id) == [changed(first), changed(second)]

    @pytest.mark.parametrize("version", [1, 3])
    def test_of_two_who_save_on_one_version_the_second_has_to_look_again(self, books: Books, version: int):
        first = save(books, an_automation())
        late = msgspec.structs.replace(first, version=version, name="Late", trigger=QUIET)
        with pytest.raises(AutomationMoved):
            books.automations.save(late, changed(late))
        assert books.automations.current(first.campaign_id, "unused-code") == first
        assert run_of(books, first) is None
        assert len(books.upkeep.timeline(first.campaign_id)) == 1

    def test_the_first_version_is_number_one(self, books: Books):
        with pytest.raises(AutomationMoved):
            save(books, an_automation(version=2))


class TestEveryDay:
    def test_one_that_is_on_begins_with_its_first_day(self, books: Books):
        daily = save(books, an_automation(QUIET))
        assert run_of(books, daily) == DailyRun(automation=daily)

    def test_how_far_it_has_come_is_kept_through_new_versions(self, books: Books):
        daily = save(books, an_automation(QUIET))
        books.automations.keep(DailyRun(automation=daily, day=DAY, after="lead_7"))
        newer = save(books, after(daily, trigger=Daily(quiet_days=30)))
        assert run_of(books, daily) == DailyRun(automation=newer, day=DAY, after="lead_7")
        books.automations.keep(DailyRun(automation=daily, day=DAY))
        assert run_of(books, daily) == DailyRun(automation=newer, day=DAY)

    @pytest.mark.parametrize("change", [{"on": False}, {"trigger": ISSUED}])
    def test_one_that_is_off_or_set_off_otherwise_is_gone(self, books: Books, change: dict[str, object]):
        daily = save(books, an_automation(QUIET))
        off = save(books, after(daily, **change))
        books.automations.keep(DailyRun(automation=daily, day=DAY))
        assert run_of(books, daily) is None
        again = save(books, after(off, on=True, trigger=QUIET))
        assert run_of(books, daily) == DailyRun(automation=again)

    def test_what_an_event_sets_off_has_no_days(self, books: Books):
        assert run_of(books, save(books, an_automation())) is None
        assert run_of(books, save(books, an_automation(QUIET, on=False))) is None


class TestOnDynamoDB:
    @pytest.fixture
    def books(self, aws: FakeAws) -> Books:
        return in_dynamodb(SETTINGS)

    def test_a_lost_answer_reads_as_success(self, aws: FakeAws, books: Books):
        aws.faults = [Fault(done=True)]
        first = save(books, an_automation(QUIET))
        aws.faults = [Fault(done=True)]
        second = save(books, after(first))
        assert books.automations.current(first.campaign_id, "unused-code") == second
        assert len(books.upkeep.timeline(first.campaign_id)) == 2

    def test_another_s_version_is_not_taken_for_one_s_own(self, books: Books):
        first = save(books, an_automation())
        mine = msgspec.structs.replace(first, name="Mine")
        with pytest.raises(AutomationMoved):
            books.automations.save(mine, changed(mine))

    def test_a_campaign_s_are_read_once_in_a_while(self, aws: FakeAws, books: Books):
        automation = save(books, an_automation())
        aws.calls.clear()
        for _ in range(3):
            books.automations.of_campaign(automation.campaign_id)
            books.automations.version(automation.campaign_id, automation.automation_id, 1)
        assert sorted(aws.operations()) == ["DynamoDB_20120810.GetItem", "DynamoDB_20120810.Query"]
