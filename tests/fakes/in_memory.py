"""All ports on one memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.fakes.assets import InMemoryAssetLinks, InMemoryAssetRegister
from tests.fakes.automations import InMemoryAutomations
from tests.fakes.books import Books
from tests.fakes.campaigns import InMemoryAssetBook, InMemoryCampaignBook
from tests.fakes.challenges import InMemoryChallengeBook
from tests.fakes.clock import SEEDED
from tests.fakes.codes import InMemoryCodeBook
from tests.fakes.enrolments import (
    InMemoryActivity,
    InMemoryEnrolments,
    InMemoryOrdersSince,
    InMemoryTextsHad,
)
from tests.fakes.leads import InMemoryLeadBook
from tests.fakes.ledger import InMemoryHeartbeat, InMemoryLedger
from tests.fakes.limits import InMemoryCounter, InMemoryParts
from tests.fakes.links import InMemoryLinkBook
from tests.fakes.memory import Memory
from tests.fakes.messages import InMemoryKillSwitch, InMemoryMessageBook, InMemorySendLogs
from tests.fakes.partners import InMemoryKeyBook
from tests.fakes.pools import InMemoryCodePools
from tests.fakes.receipts import InMemoryReceiptBook
from tests.fakes.referrals import InMemoryReferralBook
from tests.fakes.replies import InMemoryReplyBook
from tests.fakes.taps import InMemoryTapBook
from tests.fakes.visits import InMemoryVisits
from twofold.assets.links import draw_slug
from twofold.assets.model import Asset
from twofold.assets.sync import SyncAsset
from twofold.campaigns.model import Campaign
from twofold.contracts.events import Envelope
from twofold.partners.keys import ApiKey


@dataclass(frozen=True, slots=True)
class InMemoryUpkeep:
    memory: Memory

    def put_campaign(self, campaign: Campaign) -> None:
        self.memory.campaigns[campaign.campaign_id] = campaign

    def put_asset(self, asset: Asset) -> None:
        # It was there before the story began, so the ledger has nothing to tell of it.
        told = dict(self.memory.ledger)
        SyncAsset(register=InMemoryAssetRegister(self.memory), draw_slug=draw_slug, clock=lambda: SEEDED)(
            asset
        )
        self.memory.ledger = told

    def put_key(self, key: ApiKey) -> None:
        self.memory.keys[key.key_hash] = key

    def pause(self, *, paused: bool) -> None:
        self.memory.paused = paused

    def mark_lead(self, lead_id: str, status: str) -> None:
        lead = self.memory.leads[lead_id]
        self.memory.leads[lead_id] = replace(lead, status=status, version=lead.version + 1)

    def revoke(self, code: str) -> None:
        self.memory.codes[code] = replace(self.memory.codes[code], state="revoked")

    def refusals(self, campaign_id: str, reason: str) -> int:
        return self.memory.refusals[campaign_id, reason]

    def timeline(self, subject_id: str) -> list[Envelope]:
        return [e for _, e in sorted(self.memory.ledger.items()) if e.subject == subject_id]

    def chain(self, lead_id: str) -> Sequence[tuple[str, str]]:
        return [(consent.previous, consent.digest) for consent in self.memory.consents.get(lead_id, [])]


def in_memory(memory: Memory | None = None) -> Books:
    kept = memory or Memory()
    return Books(
        assets=InMemoryAssetBook(kept),
        asset_links=InMemoryAssetLinks(kept),
        register=InMemoryAssetRegister(kept),
        visits=InMemoryVisits(kept),
        taps=InMemoryTapBook(kept),
        campaigns=InMemoryCampaignBook(kept),
        challenges=InMemoryChallengeBook(kept),
        leads=InMemoryLeadBook(kept),
        codes=InMemoryCodeBook(kept),
        pools=InMemoryCodePools(kept),
        parts=InMemoryParts(kept),
        messages=InMemoryMessageBook(kept),
        logs=InMemorySendLogs(kept),
        links=InMemoryLinkBook(kept),
        replies=InMemoryReplyBook(kept),
        referrals=InMemoryReferralBook(kept),
        receipts=InMemoryReceiptBook(kept),
        counter=InMemoryCounter(kept),
        shared=InMemoryCounter(kept),
        switch=InMemoryKillSwitch(kept),
        ledger=InMemoryLedger(kept),
        heartbeat=InMemoryHeartbeat(kept),
        keys=InMemoryKeyBook(kept),
        automations=InMemoryAutomations(kept),
        enrolments=InMemoryEnrolments(kept),
        activity=InMemoryActivity(kept),
        ordered=InMemoryOrdersSince(kept),
        had=InMemoryTextsHad(kept),
        upkeep=InMemoryUpkeep(kept),
    )
