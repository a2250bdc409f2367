"""Writes exports into files, each as far as one invocation comes."""

from typing import Any

from twofold.entrypoints import exports
from twofold.wiring import export_data as wiring

write = wiring.write_export()


def handle(event: dict[str, Any], context: Any) -> None:
    exports.do(event, context, write)
