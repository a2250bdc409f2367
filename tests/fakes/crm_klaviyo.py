"""A Klaviyo that keeps profiles, events and subscriptions, and whose flow posts each profile that was written."""

import json
from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import urlsplit

from tests.fakes.crm_flat import FlatCrm
from twofold.crm.mapping.systems import System
from twofold.webhooks.ports import Outgoing


@dataclass
class FakeKlaviyo(FlatCrm):
    """`events` are metrics by `unique_id`, `subscribed` whether a number may be texted."""

    events: dict[str, str] = field(default_factory=dict)
    subscribed: dict[str, bool] = field(default_factory=dict)
    system: ClassVar[System] = "klaviyo"

    def take(self, request: Outgoing) -> None:
        self.requests.append(request)
        assert request.headers["revision"], "every request says which revision it is written for"
        data = json.loads(request.body)["data"]
        told = data["attributes"]
        match urlsplit(request.url).path:
            case "/api/profile-import":
                self.write(told["external_id"], _flat(told))
            case "/api/events":
                self.events[told["unique_id"]] = told["metric"]["data"]["attributes"]["name"]
            case path:
                assert path == f"/api/{data['type']}s"
                self._consent(told["profiles"]["data"])

    def _consent(self, profiles: list[dict[str, Any]]) -> None:
        for profile in profiles:
            said = profile["attributes"]
            agreed = said["subscriptions"]["sms"]["marketing"]["consent"] == "SUBSCRIBED"
            self.subscribed[said["phone_number"]] = agreed


def _flat(profile: dict[str, Any]) -> dict[str, Any]:
    """A profile as the template of a flow's webhook spells it out."""
    plain = {k: v for k, v in profile.items() if k not in ("properties", "location")}
    places = {f"location.{k}": v for k, v in profile.get("location", {}).items()}
    told = {**plain, **places, **profile.get("properties", {})}
    return {name: "" if value is None else value for name, value in told.items()}
