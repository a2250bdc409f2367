"""The catalogue of events. Names are final once published: add, never change.

From this one place come the entry on the bus, the pattern of a rule, a consumer's parser and the JSON schema.
Ids only: no phone number, no name and no verification code ever travels here.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from .causes import SIGNUP

SOURCE = "twofold"

WEBHOOKS = "webhooks"
"""What the relay marks an entry of the bus with, among its resources, that some webhook wants."""

REFERRAL_MARK = "R"
"""What the link of a lead begins with, and so every `referral` of an event that has one."""


class EventData(Struct, frozen=True, kw_only=True):
    """What a type of event adds to the envelope. `type` is its published name."""

    type: ClassVar[str]


class AssetVisited(EventData, frozen=True):
    """Somebody met an asset, or (`viewed`) did something on the brand's site; the subject is the visit.

    `kind`: opened, scanned, tapped, clicked or viewed, then with a `label`. `device`: phone, tablet, desktop or other.
    `verified`: whether an authenticated sign proved its tap; null where there is nothing to prove. `referral` is the
    link of the lead who brought them, `variant` the way in which the widget asked.
    """

    type: ClassVar[str] = "asset.visited.v1"
    kind: str
    device: str
    label: str | None = None
    verified: bool | None = None
    utm: dict[str, str] | None = None
    referral: str | None = None
    variant: str | None = None


class SignupRequested(EventData, frozen=True):
    """A visitor asked for a verification code; `send` counts from 1 within the challenge.

    `by` is code; it is reply for one who joined by a keyword and confirms by answering. `visit_id` is the visit that it
    came of, `variant` the way in which the widget asked.
    """

    type: ClassVar[str] = "signup.requested.v1"
    challenge_id: str
    send: int
    by: str = "code"
    visit_id: str | None = None
    variant: str | None = None


class LeadConfirmed(EventData, frozen=True):
    """A number became a lead for the first time. `referral` is the link of the lead who brought them."""

    type: ClassVar[str] = "lead.confirmed.v1"
    challenge_id: str
    consent_version: str
    visit_id: str | None = None
    referral: str | None = None


class LeadReturned(EventData, frozen=True):
    """A lead that we knew, even one who had opted out (`was`), consented again.

    `code` is the discount code they already had for this campaign and are told again; null when `code.issued.v1`
    tells of a new one.
    """

    type: ClassVar[str] = "lead.returned.v1"
    challenge_id: str
    consent_version: str
    was: str
    code: str | None = None
    visit_id: str | None = None


class CodeIssued(EventData, frozen=True):
    """A discount code was given to a lead; `expires_at` is ISO 8601, `challenge_id` the confirmation that earned it.

    `cause`: signup; promise, where there was none at the time of the confirmation; or partner or automation, who gave
    it without one (`challenge_id` is empty then).
    """

    type: ClassVar[str] = "code.issued.v1"
    code: str
    challenge_id: str
    expires_at: str | None = None
    cause: str = SIGNUP


class CodePromised(EventData, frozen=True):
    """A lead confirmed when no code was to be had; `code.issued.v1` follows as soon as there is one."""

    type: ClassVar[str] = "code.promised.v1"
    challenge_id: str


class CodesUsedUp(EventData, frozen=True):
    """A lead confirmed when the campaign had given out all of its codes: there is none for them."""

    type: ClassVar[str] = "code.used_up.v1"
    challenge_id: str


class CodeReserved(EventData, frozen=True):
    """A cart holds a code until `until` (ISO 8601): nobody else can spend it before."""

    type: ClassVar[str] = "code.reserved.v1"
    code: str
    cart_id: str
    until: str


class CodeReleased(EventData, frozen=True):
    """A cart holds a code no more: it let go (`release`), its time was over (`lapse`), or another took it over then."""

    type: ClassVar[str] = "code.released.v1"
    code: str
    cart_id: str
    why: str


class CodeExpired(EventData, frozen=True):
    """A code's time is over, and it was not spent; told within minutes, while it stopped being good at its second."""

    type: ClassVar[str] = "code.expired.v1"
    code: str
    expired_at: str


class CodeRevoked(EventData, frozen=True):
    """Somebody withdrew a code for good."""

    type: ClassVar[str] = "code.revoked.v1"
    code: str
    reason: str


