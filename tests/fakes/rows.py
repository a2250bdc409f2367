"""What the memory keeps that no feature has a type for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    fingerprint: str
    answer: bytes
