"""Whether a call that failed may be made again: only where that can help, and where twice does as little as once."""

from typing import Any

from botocore.exceptions import ClientError, EndpointConnectionError

_TRANSIENT = frozenset(
    {
        "ThrottlingException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "TransactionConflictException",
        "InternalServerError",
        "InternalFailure",
        "ServiceUnavailable",
    }
)


def may_ask_again(error: Exception, arguments: dict[str, Any]) -> bool:
    """`arguments` are those of the call. What adds to a number and asks for nothing is only repeated when it surely
    was not done."""
    return _passes(error) and (_surely_not_done(error) or not _adds(arguments))


def _passes(error: Exception) -> bool:
    return not isinstance(error, ClientError) or _code(error) in _TRANSIENT or _status(error) >= 500


def _surely_not_done(error: Exception) -> bool:
    if isinstance(error, ClientError):
        return _status(error) < 500
    return isinstance(error, EndpointConnectionError)


def _adds(arguments: dict[str, Any]) -> bool:
    return "ADD " in arguments.get("UpdateExpression", "") and "ConditionExpression" not in arguments


def _code(error: ClientError) -> str:
    return error.response["Error"]["Code"]


def _status(error: ClientError) -> int:
    return error.response["ResponseMetadata"]["HTTPStatusCode"]
