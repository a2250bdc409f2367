"""Saves an automation: checked, as its next version, and with a word on what becomes of those who are in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from twofold.automations.check.automation import check
from twofold.automations.check.itself import SLUG
from twofold.automations.definition.automation import Automation
from twofold.automations.ports import AutomationRegister
from twofold.automations.saving.next_version import next_version
from twofold.automations.saving.read import Draft
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import Conflict, InvalidRequest
from twofold.contracts.instants import Clock
from twofold.messages.texts.findings import Finding, errors

Running = Literal["finish", "move"]
"""Who is in an older version: finishes that one, or goes on with this one behind what they have done."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The automation as it is now; `new`: in a version that this call made. `advice` is what could be better."""

    automation: Automation
    new: bool
    advice: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveAutomation:
    """`hears` are the events that the deployment hears (`[automations] hears`)."""

    register: AutomationRegister
    campaigns: CampaignBook
    clock: Clock
    hears: Sequence[str]

    def __call__(self, draft: Draft, running: Running = "finish") -> Saved:
        """What is in use already stays as it is, without an event, unless others are to be moved to it.

        Raises InvalidRequest with every fault (`detail`, a line each; `field` is the path of the first), Conflict when
        the draft is based on a version that is not the newest, NotFound (campaign), Unavailable.
        """
        of, advice = draft.automation, list[Finding]()
        if not SLUG.fullmatch(of.automation_id):
            # Nothing can be looked up by it.
            self.judge(of, None, draft)

        def make(before: Automation | None, number: int) -> Automation:
            _insist_on_the_newest(draft, before)
            after = _wished(draft, before)
            advice[:] = self.judge(after, before, draft)
            return _version(after, before, number, running)

        stored = next_version(self.register, of.campaign_id, of.automation_id, make, self.clock())
        return Saved(stored.automation, stored.new, tuple(advice))

    def judge(
        self, automation: Automation, before: Automation | None, draft: Draft | None = None
    ) -> tuple[Finding, ...]:
        """What could be better. Raises InvalidRequest with all that is wrong, or could not be read of the draft."""
        campaign = self.campaigns.campaign(automation.campaign_id)
        found = check(automation, campaign, hears=self.hears, before=before)
        read = draft or Draft(automation=automation)
        wrong = (f"{finding.field}: {finding.detail}" for finding in errors(found))
        faults = (*read.unread, *read.sure(wrong))
        if not faults:
            return found
        field, detail = faults[0].partition(": ")[0], "\n".join(faults)
        raise InvalidRequest(detail, code="automation_invalid", field=field, faults=faults)


def _insist_on_the_newest(draft: Draft, before: Automation | None) -> None:
    newest = before.version if before else 0
    if draft.based_on in (None, newest):
        return
    there = f"version {newest} is in use" if newest else "there is none yet"
    raise Conflict(
        f"This was made from version {draft.based_on}, and {there}. Take what is in use, and change that.",
        code="automation_moved",
        field="version",
    )


def _wished(draft: Draft, before: Automation | None) -> Automation:
    """The draft, on or off as it was where it does not say; a preset that was changed is one no more."""
    wished = draft.automation
    if before and not draft.says_on:
        wished = msgspec.structs.replace(wished, on=before.on)
    if before and _same(msgspec.structs.replace(wished, on=before.on), before):
        wished = msgspec.structs.replace(wished, preset=before.preset)
    return wished


def _version(after: Automation, before: Automation | None, number: int, running: Running) -> Automation:
    if before and _same(after, before) and (running == "finish" or before.moved_to == before.version):
        return before
    moved_to = number if running == "move" else before.moved_to if before else 0
    return msgspec.structs.replace(after, moved_to=moved_to)


def _same(one: Automation, other: Automation) -> bool:
    """Whether both do the same, whatever versions they are."""
    by_the_book = {"version": other.version, "moved_to": other.moved_to, "preset": other.preset}
    return msgspec.structs.replace(one, **by_the_book) == other
