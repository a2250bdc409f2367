"""A HubSpot that keeps contacts, and tells of each property that was written."""

import itertools
import json
from dataclasses import dataclass, field
from typing import Any, ClassVar

from tests.fakes.clock import SetClock
from tests.fakes.crm_habits import Habits
from twofold.crm.mapping.systems import System
from twofold.webhooks.ports import Outgoing

PORTAL, APP = 12_345_678, 98_765


@dataclass
class FakeHubSpot:
    clock: SetClock
    habits: Habits = field(default_factory=Habits)
    contacts: dict[str, dict[str, str]] = field(default_factory=dict)
    waiting: list[tuple[int, Any]] = field(default_factory=list)
    requests: list[Outgoing] = field(default_factory=list)
    turn: int = 0
    system: ClassVar[System] = "hubspot"

    def take(self, request: Outgoing) -> None:
        self.requests.append(request)
        (told,) = json.loads(request.body)["inputs"]
        assert told["idProperty"] == "twofold_lead_id"
        assert all(isinstance(value, str) for value in told["properties"].values()), "all values are texts"
        contact = self.contacts.setdefault(told["id"], {})
        contact |= told["properties"] | {"lastmodifieddate": str(self._now())}
        spelt = {name: self._spelt(name, value) for name, value in told["properties"].items()}
        contact |= spelt
        self._echo(told["id"], spelt)

    def edit(self, lead_id: str, **properties: str) -> list[dict[str, Any]]:
        """Somebody in HubSpot changes a contact: what HubSpot then posts."""
        self.contacts[lead_id] |= properties
        return [self._change(lead_id, name, value, "CRM_UI") for name, value in properties.items()]

    def echoes(self, turn: int) -> list[Any]:
        """What it posts in this round."""
        self.turn = turn + 1
        due = [body for when, body in self.waiting if when <= turn]
        self.waiting = [(when, body) for when, body in self.waiting if when > turn]
        return self.habits.order(due)

    def _echo(self, lead_id: str, properties: dict[str, str]) -> None:
        source = "INTEGRATION" if self.habits.admits else "AUTOMATION_PLATFORM"
        named = sorted(properties) if self.habits.admits else [n for n in sorted(properties) if _known(n)]
        if self.habits.stamps:
            properties, named = (
                properties | {"lastmodifieddate": str(self._now())},
                [*named, "lastmodifieddate"],
            )
        when = self.turn + self.habits.late
        posts = [self._change(lead_id, name, properties[name], source) for name in named]
        # Every property comes alone, as if none had been changed together with another.
        self.waiting += [(when, [post]) for post in posts]

    def _change(self, lead_id: str, name: str, value: str, source: str) -> dict[str, Any]:
        return {
            "eventId": next(_event_ids),
            "subscriptionId": 4_711,
            "portalId": PORTAL,
            "appId": APP,
            "occurredAt": self._now(),
            "subscriptionType": "contact.propertyChange",
            "attemptNumber": 0,
            "objectId": 1_000 + list(self.contacts).index(lead_id),
            "propertyName": name,
            "propertyValue": value,
            "changeSource": source,
            "sourceId": str(APP) if source == "INTEGRATION" else "userId:12",
        }

    def _spelt(self, name: str, value: str) -> str:
        return value if name == "twofold_lead_id" or not _known(name) else self.habits.spelling(value)

    def _now(self) -> int:
        return round(self.clock().timestamp() * 1000)


_event_ids = itertools.count(1)


def _known(name: str) -> bool:
    """What nobody but us writes is not spelt anew, and would give us away."""
    return name == "twofold_lead_id" or not name.startswith("twofold_")