class CodeRedeemed(EventData, frozen=True):
    """A code was spent. Money in minor units.

    `referral` is the link of the lead who brought this one, where spending this code is what earns that lead something.
    """

    type: ClassVar[str] = "code.redeemed.v1"
    code: str
    redemption_id: str
    order_id: str
    amount: int
    currency: str
    discount_amount: int | None = None
    location: str | None = None
    referral: str | None = None


class CodeRolledBack(EventData, frozen=True):
    """A redemption was taken back: `amount` now, `rolled_back` in all; `whole` frees the code again."""

    type: ClassVar[str] = "code.rolled_back.v1"
    code: str
    redemption_id: str
    order_id: str
    amount: int
    rolled_back: int
    currency: str
    whole: bool
    reason: str


class MessageSent(EventData, frozen=True):
    """The provider accepted a text. `message_class` as in the words of the product."""

    type: ClassVar[str] = "message.sent.v1"
    message_id: str
    message_class: str
    template: str
    parts: int
    provider: str


class MessagePlanned(EventData, frozen=True):
    """A text is to be sent; whether it goes is decided at the moment of sending."""

    type: ClassVar[str] = "message.planned.v1"
    message_id: str
    message_class: str
    template: str


class MessageBlocked(EventData, frozen=True):
    """A text was not sent, because `rule` said so; `why` is the same in a sentence."""

    type: ClassVar[str] = "message.blocked.v1"
    message_id: str
    message_class: str
    template: str
    rule: str
    why: str | None = None


class MessageDelivered(EventData, frozen=True):
    """The phone has the text. `price` is what it cost in millionths of a US dollar, where the provider tells."""

    type: ClassVar[str] = "message.delivered.v1"
    message_id: str
    message_class: str
    template: str
    price: int | None = None


class MessageFailed(EventData, frozen=True):
    """The provider refused a text, or could not deliver it, for good."""

    type: ClassVar[str] = "message.failed.v1"
    message_id: str
    message_class: str
    template: str
    reason: str


class MessageClicked(EventData, frozen=True):
    """A text's link was opened; `human` is our guess, and `rule` what it rests on."""

    type: ClassVar[str] = "message.clicked.v1"
    message_id: str
    slug: str
    human: bool
    rule: str


class MessageReceived(EventData, frozen=True):
    """Somebody answered. `intent`: stop, help, start, join, yes, not_now, doubtful or other."""

    type: ClassVar[str] = "message.received.v1"
    message_id: str
    intent: str


class LeadOptedOut(EventData, frozen=True):
    """A lead wants no more texts. `source`: reply, review, carrier, deactivated, page or partner.

    `told_by`, here and in other events: the system whose API key told us, such as hubspot, which need not be told.
    """

    type: ClassVar[str] = "lead.opted_out.v1"
    source: str
    message_id: str | None = None
    told_by: str | None = None


class LeadOptedIn(EventData, frozen=True):
    """A lead who had opted out wants texts again. `source` as in `lead.opted_out.v1`."""

    type: ClassVar[str] = "lead.opted_in.v1"
    source: str
    message_id: str | None = None
    told_by: str | None = None


class LeadImported(EventData, frozen=True):
    """A file brought a lead whom we did not know, or one who had been pending.

    `status`: confirmed, where the file had the evidence of their consent; else pending, until they say yes themselves.
    """

    type: ClassVar[str] = "lead.imported.v1"
    import_id: str
    status: str
    consent_version: str | None = None


class LeadErased(EventData, frozen=True):
    """A lead was forgotten: from now on their id is a mark, by which we know whom never to text again.

    `source`: partner, operator or retention. What else was kept of them goes within minutes.
    """

    type: ClassVar[str] = "lead.erased.v1"
    source: str
    told_by: str | None = None


class LeadUpdated(EventData, frozen=True):
    """Something about a lead changed: the names of what did. `hold` keeps marketing back; null when nothing does.

    `tagged` and `untagged` are the tags that came and went, `fields` the names of attributes that did or changed.
    """

    type: ClassVar[str] = "lead.updated.v1"
    changed: tuple[str, ...]
    hold: str | None = None
    tagged: tuple[str, ...] = ()
    untagged: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    told_by: str | None = None


class LeadStageChanged(EventData, frozen=True):
    """How far a lead has come: from `was` to `stage`; `by` is the automation that moved them, or who did."""

    type: ClassVar[str] = "lead.stage_changed.v1"
    stage: str
    was: str
    by: str
    told_by: str | None = None


