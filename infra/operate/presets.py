"""The automations that every campaign has: put in where they are missing, and told on the way."""

from dataclasses import dataclass

from infra.commands.screen import note
from twofold.automations.presets import presets
from twofold.automations.saving.install import Installed, InstallPresets
from twofold.automations.saving.save import SaveAutomation


@dataclass(frozen=True, slots=True)
class PutPresetsIn:
    save: SaveAutomation

    def __call__(self, campaign_id: str) -> Installed:
        """What was put in, and what could not be; both are told beside the answer that scripts read."""
        done = InstallPresets(save=self.save, presets=presets)(campaign_id)
        if done.put_in:
            told = ", ".join(done.put_in)
            note(f"Automations put in: {told}. `make automations CAMPAIGN={campaign_id}` lists them.")
        for automation_id, why in done.refused.items():
            note("\n      ".join((f"The automation {automation_id} could not be put in:", *why.splitlines())))
        return done
