"""What somebody may ask for by law: to be forgotten, to see what is kept, to have it proved."""

from twofold.contracts.settings import SecretSettings
from twofold.privacy.erase import EraseLead
from twofold.privacy.evidence.prove import ProveConsent
from twofold.privacy.evidence.sign import SigningKey
from twofold.privacy.subject import TellSubject
from twofold.wiring import privacy
from twofold.wiring.shared import database, site


def erase() -> EraseLead:
    return privacy.erase_lead(database())


def tell() -> TellSubject:
    return privacy.tell_subject(database())


def key() -> SigningKey:
    return privacy.evidence_key(SecretSettings.from_env().need("root"))


def prove() -> ProveConsent:
    return privacy.prove_consent(database(), key(), site().url)
