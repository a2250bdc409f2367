"""Reads a file of coupons, or of people, as soon as it was uploaded, each time as far as one invocation comes."""

from typing import Any

from twofold.entrypoints import uploads
from twofold.wiring import import_files as wiring

import_files = wiring.import_files()


def handle(event: dict[str, Any], context: Any) -> None:
    uploads.arrived(event, context, import_files)
