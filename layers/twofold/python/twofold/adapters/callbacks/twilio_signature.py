"""X-Twilio-Signature: https://www.twilio.com/docs/usage/security#validating-requests.

base64(HMAC-SHA1(auth token, public URL with its query, then every parameter of the form, sorted: name, value)). A body
of JSON is bound to the URL by its SHA-256, in the query's `bodySHA256`.

Twilio joins names and values with nothing between them, so one signed text can be cut into several forms, and whoever
got hold of a signature could post another one. What we read must therefore be there, in a shape that leaves no place to
cut; and a sender, or one of the two that need not be there, may begin nowhere but under its own name. The price: should
Twilio ever send a number as `ReplacedFrom`, its callbacks are refused until this is taught the name.
"""

import hmac
import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from urllib.parse import urlsplit

from twofold.contracts.errors import Untrusted

from .forms import Pairs, read_pairs, values

HEADER = "x-twilio-signature"
BODY_HASH = "bodySHA256"
_PORTS = {"https": 443, "http": 80}
_WHOLE = frozenset({"From", "OptOutType", "ErrorCode"})
_BEGINS = re.compile(r"From\+\d|OptOutType[A-Z]|ErrorCode\d")


def form(token: bytes, site: str, target: str, raw: bytes, signature: str) -> Pairs:
    """The form that was signed for `site` + `target` (path and query, as received). Raises Untrusted."""
    # A value that stands twice under one name is signed once, as Twilio's own library has it.
    pairs = tuple(sorted(set(read_pairs(raw))))
    _insist(token, site, target, pairs, signature)
    _insist_on_one_cut(pairs)
    return pairs


def body(token: bytes, site: str, target: str, raw: bytes, signature: str) -> bytes:
    """The body whose hash was signed with the URL. Raises Untrusted."""
    told = values(query(target), BODY_HASH).get(BODY_HASH, "")
    _insist(token, site, target, (), signature)
    if not hmac.compare_digest(sha256(raw).hexdigest().encode(), _bytes(told)):
        raise Untrusted("The body is not the one that was signed.")
    return raw


def query(target: str) -> Pairs:
    """What stands behind the question mark. Raises Untrusted."""
    _, mark, text = target.partition("?")
    return read_pairs(_bytes(text)) if mark else ()


def _insist_on_one_cut(pairs: Pairs) -> None:
    signed, starts = "", set()
    for name, value in pairs:
        starts |= {len(signed)} if name in _WHOLE else set()
        signed += name + value
    if any(found.start() not in starts for found in _BEGINS.finditer(signed)):
        raise Untrusted("The form can be read in two ways.")


def _insist(token: bytes, site: str, target: str, pairs: Pairs, signature: str) -> None:
    # Texts are compared, not what they decode to: base64 has several spellings of the same bytes.
    given = _bytes(signature)
    wanted = [_signature(token, f"{each}{target}", pairs) for each in _spellings(site)]
    if sum(hmac.compare_digest(one, given) for one in wanted) == 0:
        raise Untrusted("X-Twilio-Signature does not hold.")


def _signature(token: bytes, url: str, pairs: Pairs) -> bytes:
    signed = url + "".join(name + value for name, value in pairs)
    return b64encode(hmac.digest(token, _bytes(signed), "sha1"))


@lru_cache(maxsize=8)
def _spellings(site: str) -> tuple[str, ...]:
    """The site without and with its port: Twilio signs now one, now the other."""
    parts = urlsplit(site)
    bare = site.removesuffix(f":{parts.port}")
    return bare, f"{bare}:{parts.port or _PORTS[parts.scheme]}"


def _bytes(text: str) -> bytes:
    # An address or a header may hold anything; what is no text at all must be refused, not fail.
    return text.encode("utf-8", "surrogatepass")
