"""Challenges, leads and consents, as stored."""

from collections.abc import Mapping

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from twofold.adapters.dynamodb.attributes import InstantAttribute, JsonAttribute, ListOf
from twofold.adapters.dynamodb.packed import PackedAttribute
from twofold.contracts.payloads.signups import Confirmation
from twofold.leads.consent import Evidence

from .item import Item


class ChallengeItem(Item):
    class Meta(Item.Meta):
        pass

    challenge_id = UnicodeAttribute(hash_key=True)
    lead_id = UnicodeAttribute()
    phone = UnicodeAttribute()
    country = UnicodeAttribute()
    campaign_id = UnicodeAttribute()
    asset_id = UnicodeAttribute()
    place = UnicodeAttribute(null=True)
    evidence = PackedAttribute[Evidence](Evidence)
    attributes_given = JsonAttribute[Mapping[str, str]](dict[str, str], null=True)
    trusted = BooleanAttribute(default=False)
    sends = NumberAttribute()
    attempts = NumberAttribute()
    sent_at = InstantAttribute()
    expires_at = InstantAttribute()
    outcome = PackedAttribute[Confirmation](Confirmation, null=True)
    by = UnicodeAttribute(null=True)
    consent_seq = NumberAttribute(null=True)
    tap = UnicodeAttribute(null=True)
    ttl = NumberAttribute()


class AwaitedItem(Item):
    """Lives among the challenges and says which of them an answer from a number would confirm."""

    class Meta(Item.Meta):
        pass

    challenge_id = UnicodeAttribute(hash_key=True)
    awaited_id = UnicodeAttribute()
    ttl = NumberAttribute()


class LeadsByActivity(GlobalSecondaryIndex["LeadItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_activity"
        projection = KeysOnlyProjection()

    active_shard = UnicodeAttribute(hash_key=True)
    lead_id = UnicodeAttribute(range_key=True)


class LeadItem(Item):
    class Meta(Item.Meta):
        pass

    lead_id = UnicodeAttribute(hash_key=True)
    status = UnicodeAttribute()
    version = NumberAttribute()
    phone = UnicodeAttribute(null=True)
    country = UnicodeAttribute(null=True)
    locale = UnicodeAttribute(null=True)
    scopes = ListOf[str](UnicodeAttribute(), default=list)
    codes = ListOf[str](UnicodeAttribute(), default=list)
    attributes_given = JsonAttribute[Mapping[str, str]](dict[str, str], null=True)
    consent_seq = NumberAttribute(default=0)
    consent_digest = UnicodeAttribute(default="")
    campaign_id = UnicodeAttribute(null=True)
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    hold = UnicodeAttribute(null=True)
    held_until = InstantAttribute(null=True)
    failures = NumberAttribute(null=True)
    left_at = InstantAttribute(null=True)
    first_confirmed_at = InstantAttribute(null=True)
    confirmed_at = InstantAttribute(null=True)
    tags = ListOf[str](UnicodeAttribute(), null=True)
    stage = UnicodeAttribute(null=True)
    active_on = UnicodeAttribute(null=True)
    active_days = NumberAttribute(null=True)
    active_shard = UnicodeAttribute(null=True)
    by_activity = LeadsByActivity()


class ConsentItem(Item):
    """Of one that was erased, the salt and all that it went with are gone, and `commitment` stands in their place.

    `forgotten_at` stands on a link that says that somebody was erased: since then nothing else is left of them.
    """

    class Meta(Item.Meta):
        pass

    lead_id = UnicodeAttribute(hash_key=True)
    seq = UnicodeAttribute(range_key=True)
    action = UnicodeAttribute()
    at = InstantAttribute()
    scopes = ListOf[str](UnicodeAttribute())
    evidence = PackedAttribute[Evidence | None](Evidence, null=True)
    campaign_id = UnicodeAttribute(null=True)
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    challenge_id = UnicodeAttribute(null=True)
    salt = UnicodeAttribute(null=True)
    commitment = UnicodeAttribute(null=True)
    previous = UnicodeAttribute()
    digest = UnicodeAttribute()
    forgotten_at = InstantAttribute(null=True)
