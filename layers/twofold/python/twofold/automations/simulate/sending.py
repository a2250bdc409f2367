"""What would become of a planned text: the rules of sending, asked as they are at the moment of sending."""

from dataclasses import dataclass

from twofold.leads.model import Lead
from twofold.messages.sending.decide import Decide
from twofold.messages.sending.survey import Survey

from .price import Price
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
    price: Price

    def __call__(self, text: Text) -> None:
        """It goes, waits or is blocked, as of the scene's moment."""
        now = self.survey(text.message)
        verdict = self.decide(text.message, now)
        if verdict.action == "send":
            self._send(text, now.lead, now.campaign.locale)
        elif verdict.until:
            text.due_at = verdict.until
            if verdict.rule.startswith(QUIET):
                self.tally.moved(self.scene.way, text.enrolment_id, text.step)
        else:
            self._block(text, verdict.rule)

    def _send(self, text: Text, lead: Lead | None, otherwise: str) -> None:
        parts = self.price.parts(text.message.template, (lead.locale if lead else None) or otherwise)
        if parts.rule:
            self._block(text, parts.rule)
            return
        country = lead.phone.country if lead and lead.phone else ""
        text.due_at, text.sent_at = None, self.scene.at
        self.tally.sent(text, country, parts.usual, parts.most, self.price.of_part(country))

    def _block(self, text: Text, rule: str) -> None:
        text.due_at = None
        self.tally.blocked(text, rule)
