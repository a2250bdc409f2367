"""The API as a till meets it, speaking the contract, and the page beside it: one store, and a network that fails."""

import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from typing import Any

import msgspec

from infra.artefacts import ROOT
from tests.browser.serving import Answered, Asked
from twofold.contracts.currencies import in_a_line
from twofold.contracts.payloads.redemptions import RedemptionRequest, RollbackRequest
from twofold.entrypoints.pages import SAFE, Pages

CODE = "BUF7K2M9QXW4"
KEY = "tf_device-key-of-till-2"
DEVICE = {"label": "Till 2", "place": "vienna-1", "place_name": "Vienna, Ring 4", "undo_s": 600}
FOLDER = ROOT / "functions" / "serve_pages"


def a_code(code: str = CODE, **fields: Any) -> dict[str, Any]:
    """A good one, 12 EUR off."""
    discount = {"title": "12 € off your dinner", "kind": "amount", "value": 1200, "currency": "EUR"}
    campaign = {"campaign_id": "buffet-20", "brand": "Saffron Garden"}
    good = {"code": code, "state": "issued", "valid": True, "campaign": campaign, "discount": discount}
    return {**good, "expires_at": "2099-12-22T09:00:00Z", **fields}


@dataclass
class Till:
    """`deaf` does what it is asked and hangs up; `cut` hangs up before; both leave the page's own files alone.

    `refusals` answer instead of the store, by the path's last part.
    """

    scripts: dict[str, str]
    origin: str = ""
    key: str = KEY
    device: dict[str, Any] = field(default_factory=lambda: dict(DEVICE))
    codes: dict[str, dict[str, Any]] = field(default_factory=lambda: {CODE: a_code()})
    spent: dict[str, dict[str, Any]] = field(default_factory=dict)
    undone: list[str] = field(default_factory=list)
    refusals: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    cut: bool = False
    deaf: int = 0
    slow: float = 0.0
    seen: list[Asked] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def answer(self, asked: Asked) -> Answered | None:
        if not asked.path.startswith("/v1/"):
            return self._file(asked.path)
        self.seen.append(asked)
        if self.cut:
            return None
        with self.lock:
            status, body = self._judged(asked)
        time.sleep(self.slow)
        if asked.method == "POST" and self.deaf:
            self.deaf -= 1
            return None
        return Answered(status, "application/json", json.dumps(body))

    def refuse(self, part: str, status: int, code: str, **more: Any) -> None:
        self.refusals[part] = (status, {"code": code, "status": status, "detail": code, **more})

    def posts(self, part: str) -> list[Asked]:
        return [asked for asked in self.seen if asked.method == "POST" and asked.path.endswith(part)]

    def _file(self, path: str) -> Answered:
        name = path.rpartition("/")[2]
        if path == "/staff":
            return Answered(body=Pages(FOLDER).fill("staff.html", {"currencies": in_a_line()}), headers=SAFE)
        if path.startswith("/src/"):
            source = (FOLDER / "browser" / path.removeprefix("/src/")).read_text("utf-8")
            return Answered(media="text/javascript; charset=utf-8", body=source)
        if name in self.scripts:
            return Answered(media="text/javascript; charset=utf-8", body=self.scripts[name], headers=SAFE)
        return Answered(media="text/css; charset=utf-8", body=(FOLDER / "static" / name).read_text("utf-8"))

    def _judged(self, asked: Asked) -> tuple[int, dict[str, Any]]:
        _, _, *path = asked.path.split("/")
        if asked.headers.get("authorization") != f"Bearer {self.key}":
            return 401, {"code": "unauthorized", "status": 401, "detail": "no such key"}
        if path[-1] in self.refusals:
            return self.refusals[path[-1]]
        if path == ["device"]:
            return 200, self.device
        if path[-1] == "rollback":
            return self._rolled_back(path[1], asked)
        if path[1] not in self.codes:
            return 404, {"code": "code_not_found", "status": 404, "detail": "There is no such code."}
        return self._redeemed(path[1], asked) if path[-1] == "redemptions" else (200, self.codes[path[1]])

    def _redeemed(self, code: str, asked: Asked) -> tuple[int, dict[str, Any]]:
        wish = msgspec.json.decode(asked.body, type=RedemptionRequest)
        assert asked.headers.get("idempotency-key")
        known = self.spent.get(code)
        if known and known["order_id"] == wish.order_id:
            return 200, known
        if known:
            return 409, {"code": "code_already_redeemed", "status": 409, "detail": "used"}
        self.spent[code] = self._receipt(code, wish)
        self.codes[code] |= {"state": "redeemed", "valid": False, "reason": "redeemed"}
        return 201, self.spent[code]

    def _receipt(self, code: str, wish: RedemptionRequest) -> dict[str, Any]:
        offer = self.codes[code]["discount"]
        off = offer["value"] if offer["kind"] == "amount" else wish.amount * offer["value"] // 100
        known = {"redemption_id": f"{code}.2", "code": code, "order_id": wish.order_id, "lead_id": "led_1"}
        sums = {"amount": wish.amount, "currency": wish.currency, "discount_amount": min(off, wish.amount)}
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return {**known, **sums, "campaign_id": "buffet-20", "redeemed_at": at, "discount": offer}

    def _rolled_back(self, redemption: str, asked: Asked) -> tuple[int, dict[str, Any]]:
        wish = msgspec.json.decode(asked.body, type=RollbackRequest)
        code = redemption.partition(".")[0]
        fresh = redemption not in self.undone
        if fresh:
            self.undone.append(redemption)
            self.spent.pop(code)
            self.codes[code] = a_code(code)
        told = {"redemption_id": redemption, "code": code, "state": "rolled_back", "reason": wish.reason}
        return 201 if fresh else 200, told
