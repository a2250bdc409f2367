"""Codes that partners give: each with the lead that has it, in one transaction."""

from twofold.leads.drawn import NewCode
from twofold.leads.ports import LeadMoved
from twofold.pools.gift import Present

from . import ledger
from .connection import SharedConnection
from .issue import insist_on_issue, issue, issue_key
from .items import CodeItem, IssueItem, LeadItem
from .lead_items import code_from
from .reading import read
from .transaction import Cancelled, Transaction

_CAUSE = "partner"


class DynamoGiftBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def given(self, lead_id: str, campaign_id: str) -> NewCode | None:
        issued = read(IssueItem, issue_key(lead_id, campaign_id, _CAUSE))
        code = read(CodeItem, issued.issued_code) if issued else None
        return code_from(code) if code else None

    def give(self, present: Present) -> None:
        lead, code = present.lead, present.code
        transaction = Transaction(self._connection)
        issue(transaction, code, lead.lead_id, present.origin, present.at, _CAUSE)
        actions = [LeadItem.codes.set([*lead.codes, code.code]), LeadItem.version.set(lead.version + 1)]
        transaction.update("lead", LeadItem(lead_id=lead.lead_id), actions, LeadItem.version == lead.version)
        ledger.append(transaction, present.event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            insist_on_issue(cancelled, code)
            raise LeadMoved from cancelled
