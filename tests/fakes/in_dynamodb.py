"""All ports on DynamoDB, wherever the process's environment says that it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.fakes.books import Books
from tests.fakes.clock import SEEDED
from twofold.adapters.dynamodb.activity import DynamoActivityBook
from twofold.adapters.dynamodb.assets import DynamoAssetLinks, DynamoAssetRegister
from twofold.adapters.dynamodb.automations import DynamoAutomations
from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.enrolments import DynamoDueEnrolments, DynamoEnrolmentBook
from twofold.adapters.dynamodb.items import CodeItem, ConsentItem, LeadItem, MetricItem
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.limits import DynamoCounter, LeasedCounter
from twofold.adapters.dynamodb.links import DynamoLinkBook
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.adapters.dynamodb.operations import DynamoHeartbeat, DynamoKeyBook, DynamoKillSwitch
from twofold.adapters.dynamodb.pool_register import DynamoPoolRegister
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.adapters.dynamodb.promises import DynamoPromiseBook
from twofold.adapters.dynamodb.receipts import DynamoReceiptBook
from twofold.adapters.dynamodb.referrals import DynamoReferralBook
from twofold.adapters.dynamodb.replies import DynamoReplyBook
from twofold.adapters.dynamodb.send_logs import DynamoSendLogs
from twofold.adapters.dynamodb.spread import DynamoMovableParts
from twofold.adapters.dynamodb.taps import DynamoTapBook
from twofold.adapters.dynamodb.told import DynamoOrdersSince, DynamoTextsHad
from twofold.adapters.dynamodb.visits import DynamoVisitBook, DynamoVisitCounts
from twofold.assets.links import draw_slug
from twofold.assets.model import Asset
from twofold.assets.sync import SyncAsset
from twofold.campaigns.model import Campaign
from twofold.contracts.events import Envelope
from twofold.contracts.instants import now
from twofold.contracts.settings import TableSettings
from twofold.partners.keys import ApiKey


class DynamoVisits(DynamoVisitBook, DynamoVisitCounts):
    """What is written, and what it adds up to."""


class DynamoPools(DynamoCodePools, DynamoPoolRegister, DynamoPromiseBook):
    """All that lies in their table."""


class DynamoEnrolments(DynamoEnrolmentBook, DynamoDueEnrolments):
    """What is written, and what is late."""


@dataclass(frozen=True, slots=True)
class DynamoUpkeep:
    keys: DynamoKeyBook
    sync_asset: SyncAsset

    def put_campaign(self, campaign: Campaign) -> None:
        DynamoCampaignBook().put(campaign)

    def put_asset(self, asset: Asset) -> None:
        self.sync_asset(asset)

    def put_key(self, key: ApiKey) -> None:
        self.keys.put(key)

    def pause(self, *, paused: bool) -> None:
        DynamoKillSwitch().set(paused=paused, at=now())

    def mark_lead(self, lead_id: str, status: str) -> None:
        LeadItem(lead_id=lead_id).update([LeadItem.status.set(status), LeadItem.version.add(1)])

    def revoke(self, code: str) -> None:
        CodeItem(code=code).update([CodeItem.state.set("revoked")])

    def refusals(self, campaign_id: str, reason: str) -> int:
        rows = MetricItem.query(f"referrals#{campaign_id}")
        return sum(int(row.number) for row in rows if row.bucket.split("#")[2] == reason)

    def timeline(self, subject_id: str) -> list[Envelope]:
        return DynamoLedger().subject(subject_id)

    def chain(self, lead_id: str) -> Sequence[tuple[str, str]]:
        return [(item.previous, item.digest) for item in ConsentItem.query(lead_id)]


def in_dynamodb(tables: TableSettings) -> Books:
    connection, counter, keys = connect(tables), DynamoCounter(), DynamoKeyBook()
    register = DynamoAssetRegister(connection)
    return Books(
        assets=DynamoAssetBook(),
        asset_links=DynamoAssetLinks(),
        register=register,
        visits=DynamoVisits(connection),
        taps=DynamoTapBook(connection),
        campaigns=DynamoCampaignBook(),
        challenges=DynamoChallengeBook(connection),
        leads=DynamoLeadBook(connection),
        codes=DynamoCodeBook(connection),
        pools=DynamoPools(connection),
        parts=DynamoMovableParts(connection),
        messages=DynamoMessageBook(connection),
        logs=DynamoSendLogs(),
        links=DynamoLinkBook(connection),
        replies=DynamoReplyBook(connection),
        referrals=DynamoReferralBook(connection),
        receipts=DynamoReceiptBook(connection),
        counter=counter,
        shared=LeasedCounter(counter),
        switch=DynamoKillSwitch(),
        ledger=DynamoLedger(),
        heartbeat=DynamoHeartbeat(),
        keys=keys,
        automations=DynamoAutomations(connection),
        enrolments=DynamoEnrolments(connection),
        activity=DynamoActivityBook(),
        ordered=DynamoOrdersSince(),
        had=DynamoTextsHad(),
        upkeep=DynamoUpkeep(keys, SyncAsset(register=register, draw_slug=draw_slug, clock=lambda: SEEDED)),
    )
