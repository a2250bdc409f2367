"""Every table's key and indexes, for the stack that makes them, the items that use them and the tests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A question that the key cannot answer. With `keys_only` it answers with keys, and is written once per row."""

    name: str
    partition: str
    sort: str | None = None
    keys_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One aggregate's rows. All key attributes are strings.

    `personal` tables hold what identifies a person and are encrypted with the deployment's own key.
    `ttl` names the attribute (epoch seconds) after which DynamoDB may clean the row up.
    """

    name: str
    partition: str
    sort: str | None = None
    indexes: tuple[Index, ...] = ()
    ttl: str | None = None
    personal: bool = False
    stream: bool = False


CAMPAIGNS = Table(name="campaigns", partition="campaign_id")
ASSETS = Table(
    name="assets",
    partition="asset_id",
    indexes=(Index(name="by_campaign", partition="campaign_id", sort="asset_id"),),
)
CHALLENGES = Table(name="challenges", partition="challenge_id", ttl="ttl", personal=True)
LIMITS = Table(name="limits", partition="limit_key", ttl="ttl")
LEADS = Table(
    name="leads",
    partition="lead_id",
    indexes=(Index(name="by_activity", partition="active_shard", sort="lead_id", keys_only=True),),
    personal=True,
)
CONSENTS = Table(name="consents", partition="lead_id", sort="seq", personal=True)
CODES = Table(
    name="codes",
    partition="code",
    indexes=(
        Index(name="by_lead", partition="lead_id", sort="issued_at"),
        Index(name="by_due", partition="due_shard", sort="due_at", keys_only=True),
    ),
)
POOLS = Table(name="pools", partition="pool_shard", sort="code")
ORDERS = Table(
    name="orders",
    partition="order_id",
    indexes=(Index(name="by_lead", partition="lead_id", sort="placed_at", keys_only=True),),
    ttl="ttl",
)
CARTS = Table(
    name="carts",
    partition="cart_id",
    indexes=(Index(name="by_lead", partition="lead_id", sort="updated_at", keys_only=True),),
    ttl="ttl",
    personal=True,
)
JOBS = Table(name="jobs", partition="job_id", ttl="ttl")
MESSAGES = Table(
    name="messages",
    partition="message_id",
    indexes=(
        Index(name="by_lead", partition="lead_id", sort="planned_at", keys_only=True),
        Index(name="for_review", partition="review", sort="planned_at", keys_only=True),
    ),
    personal=True,
)
AUTOMATIONS = Table(name="automations", partition="automation_key", sort="version")
ENROLMENTS = Table(
    name="enrolments",
    partition="lead_id",
    sort="enrolment_key",
    indexes=(Index(name="by_due", partition="due_shard", sort="due_at", keys_only=True),),
    ttl="ttl",
)
SUBSCRIPTIONS = Table(name="subscriptions", partition="kind", sort="subscription_id", personal=True)
DELIVERIES = Table(
    name="deliveries",
    partition="subscription_id",
    sort="event_id",
    indexes=(Index(name="by_due", partition="waiting_for", sort="due_at"),),
    ttl="ttl",
)
LINKS = Table(name="links", partition="slug", ttl="ttl")
REFERRALS = Table(name="referrals", partition="referral_id")
TAGS = Table(name="tags", partition="tag_id", ttl="ttl")
METRICS = Table(name="metrics", partition="scope", sort="bucket")
API_KEYS = Table(
    name="api_keys",
    partition="key_hash",
    indexes=(Index(name="by_kind", partition="kind", sort="label"),),
)
IDEMPOTENCY = Table(name="idempotency", partition="idempotency_key", ttl="ttl")
OPERATIONS = Table(name="operations", partition="name")
BY_DAY = Index(name="by_day", partition="day_shard", sort="event_id")
LEDGER = Table(
    name="ledger",
    partition="subject_id",
    sort="event_id",
    indexes=(BY_DAY,),
    stream=True,
)

TABLES = (
    CAMPAIGNS,
    ASSETS,
    CHALLENGES,
    LIMITS,
    LEADS,
    CONSENTS,
    CODES,
    POOLS,
    ORDERS,
    CARTS,
    JOBS,
    MESSAGES,
    AUTOMATIONS,
    ENROLMENTS,
    SUBSCRIPTIONS,
    DELIVERIES,
    LINKS,
    REFERRALS,
    TAGS,
    METRICS,
    API_KEYS,
    IDEMPOTENCY,
    OPERATIONS,
    LEDGER,
)
