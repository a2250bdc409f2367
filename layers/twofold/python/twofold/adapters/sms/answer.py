"""What a provider that is not AWS answered, and what its status alone says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.messages.ports import Handed

LONGEST = 64 * 1024
"""Bytes of an answer that are read; a longer one is none of these providers'."""

_WORD = re.compile(r"[\w.:@|/+=-]{1,128}", re.ASCII)
"""What ids and codes look like. Anything else might be a number, a name or a whole page."""

_ELSEWHERE = frozenset({301, 302, 307, 308})
"""What was asked for lives at another address, so it was not done at this one (RFC 9110, 15.4)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers` by their names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def said(self) -> dict[str, Any]:
        """The JSON object in the body; empty when there is none."""
        try:
            return msgspec.json.decode(self.body, type=dict[str, Any])
        except msgspec.DecodeError:
            return {}

    def word(self, name: str) -> str | None:
        """An id or code that the body tells under this name; None when there is none, or it is not like one."""
        value = self.said.get(name)
        return value if isinstance(value, str) and _WORD.fullmatch(value) else None

    @property
    def accepted(self) -> bool:
        return 200 <= self.status < 300

    def handed(self, provider: str, name: str) -> Handed:
        """Of an accepted text, with its id under this name. Raises OutcomeUnknown when there is none."""
        taken = self.word(name)
        if taken is None:
            raise OutcomeUnknown(f"{provider} answered {self.status}, but not with the text's id.")
        return Handed(provider, taken)

    def not_taken(self, provider: str, advice: str = "") -> Unavailable:
        """What to make of an answer that says nothing of the text itself; `advice` is for the operator."""
        detail = f"{provider} answered {self.status} and took no text. {advice}".strip()
        if self.status in _ELSEWHERE or 400 <= self.status < 500:
            return Unavailable(detail)
        return OutcomeUnknown(
            f"{provider} answered {self.status}, which does not say whether it took the text."
        )
