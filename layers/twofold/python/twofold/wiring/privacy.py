"""What is told of a person, and proved: for the API and for commands."""

from twofold.adapters.dynamodb.belongings import DynamoCommerce, DynamoTexts
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.connection import SharedConnection
from twofold.adapters.dynamodb.consents import DynamoConsentBook
from twofold.adapters.dynamodb.enrolments import DynamoEnrolmentBook
from twofold.adapters.dynamodb.erasures import DynamoErasureBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.orders import DynamoOrderBook
from twofold.adapters.secrets import derive_key
from twofold.contracts.instants import now
from twofold.privacy.erase import EraseLead
from twofold.privacy.evidence.prove import ProveConsent
from twofold.privacy.evidence.sign import SigningKey
from twofold.privacy.subject import TellSubject


def erase_lead(connection: SharedConnection) -> EraseLead:
    return EraseLead(leads=DynamoLeadBook(connection), book=DynamoErasureBook(connection), clock=now)


def tell_subject(connection: SharedConnection) -> TellSubject:
    return TellSubject(
        leads=DynamoLeadBook(connection),
        consents=DynamoConsentBook(),
        challenges=DynamoChallengeBook(connection),
        codes=DynamoCodeBook(connection),
        texts=DynamoTexts(),
        commerce=DynamoCommerce(),
        orders=DynamoOrderBook(connection),
        carts=DynamoCartBook(connection),
        automations=DynamoEnrolmentBook(connection),
        history=DynamoLedger(),
        clock=now,
    )


def evidence_key(root: str) -> SigningKey:
    """`root` names the deployment's root secret."""
    return SigningKey(derive_key(root, "evidence"))


def prove_consent(connection: SharedConnection, key: SigningKey, site: str) -> ProveConsent:
    return ProveConsent(
        leads=DynamoLeadBook(connection),
        consents=DynamoConsentBook(),
        texts=DynamoTexts(),
        history=DynamoLedger(),
        key=key,
        site=site,
        clock=now,
    )
