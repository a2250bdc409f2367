"""The two secrets of an authenticated sign."""

from dataclasses import dataclass, field

KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class TagKeys:
    """AES-128 keys: `meta` (SDMMetaReadKey) hides who taps, `file` (SDMFileReadKey) proves it. Never printed.

    Raises ValueError when one has another length.
    """

    meta: bytes = field(repr=False)
    file: bytes = field(repr=False)

    def __post_init__(self) -> None:
        for name, key in (("meta", self.meta), ("file", self.file)):
            if len(key) != KEY_BYTES:
                raise ValueError(f"The key {name} must have {KEY_BYTES} bytes, not {len(key)}.")
