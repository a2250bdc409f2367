"""Where the stack is deployed to: one TOML file each, of which a deploy needs nothing but the values.

`local.toml` is this machine; `dev.toml` and `prod.toml` are AWS. Chosen by `make … ENV=NAME`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self

from twofold.contracts.settings import LimitSettings, SiteSettings, SmsSettings

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The values of one file. `ports` is filled in for `local` alone; `account` None is whoever deploys.

    `gateway` is the address that the local gateway got when the port of the file was taken.
    `tracing`: Lambda starts traces by itself; without, it only continues a caller's.
    `shop_origins` are the web origins whose pages may call us from a browser; each asset narrows them to its own.
    """

    name: str
    region: str
    account: str | None = None
    domain: str | None = None
    certificate_arn: str | None = None
    hosted_zone_id: str | None = None
    hosted_zone_name: str | None = None
    web_acl_arn: str | None = None
    shop_origins: tuple[str, ...] = ()
    alarm_email: str | None = None
    log_retention_days: int = 30
    requests_per_second: int = 1000
    tracing: bool = True
    sms: SmsSettings
    limits: LimitSettings
    ports: Mapping[str, int] = field(default_factory=dict)
    gateway: str | None = None

    @property
    def is_local(self) -> bool:
        return self.name == "local"

    @property
    def is_prod(self) -> bool:
        return self.name == "prod"

    @property
    def site(self) -> SiteSettings:
        """People's address of the deployment; on one machine it is the gateway's."""
        local = self.gateway or f"http://127.0.0.1:{self.ports.get('site')}"
        url = local if self.is_local else f"https://{self.domain}"
        return SiteSettings(url=url, env=self.name, origins=tuple(self.shop_origins))

    @classmethod
    def parse(cls, name: str, text: str) -> Self:
        """Raises ValueError, naming the field, for one that does not exist. Empty strings mean unset."""
        given = {key: value for key, value in tomllib.loads(text).items() if value != ""}
        unknown = sorted(given.keys() - ({f.name for f in fields(cls)} - {"name"}))
        if unknown:
            raise ValueError(f"infra/environments/{name}.toml: there is no field `{unknown[0]}`.")
        return cls(**{**given, **_parts(name, given), "name": name})


def load(name: str) -> Environment:
    """The environment of that name. Raises ValueError, listing the names, when there is none."""
    file = FOLDER / f"{name}.toml"
    if not file.is_file():
        known = ", ".join(sorted(path.stem for path in FOLDER.glob("*.toml")))
        raise ValueError(f"There is no environment `{name}`. Choose one of: {known}.")
    return Environment.parse(name, file.read_text())


def _parts(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "sms": _settings(SmsSettings, name, "sms", given),
        "limits": _settings(LimitSettings, name, "limits", given),
    }


def _settings(kind: type[Any], name: str, section: str, given: Mapping[str, Any]) -> Any:
    values = {key: tuple(v) if isinstance(v, list) else v for key, v in given.get(section, {}).items()}
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueError(f"infra/environments/{name}.toml, [{section}]: {error}.") from error
