"""A Salesforce that keeps Leads, and posts each one that was written."""

import json
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

from tests.fakes.crm_flat import FlatCrm
from twofold.crm.mapping.systems import System
from twofold.webhooks.ports import Outgoing


@dataclass
class FakeSalesforce(FlatCrm):
    stamp: str = "LastModifiedDate"
    system: ClassVar[System] = "salesforce"

    def take(self, request: Outgoing) -> None:
        self.requests.append(request)
        *_, kind, key, lead_id = urlsplit(request.url).path.split("/")
        fields = json.loads(request.body)
        assert (request.method, kind, key) == ("PATCH", "Lead", "Twofold_Id__c")
        assert key not in fields, "the field that it is found by must not stand in the body"
        known = unquote(lead_id) in self.records
        assert known or {"LastName", "Company"} <= set(fields), "a new Lead needs both"
        self.write(unquote(lead_id), {key: unquote(lead_id), **fields})

    def marked(self, post: dict[str, Any]) -> dict[str, Any]:
        origin = "com/salesforce/api/rest/62.0;client=twofold"
        return {"ChangeEventHeader": {"entityName": "Lead", "changeOrigin": origin}, **post}
