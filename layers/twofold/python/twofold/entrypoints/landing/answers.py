"""Answers with a page: who may keep it, and what it tells those whom it links to."""

from aws_lambda_powertools.event_handler import Response

from twofold.contracts.errors import TwofoldError

from ..caching import BRIEFLY, NO_STORE
from ..observability import logger
from ..pages import HTML, SAFE, Markup
from ..refusals import refuse

HIDDEN = SAFE | NO_STORE | {"X-Robots-Tag": "noindex"}
SECRET = HIDDEN | {"Referrer-Policy": "no-referrer"}
"""The address is somebody's own, so that nobody else is told of it."""


def public(page: Markup) -> Response[str]:
    return _answer(200, page, SAFE | BRIEFLY)


def own(page: Markup) -> Response[str]:
    return _answer(200, page, SECRET)


def refused(error: TwofoldError, page: Markup, headers: dict[str, str]) -> Response[str]:
    """The page instead of a problem document; status, waiting time and the line in the log are the problem's."""
    problem = refuse(error)
    kept = {name: str(value) for name, value in problem.headers.items() if name != "Content-Type"}
    return Response(problem.status_code, HTML, page, kept | headers)


def onward(path: str) -> Response[str]:
    """To be read by GET, so that loading the page again sends nothing twice."""
    logger.info("answered", extra={"status": 303, "kind": "landing"})
    return Response(303, HTML, "", NO_STORE | {"Location": path, "Referrer-Policy": "no-referrer"})


def _answer(status: int, page: Markup, headers: dict[str, str]) -> Response[str]:
    logger.info("answered", extra={"status": status, "kind": "landing"})
    return Response(status, HTML, page, dict(headers))
