"""Salesforce's tokens end within hours: one is fetched with what does not.

OAuth 2.0 client credentials flow, POST /services/oauth2/token with the app's id and secret as Basic authorization
(https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_client_credentials_flow.htm, read November 2026).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from twofold.webhooks.ports import Caller, Outgoing, Refused

from .line import PATIENCE
from .outgoing import JSON, root_of

KEPT = timedelta(minutes=10)
"""A session of Salesforce lasts a quarter of an hour at the least."""

_kept: dict[tuple[str, str], tuple[str, datetime]] = {}
"""By root and authorization, for as long as the process lives: the wording itself is made anew."""


class _Token(msgspec.Struct, frozen=True):
    access_token: str


@dataclass(frozen=True, slots=True)
class Tokens:
    caller: Caller

    def instead_of(self, secret: Mapping[str, str], url: str, at: datetime) -> dict[str, str]:
        """The headers with a token where `Basic` authorization stands; any other stays as it is.

        Raises Refused when Salesforce gives none, which an attempt takes as missed, and as `Caller.call` does.
        """
        name = next((n for n in secret if n.lower() == "authorization"), None)
        if name is None or not secret[name].lower().startswith("basic "):
            return dict(secret)
        key = (root_of(url), secret[name])
        token, until = _kept.get(key, ("", at))
        if until <= at:
            token = self._fetch(*key)
            _kept[key] = (token, at + KEPT)
        return {**secret, name: f"Bearer {token}"}

    def _fetch(self, root: str, basic: str) -> str:
        headers = {
            "Accept": JSON,
            "Authorization": basic,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        asked = Outgoing(
            method="POST",
            url=f"{root}/services/oauth2/token",
            headers=headers,
            body=b"grant_type=client_credentials",
        )
        told = self.caller.call(asked, PATIENCE)
        if told.status in (400, 401):
            raise Refused("Salesforce refuses the app's id and secret.")
        try:
            return msgspec.json.decode(told.body, type=_Token).access_token
        except msgspec.DecodeError as error:
            raise Refused("Salesforce answered without a token.") from error
