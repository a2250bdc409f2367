"""Everything that is not an answer."""

from msgspec import UNSET, UnsetType

from .base import Answer


class FieldFault(Answer, frozen=True):
    """One fault in a request: `field` is its path, such as `consent.accepted`."""

    field: str
    detail: str


class Problem(Answer, frozen=True):
    """RFC 9457. `code` is stable; `retry_after` is seconds; `attempts_left` comes with `wrong_code`.

    `minimum` comes with `minimum_not_met`: the least basket, in minor units of the code's currency.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[FieldFault] | UnsetType = UNSET
    retry_after: int | UnsetType = UNSET
    attempts_left: int | UnsetType = UNSET
    minimum: int | UnsetType = UNSET
