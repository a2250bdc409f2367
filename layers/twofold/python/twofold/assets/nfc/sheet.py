"""What whoever writes open signs gets: one row for each tag. It holds no secret."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from twofold.contracts.errors import InvalidRequest

from .cells import Cell, to_csv
from .chips import Chip
from .mirror import Mirror, MirrorSettings, add_placeholder, mirror_settings
from .ndef import uri_record, user_memory

COLUMNS = (
    *("row", "name", "place", "tag", "link", "ndef_message", "memory_from_page_4"),
    *("mirror_page", "mirror_byte", "cfg0_page", "cfg0", "cfg1_page", "cfg1", "lock"),
)
"""Pages and bytes count from 0, in decimal."""

LOCK = "When a test tap works, make the tag read-only in the app, without a password. It cannot be undone."


class Named(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def place(self) -> str | None: ...


S = TypeVar("S", bound=Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """An open sign: any phone follows `link`."""

    name: str
    link: str
    place: str | None = None


def sign_sheet(signs: Sequence[Sign], chip: Chip, mirror: Mirror | None = None) -> str:
    """CSV for NTAG213/215/216; with a mirror, its placeholder is added to each link.

    Raises InvalidRequest for the first sign that cannot be written; `field` says which: `signs[0].link`.
    """
    return to_csv(COLUMNS, rows(signs, lambda sign: _cells(sign, chip, mirror)))


def rows(signs: Sequence[S], cells: Callable[[S], Sequence[Cell]]) -> Iterator[list[Cell]]:
    """A row for each sign: its number from 1, name, place, and its cells; a fault names the sign it is of."""
    for position, sign in enumerate(signs):
        try:
            yield [position + 1, sign.name, sign.place, *cells(sign)]
        except InvalidRequest as error:
            raise InvalidRequest(
                f"Sign {position + 1}, {sign.name}: {error.detail}",
                code=error.code,
                field=f"signs[{position}].{error.field}",
            ) from error


def _cells(sign: Sign, chip: Chip, mirror: Mirror | None) -> list[Cell]:
    link = add_placeholder(sign.link, mirror) if mirror else sign.link
    written: list[Cell] = [chip.name, link, uri_record(link), user_memory(link, chip)]
    if mirror is None:
        return [*written, *[None] * 6, LOCK]
    return [*written, *_mirrored(mirror_settings(link, mirror, chip), chip)]


def _mirrored(settings: MirrorSettings, chip: Chip) -> list[Cell]:
    locked = settings.cfg1_locked.hex(" ").upper()
    return [
        *(settings.page, settings.byte),
        *(chip.cfg0_page, settings.cfg0, chip.cfg1_page, settings.cfg1),
        f"{LOCK} Then write page {chip.cfg1_page} as {locked}, which closes the settings.",
    ]
