"""Puts the presets that a campaign lacks into it: they ship switched on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from twofold.automations.definition.automation import Automation
from twofold.automations.saving.read import Draft
from twofold.automations.saving.save import SaveAutomation
from twofold.contracts.errors import Conflict, InvalidRequest


@dataclass(frozen=True, slots=True)
class Installed:
    """The ids of those that were put in, and why (by id) others could not be."""

    put_in: tuple[str, ...]
    refused: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallPresets:
    """`presets` answers with those of a campaign."""

    save: SaveAutomation
    presets: Callable[[str], Sequence[Automation]]

    def __call__(self, campaign_id: str) -> Installed:
        """Whatever goes by a preset's id, changed or switched off, stays as it is. Raises NotFound, Unavailable."""
        put_in: list[str] = []
        refused: dict[str, str] = {}
        for preset in self.presets(campaign_id):
            if self.save.register.current(campaign_id, preset.automation_id):
                continue
            try:
                self.save(Draft(automation=preset, based_on=0))
            except Conflict:
                # Somebody was quicker, and what they put in stays.
                continue
            except InvalidRequest as fault:
                refused[preset.automation_id] = fault.detail
            else:
                put_in.append(preset.automation_id)
        return Installed(tuple(put_in), refused)
