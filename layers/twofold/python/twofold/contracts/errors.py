"""Everything that can go wrong, as a tree. `entrypoints` decides what each kind means to its caller.

DomainError          the caller can act on it; trying the same again cannot help
├── InvalidRequest   what was sent does not say what we need
│   └── NotJson      it is not even JSON
├── TooLarge
├── Unauthorized     no key, or one that is not known
├── Forbidden        a key without the scope
├── NotFound
├── Conflict         it would contradict what has happened
├── Gone             it was possible once
└── TooMany          it will be possible again, `retry_after` seconds from now
Untrusted            a signature that does not hold
Unavailable          something we depend on did not answer; trying again can help
└── OutcomeUnknown   nobody can tell whether it happened
"""

from typing import Any, ClassVar


class TwofoldError(Exception):
    """Root of all that we raise on purpose. `code` is stable and for machines, `detail` for people."""

    code: ClassVar[str] = "error"

    def __init__(
        self, detail: str, *, code: str | None = None, field: str | None = None, **extra: Any
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.stable_code = code or self.code
        self.field = field
        self.extra = extra


class DomainError(TwofoldError):
    """The caller can act on it."""


class InvalidRequest(DomainError):
    """Well-formed, but not something that can be done; `field` is the path of what is wrong."""

    code = "invalid_request"


class NotJson(InvalidRequest):
    code = "not_json"


class TooLarge(DomainError):
    code = "too_large"


class Unauthorized(DomainError):
    code = "unauthorized"


class Forbidden(DomainError):
    code = "forbidden"


class NotFound(DomainError):
    code = "not_found"


class Conflict(DomainError):
    code = "conflict"


class Gone(DomainError):
    code = "gone"


class TooMany(DomainError):
    """`retry_after`: seconds until the same request may succeed."""

    code = "too_many"

    def __init__(self, detail: str, *, retry_after: int, code: str | None = None) -> None:
        super().__init__(detail, code=code, retry_after=retry_after)
        self.retry_after = retry_after


class Untrusted(TwofoldError):
    code = "untrusted"


class Unavailable(TwofoldError):
    code = "unavailable"


class OutcomeUnknown(Unavailable):
    code = "outcome_unknown"
