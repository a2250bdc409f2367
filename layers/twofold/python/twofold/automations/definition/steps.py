"""What an automation does, a step at a time."""

from typing import ClassVar, Literal

from msgspec import Struct

from twofold.automations.definition.conditions import Condition
from twofold.campaigns.offer import Offer

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="do"):
    """`id` names it for good: a text that was sent by it, and whoever is moved to another version, are known by it.

    With `when` it is done where all of that holds at its moment, and else passed over.
    """

    waits: ClassVar[bool] = False
    id: str = ""
    when: tuple[Condition, ...] = ()


class Wait(Step, frozen=True, tag="wait"):
    """So long after the step before; with `after` cart, after the cart was last changed, whenever that is."""

    waits: ClassVar[bool] = True
    days: int = 0
    hours: int = 0
    minutes: int = 0
    after: Literal["step", "cart"] = "step"


class Until(Step, frozen=True, tag="until"):
    """Until the clock where the lead lives says `time` (`10:00`), on one of these days of the week (none: any)."""

    waits: ClassVar[bool] = True
    time: str
    weekdays: tuple[Weekday, ...] = ()


class Variant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One way to say it, for its `share` of leads."""

    name: str
    template: str
    share: int = 1


class Send(Step, frozen=True, tag="send"):
    """Sends the campaign's template, or the variant that is the lead's for good.

    It is over `within_hours` after its moment, or after the cart last changed (`once_per` cart: then a cart gets one
    such text in all, whichever automation sends it).
    """

    template: str = ""
    variants: tuple[Variant, ...] = ()
    within_hours: int | None = None
    once_per: Literal["enrolment", "cart"] = "enrolment"


class IssueCode(Step, frozen=True, tag="issue_code"):
    """Gives the lead another code: for `offer`, or the campaign's own. Texts after it speak of that one."""

    offer: Offer | None = None


class Tag(Step, frozen=True, tag="tag"):
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


class ChangeStage(Step, frozen=True, tag="stage"):
    """Forward only: a lead that is further already stays there."""

    to: str


class Notify(Step, frozen=True, tag="notify"):
    """Tells our own people (by the alarms' topic) or the CRM (by its event) what `note` says."""

    whom: Literal["staff", "crm"]
    note: str


class Stop(Step, frozen=True, tag="stop"):
    """It is over here, for those for whom `when` holds."""


AnyStep = Wait | Until | Send | IssueCode | Tag | ChangeStage | Notify | Stop
