"""Who takes part: fresh numbers, campaigns, challenges and codes, put straight into the store."""

import itertools
import random
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from tests.fakes.stored import put_asset
from tests.faults.process import Process
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.connection import SharedConnection
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.adapters.secrets import derive_key
from twofold.assets.model import Asset
from twofold.campaigns.model import Campaign
from twofold.codes.draw import draw_code
from twofold.contracts.events import Envelope
from twofold.contracts.instants import now
from twofold.contracts.payloads.signups import Confirmation
from twofold.contracts.routes.catalogue import SCOPES
from twofold.leads.consent import Evidence
from twofold.leads.model import Challenge, Lead
from twofold.leads.phone import LeadIdentity, Phone
from twofold.leads.referral_link import ReferralLinks
from twofold.leads.verification import LIFETIME, VerificationKey
from twofold.leads.welcome import Greeting
from twofold.partners.keys import mint_key

SAMPLE = Path(__file__).parents[2] / "infra" / "operate" / "campaigns" / "buffet.json"
ASSET = "proof"
STRIDE = 7_654_321
"""Has no factor in common with the count of numbers, so that all are used, and neighbours are far apart."""

_numbers = itertools.count(random.randrange(10**7))


def fresh_number() -> Phone:
    """A Polish mobile number that nobody else in this run has, and that shares no limit by prefix."""
    return Phone(f"+4860{next(_numbers) * STRIDE % 10**7:07d}", "PL")


def fresh_address() -> str:
    """In a network of its own, so that no limit by address is ever shared."""
    return f"{random.randrange(11, 100)}.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(1, 255)}"


@dataclass(repr=False)
class People:
    """Prepares, with an operator's rights; `campaign` and an API `key` are there from the start."""

    process: Process
    campaign: Campaign
    key: str
    connection: SharedConnection
    lead_id_of: LeadIdentity
    verification: VerificationKey

    @classmethod
    def of(cls, process: Process) -> "People":
        connection = process.attach()
        content = msgspec.json.decode(SAMPLE.read_bytes())
        campaign = msgspec.convert(content["campaign"], Campaign)
        DynamoCampaignBook().put(campaign)
        put_asset(Asset(asset_id=ASSET, campaign_id=campaign.campaign_id, kind="widget", name="proof"))
        secret, key = mint_key("proof", SCOPES)
        DynamoKeyBook().put(key)
        root = process.twin.stack.outputs["SecretNames"]["root"]
        identity = LeadIdentity(derive_key(root, "lead-id"))
        return cls(
            process, campaign, secret, connection, identity, VerificationKey(derive_key(root, "verification"))
        )

    def under(self, **changed: Any) -> "People":
        """The same people in a campaign of its own, which differs in this."""
        self.attach()
        campaign = replace(self.campaign, campaign_id=f"own-{secrets.token_hex(5)}", **changed)
        DynamoCampaignBook().put(campaign)
        return replace(self, campaign=campaign)

    def lead_id(self, phone: Phone) -> str:
        return self.lead_id_of(phone.e164)

    def digits(self, challenge_id: str) -> str:
        """What stands in the text."""
        return self.verification.digits(challenge_id)

    def signup(self, phone: Phone) -> dict[str, Any]:
        """What a visitor sends."""
        consent = {"version": self.campaign.consents[-1].version, "accepted": True}
        return {"asset_id": ASSET, "phone": phone.e164, "consent": consent}

    def challenge(
        self, phone: Phone, *, age: float = 0, zone: str | None = None
    ) -> tuple[Challenge, Envelope]:
        """One opened `age` seconds ago, with its event; `zone` is where they say that they live."""
        self.attach()
        at = now() - timedelta(seconds=age)
        challenge = Challenge(
            challenge_id=secrets.token_urlsafe(18),
            lead_id=self.lead_id(phone),
            phone=phone,
            origin=Asset(
                asset_id=ASSET, campaign_id=self.campaign.campaign_id, kind="widget", name="p"
            ).origin,
            evidence=_evidence(self.campaign, at),
            expires_at=at + LIFETIME,
            sent_at=at,
            attributes={"zone": zone} if zone else None,
        )
        event = challenge.asked(at)
        DynamoChallengeBook(self.connection).open(challenge, event, (), at)
        return challenge, event

    def lead(
        self, phone: Phone, known: Lead | None = None, zone: str | None = None
    ) -> tuple[Confirmation, tuple[Envelope, ...]]:
        """A confirmed one, with its code and the events of that."""
        challenge, _ = self.challenge(phone, zone=zone)
        at = now()
        greeting = Greeting(site="https://site.example", links=ReferralLinks(b"r" * 32))
        code = draw_code(self.campaign, at)
        welcome = greeting(challenge, self.campaign, known, None, code, at)
        return DynamoLeadBook(self.connection).welcome(welcome), welcome.events

    def attach(self) -> None:
        self.connection = self.process.attach()


def _evidence(campaign: Campaign, at: datetime) -> Evidence:
    wording = campaign.consents[-1]
    return Evidence(
        address="198.51.100.7",
        user_agent="test",
        page_url=None,
        locale=campaign.locale,
        wording_version=wording.version,
        wording=wording.text[campaign.locale],
        ticked_at=at,
    )
