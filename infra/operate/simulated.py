"""What would happen, as people like to read it: a sentence on top, then who, when and what it costs."""

from collections.abc import Iterator, Mapping

from infra.commands.screen import paint, table
from infra.operate.simulated_words import BLOCKED, LEFT, NOT_ENTERED
from twofold.automations.simulate.answer import Bill, StepTold, WhatHappens

BY_PRICES = "with each part at the most that it may cost by [prices]"
"""Prices are ceilings that the environment's file sets, not what a provider will bill."""


def told(answer: WhatHappens) -> str:
    """All of it."""
    parts = ["\n".join([_heading(answer), "", *_sentences(answer)])]
    if answer.not_entered:
        rows = _reasons(answer.not_entered, NOT_ENTERED, otherwise="not so: ")
        times = ", each time" if answer.events != answer.leads else ""
        parts.append("\n".join([f"Who would not enter{times}:", *(f"  {row}" for row in rows)]))
    if answer.entered:
        parts += [_steps(answer.steps), *_details(answer.steps)]
    if answer.total.texts:
        parts.append(_bills(answer))
    return "\n\n".join([*parts, "\n".join(["Nothing was sent or written.", *answer.notes])])


def _heading(answer: WhatHappens) -> str:
    named = f"{answer.name} ({answer.automation_id}, version {answer.version})"
    seen = f"as far as known on {answer.seen_until:%Y-%m-%d, %H:%M} UTC"
    return f"{paint(named, 1)}, {answer.first} to {answer.last}, {seen}"


def _sentences(answer: WhatHappens) -> Iterator[str]:
    """The whole in three sentences at most."""
    if not answer.events:
        yield f"There was no lead {answer.trigger} on these days: nothing would happen."
        return
    yield _by_times(answer) if answer.events != answer.leads else _by_leads(answer)
    if answer.total.texts:
        texts = _counted(answer.total.texts, "text")
        price = f"{_dollars(answer.total)}, {BY_PRICES}"
        yield f"{_counted(answer.texted, 'lead')} would get {texts}, for {price}."
    if answer.running:
        yield f"{answer.running:,} would still be on their way."


def _by_leads(answer: WhatHappens) -> str:
    """Each came once."""
    held = [f"{answer.held_out:,} would be held back to compare with"] if answer.held_out else []
    out = sum(answer.not_entered.values())
    rest = [*held, f"{answer.entered:,} would enter", *([f"{out:,} would not"] if out else [])]
    return f"Of {_counted(answer.leads, 'lead')} {answer.trigger}, {_listed(rest)}."


def _by_times(answer: WhatHappens) -> str:
    """Somebody came more than once, so that times are counted, and no leads."""
    out = sum(answer.not_entered.values())
    held = [f"{_counted(answer.held_out, 'time')} held back to compare with"] if answer.held_out else []
    rest = [*held, f"{_counted(answer.entered, 'time')} let in"]
    rest += [f"{_counted(out, 'time')} not"] if out else []
    often = _counted(answer.events, "time")
    return f"{_counted(answer.leads, 'lead')} {answer.trigger}, {often} in all, would be {_listed(rest)}."


def _steps(steps: list[StepTold]) -> str:
    header = ("Step", "Does", "Before it", "Left", "Waiting", "Passed over", "Blocked", "Done", "Moved")
    return table(header, [_row(step) for step in steps])


def _row(step: StepTold) -> tuple[str, ...]:
    numbers = (
        step.came,
        sum(step.left.values()),
        step.waiting + step.texts_waiting,
        step.passed_over + step.told_before,
        sum(step.blocked.values()),
        step.done,
        step.moved,
    )
    return step.step, step.kind.replace("_", " "), *map(str, numbers)


def _details(steps: list[StepTold]) -> Iterator[str]:
    for step in steps:
        rows = [*_reasons(step.left, LEFT), *_reasons(step.blocked, BLOCKED)]
        rows += [f"{step.told_before:,} had had a text about this cart"] if step.told_before else []
        rows += (
            [f"{_counted(step.texts_waiting, 'text')} still to go, at a better hour or when there is room"]
            if step.texts_waiting
            else []
        )
        rows += [f"{step.moved:,} moved out of quiet hours"] if step.moved else []
        rows += (
            [f"{_counted(step.put_off, 'time')} put off: the cart had changed, or the day was full"]
            if step.put_off
            else []
        )
        if rows:
            yield "\n".join([f"{step.step}:", *(f"  {row}" for row in rows)])


def _reasons(counts: Mapping[str, int], words: Mapping[str, str], otherwise: str = "") -> Iterator[str]:
    for reason, count in sorted(counts.items(), key=lambda each: -each[1]):
        yield f"{count:,} {words.get(reason, otherwise + reason)}"


def _bills(answer: WhatHappens) -> str:
    rows = [(country or "?", bill) for country, bill in sorted(answer.countries.items())]
    rows += [
        (f"{step.step}, {name}", bill)
        for step in answer.steps
        for name, bill in sorted(step.variants.items())
    ]
    header = ("Texts to", "Texts", "Parts", "USD", "At most")
    return table(header, [_bill(name, bill) for name, bill in [*rows, ("in all", answer.total)]])


def _bill(name: str, bill: Bill) -> tuple[str, ...]:
    return name, str(bill.texts), str(bill.parts), _money(bill.price), _money(bill.most)


def _dollars(bill: Bill) -> str:
    most = f" (at most {_money(bill.most)})" if bill.most != bill.price else ""
    return f"{_money(bill.price)} USD{most}"


def _money(millionths: int) -> str:
    return f"{millionths / 1_000_000:,.2f}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
