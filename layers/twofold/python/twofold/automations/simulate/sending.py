"""What would become of a planned text: the rules of sending, asked as they are at the moment of sending."""

from dataclasses import dataclass

from twofold.contracts.errors import InvalidRequest
from twofold.messages.sending.decide import Circumstances, Decide
from twofold.messages.sending.survey import Survey

from .cost import CostOf
from .scene import Scene
from .tally import Tally
from .way import Text

QUIET = "quiet_hours"
"""How the rules begin that put a text off until the hours allow it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    scene: Scene
    tally: Tally
    survey: Survey
    decide: Decide
    cost_of: CostOf

    def __call__(self, text: Text) -> None:
        """It goes, waits or is blocked, as of the scene's moment."""
        now = self.survey(text.message)
        verdict = self.decide(text.message, now)
        if verdict.action == "send":
            self._send(text, now)
        elif verdict.until:
            text.due_at = verdict.until
            if verdict.rule.startswith(QUIET):
                self.tally.moved(self.scene.way, text.enrolment_id, text.step)
        else:
            self._block(text, verdict.rule)

    def _send(self, text: Text, now: Circumstances) -> None:
        assert now.to is not None
        try:
            cost = self.cost_of(text.message, now, now.to)
        except InvalidRequest as error:
            self._block(text, error.code)
            return
        text.due_at, text.sent_at = None, self.scene.at
        self.tally.sent(text, cost)

    def _block(self, text: Text, rule: str) -> None:
        text.due_at = None
        self.tally.blocked(text, rule)
