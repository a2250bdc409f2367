"""Hands work to the function that does the steps of automations, which does it in its own time."""

from collections.abc import Sequence
from datetime import date

from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import StepDue
from twofold.contracts.settings import RunnerSettings

from .lambda_calls import LambdaCalls


class LambdaStepRunner(LambdaCalls):
    function_that = "does the steps"

    def __init__(self, settings: RunnerSettings) -> None:
        super().__init__(settings.function)

    def run(self, due: StepDue) -> None:
        self._call({"due": due})

    def enter(self, automation: Automation, day: date, lead_ids: Sequence[str]) -> None:
        segment = {
            "campaign_id": automation.campaign_id,
            "automation_id": automation.automation_id,
            "day": day,
            "lead_ids": lead_ids,
        }
        self._call({"enter": segment})
