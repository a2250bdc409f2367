"""What happens to texts beside the flows that are tried call by call: refusals, second thoughts, receipts by log."""

from typing import Any

import pytest

from infra.local.gateway import carrier
from infra.local.gateway.conversation import Text
from tests.fakes.outcomes import code_of
from tests.faults.audit import Audit, audit
from tests.faults.flows_answers import KEYWORD, brought, open_keyword
from tests.faults.people import People, fresh_number
from tests.faults.planning import help_answer, plan
from tests.faults.platform import Handle, deliver, invoke
from twofold.adapters.sms.sns import SnsGateway
from twofold.contracts import events
from twofold.contracts.events import Envelope
from twofold.contracts.instants import now, to_text
from twofold.leads.phone import Phone
from twofold.messages.model import Sms
from twofold.messages.ports import RecipientOptedOut


def opted_out_at_the_provider(people: People, handle: Handle) -> None:
    """SNS refuses a text because the person left there; so they have left here, too."""
    phone = fresh_number()
    issued = _issued(people, phone)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SnsGateway, "send", _refuse)
        assert deliver(handle, events.write(issued), tries=1)
    found = _found(people, phone)
    assert found.lead
    assert (found.lead.status, len(found.consents)) == ("opted_out", 2)


def join_once_more(people: People, handle: Handle) -> None:
    """A lead joins by the keyword: the code that they have is looked up, and stays theirs."""
    phone = fresh_number()
    confirmation, _ = people.lead(phone)
    open_keyword(people)
    for said in (KEYWORD, "Y"):
        assert invoke(handle, brought(people, phone, said))
    found = _found(people, phone)
    assert found.count("lead.returned.v1") == 1
    assert [code.code for code in found.codes] == [code_of(confirmation)]


def receipts_by_log(people: People, handle: Handle) -> None:
    """SNS names no message of ours, so all but the newest text is looked for among those that the number got."""
    phone = fresh_number()
    send = people.process.start("send_messages")
    for event in (_issued(people, phone), plan(people, help_answer(people, phone))):
        assert deliver(send, events.write(event), tries=1)
    sent = [(row.provider_id or "", row.shown) for row in _found(people, phone).messages]
    texts = [Text(provider_id, phone.e164, shown, to_text(now())) for provider_id, shown in sent]
    assert invoke(handle, carrier.logged([(text, carrier.receipt(text, now())) for text in texts]))
    assert [row.state for row in _found(people, phone).messages] == ["delivered", "delivered"]


def _issued(people: People, phone: Phone) -> Envelope:
    """The event that asks for the code's text of a new lead."""
    _, happened = people.lead(phone)
    return next(event for event in happened if event.type == "code.issued.v1")


def _refuse(gateway: SnsGateway, sms: Sms) -> Any:
    raise RecipientOptedOut("The number has opted out of texts at SNS.")


def _found(people: People, phone: Phone) -> Audit:
    return audit(people.process, people.lead_id(phone), phone.e164)
