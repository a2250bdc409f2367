"""What is answered when there is no answer: a problem document, and one line in the log."""

from aws_lambda_powertools.event_handler import Response

from twofold.contracts.errors import TwofoldError, Unavailable
from twofold.contracts.payloads.problems import Problem

from . import problems
from .caching import NO_STORE
from .observability import logger


def refuse(error: TwofoldError) -> Response[str]:
    """The problem document of an error that we raised on purpose, logged once."""
    level = logger.warning if isinstance(error, Unavailable) else logger.info
    cause = type(error.__cause__).__name__ if isinstance(error, Unavailable) else None
    level("refused", extra={"status": problems.status_of(error), "code": error.code, "cause": cause})
    return _problem(problems.describe(error))


def admit_a_bug(error: Exception) -> Response[str]:
    """A neutral problem document; what went wrong stands in the log."""
    # The message may quote what a person sent, so only the place and the kind are kept.
    trace, place = error.__traceback__, "unknown"
    while trace:
        place = f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    logger.error("failed", extra={"kind": type(error).__name__, "place": place})
    return _problem(problems.unexpected())


def _problem(problem: Problem) -> Response[str]:
    wait = problem.retry_after
    headers = {**NO_STORE, **({"Retry-After": str(wait)} if isinstance(wait, int) else {})}
    if problem.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(problem.status, problems.MEDIA_TYPE, problems.write(problem), headers)
