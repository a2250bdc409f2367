"""Whether a form was sent by a page of ours: no other site's page may sign somebody up in a visitor's browser."""

from collections.abc import Mapping

from twofold.contracts.errors import Forbidden

OURS = frozenset({"same-origin", "none"})
"""What a browser says of requests that no other site's page began: https://www.w3.org/TR/fetch-metadata/."""

UNTOLD = "null"
"""The origin of a form on a page that sends no referrer, and of pages without one: it tells nothing."""


def insist_on_own(headers: Mapping[str, str], site: str, *, guessable: bool) -> None:
    """Raises Forbidden for a form from elsewhere.

    Browsers say where a request comes from; those of before 2023 do so by the origin alone, which they keep to
    themselves on the page of a challenge, as that page asks. Where the address cannot be guessed (`guessable` is
    false), whoever knows it has had our page.
    """
    said, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = said in OURS if said is not None else _origin_is_own(origin, site, guessable)
    if not own:
        raise Forbidden("This form was sent by a page that is not ours.", code="origin_not_allowed")


def _origin_is_own(origin: str | None, site: str, guessable: bool) -> bool:
    return origin in (None, site) or (origin == UNTOLD and not guessable)
