"""Everything that can go wrong, as a tree. `entrypoints` decides what each kind means to its caller.

DomainError             the caller can act on it; trying the same again cannot help
├── InvalidRequest      what was sent does not say what we need
│   └── NotJson         it is not even JSON
├── TooLarge
├── Unauthorized        no key, or one that is not known
├── Forbidden           a key without the scope
├── NotFound
├── Conflict            it would contradict what has happened
├── PreconditionFailed  it is not at the version that the caller expects
├── Gone                it was possible once
└── TooMany             it will be possible again, `retry_after` seconds from now
Untrusted               a signature that does not hold
Unavailable             something we depend on did not answer; trying again can help
└── OutcomeUnknown      nobody can tell whether it happened
"""

from typing import Any, ClassVar


class TwofoldError(Exception):
    """Root of all that we raise on purpose. `code` is stable and for machines, `detail` for people.

    A kind has a `default_code`; who raises it may name a more exact one.
    """

    default_code: ClassVar[str] = "error"

    def __init__(
        self, detail: str, *, code: str | None = None, field: str | None = None, **extra: Any
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code or self.default_code
        self.field = field
        self.extra = extra


class DomainError(TwofoldError):
    """The caller can act on it."""


class InvalidRequest(DomainError):
    """Well-formed, but not something that can be done; `field` is the path of what is wrong."""

    default_code = "invalid_request"


class NotJson(InvalidRequest):
    default_code = "not_json"


class TooLarge(DomainError):
    default_code = "too_large"


class Unauthorized(DomainError):
    default_code = "unauthorized"


class Forbidden(DomainError):
    default_code = "forbidden"


class NotFound(DomainError):
    default_code = "not_found"


class Conflict(DomainError):
    default_code = "conflict"


class PreconditionFailed(DomainError):
    """It was changed since the caller looked: to be fetched again, and decided anew."""

    default_code = "version_mismatch"


class Gone(DomainError):
    default_code = "gone"


class TooMany(DomainError):
    """`retry_after`: seconds until the same request may succeed."""

    default_code = "too_many"

    def __init__(self, detail: str, *, retry_after: int, code: str | None = None) -> None:
        super().__init__(detail, code=code, retry_after=retry_after)
        self.retry_after = retry_after


class Untrusted(TwofoldError):
    default_code = "untrusted"


class Unavailable(TwofoldError):
    default_code = "unavailable"


class OutcomeUnknown(Unavailable):
    default_code = "outcome_unknown"
