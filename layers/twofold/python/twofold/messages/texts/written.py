"""One template of a campaign in one language: what a rule looks at."""

from dataclasses import dataclass

from twofold.campaigns.model import Campaign
from twofold.messages.model import CODE, VERIFICATION

from .defaults import ANSWERS
from .fill import fields_of
from .findings import Finding, advice, error

NOT_MARKETING = ANSWERS | {VERIFICATION, CODE}
"""Templates that somebody asked for; all others go to those who agreed to marketing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    campaign: Campaign
    locale: str
    name: str
    text: str

    @property
    def fields(self) -> tuple[str, ...]:
        return fields_of(self.text)

    @property
    def is_marketing(self) -> bool:
        return self.name not in NOT_MARKETING

    def error(self, code: str, detail: str) -> Finding:
        return error(self._path, code, detail)

    def advice(self, code: str, detail: str) -> Finding:
        return advice(self._path, code, detail)

    @property
    def _path(self) -> str:
        return f"templates.{self.locale}.{self.name}"