class ReferralCompleted(EventData, frozen=True):
    """A friend came by a lead's link and did what earns that lead a code. The subject is the lead who brought them.

    `friend` is the other lead, `by` is confirmation or redemption, `code` what was earned (no `code.issued.v1` tells of
    it), `expires_at` its end in ISO 8601.
    """

    type: ClassVar[str] = "referral.completed.v1"
    friend: str
    referral: str
    by: str
    code: str
    expires_at: str | None = None


class CartUpdated(EventData, frozen=True):
    """A lead's cart changed. Money in minor units; `code` is our code in it, `source` who told: api, page or a shop."""

    type: ClassVar[str] = "cart.updated.v1"
    cart_id: str
    amount: int
    currency: str
    lines: int
    source: str
    code: str | None = None


class OrderPlaced(EventData, frozen=True):
    """A lead ordered. Money in minor units; `matched_by` is code, lead, phone or cart.

    `code` is our code on it; `redemption_id` that it was spent, `code_reason` why it was not.
    """

    type: ClassVar[str] = "order.placed.v1"
    order_id: str
    amount: int
    currency: str
    matched_by: str
    source: str
    code: str | None = None
    redemption_id: str | None = None
    code_reason: str | None = None
    cart_id: str | None = None


class OrderRefunded(EventData, frozen=True):
    """Money of a lead's order went back: `amount` now, `refunded` in all; `whole`: nothing of it is left."""

    type: ClassVar[str] = "order.refunded.v1"
    order_id: str
    refund_id: str
    amount: int
    refunded: int
    currency: str
    whole: bool
    reason: str | None = None


class AutomationEntered(EventData, frozen=True):
    """A lead entered an automation in this version of it; `due_at` (ISO 8601) is when its first step is due.

    `holdout`: they get nothing, to compare with. `cause` is the code, cart or order that it is about, if any.
    """

    type: ClassVar[str] = "automation.entered.v1"
    automation_id: str
    automation_version: int
    enrolment_id: str
    holdout: bool = False
    cause: str | None = None
    due_at: str | None = None


class AutomationStepped(EventData, frozen=True):
    """A step was done, or passed over (`done` is false). `kind`: send, issue_code, tag, stage, notify or stop.

    What it made is told beside it: the message, its template and variant; a code; the note for `whom` (staff or crm).
    `due_at` is when the next one is due.
    """

    type: ClassVar[str] = "automation.stepped.v1"
    automation_id: str
    automation_version: int
    enrolment_id: str
    step: str
    kind: str
    done: bool = True
    message_id: str | None = None
    template: str | None = None
    variant: str | None = None
    code: str | None = None
    whom: str | None = None
    note: str | None = None
    due_at: str | None = None


class AutomationExited(EventData, frozen=True):
    """A lead's way through an automation is over after `steps` steps: finished, or why it ended before.

    `reason` is finished, stopped, redeemed, ordered, opted_out, code_over, campaign_over, clicked, replied,
    conditions (they hold no more), late (the code ends before the next step), no_code (none was to be had) or
    switched_off.
    """

    type: ClassVar[str] = "automation.exited.v1"
    automation_id: str
    automation_version: int
    enrolment_id: str
    reason: str
    steps: int


class PoolLow(EventData, frozen=True):
    """A campaign's pool of coupons runs low: `left` of them, 0 when it ran dry. The subject is the campaign."""

    type: ClassVar[str] = "pool.low.v1"
    left: int
    low_at: int
    when_dry: str


class ImportFinished(EventData, frozen=True):
    """A file was read to its end, or given up (`state` is finished or failed). The subject is the import.

    Of leads, `added` were `confirmed` or `pending`, and `suppressed` had left or were erased: they stay as they are.
    """

    type: ClassVar[str] = "import.finished.v1"
    import_id: str
    kind: str
    state: str
    lines: int
    added: int
    known: int
    bad: int
    confirmed: int = 0
    pending: int = 0
    suppressed: int = 0


class ExportFinished(EventData, frozen=True):
    """What was asked for lies ready, or could not be made (`state`: finished or failed). The subject is the export."""

    type: ClassVar[str] = "export.finished.v1"
    export_id: str
    kind: str
    state: str
    rows: int
    files: int


class WebhookDisabled(EventData, frozen=True):
    """A webhook is told nothing any more. The subject is the webhook, `host` where it led.

    `reason`: gone (it answered 410), or failing (for five days nothing that it was told arrived).
    """

    type: ClassVar[str] = "webhook.disabled.v1"
    reason: str
    host: str


