"""What can go wrong with one call, and with every call after it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError

from tests.faults.wire import Call, Do

URL = "https://aws.example"


class Died(BaseException):
    """The process is gone: no line of ours runs after it."""


@dataclass(frozen=True)
class Fault:
    """`fits`: whether a call can go wrong in this way at all."""

    name: str
    strike: Callable[[Call, dict[str, Any], Do], Any]
    fits: Callable[[Call], bool] = lambda _: True


def refused(operation: str, code: str, status: int, **rest: Any) -> ClientError:
    answer: Any = {"Error": {"Code": code, "Message": "injected"}, **rest}
    answer["ResponseMetadata"] = {"HTTPStatusCode": status, "HTTPHeaders": {}}
    return ClientError(answer, operation)


def _die_before(call: Call, arguments: dict[str, Any], do: Do) -> Any:
    raise Died


def _die_after(call: Call, arguments: dict[str, Any], do: Do) -> Any:
    _unheard(do)
    raise Died


def _throttle(call: Call, arguments: dict[str, Any], do: Do) -> Any:
    raise refused(call.operation, "ThrottlingException", 400)


def _fail(call: Call, arguments: dict[str, Any], do: Do) -> Any:
    raise refused(call.operation, "InternalServerError", 500)


def _fail_after(call: Call, arguments: dict[str, Any], do: Do) -> Any:
    _unheard(do)
    raise refused(call.operation, "InternalServerError", 500)


def _lose(call: Call, arguments: dict[str, Any], do: Do) -> Any:
    _unheard(do)
    raise ReadTimeoutError(endpoint_url=URL)


def _unreachable(call: Call, arguments: dict[str, Any], do: Do) -> Any:
    raise EndpointConnectionError(endpoint_url=URL)


def _conflict(call: Call, arguments: dict[str, Any], do: Do) -> Any:
    if call.operation != "TransactWriteItems":
        raise refused(call.operation, "TransactionConflictException", 400)
    reasons = [{"Code": "None"} for _ in call.tables]
    reasons[-1] = {"Code": "TransactionConflict", "Message": "Transaction is ongoing for the item"}
    raise refused(call.operation, "TransactionCanceledException", 400, CancellationReasons=reasons)


def _half(call: Call, arguments: dict[str, Any], do: Do) -> Any:
    """The bus takes the first of the entries and refuses the rest, without an error."""
    entries = list(arguments["Entries"])
    kept, rest = entries[: len(entries) // 2], entries[len(entries) // 2 :]
    arguments["Entries"][:] = kept
    answers = do()["Entries"] if kept else []
    arguments["Entries"][:] = entries
    refused_ones = [{"ErrorCode": "ThrottlingException"} for _ in rest]
    return {"FailedEntryCount": len(rest), "Entries": [*answers, *refused_ones]}


def _unheard(do: Do) -> None:
    with suppress(ClientError):
        do()


def _writes(call: Call) -> bool:
    return call.operation in ("TransactWriteItems", "UpdateItem", "PutItem")


FAULTS = (
    Fault("dies before it", _die_before),
    Fault("dies after it", _die_after),
    Fault("is throttled", _throttle),
    Fault("gets a 500", _fail),
    Fault("gets a 500 although it was done", _fail_after),
    Fault("never hears the answer", _lose),
    Fault("cannot connect", _unreachable),
    Fault("meets another transaction", _conflict, _writes),
    Fault("is half done", _half, lambda call: call.operation == "PutEvents"),
)
