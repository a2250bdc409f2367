"""Codes that partners give: each with the lead that has it, in one transaction."""

from twofold.contracts.causes import PARTNER
from twofold.leads.drawn import NewCode
from twofold.leads.ports import LeadMoved
from twofold.pools.present import Present

from . import ledger
from .connection import SharedConnection
from .issue import give, insist_on_issue, issue, issue_key
from .items import CodeItem, IssueItem
from .lead_items import code_from
from .reading import read
from .transaction import Cancelled, Transaction


class DynamoGiftBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def given(self, lead_id: str, campaign_id: str) -> NewCode | None:
        issued = read(IssueItem, issue_key(lead_id, campaign_id, PARTNER))
        code = read(CodeItem, issued.issued_code) if issued else None
        return code_from(code) if code else None

    def give(self, present: Present) -> None:
        lead, code = present.lead, present.code
        transaction = Transaction(self._connection)
        issue(transaction, code, lead.lead_id, present.origin, present.at, PARTNER)
        give(transaction, lead.lead_id, lead.codes, lead.version, code)
        ledger.append(transaction, present.event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            insist_on_issue(cancelled, code)
            raise LeadMoved from cancelled
