"""The last act: what comes by itself in the weeks after, of two people of whom one uses their code at once."""

import textwrap
import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from infra.local.demo import story
from infra.local.demo.ending import rows_of
from infra.local.demo.scene import Scene, wait_for
from infra.local.demo.teller import Document
from infra.local.demo.timeline import began, days, timeline
from infra.local.hurried import CAMPAIGN, DAY, seed_hurried
from infra.local.operate import said
from infra.local.workspace import Workspace
from twofold.contracts.events import AutomationExited
from twofold.contracts.instants import now
from twofold.contracts.routes.codes import REDEEM

AUTOMATION = "unused-code"
LATE = 30.0
"""Seconds by which a text may come after its day: what is due at night waits for the morning, first as a step and then
as a text, and functions on a busy machine take their time."""


@dataclass
class Calendar:
    """Counts the campaign's days since somebody got their code, and tells each as it comes."""

    scene: Scene
    began: datetime
    told: int = 0

    @property
    def day(self) -> int:
        return int(days(now() - self.began))

    def wait_for_text(self, count: int, day: int) -> dict[str, str]:
        """The text number `count`, which is due on that day and may come a little late."""
        due = self.began + timedelta(seconds=day * DAY + LATE)
        texts = wait_for(self._texts, lambda got: len(got) >= count, (due - now()).total_seconds())
        late = f"Text number {count}, due on day {day}, did not arrive by day {self.day}"
        self.scene.promise(len(texts) >= count, late)
        return texts[count - 1]

    def _texts(self) -> list[dict[str, str]]:
        while self.told < self.day:
            self.told += 1
            self.scene.teller.day(self.told)
        return self.scene.texts()


def pass_by(before: Scene, workspace: Workspace) -> None:
    """Two sign up, one spends the code; the other is reminded on day 7 and day 21, and for the last time."""
    stack = {**before.stack, "assets": seed_hurried(workspace)}
    one, other = (Scene(stack=stack, client=before.client, teller=before.teller) for _ in range(2))
    _introduce(one, workspace)
    _join(other, "spender_joins", "Somebody, {phone}, signs up and has a code.")
    _spend(other)
    _join(one, "dreamer_joins", "Somebody else, {phone}, signs up too, means to come, and forgets.")
    calendar = Calendar(one, began(rows_of(one)))
    _remind(calendar, "day_7_text", "Day {day}. The code is still unused, so they are reminded of it.", 3, 7)
    _remind(calendar, "day_21_text", "Day {day}, and still unused: the last reminder.", 4, 21)
    _compare(one, other)


def _introduce(scene: Scene, workspace: Workspace) -> None:
    shown = said(workspace, "automation", "--campaign", CAMPAIGN, AUTOMATION)
    scene.teller.step(
        "hurried_campaign",
        f"Then come the weeks. So that nobody has to wait for them, here is the same campaign once more, and a day of "
        f"it takes {DAY:.0f} seconds: its clock, its hours for texts and its limits run faster, all else is as ever. "
        "(`make demo QUICK=1` leaves this out.) Like every campaign it has automations; one reminds of unused codes:",
        lines=_picture(shown),
    )


def _picture(shown: str) -> list[str]:
    """The steps alone, of all that is told of an automation."""
    return textwrap.dedent(shown.split("\n\n")[1]).splitlines()


def _join(scene: Scene, step: str, prose: str) -> None:
    """As the first visitor did, without telling it all again."""
    aside = replace(scene, teller=Document())
    story.sign_up(aside)
    story.confirm(aside)
    scene.teller.step(step, prose.format(phone=scene.phone), text=scene.await_text(2))


def _spend(scene: Scene) -> None:
    scene.call(
        "spender_redeems",
        "They use it at once. Nobody needs to remind them of it any more.",
        REDEEM.method,
        scene.stack["api"] + REDEEM.path.format(code=scene.known["discount"]),
        body={"order_id": f"order-{uuid.uuid4().hex[:8]}", "amount": 8400, "currency": "PLN"},
        keyed=True,
        status=201,
        show=("code", "discount_amount", "currency"),
    )


def _remind(calendar: Calendar, step: str, prose: str, count: int, due: int) -> None:
    scene = calendar.scene
    text = calendar.wait_for_text(count, due)
    scene.teller.step(step, prose.format(day=calendar.day), text=text)
    scene.promise(calendar.day >= due, f"The reminder should not come before day {due}")
    scene.promise(scene.known["discount"] in text["text"], "The reminder should name the code")


def _compare(one: Scene, other: Scene) -> None:
    """What the other phone got meanwhile, and both ledgers' word on it."""
    thanks = other.await_text(3)
    prose = "And the other? Thanks on the day after, and not a word about a code that is spent."
    other.teller.step("spender_texts", prose, text=thanks)
    later = other.texts()[2:]
    other.promise(later == [thanks], f"One text should have come, not {len(later)}")
    other.promise(
        other.known["discount"] not in thanks["text"], "The thanks should not speak of a spent code"
    )
    _tell_timeline(one, "dreamer_timeline", "How it went, by the ledger. Who forgot:", "finished")
    _tell_timeline(other, "spender_timeline", "Who did not:", "redeemed")


def _tell_timeline(scene: Scene, step: str, prose: str, reason: str) -> None:
    rows = wait_for(lambda: rows_of(scene), lambda rows: reason in _reasons(rows))
    scene.teller.step(step, prose, events=timeline(rows))
    scene.promise(reason in _reasons(rows), f"The automation {AUTOMATION} should have ended as {reason}")


def _reasons(rows: list[Any]) -> list[str]:
    exits = (row.data for row in rows if isinstance(row.data, AutomationExited))
    return [data.reason for data in exits if data.automation_id == AUTOMATION]
