"""A consent's link says what was agreed to, and goes on saying so when the words themselves are gone."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from twofold.leads.consent import Consent, Evidence, canonical, commit, draw_salt
from twofold.leads.kept_consent import KeptConsent
from twofold.ledger.record import Origin

AT = datetime(2026, 11, 22, 9, 0, 0, 123_000, UTC)
BEFORE_SALTS = "7eb5c387d16baad97359c92a696981f9651109a216ef938c915e292b452c16d0"
EVIDENCE = Evidence(
    address="203.0.113.7",
    user_agent="Phone/1",
    page_url="https://shop.example/menu",
    locale="en",
    wording_version="2026-11-1",
    wording="I agree, señor.",
    ticked_at=AT,
    visit_id="vis_1",
    utm={"utm_source": "letter", "utm_campaign": "autumn"},
)


def a_consent(**fields: object) -> Consent:
    made = Consent(
        lead_id="LEAD",
        seq=1,
        action="given",
        at=AT,
        scopes=("marketing", "carts"),
        evidence=EVIDENCE,
        origin=Origin(campaign_id="buffet-20", asset_id="ast_landing", place="Market Square"),
        challenge_id="chl_1",
        previous="",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def test_a_link_from_before_there_were_salts_is_digested_as_it_was_then():
    old = a_consent(salt=None)
    assert old.commitment is None
    assert old.digest == BEFORE_SALTS


def test_a_digest_is_made_of_the_commitment_and_not_of_the_words():
    link = a_consent(salt="A" * 22)
    said = {**link.content}
    assert (said["wording"], said["address"], said["utm"]) == (EVIDENCE.wording, "203.0.113.7", EVIDENCE.utm)
    assert link.commitment == hashlib.sha256(f"{'A' * 22}\x1f{canonical(said)}".encode()).hexdigest()
    head = {"lead_id": "LEAD", "seq": 1, "action": "given", "at": "2026-11-22T09:00:00.123Z", "previous": ""}
    told = canonical({**head, "scopes": ["marketing", "carts"], "commitment": link.commitment})
    assert link.digest == hashlib.sha256(told.encode()).hexdigest()


def test_the_same_words_make_another_commitment_each_time():
    links = [a_consent() for _ in range(50)]
    assert len({link.salt for link in links}) == len({link.commitment for link in links}) == 50
    assert len({link.digest for link in links}) == 50
    assert all(len(draw_salt()) == 22 for _ in range(50))


def test_what_was_not_told_stands_in_no_content_so_a_new_field_changes_no_link():
    content = a_consent(evidence=replace(EVIDENCE, page_url=None, utm=None, visit_id=None)).content
    assert not {"page_url", "utm", "visit_id", "referral", "variant"} & set(content)


def test_an_erased_link_keeps_its_commitment_and_its_digest_and_nothing_personal():
    kept = KeptConsent.of(a_consent())
    erased = kept.erased()
    assert (erased.content, erased.salt) == (None, None)
    assert kept.salt
    assert kept.content
    assert erased.commitment == kept.commitment == commit(kept.salt, kept.content)
    assert erased.digest == kept.digest
    assert erased.erased() == erased
    assert not any(word in repr(erased) for word in ("203.0.113.7", "señor", "Phone/1", "Market"))


def test_an_erased_link_from_before_there_were_salts_commits_to_nothing():
    erased = KeptConsent.of(a_consent(salt=None)).erased()
    assert (erased.content, erased.commitment) == (None, None)
    assert erased.digest == BEFORE_SALTS
