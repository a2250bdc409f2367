"""What whoever writes authenticated signs gets: a sheet without secrets, and the keys in a sheet of their own.

The sheet of keys is kept like a password and never sent along with the other: who has it can forge taps.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .authenticated import FILE_KEY_NUMBER, FILE_NUMBER, META_KEY_NUMBER, NAME, authenticated_file
from .cells import Cell, to_csv
from .keys import TagKeys
from .sheet import rows

COLUMNS = (
    *("row", "name", "place", "tag", "link", "file_number", "file"),
    *("picc_data_offset", "sdm_mac_input_offset", "sdm_mac_offset", "file_settings", "lock"),
)
KEY_COLUMNS = (
    *("row", "name", "place", "link"),
    f"key_{FILE_KEY_NUMBER}_sdm_file_read",
    f"key_{META_KEY_NUMBER}_sdm_meta_read",
)
LOCK = "When a test tap works, change key 0 to a secret of your own: nobody rewrites the tag without it."


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthenticatedSign:
    """A sign whose taps are authenticated by its keys; its link is `{site}/n/{slug}`."""

    name: str
    site: str
    slug: str
    keys: TagKeys
    place: str | None = None


def authenticated_sheet(signs: Sequence[AuthenticatedSign]) -> str:
    """CSV for NTAG 424 DNA: files, offsets and settings, but no key.

    Raises InvalidRequest for the first sign that cannot be written; `field` says which: `signs[0].slug`.
    """
    return to_csv(COLUMNS, rows(signs, _cells))


def key_sheet(signs: Sequence[AuthenticatedSign]) -> str:
    """CSV of the keys: a secret. The rows are those of `authenticated_sheet`. Raises InvalidRequest as it does."""
    return to_csv(KEY_COLUMNS, rows(signs, _key_cells))


def _cells(sign: AuthenticatedSign) -> list[Cell]:
    file = authenticated_file(sign.site, sign.slug)
    offsets = (file.picc_offset, file.mac_input_offset, file.mac_offset)
    return [NAME, file.link, FILE_NUMBER, file.content, *offsets, file.settings, LOCK]


def _key_cells(sign: AuthenticatedSign) -> list[Cell]:
    return [authenticated_file(sign.site, sign.slug).link, sign.keys.file, sign.keys.meta]
