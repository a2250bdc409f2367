"""What every kind of error means to a caller."""

import msgspec
import pytest

from twofold.contracts import errors
from twofold.contracts.errors import TooMany, TwofoldError, Unavailable
from twofold.contracts.payloads.problems import Problem
from twofold.contracts.routes.catalogue import ROUTES
from twofold.entrypoints import problems
from twofold.messages import ports
from twofold.webhooks.ports import Unreachable


def every_kind(kind: type[TwofoldError] = TwofoldError) -> list[type[TwofoldError]]:
    """Of the product: other tests make kinds of their own."""
    ours = [child for child in kind.__subclasses__() if child.__module__.startswith("twofold.")]
    return [kind, *(below for child in ours for below in every_kind(child))]


def an_error(kind: type[TwofoldError]) -> TwofoldError:
    if issubclass(kind, Unreachable):
        return kind("timeout", "It did not work.")
    return kind("It did not work.", retry_after=7) if issubclass(kind, TooMany) else kind("It did not work.")


MEANT = {
    "NotJson": 400,
    "InvalidRequest": 422,
    "TooLarge": 413,
    "Unauthorized": 401,
    "Untrusted": 401,
    "Forbidden": 403,
    "NotFound": 404,
    "Conflict": 409,
    "PreconditionFailed": 412,
    "Gone": 410,
    "TooMany": 429,
    "Unavailable": 503,
    "OutcomeUnknown": 503,
    "SendingPaused": 503,
    "NotStored": 503,
    "SmsRejected": 400,
    "RecipientOptedOut": 400,
    "NumberRejected": 400,
    "NoLegalMoment": 400,
    "DomainError": 400,
    "Refused": 500,
    "Unreachable": 500,
    "TwofoldError": 500,
}


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.__name__)
def test_every_kind_has_the_status_that_it_is_meant_to_have(kind: type[TwofoldError]):
    assert problems.status_of(an_error(kind)) == MEANT[kind.__name__]


def test_every_kind_of_the_tree_is_told_apart():
    own = [kind for kind in every_kind() if kind.__module__ in (errors.__name__, ports.__name__)]
    assert len({kind.default_code for kind in own}) == len(own) - 1, "only the two roots share a code"


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.__name__)
def test_every_problem_says_what_rfc_9457_wants(kind: type[TwofoldError]):
    error = an_error(kind)
    told = msgspec.json.decode(problems.write(problems.describe(error)), type=Problem)
    assert told.status == problems.status_of(error)
    assert told.type == f"urn:twofold:problem:{told.code}"
    assert told.title
    assert told.detail


def test_a_fault_of_a_field_names_it():
    told = problems.describe(
        errors.InvalidRequest("Not so.", code="consent_missing", field="consent.accepted")
    )
    assert (told.status, told.code) == (422, "consent_missing")
    assert isinstance(told.errors, list)
    assert [fault.field for fault in told.errors] == ["consent.accepted"]


def test_what_we_depend_on_is_not_named_to_the_caller():
    told = problems.describe(Unavailable("Table leads-XYZ throttled at 10.0.0.1."))
    assert "XYZ" not in problems.write(told)
    assert told.retry_after == 2


def test_how_long_to_wait_is_told():
    assert problems.describe(TooMany("Slow down.", retry_after=42)).retry_after == 42


def test_how_many_tries_are_left_is_told():
    error = errors.InvalidRequest("No.", code="wrong_code", field="code", attempts_left=0)
    assert b'"attempts_left":0' in problems.write(problems.describe(error)).encode()


def test_a_bug_is_told_neutrally():
    told = problems.unexpected()
    assert (told.status, told.code) == (500, "internal")


def test_no_route_promises_a_refusal_that_no_error_gives():
    given = set(problems.STATUS.values())
    assert {status for route in ROUTES for status in route.refusals} <= given
