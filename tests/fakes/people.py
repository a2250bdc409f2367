"""Leads for the ports' own tests, made as the ports make them."""

from dataclasses import replace
from datetime import datetime

from tests.fakes.books import Books
from tests.fakes.made import a_challenge, a_welcome
from twofold.contracts.instants import now
from twofold.leads.change import LeadChange
from twofold.leads.model import Lead


def joined(books: Books, scopes: tuple[str, ...] | None = None) -> Lead:
    """A lead who confirmed just now; `scopes` are what they agreed to, the campaign's unless told otherwise."""
    challenge = a_challenge()
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
    welcome = a_welcome(challenge)
    if scopes is not None:
        welcome = replace(welcome, consent=replace(welcome.consent, scopes=scopes))
    books.leads.welcome(welcome)
    return stored(books, challenge.lead_id)


def stored(books: Books, lead_id: str) -> Lead:
    lead = books.leads.lead(lead_id)
    assert lead, "nobody is known by this id"
    return lead


def leaving(lead: Lead, text: str = "STOP") -> LeadChange:
    return LeadChange.opted_out(lead, source="reply", text=text, message_id="msg_stop", at=now())


def returning(lead: Lead, scopes: tuple[str, ...]) -> LeadChange:
    return LeadChange.opted_in(lead, scopes, source="reply", text="START", message_id="msg_start", at=now())


def holding(
    lead: Lead, hold: str | None = "review", *, until: datetime | None = None, failures: int = 0
) -> LeadChange:
    return LeadChange.held(lead, hold, until=until, failures=failures, at=now())
