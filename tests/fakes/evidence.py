"""Bundles of evidence, of a chain with everything that one can have: old links, erased ones, a return, a STOP."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.fakes.made import a_message
from twofold.contracts.events import LeadConfirmed, LeadOptedOut, MessageSent, SignupRequested
from twofold.leads.consent import Consent, Evidence
from twofold.leads.kept_consent import KeptConsent
from twofold.ledger.record import Origin, record
from twofold.messages.model import VERIFICATION
from twofold.privacy.evidence.bundle import write_bundle
from twofold.privacy.evidence.rows import Row, rows_of
from twofold.privacy.evidence.sign import SigningKey

AT = datetime(2026, 11, 22, 9, 0, 0, 123_000, UTC)
KEY = SigningKey(b"k" * 32)
LEAD = "YMK466DV67CSEOH7IEUL2OFOBE"
HEADING = {"lead_id": LEAD, "status": "confirmed", "site": "https://twofold.example", "made_at": "now"}
HERE = Origin(campaign_id="buffet-20", asset_id="ast_landing", place="Market Square")
EVIDENCE = Evidence(
    address="203.0.113.7",
    user_agent="Phone/1",
    page_url="https://shop.example/menu",
    locale="es",
    wording_version="2026-11-1",
    wording="Sí, acepto «mensajes».",
    ticked_at=AT,
    utm={"utm_source": "letter", "utm_campaign": "autumn"},
)


def a_chain() -> list[KeptConsent]:
    """Two links from before there were salts, one of them erased; then given, withdrawn, erased and given afresh."""
    made: list[Consent] = []
    for seq, action in enumerate(("given", "withdrawn", "given", "withdrawn", "erased", "given"), start=1):
        made.append(
            Consent(
                lead_id=LEAD,
                seq=seq,
                action=action,
                at=AT + timedelta(days=seq),
                scopes=("marketing", "carts") if action == "given" else (),
                evidence=replace(EVIDENCE, wording="STOP") if action == "withdrawn" else EVIDENCE,
                origin=HERE,
                challenge_id=f"challenge-{seq}",
                previous=made[-1].digest if made else "",
                **({"salt": None} if seq < 3 else {}),
            )
        )
    links = [KeptConsent.of(consent) for consent in made]
    return [links[0], links[1].erased(), links[2], links[3].erased(), *links[4:]]


def some_rows() -> list[Row]:
    text = a_message(
        LEAD, message_class=VERIFICATION, template="verification", shown="Your code: ••••••", planned_at=AT
    )
    sent = MessageSent(**text.named, parts=1, provider="sns")
    told = [
        record(
            SignupRequested(challenge_id="challenge-1", send=1), subject=LEAD, version=1, at=AT, origin=HERE
        ),
        text.told(sent, AT),
        record(
            LeadConfirmed(challenge_id="challenge-1", consent_version="1"), subject=LEAD, version=1, at=AT
        ),
        record(LeadOptedOut(source="reply"), subject=LEAD, version=2, at=AT),
    ]
    return list(rows_of(a_chain(), [text], told))


def a_bundle(rows: list[Row] | None = None, key: SigningKey = KEY) -> str:
    return write_bundle(HEADING, some_rows() if rows is None else rows, key)
