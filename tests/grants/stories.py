"""Short stories that need every right a function should have; whoever adds a right adds the story that needs it."""

import uuid
from collections.abc import Callable

from tests.fakes.outcomes import code_of
from tests.faults import (
    flows_answers,
    flows_events,
    flows_meetings,
    flows_planned,
    flows_receipts,
    flows_referrals,
    flows_texts,
    flows_till,
    flows_visitors,
)
from tests.faults.audit import audit
from tests.faults.flows import Flow
from tests.faults.people import ASSET, People, fresh_number
from tests.faults.platform import Handle, insist, request
from tests.grants import stories_automations, stories_codes, stories_partners
from tests.grants.stories_texts import join_once_more, opted_out_at_the_provider, receipts_by_log

Story = Callable[[People, Handle], None]


def _of(flow: Flow) -> Story:
    def tell(people: People, handle: Handle) -> None:
        scene = flow.prepare(people)
        answer = scene.play(handle)
        found = audit(people.process, people.lead_id(scene.phone), scene.phone.e164)
        scene.judge(answer, found, None)

    return tell


def _pages(people: People, handle: Handle) -> None:
    code = code_of(people.lead(fresh_number())[0])
    for path in (f"/v1/assets/{ASSET}", f"/j/{ASSET}", f"/c/{code}"):
        assert request(handle, "GET", path)["statusCode"] == 200


def _look_up(people: People, handle: Handle) -> None:
    phone = fresh_number()
    people.lead(phone)
    key = f"Bearer {people.key}"
    body = {"phones": [phone.e164]}
    status, told = insist(lambda: request(handle, "POST", "/v1/leads/lookup", body, authorization=key))
    assert status == 200
    assert told["leads"][0]["codes"]


def _an_old_answer(people: People, handle: Handle) -> None:
    """A till asks once more for what was taken back since, under the same Idempotency-Key."""
    code = code_of(people.lead(fresh_number())[0])
    order = {"order_id": "order-1", "amount": 100, "currency": "EUR"}
    headers = {"authorization": f"Bearer {people.key}", "idempotency_key": uuid.uuid4().hex}
    ask = lambda: insist(  # noqa: E731 - asked twice, word for word
        lambda: request(handle, "POST", f"/v1/codes/{code}/redemptions", order, **headers)
    )
    status, receipt = ask()
    assert status == 201
    path, key = f"/v1/redemptions/{receipt['redemption_id']}/rollback", headers["authorization"]
    taken, _ = insist(lambda: request(handle, "POST", path, {"reason": "returned"}, authorization=key))
    assert taken == 201
    assert ask() == (200, receipt)


STORIES: dict[str, list[Story]] = {
    "serve_pages": [_pages],
    "serve_partners": [_look_up],
    "redeem_codes": [_an_old_answer],
    "send_messages": [opted_out_at_the_provider],
    "receive_callbacks": [join_once_more, receipts_by_log],
}
VISITS = (*flows_visitors.FLOWS, *flows_meetings.FLOWS, *flows_till.FLOWS, *flows_events.FLOWS)
TEXTS = (*flows_texts.FLOWS, *flows_planned.FLOWS, *flows_answers.FLOWS, *flows_receipts.FLOWS)
for _flow in (*VISITS, *flows_referrals.FLOWS, *TEXTS):
    STORIES.setdefault(_flow.function, []).append(_of(_flow))
for _function, _stories in (
    *stories_codes.STORIES.items(),
    *stories_automations.STORIES.items(),
    *stories_partners.STORIES.items(),
):
    STORIES.setdefault(_function, []).extend(_stories)
