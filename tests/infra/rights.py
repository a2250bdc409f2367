"""The golden table: by function, what it may do to what. `not` is a right that is denied."""

KEY = "Decrypt DescribeKey Encrypt GenerateDataKey"
CONSUME = "DeleteMessage GetQueueAttributes ReceiveMessage"
DEAD = "GetQueueAttributes GetQueueUrl SendMessage"
WRITE = "GetItem PutItem UpdateItem"
DRAW = {"pools": "DeleteItem Query UpdateItem", "limits": "BatchGetItem UpdateItem"}
"""A code for a lead: out of a pool, or within the cap of a campaign's own."""

PROMISE = {**DRAW, "pools": f"PutItem {DRAW['pools']}"}
KEEP = {
    **DRAW,
    "campaigns": "GetItem",
    "leads": "GetItem UpdateItem",
    "codes": "GetItem PutItem",
    "ledger": "PutItem",
    "personal key": KEY,
}
"""A code for whoever was promised one."""

FILL = {
    **KEEP,
    "pools": f"BatchGetItem BatchWriteItem {DRAW['pools']}",
    "codes": f"BatchGetItem {KEEP['codes']}",
}
SPEND = {
    "campaigns": "GetItem",
    "codes": f"DeleteItem {WRITE}",
    "limits": "BatchGetItem UpdateItem",
    "idempotency": "GetItem PutItem",
    "ledger": "PutItem",
}
WANTED = {
    "enrolments": "GetItem",
    "automations": "GetItem Query",
    "carts": "GetItem",
    "orders by_lead": "Query",
}
"""Whether the automation whose step a text is still wants it."""

RIGHTS = {
    "serve_pages": {
        "assets": "GetItem",
        "campaigns": "GetItem",
        "codes": "GetItem",
        "links": "GetItem UpdateItem",
        "limits": "GetItem UpdateItem",
        "metrics": "UpdateItem",
        "ledger": "PutItem",
        "secret edge": "GetSecretValue",
    },
    "register_leads": {
        "campaigns": "GetItem",
        "assets": "GetItem",
        "challenges": WRITE,
        **PROMISE,
        "leads": "GetItem UpdateItem",
        "consents": "PutItem",
        "codes": "GetItem PutItem",
        "links": "GetItem UpdateItem",
        "metrics": "UpdateItem",
        "tags": "ConditionCheckItem PutItem UpdateItem",
        "ledger": "PutItem",
        "magnets": "GetObject",
        "personal key": KEY,
        "secret root": "GetSecretValue",
        "secret edge": "GetSecretValue",
    },
    "redeem_codes": {"api_keys": "GetItem", **SPEND, "secret edge": "GetSecretValue"},
    "record_orders": {
        **SPEND,
        "api_keys": "GetItem",
        "assets": "GetItem",
        "leads": "GetItem",
        "orders": WRITE,
        "carts": WRITE,
        "carts by_lead": "Query",
        "personal key": KEY,
        "secret root": "GetSecretValue",
        "secret edge": "GetSecretValue",
    },
    "serve_partners": {
        **FILL,
        "api_keys": "GetItem",
        "leads": "BatchGetItem GetItem UpdateItem",
        "jobs": "GetItem PutItem",
        "uploads": "PutObject",
        "secret root": "GetSecretValue",
        "secret edge": "GetSecretValue",
    },
    "import_files": {
        **FILL,
        "jobs": "GetItem PutItem",
        "uploads": "GetObject",
        "ListenersDeadLettersQueue": "SendMessage",
    },
    "relay_events": {
        "ledger stream": "DescribeStream GetRecords GetShardIterator ListStreams",
        "operations": "UpdateItem",
        "bus": "PutEvents",
        "RelayDeadLettersQueue": DEAD,
    },
    "send_messages": {
        "challenges": "GetItem",
        "campaigns": "GetItem",
        "leads": "ConditionCheckItem GetItem UpdateItem",
        "consents": "PutItem",
        "codes": "GetItem",
        "operations": "GetItem",
        "messages": "GetItem PutItem",
        "links": "GetItem PutItem",
        "limits": WRITE,
        "ledger": "PutItem",
        "personal key": KEY,
        "secret root": "GetSecretValue",
        "MessagesverificationQueue": CONSUME,
        "MessagesmessagesQueue": CONSUME,
        "MessagesmarketingQueue": CONSUME,
        **WANTED,
        "schedules": "CreateSchedule",
        "MessagesSchedulesRole": "PassRole",
        "*": "Publish",
        "not arn:aws:sns:*:*:*": "Publish",
    },
    "reward_referrals": {
        "campaigns": "GetItem",
        "assets": "GetItem",
        "links": "GetItem",
        "leads": "GetItem UpdateItem",
        **DRAW,
        "codes": "PutItem",
        "referrals": "ConditionCheckItem GetItem UpdateItem",
        "metrics": "UpdateItem",
        "ledger": "PutItem",
        "personal key": KEY,
        "ListenersDeadLettersQueue": "SendMessage",
    },
    "run_automations": {
        "automations": "GetItem Query",
        "enrolments": "GetItem PutItem Query",
        "campaigns": "GetItem",
        "leads": "GetItem UpdateItem",
        **DRAW,
        "limits": f"{DRAW['limits']} GetItem",
        "codes": "GetItem PutItem",
        "carts": "GetItem",
        "orders by_lead": "Query",
        "messages": "BatchGetItem GetItem PutItem",
        "messages by_lead": "Query",
        "ledger": "PutItem",
        "personal key": KEY,
        "schedules": "CreateSchedule DeleteSchedule",
        "AutomationsStepsRole": "PassRole",
        "ListenersDeadLettersQueue": "SendMessage",
    },
    "receive_callbacks": {
        "assets": "GetItem",
        "campaigns": "GetItem",
        "challenges": WRITE,
        "leads": "GetItem UpdateItem",
        "consents": "PutItem Query",
        "codes": "GetItem PutItem",
        "messages": f"BatchGetItem {WRITE}",
        "messages by_lead": "Query",
        **PROMISE,
        "links": "UpdateItem",
        "ledger": "PutItem",
        "personal key": KEY,
        "secret root": "GetSecretValue",
        "CallbacksDeadLettersQueue": "SendMessage",
    },
    "sweep_overdue": {
        "ledger by_day": "Query",
        **KEEP,
        "codes": f"{KEEP['codes']} UpdateItem",
        "codes by_due": "Query",
        "enrolments": "BatchGetItem",
        "enrolments by_due": "Query",
        "leads by_activity": "Query",
        "automations": "Query UpdateItem",
        "run_automations": "InvokeFunction",
        "operations": "GetItem UpdateItem",
        "bus": "PutEvents",
        "ListenersDeadLettersQueue": "SendMessage",
    },
}

SHOPS = {"secret shopify": "GetSecretValue", "secret woocommerce": "GetSecretValue"}
WITH_PROVIDERS = {
    "send_messages": {
        "pool/pool-1": "SendTextMessage",
        "configuration-set/texts": "SendTextMessage",
        "protect-configuration/protect-1": "SendTextMessage",
        "secret twilio": "GetSecretValue",
        "secret webhook": "GetSecretValue",
    },
    "receive_callbacks": {"secret twilio": "GetSecretValue", "secret webhook": "GetSecretValue"},
    "record_orders": SHOPS,
}
"""What is added where every provider and shop system is used."""

ON_ONE_MACHINE = {"receive_callbacks": {"secret webhook": "GetSecretValue"}, "record_orders": SHOPS}
"""What is added there: a gateway of one's own may bring answers, shop systems orders."""