class WebhookTested(EventData, frozen=True):
    """What a webhook is told to see whether it hears; it happened to nobody, and stands in no ledger."""

    type: ClassVar[str] = "webhook.test.v1"
    note: str


class PrivacyRequested(EventData, frozen=True):
    """A shop system asks in a person's name: `request` is data, erasure or shop_erasure. The subject is the lead.

    `reference` finds the request at its `source`; with shop_erasure the subject is the shop.
    """

    type: ClassVar[str] = "privacy.requested.v1"
    request: str
    source: str
    reference: str
    orders: int = 0


class CampaignChanged(EventData, frozen=True):
    """Somebody changed a campaign, or (with `asset_id` in the envelope) one of its assets: the names of what did."""

    type: ClassVar[str] = "campaign.changed.v1"
    changed: tuple[str, ...]


CATALOGUE: dict[str, type[EventData]] = {
    kind.type: kind
    for kind in (
        AssetVisited,
        SignupRequested,
        LeadConfirmed,
        LeadReturned,
        CodeIssued,
        CodePromised,
        CodesUsedUp,
        CodeReserved,
        CodeReleased,
        CodeRedeemed,
        CodeRolledBack,
        CodeExpired,
        CodeRevoked,
        MessagePlanned,
        MessageSent,
        MessageBlocked,
        MessageDelivered,
        MessageFailed,
        MessageClicked,
        MessageReceived,
        LeadOptedOut,
        LeadOptedIn,
        LeadImported,
        LeadErased,
        LeadUpdated,
        LeadStageChanged,
        ReferralCompleted,
        CartUpdated,
        OrderPlaced,
        OrderRefunded,
        AutomationEntered,
        AutomationStepped,
        AutomationExited,
        PoolLow,
        ImportFinished,
        ExportFinished,
        WebhookDisabled,
        WebhookTested,
        PrivacyRequested,
        CampaignChanged,
    )
}


class Envelope(Struct, frozen=True, kw_only=True):
    """One event as it stands in the ledger and travels on the bus.

    `id` orders by time; `time` is ISO 8601 UTC with milliseconds; `subject` is the lead, the visit or the asset that it
    concerns; `version` is the state version that it made; `origin` is live, import or replay.
    """

    id: str
    type: str
    time: str
    subject: str
    version: int
    origin: str
    data: EventData
    campaign_id: str | None = None
    asset_id: str | None = None
    place: str | None = None


class _Wire(Struct, frozen=True, kw_only=True):
    id: str
    type: str
    time: str
    subject: str
    version: int
    origin: str
    data: msgspec.Raw
    campaign_id: str | None = None
    asset_id: str | None = None
    place: str | None = None


def write(event: Envelope) -> str:
    """The event as one line of JSON: the ledger's `event` and the bus's `Detail`."""
    return msgspec.json.encode(event).decode()


def read(text: str | bytes) -> Envelope:
    """The inverse of `write`. Raises msgspec.ValidationError or KeyError for what the catalogue does not know."""
    wire = msgspec.json.decode(text, type=_Wire)
    data = msgspec.json.decode(wire.data, type=CATALOGUE[wire.type])
    fields = {name: getattr(wire, name) for name in wire.__struct_fields__ if name != "data"}
    return Envelope(**fields, data=data)


def entry(text: str, kind: str, bus: str, *, wanted: bool = False) -> dict[str, Any]:
    """A `PutEvents` entry for a written event; marked, when a webhook wants events of its type."""
    plain = {"Source": SOURCE, "DetailType": kind, "Detail": text, "EventBusName": bus}
    return {**plain, "Resources": [WEBHOOKS]} if wanted else plain


def wanted() -> dict[str, Any]:
    """The pattern (CDK's spelling) of live events that a webhook wants: the relay marks these."""
    return {"source": [SOURCE], "resources": [WEBHOOKS], "detail": {"origin": ["live"]}}


def pattern(*kinds: type[EventData], **data: Sequence[str | Mapping[str, str]]) -> dict[str, Any]:
    """The EventBridge pattern (CDK's spelling) of live events of these types.

    `data` names fields of theirs, each with the values that will do, or with EventBridge's own tests of them.
    """
    detail: dict[str, Any] = {"origin": ["live"]}
    if data:
        detail["data"] = {name: list(values) for name, values in data.items()}
    return {"source": [SOURCE], "detail_type": [kind.type for kind in kinds], "detail": detail}
