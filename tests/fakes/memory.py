"""One database in memory: whatever happens under its lock happens together or not at all."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from tests.fakes.rows import StoredAnswer, StoredLink, StoredTap
from twofold.assets.links import AssetLink
from twofold.assets.model import Asset
from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.ports import DailyRun
from twofold.campaigns.model import Campaign
from twofold.codes.model import DiscountCode
from twofold.contracts.events import Envelope
from twofold.leads.consent import Consent
from twofold.leads.drawn import NewCode
from twofold.leads.model import Challenge, Lead
from twofold.limits.allowance import Allowance
from twofold.limits.spread import Part
from twofold.messages.model import Message
from twofold.messages.sending.send_log import SendLog
from twofold.orders.kept import KeptCart, KeptOrder
from twofold.partners.keys import ApiKey
from twofold.pools.model import Coupon
from twofold.pools.promise import Promise
from twofold.pools.state import PoolState
from twofold.referrals.model import Friend
from twofold.visits.model import Tally


@dataclass(slots=True)
class Memory:
    """`awaited` is the challenge that a lead's answer would confirm, `keywords` the asset that a word belongs to.

    `counters` are the last ones of signs, by asset and uid, `taps` the genuine ones by their visit. `parts` are
    those of limits that many reach for; `pools` are by campaign and code, `promises` by lead and campaign.
    `automations` are all versions of one, oldest first, and `daily` how far it has come, by campaign and id;
    `enrolments` are by lead and key.
    """

    lock: threading.RLock = field(default_factory=threading.RLock)
    campaigns: dict[str, Campaign] = field(default_factory=dict)
    assets: dict[str, Asset] = field(default_factory=dict)
    keywords: dict[str, str] = field(default_factory=dict)
    asset_links: dict[str, AssetLink] = field(default_factory=dict)
    counts: Counter[tuple[str, Tally]] = field(default_factory=Counter)
    counters: dict[tuple[str, str], int] = field(default_factory=dict)
    taps: dict[str, StoredTap] = field(default_factory=dict)
    challenges: dict[str, Challenge] = field(default_factory=dict)
    awaited: dict[str, str] = field(default_factory=dict)
    limits: dict[str, int] = field(default_factory=dict)
    leads: dict[str, Lead] = field(default_factory=dict)
    consents: dict[str, list[Consent]] = field(default_factory=dict)
    codes: dict[str, DiscountCode] = field(default_factory=dict)
    issues: dict[tuple[str, str], NewCode] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    logs: dict[tuple[str, str], SendLog] = field(default_factory=dict)
    links: dict[str, StoredLink] = field(default_factory=dict)
    parts: Counter[str] = field(default_factory=Counter)
    pools: dict[str, dict[str, Coupon]] = field(default_factory=dict)
    registers: dict[str, PoolState] = field(default_factory=dict)
    promises: dict[tuple[str, str], Promise] = field(default_factory=dict)
    keys: dict[str, ApiKey] = field(default_factory=dict)
    friends: dict[tuple[str, str], Friend] = field(default_factory=dict)
    earned: Counter[tuple[str, str]] = field(default_factory=Counter)
    refusals: Counter[tuple[str, str]] = field(default_factory=Counter)
    carts: dict[str, KeptCart] = field(default_factory=dict)
    orders: dict[str, KeptOrder] = field(default_factory=dict)
    automations: dict[tuple[str, str], list[Automation]] = field(default_factory=dict)
    daily: dict[tuple[str, str], DailyRun] = field(default_factory=dict)
    enrolments: dict[tuple[str, str], Enrolment] = field(default_factory=dict)
    answers: dict[str, StoredAnswer] = field(default_factory=dict)
    ledger: dict[str, Envelope] = field(default_factory=dict)
    heartbeat: tuple[str, datetime] | None = None
    paused: bool = False

    def fits(self, allowance: Allowance, at: datetime, amount: int = 1) -> bool:
        return self.limits.get(allowance.row(at), 0) + amount <= allowance.most

    def take(self, allowance: Allowance, at: datetime, amount: int = 1) -> None:
        """Less than nothing gives back."""
        self.limits[allowance.row(at)] = self.limits.get(allowance.row(at), 0) + amount

    def allows(self, part: Part) -> bool:
        """Whether a part of a limit has room for what it would take, or is as far above as what it would give back."""
        if part.amount <= 0:
            return not part.above or self.parts[part.row] + part.amount >= part.most
        return self.parts[part.row] + part.amount <= part.most

    def append(self, *events: Envelope) -> None:
        """Add events to the ledger, which holds each one once."""
        for event in events:
            assert event.id not in self.ledger, f"{event.type} was recorded twice"
            self.ledger[event.id] = event
