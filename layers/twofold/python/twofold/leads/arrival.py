"""What is told when somebody confirms: that they are a lead, or one again, and that a code is theirs."""

from datetime import datetime

from twofold.contracts.causes import SIGNUP
from twofold.contracts.events import (
    CodePromised,
    CodesUsedUp,
    Envelope,
    EventData,
    LeadConfirmed,
    LeadReturned,
)
from twofold.ledger.record import record

from .drawn import Drawn, NewCode, NoCode
from .model import Challenge, Lead


def arrival(
    challenge: Challenge,
    known: Lead | None,
    held: NewCode | None,
    fresh: Drawn | None,
    brought_by: str | None,
    at: datetime,
) -> tuple[Envelope, ...]:
    """The events of it. The lead keeps the code they `held`, or gets what was drawn."""
    came = _came(challenge, remembered(known), held, brought_by)
    # Exactly one of the events names the code, and so asks for the text that tells it.
    told = (held or fresh) if isinstance(came, LeadConfirmed) else fresh
    made = [came, *_got(challenge, told)]
    version = (known.version if known else 0) + 1
    return tuple(
        record(data, subject=challenge.lead_id, version=version, at=at, origin=challenge.origin)
        for data in made
    )


def remembered(known: Lead | None) -> Lead | None:
    """Who is greeted as somebody we know: None for one whom we have forgotten, or who never said yes themselves."""
    return None if known is None or known.status in ("erased", "pending") else known


def _came(
    challenge: Challenge, known: Lead | None, held: NewCode | None, brought_by: str | None
) -> EventData:
    challenge_id, evidence = challenge.challenge_id, challenge.evidence
    version, visit_id = evidence.wording_version, evidence.visit_id
    if known is None:
        return LeadConfirmed(
            challenge_id=challenge_id, consent_version=version, visit_id=visit_id, referral=brought_by
        )
    return LeadReturned(
        challenge_id=challenge_id,
        consent_version=version,
        visit_id=visit_id,
        was=known.status,
        code=held.code if held else None,
    )


def _got(challenge: Challenge, drawn: Drawn | None) -> list[EventData]:
    if isinstance(drawn, NewCode):
        return [drawn.issued(challenge.challenge_id, SIGNUP)]
    return [_none(challenge, drawn)] if drawn and not drawn.standing else []


def _none(challenge: Challenge, drawn: NoCode) -> EventData:
    kind = CodePromised if drawn.why == "promised" else CodesUsedUp
    return kind(challenge_id=challenge.challenge_id)
