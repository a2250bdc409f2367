"""What people read: a sentence on top, then who, when and what it costs."""

import pytest

from infra.operate.simulated import told
from tests.fakes.samples import ANNA, BEN, CARA
from tests.unit.automations.definitions import TWO_REMINDERS, an_automation
from tests.unit.automations.simulate.town import BEGIN, NEW_YORK, Town
from twofold.automations.definition.automation import Again, On
from twofold.automations.simulate.answer import Bill, StepTold, WhatHappens

REMINDERS = an_automation(
    *TWO_REMINDERS, exits=("redeemed", "code_over"), again=Again(rule="each"), holdout=0
)


@pytest.fixture
def town() -> Town:
    town = Town()
    for person in (ANNA, BEN, CARA, NEW_YORK):
        town.join(person)
    town.forward(days=10)
    town.redeem(BEN)
    town.forward(days=1)
    town.stop(CARA)
    return town


def test_a_whole_answer_reads_like_this(town):
    lines = told(town.would(REMINDERS)).splitlines()
    seen = "as far as known on 2026-11-12, 12:00 UTC"
    assert lines == [
        f"Code not used yet (unused-code, version 1), 2026-11-01 to 2026-11-12, {seen}",
        "",
        "Of 4 leads who got a code, 4 would enter.",
        "4 leads would get 4 texts, for 0.14 USD, with each part at the most that it may cost by [prices].",
        "2 would still be on their way.",
        "",
        "Step    Does  Before it  Left  Waiting  Passed over  Blocked  Done  Moved",
        "day-7   send          4     0        0            0        0     4      1",
        "day-21  send          4     2        2            0        0     0      0",
        "",
        "day-7:",
        "  1 moved out of quiet hours",
        "",
        "day-21:",
        "  1 had used their code",
        "  1 had opted out",
        "",
        "Texts to  Texts  Parts  USD   At most",
        "DE            1      1  0.05  0.05",
        "PL            2      2  0.08  0.08",
        "US            1      1  0.01  0.01",
        "in all        4      4  0.14  0.14",
        "",
        "Nothing was sent or written.",
        "What waits is not over: what these leads will do from now on, nobody knows.",
        "[prices] has no row for DE: a part is reckoned at its default there.",
    ]


def test_where_nothing_happened_that_is_said(town):
    answer = town.would(an_automation(trigger=On(event="referral.completed")))
    assert "There was no lead who brought a friend on these days: nothing would happen." in told(answer)


def test_large_numbers_can_be_read():
    day = BEGIN.date()
    answer = WhatHappens(
        automation_id="unused-code",
        version=3,
        campaign_id="buffet-20",
        name="Code not used yet",
        trigger="who got a code",
        first=day,
        last=day,
        seen_until=BEGIN,
        leads=1_204,
        events=1_310,
        entered=1_100,
        held_out=61,
        texted=1_000,
        not_entered={"event.cause is signup or promise": 140, "no_consent": 9},
        over={"finished": 1_100},
        steps=[
            StepTold(
                step="day-7", kind="send", done=1_050, told_before=4, put_off=7, blocked={"cap_month": 46}
            )
        ],
        total=Bill(texts=1_050, parts=1_055, price=45_365_000, most_parts=2_100, most=1_290_300_000),
    )
    said = told(answer)
    assert (
        "1,204 leads who got a code, 1,310 times in all, would be 61 times held back to compare with, "
        "1,100 times let in and 149 times not.\n"
        "1,000 leads would get 1,050 texts, for 45.37 USD (at most 1,290.30), with each part at the most"
    ) in said
    assert (
        "Who would not enter, each time:\n  140 not so: event.cause is signup or promise\n  9 had not agreed"
        in said
    )
    assert "  46 had had as many texts as they may get in 30 days\n  4 had had a text about this cart" in said


def test_whoever_came_twice_is_counted_by_times_and_not_as_two_leads(town):
    for act in ("redeem", "roll_back", "redeem"):
        town.act(act, ANNA)
    used = an_automation(trigger=On(event="code.redeemed"), again=Again(rule="never"), holdout=0)
    said = told(town.would(used))
    assert "2 leads who used a code, 3 times in all, would be 2 times let in and 1 time not." in said
    assert "Who would not enter, each time:\n  1 had entered before" in said
