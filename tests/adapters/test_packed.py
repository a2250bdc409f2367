"""What a challenge's row keeps packed: read as it was stored, small, and plain where it was stored before."""

from base64 import b64decode

import msgspec

from tests.fakes.made import a_challenge
from twofold.adapters.dynamodb.attributes import JsonAttribute
from twofold.adapters.dynamodb.challenge_items import from_item, to_item
from twofold.adapters.dynamodb.items import ChallengeItem
from twofold.adapters.dynamodb.packed import PackedAttribute
from twofold.leads.consent import Evidence

PACKED = PackedAttribute[Evidence](Evidence)
STORED = (
    "ePmLRcseq1ZKTEkBRnIx2GRjPQM9Q0NjPXP0mAMHnT6q1yCmwz2VmofVW0YGRma6hoa6hij+81RITC9K"
    "TdXD8BtEsZFRiKGFlYGllamRnoGZiYEBVf0MADkUSwo="
)


def test_what_was_packed_is_read_as_it_was_and_is_small():
    evidence = a_challenge().evidence
    assert PACKED.deserialize(PACKED.get_value({"B": PACKED.serialize(evidence)})) == evidence
    assert len(b64decode(PACKED.serialize(evidence))) < 0.6 * len(msgspec.json.encode(evidence))


def test_a_row_from_before_values_were_packed_is_read_as_it_was_meant():
    challenge = a_challenge()
    row = to_item(challenge).serialize()
    assert set(row["evidence"]) == {"B"}
    row["evidence"] = {"S": JsonAttribute[Evidence](Evidence).serialize(challenge.evidence)}
    assert from_item(ChallengeItem.from_raw_data(row)) == challenge


def test_what_is_stored_today_can_be_read_for_ever():
    evidence = PACKED.deserialize(PACKED.get_value({"B": STORED}))
    assert (evidence.wording, evidence.address) == ("I agree.", "203.0.113.7")
