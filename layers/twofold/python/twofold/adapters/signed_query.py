"""Calls AWS services of the older kind: forms are asked, XML is answered.

https://docs.aws.amazon.com/sns/latest/api/API_Publish.html shows both.
"""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

from .signed import PATIENCE, TRIES, SignedService

_LEAF = re.compile(r"<(\w+)>([^<]*)</\1>")
_NAMES = {"Code": "__type", "Message": "message"}
"""What an error's parts are called in a service that speaks JSON."""


class SignedQuery(SignedService):
    """One service in one `version` of its interface; arguments and answers are flat, from names to texts."""

    def __init__(self, name: str, version: str, *, tries: int = TRIES, patience: float = PATIENCE) -> None:
        super().__init__(name, "", version, tries=tries, patience=patience)
        self._version = version

    def _write(self, operation: str, arguments: dict[str, Any]) -> tuple[bytes, dict[str, str]]:
        form = urlencode({"Action": operation, "Version": self._version, **arguments})
        return form.encode(), {"content-type": "application/x-www-form-urlencoded; charset=utf-8"}

    def _read(self, data: bytes) -> dict[str, Any] | None:
        """The elements that hold nothing but text; None where there is none."""
        leaves = _LEAF.findall(data.decode("utf-8", "replace"))
        return {_NAMES.get(name, name): unescape(text) for name, text in leaves} or None
