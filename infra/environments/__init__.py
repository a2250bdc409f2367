"""Where the stack is deployed to: one TOML file each, of which a deploy needs nothing but the values.

`local.toml` is this machine; `dev.toml` and `prod.toml` are AWS. Chosen by `make … ENV=NAME`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from infra.environments.crm import Crm
from infra.environments.events import Events
from infra.environments.reading import read
from infra.environments.shops import Shops
from twofold.contracts.settings import (
    AutomationSettings,
    AwsSmsSettings,
    LimitSettings,
    PriceSettings,
    RetentionSettings,
    SendingSettings,
    SiteSettings,
    SmsSettings,
    TwilioSettings,
    WebhookSettings,
)

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The values of one file. `ports` is filled in for `local` alone; `account` None is whoever deploys.

    `gateway` is the address that the local gateway got when the port of the file was taken.
    `tracing`: Lambda starts traces by itself; without, it only continues a caller's.
    `shop_origins` are the web origins whose pages may call us from a browser; each asset narrows them to its own.
    `sns_receipts`: SNS writes what became of its texts into logs that the stack reads.
    `imports_at_once`: most uploads that are read at a time, reserved from the account's concurrency; 0 reserves none.
    `webhook` None: no gateway of one's own brings anything; without a URL, it brings and takes no texts.
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
    sns_receipts: bool = False
    imports_at_once: int = 0
    sms: SmsSettings = field(default_factory=SmsSettings)
    aws: AwsSmsSettings = field(default_factory=AwsSmsSettings)
    twilio: TwilioSettings = field(default_factory=TwilioSettings)
    webhook: WebhookSettings | None = None
    shops: Shops = field(default_factory=Shops)
    crm: Crm = field(default_factory=Crm)
    prices: PriceSettings = field(default_factory=PriceSettings)
    sending: SendingSettings = field(default_factory=SendingSettings)
    automations: AutomationSettings = field(default_factory=AutomationSettings)
    limits: LimitSettings = field(default_factory=LimitSettings)
    retention: RetentionSettings = field(default_factory=RetentionSettings)
    events: Events = field(default_factory=Events)
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

    @property
    def providers(self) -> frozenset[str]:
        """Everyone that a text might go to."""
        abroad = (row.partition("=")[2] for row in self.sms.by_country)
        return frozenset({self.sms.provider, *abroad, *self.sms.fallback})

    @property
    def shares_secrets_with(self) -> frozenset[str]:
        """Providers that a secret is shared with: whoever takes texts by it, and a gateway that only brings them."""
        taking = self.providers & {"twilio", "webhook"}
        return taking | {"webhook"} if self.webhook else taking

    @classmethod
    def parse(cls, name: str, text: str) -> Self:
        """Raises ValueError, naming file and field, for a field that does not exist or holds what it cannot."""
        return read(name, text, cls)


def load(name: str) -> Environment:
    """The environment of that name. Raises ValueError, listing the names, when there is none."""
    file = FOLDER / f"{name}.toml"
    if not file.is_file():
        known = ", ".join(sorted(path.stem for path in FOLDER.glob("*.toml")))
        raise ValueError(f"There is no environment `{name}`. Choose one of: {known}.")
    return Environment.parse(name, file.read_text())
