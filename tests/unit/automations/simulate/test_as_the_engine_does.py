"""What is said to happen is what does happen: the same lives, with and without the engine running beside them."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fakes.samples import BUFFET
from tests.unit.automations.definitions import TWO_REMINDERS, an_automation
from tests.unit.automations.simulate.running import RunningTown
from tests.unit.automations.simulate.town import ACTS, PEOPLE, Town
from twofold.automations.definition.automation import Again, Automation, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import ChangeStage, Send, Stop, Tag, Until, Variant, Wait
from twofold.automations.presets import presets
from twofold.automations.simulate.answer import WhatHappens

Act = tuple[float, str, str]
MOMENTS = st.floats(min_value=0.5, max_value=30 * 24, allow_nan=False).map(
    lambda hours: round(hours * 60) / 60
)
ACT = st.tuples(MOMENTS, st.sampled_from(ACTS), st.sampled_from(PEOPLE))
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Lives are long, and shortening them takes minutes: whoever wants that takes this away."""
LIVES = st.lists(ACT, min_size=3, max_size=25)
VARIED = [
    an_automation(
        *TWO_REMINDERS, exits=("redeemed", "code_over"), again=Again(rule="each"), daily_most=2, holdout=30
    ),
    an_automation(
        Wait(minutes=30),
        Send(
            id="now", variants=(Variant(name="a", template="reminder"), Variant(name="b", template="thanks"))
        ),
        Until(time="22:30"),
        Tag(id="tag", add=("seen",)),
        Send(id="late", template="useful", when=(Condition(fact="lead.tags", is_=("seen",)),)),
        Until(time="09:00", weekdays=("sun",)),
        ChangeStage(id="stage", to="mql"),
        Stop(id="stop", when=(Condition(fact="code.state", is_=("redeemed",)),)),
        Send(id="last", template="missed", when=(Condition(fact="messages.last_30_days", at_most=2),)),
        trigger=On(event="message.received"),
        again=Again(rule="after", days=3),
        conditions=(Condition(fact="lead.stage", not_=("customer",)),),
        exits=("ordered", "replied"),
        holdout=0,
    ),
]
PRESETS = presets(BUFFET.campaign_id)


def live(town: Town, lives: Sequence[Act]) -> None:
    for person in PEOPLE[:3]:
        town.act("join", person)
        town.forward(hours=5, seconds=17)
    for hours, what, person in lives:
        town.forward(hours=hours)
        town.act(what, person)
    town.forward(days=40, seconds=1)


def counted(answer: WhatHappens) -> dict[str, object]:
    """In the form in which a running town counts."""
    done, left, texts = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for step in answer.steps:
        if step.kind == "send":
            texts[step.step, "sent"], texts[step.step, "waits"] = step.done, step.texts_waiting
            texts.update({(step.step, rule): number for rule, number in step.blocked.items()})
        planned = step.done + step.texts_waiting + sum(step.blocked.values())
        done[step.step, "done"] = planned
        done[step.step, "passed_over"] = step.passed_over + step.told_before
        left.update({(step.step, reason): number for reason, number in step.left.items()})
    return {
        "entered": answer.entered,
        "held_out": answer.held_out,
        "done": +done,
        "left": left,
        "over": Counter(answer.over),
        "texts": +texts,
    }


def told(town: RunningTown) -> dict[str, object]:
    happened = town.happened()
    return {
        "entered": happened.entered,
        "held_out": happened.held_out,
        "done": happened.done,
        "left": happened.left,
        "over": happened.over,
        "texts": happened.texts,
    }


def tried(automation: Automation, lives: Sequence[Act]) -> tuple[dict[str, object], dict[str, object]]:
    quiet, running = Town(), RunningTown(automation)
    live(quiet, lives)
    live(running, lives)
    return counted(quiet.would(automation)), told(running)


@pytest.mark.parametrize("automation", [*PRESETS, *VARIED], ids=lambda it: it.automation_id)
@settings(max_examples=6, deadline=None, phases=QUICK, suppress_health_check=[HealthCheck.too_slow])
@given(lives=LIVES)
def test_what_would_happen_is_what_happens(automation, lives):
    said, happened = tried(automation, lives)
    assert said == happened


@pytest.mark.prove
@pytest.mark.parametrize("automation", [*PRESETS, *VARIED], ids=lambda it: it.automation_id)
@settings(max_examples=200, deadline=None, phases=QUICK, suppress_health_check=[HealthCheck.too_slow])
@given(lives=LIVES)
def test_what_would_happen_is_what_happens_in_many_lives(automation, lives):
    said, happened = tried(automation, lives)
    assert said == happened
