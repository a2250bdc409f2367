"""Leads: made, with their consent, code, outcome and events, in one transaction."""

from collections.abc import Sequence

from twofold.assets.links import AssetLink
from twofold.contracts.payloads.signups import Confirmation
from twofold.leads.change import LeadChange
from twofold.leads.drawn import NewCode
from twofold.leads.model import Lead
from twofold.leads.ports import LeadMoved, LinkTaken, Welcome
from twofold.visits.tap import tap_needed

from . import ledger
from .challenge_items import from_item as challenge_from
from .changes import consent_item, put_change
from .connection import SharedConnection
from .issue import insist_on_issue, issue, issue_key
from .items import AssetLinkItem, ChallengeItem, CodeItem, ConsentItem, IssueItem, LeadItem
from .lead_items import code_from, from_item
from .promises import insist_on_promise, promise_stands, put_promise
from .reading import reaching_database, read
from .tap_bonds import add_bond
from .transaction import Cancelled, Transaction
from .welcomed import put_lead


class DynamoLeadBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def lead(self, lead_id: str) -> Lead | None:
        item = read(LeadItem, lead_id)
        return from_item(item) if item else None

    def leads(self, lead_ids: Sequence[str]) -> dict[str, Lead]:
        with reaching_database():
            return {
                item.lead_id: from_item(item) for item in LeadItem.batch_get(lead_ids, consistent_read=True)
            }

    def code_of(self, lead_id: str, campaign_id: str) -> NewCode | None:
        issued = read(IssueItem, issue_key(lead_id, campaign_id))
        item = read(CodeItem, issued.issued_code) if issued else None
        return code_from(item) if item else None

    def promised(self, lead_id: str, campaign_id: str) -> bool:
        return promise_stands(lead_id, campaign_id)

    def welcome(self, welcome: Welcome) -> Confirmation:
        transaction = Transaction(self._connection)
        confirmed = ChallengeItem(challenge_id=welcome.challenge.challenge_id)
        unconfirmed = ChallengeItem.outcome.does_not_exist()
        transaction.update("challenge", confirmed, [ChallengeItem.outcome.set(welcome.outcome)], unconfirmed)
        add_bond(transaction, welcome.challenge)
        put_lead(transaction, welcome)
        transaction.put("consent", consent_item(welcome.consent), ConsentItem.lead_id.does_not_exist())
        if welcome.code:
            challenge = welcome.challenge
            issue(transaction, welcome.code, challenge.lead_id, challenge.origin, welcome.at)
        put_promise(transaction, welcome)
        if welcome.link:
            _put_link(transaction, welcome.link)
        for event in welcome.events:
            ledger.append(transaction, event)
        return _commit(transaction, welcome)

    def change(self, change: LeadChange) -> None:
        transaction = Transaction(self._connection)
        put_change(transaction, change)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            raise LeadMoved from cancelled

    def last_scopes(self, lead_id: str) -> tuple[str, ...]:
        with reaching_database():
            links = ConsentItem.query(lead_id, scan_index_forward=False, consistent_read=True)
            return next((tuple(link.scopes) for link in links if link.action != "withdrawn"), ())


def _commit(transaction: Transaction, welcome: Welcome) -> Confirmation:
    try:
        transaction.commit()
    except Cancelled as cancelled:
        challenge = cancelled.stored.get("challenge")
        if challenge:
            first = challenge_from(ChallengeItem.from_raw_data(challenge)).outcome
            assert first is not None
            return first
        if "tap" in cancelled.stored:
            raise tap_needed() from cancelled
        if {"link"} == set(cancelled.stored):
            raise LinkTaken from cancelled
        if welcome.code:
            insist_on_issue(cancelled, welcome.code)
        if welcome.promised:
            insist_on_promise(cancelled, welcome.promised)
        raise LeadMoved from cancelled
    return welcome.outcome


def _put_link(transaction: Transaction, link: AssetLink) -> None:
    """Once made, it leads where it always did: whoever has shared it knows what they shared."""
    mine = link.referrer or ""
    leads_to = AssetLinkItem.leads_to.set(AssetLinkItem.leads_to | link.asset_id)
    free = AssetLinkItem.slug.does_not_exist() | (AssetLinkItem.referrer == mine)
    actions = [leads_to, AssetLinkItem.referrer.set(mine)]
    transaction.update("link", AssetLinkItem(slug=link.slug), actions, free)
