"""Reads a file of coupons into its campaign's pool as soon as it was uploaded."""

from typing import Any

from twofold.entrypoints import uploads
from twofold.wiring import import_codes as wiring

import_codes = wiring.import_codes()


def handle(event: dict[str, Any], context: Any) -> None:
    uploads.arrived(event, import_codes)
