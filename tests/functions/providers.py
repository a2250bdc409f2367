"""What providers bring to a deployment: signed as they sign, said as they say it."""

import json
from dataclasses import dataclass
from typing import Any

from tests.fakes import sample_events
from tests.fakes.made import fresh
from tests.fakes.samples import ANNA
from tests.functions.booted import SECRETS
from tests.functions.house import Answered, House
from twofold.adapters.standard_webhooks import read_secret_text, sign
from twofold.contracts.instants import now, to_text


@dataclass
class OwnGateway:
    """A gateway of one's own, which posts answers and receipts with Standard Webhooks' signature."""

    house: House

    def text(self, body: str, phone: str = ANNA, *, id: str | None = None) -> Answered:  # noqa: A002
        """Somebody texted."""
        said = {"id": id or fresh("in"), "from": phone, "to": "+48799000111", "text": body}
        return self._post("sms_inbound", {"type": "sms.received", "data": said})

    def status(self, provider_id: str, status: str, **told: Any) -> Answered:
        """Something became of a text of ours."""
        return self._post(
            "sms_status", {"type": "sms.status", "data": {"id": provider_id, "status": status, **told}}
        )

    def _post(self, sample: str, said: dict[str, Any]) -> Answered:
        at, call = now(), fresh("evt")
        body = json.dumps({**said, "timestamp": to_text(at)}, ensure_ascii=False)
        signature = sign(read_secret_text(SECRETS["webhook"]), call, at, body.encode())
        headers = {
            "webhook-id": call,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": signature,
        }
        event = sample_events.http(sample, kind="callbacks", body=body, headers=headers)
        return self.house.ask("receive_callbacks", event)


def brought(house: House, sample: str) -> Any:
    """What AWS invokes the function with, as in the sample; answer what it returned."""
    return house.boot("receive_callbacks")(sample_events.read(f"callbacks/{sample}"))
