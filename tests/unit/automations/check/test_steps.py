"""Each step makes sense by itself, and is known by an id that stays what it was."""

import pytest

from tests.unit.automations.check.judged import A_TEXT, QUIET, asked, errors, found, version_two
from twofold.automations.definition.steps import (
    AnyStep,
    ChangeStage,
    IssueCode,
    Notify,
    Send,
    Stop,
    Tag,
    Until,
    Wait,
)
from twofold.campaigns.offer import CodeRules, Offer

LASSI = Offer(title="A lassi", kind="item", value=0, valid_days=10)
NOTHING = Offer(title=" ", kind="percent", value=0)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Wait(), ": it waits for nothing; say days, hours or minutes"),
        (Wait(days=-1), ".days: this is a whole number of days, 0 or more"),
        (Wait(days=1, minutes=-5), ".minutes: this is a whole number of minutes, 0 or more"),
        (Wait(days=10**15), ".days: this is a whole number of days, 0 or more, and 400 days at most"),
        (Wait(days=400, minutes=1), ": it waits for more than 400 days"),
        (Wait(hours=9_601), ": it waits for more than 400 days"),
        (Wait(hours=1, after="cart"), ".after: there is no cart to wait after"),
        (Wait(days=1, when=(asked("lead.stage", is_="lead"),)), ".when: a wait is for everybody"),
        (Until(time="25:00"), ".time: this is a time of day"),
        (Until(time="9:30"), ".time: this is a time of day"),
        (Until(time="09:60"), ".time: this is a time of day"),
        (Until(time="noon"), ".time: this is a time of day"),
        (Until(time="09:30\n"), ".time: this is a time of day"),
        (Until(time="09:30", weekdays=("mon", "mon")), ".weekdays[1]: mon stands there already."),
        (Tag(id="t"), ": it changes nothing; say which tags"),
        (Tag(id="t", add=("Not ready",)), ".add[0]: a tag is one word"),
        (Tag(id="t", remove=("a", "")), ".remove[1]: a tag is one word"),
        (Tag(id="t", add=("a",), remove=("a",)), ".remove[0]: a is added and removed at once."),
        (Tag(id="t", add=tuple(f"t{n}" for n in range(21))), ".add: these are 20 tags at most."),
        (
            ChangeStage(id="s", to="custmer"),
            ".to: `custmer` is no stage that one comes to; did you mean customer?",
        ),
        (ChangeStage(id="s", to="subscriber"), ".to: `subscriber` is no stage that one comes to."),
        (Notify(id="n", whom="staff", note=" "), ".note: this is what they shall read"),
        (Notify(id="n", whom="crm", note="x" * 301), ".note: this is what they shall read: up to 300"),
        (Stop(id="s"), ": it is over here for everybody, so nothing behind it"),
        (IssueCode(id="c", offer=NOTHING), ".offer.title: an offer has a name"),
    ],
)
def test_a_step_that_makes_no_sense_is_told_with_its_path(step: AnyStep, said: str):
    told = errors(Wait(days=1), step, A_TEXT, **QUIET)
    assert told[0].startswith(f"steps[1]{said}"), told


@pytest.mark.parametrize(
    "step",
    [
        Wait(days=400),
        Wait(minutes=1),
        Until(time="00:00"),
        Until(time="23:59", weekdays=("sat", "sun")),
        Tag(id="t", add=("not-ready",), remove=("dormant",)),
        ChangeStage(id="s", to="advocate"),
        Notify(id="n", whom="staff", note="Ring them."),
        Stop(id="s", when=(asked("lead.stage", is_="customer"),)),
        IssueCode(id="c"),
        IssueCode(id="c", offer=LASSI),
    ],
)
def test_a_step_that_makes_sense_is_not_told(step: AnyStep):
    assert found(step, A_TEXT, **QUIET) == []


def test_an_offer_of_its_own_is_checked_as_the_campaigns_is():
    elsewhere = Offer(title="A lassi", kind="percent", value=101, rules=CodeRules(places=("moon",)))
    told = errors(IssueCode(id="c", offer=elsewhere), **QUIET)
    assert [each.partition(": ")[0] for each in told] == [
        "steps[0].offer.value",
        "steps[0].offer.rules.places[0]",
    ]


@pytest.mark.parametrize("steps", [(Wait(days=1),), (Until(time="10:00"), Wait(days=1))])
def test_what_does_nothing_is_told(steps: tuple[AnyStep, ...]):
    assert errors(*steps)[0].startswith("steps: it does nothing.")


def test_steps_are_twenty_at_most():
    waits = (Wait(days=2),) * 19
    assert errors(*waits, A_TEXT, **QUIET) == []
    assert errors(*waits, Wait(days=2), A_TEXT, **QUIET) == [
        "steps: these are 20 steps at most; 21 stand here."
    ]


def test_an_automation_is_no_book():
    def crowd(words: int) -> list[str]:
        among = asked("lead.attribute.city", is_=tuple(f"city number {n:050d}" for n in range(words)))
        return errors(*(Send(id=f"t{n}", template="missed", when=(among,) * 4) for n in range(2)), **QUIET)

    assert crowd(50) == []
    assert crowd(100) == [
        "steps: all of the automation is more than 32000 bytes; take out conditions, or make it two."
    ]


@pytest.mark.parametrize("step_id", ["", "Day 7", "day_7", "a" * 41, "day-7\n"])
def test_a_step_that_does_something_has_an_id(step_id: str):
    (told,) = errors(Wait(days=1), Send(id=step_id, template="missed"), **QUIET)
    first = "this is a name for machines" if step_id else "give the step a name that it keeps for good"
    assert told.startswith(f"steps[1].id: {first}: ")
    assert "such as day-7" in told


def test_two_steps_have_two_ids():
    (told,) = errors(A_TEXT, Wait(days=2), Send(id="hello", template="missed"), **QUIET)
    assert told == "steps[2].id: steps[0] is called hello already."


def test_an_id_keeps_its_kind_in_every_version():
    before = version_two(Send(id="day-7", template="reminder"), Tag(id="seen", add=("seen",)))
    same = (Send(id="day-7", template="last_reminder"), Stop(id="seen"))
    (told,) = errors(*same, before=before)
    assert told == (
        "steps[1].id: in version 2 seen was a step of another kind (tag); give this one a new id."
    )


def test_all_that_is_wrong_is_told_at_once():
    told = errors(Wait(), Tag(id="t"), Send(id="t"), ChangeStage(id="", to="x"), holdout=99, **QUIET)
    assert [each.partition(": ")[0] for each in told] == [
        "holdout",
        "steps[2].id",
        "steps[3].id",
        "steps[0]",
        "steps[1]",
        "steps[2].template",
        "steps[3].to",
    ]
