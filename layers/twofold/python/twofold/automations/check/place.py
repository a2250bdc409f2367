"""What can be known where a condition stands."""

from dataclasses import dataclass

from twofold.automations.definition.automation import Automation, On
from twofold.automations.facts.catalogue import ATTRIBUTE, EVENT, FACTS
from twofold.campaigns.check.meant import meant
from twofold.contracts.events import CartUpdated, EventData

from .words import ANY, SAYS, Says, fields_of, kind_of

LATER = "what the event said is known on entering alone; ask for it in the trigger's `where`."
NEVER = "no event sets it off, so there is none to ask."


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`event` is what set the automation off, where its fields may be asked for; `alone`: nothing else may.

    `cart`: whether there is one that it is about; `no_event` why no field of an event is known; `unsettled`: the event
    is none that there is, so nobody can tell.
    """

    event: type[EventData] | None = None
    alone: bool = False
    cart: bool = False
    no_event: str = NEVER
    unsettled: bool = False

    def says(self, fact: str) -> Says | str:
        """What the fact says here, or in a sentence why nobody knows it."""
        if fact.startswith(EVENT):
            return self._of_event(fact.removeprefix(EVENT))
        if self.alone:
            return "only fields of the event stand here, such as event.cause; put this into the `conditions`."
        if fact.startswith(ATTRIBUTE):
            return ANY if fact != ATTRIBUTE else "name what they told, as in lead.attribute.city."
        if fact not in SAYS:
            return f"there is no such fact{meant(fact, FACTS)}"
        if fact.startswith("cart.") and not self.cart:
            return "there is no cart: only an automation that cart.updated sets off is about one."
        return SAYS[fact]

    def _of_event(self, field: str) -> Says | str:
        if self.event is None:
            return ANY if self.unsettled else self.no_event
        known = fields_of(self.event)
        return known.get(field) or f"{self.event.type} has no field `{field}`{meant(field, known)}"


def where(automation: Automation) -> Place:
    """In the trigger."""
    return Place(event=event_of(automation), alone=True)


def entering(automation: Automation) -> Place:
    """Among the automation's own conditions; those of the event are asked on entering, and not again."""
    return Place(event=event_of(automation), cart=has_cart(automation), unsettled=is_unsettled(automation))


def stepping(automation: Automation) -> Place:
    """Before a step."""
    no_event = LATER if isinstance(automation.trigger, On) else NEVER
    return Place(cart=has_cart(automation), no_event=no_event)


def event_of(automation: Automation) -> type[EventData] | None:
    """What sets it off, if that is an event and there is such a one."""
    return kind_of(automation.trigger.event) if isinstance(automation.trigger, On) else None


def is_unsettled(automation: Automation) -> bool:
    """Whether there is no such event: that is told, and nothing of what hangs on it."""
    return isinstance(automation.trigger, On) and event_of(automation) is None


def has_cart(automation: Automation) -> bool:
    return is_unsettled(automation) or event_of(automation) is CartUpdated
