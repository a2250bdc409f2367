"""AWS Signature Version 4 for the two kinds of requests that we make: a POST to `/`, and a link.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html. botocore's signer is ready
for every kind of request and takes a third of a call's processor time for it; a test holds both to one signature.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from botocore.credentials import ReadOnlyCredentials

_ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Signs for one service in one region; `host` is where the request goes, with its port where that is unusual."""

    service: str
    region: str
    host: str

    def sign(
        self, body: bytes, headers: Mapping[str, str], by: ReadOnlyCredentials, at: datetime
    ) -> dict[str, str]:
        """All headers to send. Those given have lower-case names; `at` is in UTC."""
        moment = at.strftime("%Y%m%dT%H%M%SZ")
        token = {"x-amz-security-token": by.token} if by.token else {}
        signed = {"host": self.host, "x-amz-date": moment, **headers, **token}
        names = ";".join(sorted(signed))
        scope = f"{moment[:8]}/{self.region}/{self.service}/aws4_request"
        text = f"{_ALGORITHM}\n{moment}\n{scope}\n{_digest(_canonical(signed, names, body))}"
        key = _key(by.secret_key, moment[:8], self.region, self.service)
        signature = hmac.digest(key, text.encode(), "sha256").hex()
        credential = f"Credential={by.access_key}/{scope}"
        signed["authorization"] = f"{_ALGORITHM} {credential}, SignedHeaders={names}, Signature={signature}"
        return signed

    def presign(
        self,
        path: str,
        query: Mapping[str, str],
        seconds: int,
        by: ReadOnlyCredentials,
        at: datetime,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
    ) -> str:
        """The whole query of a link that anybody may follow for so many seconds. `path` is written as it is sent.

        Whoever follows it must send these `headers` (lower-case names) as they are, and may send others.
        """
        moment = at.strftime("%Y%m%dT%H%M%SZ")
        scope = f"{moment[:8]}/{self.region}/{self.service}/aws4_request"
        signed = {"host": self.host, **(headers or {})}
        names = ";".join(sorted(signed))
        said = {
            "X-Amz-Algorithm": _ALGORITHM,
            "X-Amz-Credential": f"{by.access_key}/{scope}",
            "X-Amz-Date": moment,
            "X-Amz-Expires": str(seconds),
            "X-Amz-SignedHeaders": names,
            **({"X-Amz-Security-Token": by.token} if by.token else {}),
            **query,
        }
        written = "&".join(f"{quote(name, safe='')}={quote(said[name], safe='')}" for name in sorted(said))
        lines = "".join(f"{name}:{signed[name]}\n" for name in sorted(signed))
        asked = f"{method}\n{path}\n{written}\n{lines}\n{names}\nUNSIGNED-PAYLOAD"
        text = f"{_ALGORITHM}\n{moment}\n{scope}\n{_digest(asked.encode())}"
        key = _key(by.secret_key, moment[:8], self.region, self.service)
        return f"{written}&X-Amz-Signature={hmac.digest(key, text.encode(), 'sha256').hex()}"


def _canonical(headers: Mapping[str, str], names: str, body: bytes) -> bytes:
    lines = "".join(f"{name}:{headers[name]}\n" for name in names.split(";"))
    return f"POST\n/\n\n{lines}\n{names}\n{_digest(body)}".encode()


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


@lru_cache(maxsize=8)
def _key(secret: str, *scope: str) -> bytes:
    """The same all day, so worked out once."""
    key = f"AWS4{secret}".encode()
    for part in (*scope, "aws4_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    return key
