"""The API as the contract describes it, with CORS: it remembers what it was asked and answers as a test wishes."""

import json
import time
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tests.browser.samples import CODE, DIGITS, settings
from tests.browser.serving import Answered, Asked
from twofold.contracts.payloads.signups import ConfirmationRequest, SignupRequest
from twofold.contracts.payloads.visits import VisitRequest

BODIES: dict[str, type] = {
    "/v1/visits": VisitRequest,
    "/v1/signups": SignupRequest,
    "/v1/signups/chl_1/confirmation": ConfirmationRequest,
}
"""What is sent must be what the contract takes: a body that does not fit is answered as the real API does."""


@dataclass
class Api:
    """`outcome` is laid over what a confirmation answers; None leaves a part out."""

    files: dict[str, tuple[str, str]]
    origin: str = ""
    settings: dict[str, Any] = field(default_factory=settings)
    outcome: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    delay: float = 0.0
    resend_after: int = 30
    lives: int = 600
    seen: list[Asked] = field(default_factory=list)

    def answer(self, asked: Asked) -> Answered | None:
        self.seen.append(asked)
        if asked.path in self.files:
            media, content = self.files[asked.path]
            return Answered(media=f"{media}; charset=utf-8", body=content)
        if self.cut:
            return None
        time.sleep(self.delay)
        cors = {"Access-Control-Allow-Origin": asked.headers.get("origin", ""), "Vary": "Origin"}
        if asked.method == "OPTIONS":
            return Answered(204, headers=cors | {"Access-Control-Allow-Headers": "Content-Type"})
        status, body = self._judged(asked)
        text = self.raw.get(asked.path) or json.dumps(body)
        return Answered(status, "application/json", text, cors)

    def told(self, kind: str) -> list[dict[str, Any]]:
        """The visits of one kind that were reported."""
        bodies = [json.loads(asked.body) for asked in self.seen if asked.path == "/v1/visits" and asked.body]
        return [body for body in bodies if body["kind"] == kind]

    def sent(self, path: str) -> list[dict[str, Any]]:
        found = [asked for asked in self.seen if asked.path == path and asked.method == "POST"]
        return [json.loads(asked.body) for asked in found]

    def fail(self, path: str, status: int, code: str, **more: Any) -> None:
        self.faults[path] = (status, {"code": code, "status": status, "title": code, "detail": code, **more})

    def _judged(self, asked: Asked) -> tuple[int, dict[str, Any]]:
        if asked.path in BODIES:
            try:
                msgspec.json.decode(asked.body, type=BODIES[asked.path])
            except msgspec.ValidationError as error:
                return 422, {"code": "invalid_request", "status": 422, "detail": str(error)}
        return self.faults.get(asked.path) or self._granted(asked)

    def _granted(self, asked: Asked) -> tuple[int, dict[str, Any]]:
        if asked.path.startswith("/v1/assets/"):
            return 200, self.settings
        if asked.path == "/v1/visits":
            return 202, {"visit_id": json.loads(asked.body).get("visit_id") or "vst_new"}
        if asked.path.endswith("/confirmation"):
            return self._confirmed(json.loads(asked.body)["code"])
        expires = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + self.lives))
        return 202, {"challenge_id": "chl_1", "resend_after": self.resend_after, "expires_at": expires}

    def _confirmed(self, code: str) -> tuple[int, dict[str, Any]]:
        if code != DIGITS:
            return 422, {"code": "wrong_code", "status": 422, "attempts_left": 2}
        lead = {"lead_id": "led_1", "status": "confirmed", "returning": False}
        discount = {
            "code": CODE,
            "title": self.settings["title"],
            "redeem_url": f"{self.origin}/c/{CODE}",
            "qr_url": f"{self.origin}/q/{CODE}.svg",
            "state": "issued",
            "expires_at": "2099-12-23T12:00:00Z",
            "last_day": "2099-12-22",
        }
        told = {"lead": lead, "discount": discount, **self.outcome}
        return 200, {name: part for name, part in told.items() if part is not None}
