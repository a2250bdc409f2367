"""Every port of one backend, and what only a test does to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from twofold.assets.model import Asset
from twofold.assets.ports import AssetBook, AssetLinks, AssetRegister
from twofold.automations.ports import (
    ActivityBook,
    AutomationRegister,
    DailyBook,
    DueEnrolments,
    EnrolmentBook,
    OrdersSince,
    TextsHad,
)
from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.codes.ports import CodeBook, DueCodes
from twofold.contracts.events import Envelope
from twofold.leads.look_up import CodeStates
from twofold.leads.ports import ChallengeBook, LeadBook
from twofold.ledger.ports import Heartbeat, Ledger
from twofold.limits.ports import MeteredCounter, MovableParts, OpenCounter
from twofold.messages.links.ports import LinkBook
from twofold.messages.ports import KillSwitch, MessageBook, SendLogs
from twofold.messages.receipts.ports import ReceiptBook
from twofold.messages.replies.ports import KeywordBook, ReplyBook
from twofold.partners.keys import ApiKey, KeyBook
from twofold.pools.ports import CodePoolBook, PoolRegister, PromiseBook
from twofold.referrals.ports import ReferralBook
from twofold.visits.ports import TapBook, VisitBook, VisitCounts


class Upkeep(Protocol):
    """Puts what no use case makes yet, and looks at what no use case reads."""

    def put_campaign(self, campaign: Campaign) -> None: ...
    def put_asset(self, asset: Asset) -> None: ...
    def put_key(self, key: ApiKey) -> None: ...
    def pause(self, *, paused: bool) -> None: ...
    def mark_lead(self, lead_id: str, status: str) -> None: ...
    def revoke(self, code: str) -> None: ...
    def refusals(self, campaign_id: str, reason: str) -> int: ...
    def timeline(self, subject_id: str) -> list[Envelope]: ...
    def chain(self, lead_id: str) -> Sequence[tuple[str, str]]:
        """Of each consent, oldest first, the digest of the one before and its own."""


class Codes(CodeBook, DueCodes, CodeStates, Protocol):
    """One adapter plays all three roles."""


class Assets(AssetBook, KeywordBook, Protocol):
    """One adapter plays both roles."""


class Visits(VisitBook, VisitCounts, Protocol):
    """What is written, and what it adds up to."""


class Pools(CodePoolBook, PoolRegister, PromiseBook, Protocol):
    """One book plays all three roles."""


class Automations(AutomationRegister, DailyBook, Protocol):
    """One adapter plays both roles."""


class Enrolments(EnrolmentBook, DueEnrolments, Protocol):
    """What is written, and what is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    assets: Assets
    asset_links: AssetLinks
    register: AssetRegister
    visits: Visits
    taps: TapBook
    campaigns: CampaignBook
    challenges: ChallengeBook
    leads: LeadBook
    codes: Codes
    pools: Pools
    parts: MovableParts
    messages: MessageBook
    logs: SendLogs
    links: LinkBook
    replies: ReplyBook
    referrals: ReferralBook
    receipts: ReceiptBook
    counter: OpenCounter
    shared: MeteredCounter
    switch: KillSwitch
    ledger: Ledger
    heartbeat: Heartbeat
    keys: KeyBook
    automations: Automations
    enrolments: Enrolments
    activity: ActivityBook
    ordered: OrdersSince
    had: TextsHad
    upkeep: Upkeep
