"""What brings files in and out, tells webhooks, and ends what was kept for long enough."""

from dataclasses import dataclass

from .base import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSettings(Settings):
    """The private bucket that files are uploaded to."""

    bucket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImporterSettings(Settings):
    """The function that reads uploaded files, by its name."""

    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings(Settings):
    """The private bucket that exports are written to."""

    bucket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExporterSettings(Settings):
    """The function that writes exports, by its name."""

    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourierSettings(Settings):
    """The function that brings webhooks their events, by its name."""

    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeSettings(Settings):
    """Where the schedule of a webhook's next try stands, what it calls (a function's ARN), and with which role."""

    group: str
    target: str
    role: str
    dead_letters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSettings(Settings):
    """For how many days things are kept; 0: until somebody erases them, but for deliveries, which always end.

    `deliveries`: what a webhook was told and answered. `exports`: files, and the links to them. `quiet_leads`: a lead
    who has done nothing for so long is erased. `evidence`: the consents of an erased lead, without whom they are of,
    and of one who left; four years after the last text is what the law of the United States may ask for.
    """

    deliveries_days: int = 30
    exports_days: int = 7
    quiet_leads_days: int = 0
    evidence_days: int = 1_830
