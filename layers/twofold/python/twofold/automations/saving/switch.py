"""Switches an automation on or off."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from twofold.automations.check.itself import SLUG
from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import Send
from twofold.automations.saving.next_version import next_version
from twofold.automations.saving.save import SaveAutomation, Saved
from twofold.contracts.errors import NotFound
from twofold.messages.model import CODE
from twofold.messages.texts.findings import Finding, advice


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchAutomation:
    save: SaveAutomation

    def __call__(self, campaign_id: str, automation_id: str, *, on: bool) -> Saved:
        """The automation; nobody is kept from switching one off.

        Off: nobody enters, and whoever is in it is out of it when their next step is due. One that is so already
        stays as it is. Raises NotFound, InvalidRequest (on, though it makes no sense any more), Unavailable.
        """
        told: list[Finding] = []

        def switch(before: Automation | None, number: int) -> Automation:
            if before is None:
                raise unknown(automation_id)
            after = msgspec.structs.replace(before, on=on)
            told[:] = self.save.judge(after, before) if on else still_going(after)
            return after

        if not SLUG.fullmatch(automation_id):
            raise unknown(automation_id)
        stored = next_version(self.save.register, campaign_id, automation_id, switch, self.save.clock())
        return Saved(stored.automation, stored.new, tuple(told))


def still_going(automation: Automation) -> Iterator[Finding]:
    """What goes all the same when it is off."""
    if any(isinstance(step, Send) and step.template == CODE for step in automation.steps):
        detail = "the text with the code still goes as soon as there is one: people signed up for it."
        yield advice("on", "code_still_goes", detail)


def unknown(automation_id: str) -> NotFound:
    """What is told whoever names one that there is not."""
    return NotFound(f"The campaign has no automation {automation_id}.", code="automation_not_found")
