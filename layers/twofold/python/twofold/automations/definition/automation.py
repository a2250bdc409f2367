"""An automation: what sets it off, what it does when, and what ends it before."""

from typing import Literal

from msgspec import Struct

from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import AnyStep
from twofold.automations.facts.catalogue import EVENT

Exit = Literal["redeemed", "ordered", "opted_out", "code_over", "campaign_over", "clicked", "replied"]
"""What may end it at any moment; `code_over`: the code it is about expired or was revoked."""

ALWAYS: tuple[Exit, ...] = ("opted_out", "campaign_over")
"""These end every automation, whether or not it names them."""


class _Said(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What stands in a file that a person wrote: what is not understood is refused."""


class On(_Said, frozen=True, tag_field="on", tag="event"):
    """A live event of the catalogue, less than a day old, whose own fields are as `where` says (`event.FIELD`)."""

    event: str
    where: tuple[Condition, ...] = ()


class Daily(_Said, frozen=True, tag_field="on", tag="daily"):
    """Every day, for those who have done nothing for exactly so many days: no link opened, no answer, no order, no code
    spent."""

    quiet_days: int


Trigger = On | Daily


class Again(_Said, frozen=True):
    """Who was in it before: enters never again, for `each` new code, cart or order, or `after` so many days."""

    rule: Literal["never", "each", "after"] = "never"
    days: int = 0


class Automation(_Said, frozen=True):
    """One version of an automation of a campaign, as a marketer writes it.

    `conditions` must hold on entering and before each step. `holdout` per cent of those who enter get nothing, to
    compare with. `daily_most` texts leave it in a day (UTC); whoever comes later waits for the next. `scope` is the
    consent that its texts need. `moved_to`: the last version whose saving moved all that ran on older ones.
    `preset`: the name of the preset that it is, as it was shipped. Stored as JSON: a new field needs a default.
    """

    automation_id: str
    campaign_id: str
    name: str
    trigger: Trigger
    steps: tuple[AnyStep, ...]
    version: int = 1
    on: bool = True
    conditions: tuple[Condition, ...] = ()
    exits: tuple[Exit, ...] = ()
    again: Again = Again()
    holdout: int = 5
    daily_most: int | None = None
    scope: str = "marketing"
    moved_to: int = 0
    preset: str | None = None

    @property
    def ends(self) -> frozenset[Exit]:
        """All that ends it."""
        return frozenset(self.exits) | frozenset(ALWAYS)

    @property
    def lasting(self) -> tuple[Condition, ...]:
        """The conditions that can be asked again later; what its event said is known on entering alone."""
        return tuple(condition for condition in self.conditions if not condition.fact.startswith(EVENT))

    @property
    def acting(self) -> tuple[AnyStep, ...]:
        """Its steps without the waits between them."""
        return tuple(step for step in self.steps if not step.waits)

    @property
    def audience(self) -> str:
        """By what its messages, its holdout and its reports know it."""
        return f"{self.campaign_id}/{self.automation_id}"

    def step(self, step_id: str) -> AnyStep | None:
        return next((step for step in self.acting if step.id == step_id), None)
