"""An automation as people read it: in words, and with a picture of its steps in lines of text."""

from collections.abc import Iterator

from twofold.automations.check.templates import words_of
from twofold.automations.definition.automation import Automation, Daily
from twofold.automations.definition.marketing import templates_of
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
from twofold.automations.showing import spoken
from twofold.campaigns.model import Campaign

_WHOM = {"staff": "our people", "crm": "the CRM"}


def shown(automation: Automation, campaign: Campaign | None = None) -> str:
    """Who enters, what happens to them step by step, and what ends it before: some lines.

    With the campaign, what its texts say in the campaign's own language.
    """
    return "\n".join((heading(automation), "", *_picture(automation, campaign), "", *_beside(automation)))


def heading(automation: Automation) -> str:
    on = "on" if automation.on else "OFF"
    preset = ", as shipped" if automation.preset else ""
    return f"{automation.name} ({automation.automation_id}): {on}, version {automation.version}{preset}"


def deed(step: AnyStep) -> str:
    """What a step does, in words; of a wait, for what."""
    match step:
        case Wait() | Until():
            return _wait(step)
        case Send():
            return _text(step)
        case IssueCode():
            return f"a code for “{step.offer.title}”" if step.offer else "a code for the campaign's offer"
        case Tag() | ChangeStage():
            return _of_lead(step)
        case Notify():
            return f"{_WHOM[step.whom]} read: {step.note}"
        case Stop():
            return "it is over here"


def _picture(automation: Automation, campaign: Campaign | None) -> Iterator[str]:
    yield f"  ○ {spoken.trigger(automation.trigger)}"
    if automation.conditions:
        yield f"  │   if {spoken.asked(automation.conditions, '')}"
    for step in automation.steps:
        if step.waits:
            yield f"  ┊ {deed(step)}"
            continue
        yield f"  ├─ {step.id}: {deed(step)}"
        if step.when:
            yield f"  │   if {spoken.asked(step.when, '')}"
        if campaign and isinstance(step, Send):
            yield from _said(step, campaign)
    yield "  ●"


def _said(send: Send, campaign: Campaign) -> Iterator[str]:
    for name in templates_of(send):
        if words := words_of(name, campaign):
            yield f"  │   “{words}”"


def _beside(automation: Automation) -> Iterator[str]:
    ends = (spoken.ENDS[each] for each in spoken.ENDS if each in automation.ends)
    yield f"  Over at any moment as soon as {'; '.join(ends)}."
    yield f"  Who: {spoken.again(automation.again, daily=isinstance(automation.trigger, Daily))}."
    if automation.lasting:
        yield "  What must hold for them to enter must hold before each step, too."
    yield f"  Consent that it needs: {automation.scope}."
    if automation.holdout:
        yield f"  {automation.holdout} in 100 of them get nothing, to compare with."
    if automation.daily_most is not None:
        yield f"  At most {automation.daily_most} of its texts a day; who comes later waits for the next."


def _wait(step: Wait | Until) -> str:
    if isinstance(step, Until):
        days = f" on {' or '.join(step.weekdays)}" if step.weekdays else ""
        return f"when it is {step.time}{days} where they live"
    waited = spoken.span(step.days, step.hours, step.minutes)
    return f"{waited} after the cart was last changed" if step.after == "cart" else f"{waited} later"


def _of_lead(step: Tag | ChangeStage) -> str:
    if isinstance(step, ChangeStage):
        return f"stage {step.to}, unless they are further already"
    return ", ".join((*(f"tag {tag}" for tag in step.add), *(f"no tag {tag} more" for tag in step.remove)))


def _text(send: Send) -> str:
    shares = sum(variant.share for variant in send.variants)
    lots = ", ".join(f"{each.name} ({each.template}, {each.share} of {shares})" for each in send.variants)
    what = f"text by lot: {lots}" if send.variants else f"text {send.template}"
    within = f", within {send.within_hours} hours or not at all" if send.within_hours else ""
    return f"{what}{', once a cart' if send.once_per == 'cart' else ''}{within}"
