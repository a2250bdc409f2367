"""A partner tells that somebody wants no more texts."""

import pytest

from tests.unit.partners.desk import Desk
from twofold.contracts.events import LeadOptedOut
from twofold.contracts.payloads.leads import OptedOut


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_who_leaves_by_a_partner_has_left_and_it_is_told_whose_word_it_is(desk: Desk):
    lead_id = desk.joined()
    since = desk.show(lead_id).version
    assert desk.left(lead_id, "Stop it.") == (
        OptedOut(lead_id=lead_id, status="opted_out", version=since + 1),
        True,
    )
    (event,) = desk.news(lead_id, since)
    assert event.data == LeadOptedOut(source="partner", told_by="hubspot")
    shown = desk.show(lead_id)
    assert (shown.consents, bool(shown.opted_out_at)) == ([], True)


def test_told_again_it_changes_nothing(desk: Desk):
    lead_id = desk.joined()
    first, _ = desk.left(lead_id, "Stop it.")
    assert desk.left(lead_id, "I said stop it!") == (first, False)
    assert desk.news(lead_id, first.version) == []
    assert len(desk.consents(lead_id, after=None, limit=10).consents) == 2


def test_without_words_the_evidence_says_that_a_partner_told(desk: Desk):
    lead_id = desk.joined()
    desk.left(lead_id)
    link = desk.consents(lead_id, after=None, limit=10).consents[-1]
    assert link.evidence
    assert (link.evidence.wording, link.evidence.method) == ("partner", "partner")


def test_whom_a_file_brought_without_proof_can_leave_too(desk: Desk):
    lead_id = desk.joined()
    desk.world.books.upkeep.mark_lead(lead_id, "pending")
    assert desk.left(lead_id)[0].status == "opted_out"
