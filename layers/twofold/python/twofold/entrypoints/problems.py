"""What every kind of error means over HTTP: one place, RFC 9457."""

from http import HTTPStatus

import msgspec
from msgspec import UNSET

from twofold.contracts import errors
from twofold.contracts.payloads.problems import FieldFault, Problem

STATUS: dict[type[errors.TwofoldError], int] = {
    errors.NotJson: 400,
    errors.InvalidRequest: 422,
    errors.TooLarge: 413,
    errors.Unauthorized: 401,
    errors.Untrusted: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.Gone: 410,
    errors.PreconditionFailed: 412,
    errors.TooMany: 429,
    errors.Unavailable: 503,
    errors.DomainError: 400,
    errors.TwofoldError: 500,
}
MEDIA_TYPE = "application/problem+json"
_TRY_AGAIN = 2
"""Seconds after which asking again makes sense when something we depend on did not answer."""


def status_of(error: errors.TwofoldError) -> int:
    """The status of the nearest kind that has one."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def describe(error: errors.TwofoldError) -> Problem:
    """The problem document of an error that we raised on purpose."""
    status, detail, wait = status_of(error), error.detail, error.extra.get("retry_after", UNSET)
    if isinstance(error, errors.Unavailable):
        detail, wait = "We cannot do this right now. Try again in a moment.", _TRY_AGAIN
    return Problem(
        type=f"urn:twofold:problem:{error.code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=error.code,
        errors=[FieldFault(field=error.field, detail=error.detail)] if error.field else UNSET,
        retry_after=wait,
        attempts_left=error.extra.get("attempts_left", UNSET),
        minimum=error.extra.get("minimum", UNSET),
    )


def unexpected() -> Problem:
    """The problem document of a bug: neutral, since nobody outside can act on it."""
    return Problem(
        type="urn:twofold:problem:internal",
        title=HTTPStatus.INTERNAL_SERVER_ERROR.phrase,
        status=500,
        detail="Something went wrong on our side. It has been noted.",
        code="internal",
    )


def write(problem: Problem) -> str:
    return msgspec.json.encode(problem).decode()
