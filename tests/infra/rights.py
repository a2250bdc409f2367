"""The golden table: by function, what it may do to what. `not` is a right that is denied."""

KEY = "Decrypt DescribeKey Encrypt GenerateDataKey"
CONSUME = "DeleteMessage GetQueueAttributes ReceiveMessage"
DEAD = "GetQueueAttributes GetQueueUrl SendMessage"
WRITE = "GetItem PutItem UpdateItem"

RIGHTS = {
    "serve_pages": {
        "assets": "GetItem",
        "campaigns": "GetItem",
        "codes": "GetItem",
        "links": "GetItem UpdateItem",
        "limits": "UpdateItem",
        "metrics": "UpdateItem",
        "ledger": "PutItem",
        "secret edge": "GetSecretValue",
    },
    "register_leads": {
        "campaigns": "GetItem",
        "assets": "GetItem",
        "challenges": WRITE,
        "limits": "UpdateItem",
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
    "redeem_codes": {
        "api_keys": "GetItem",
        "codes": "GetItem UpdateItem",
        "limits": "UpdateItem",
        "idempotency": "GetItem PutItem",
        "ledger": "PutItem",
        "secret edge": "GetSecretValue",
    },
    "serve_partners": {
        "api_keys": "GetItem",
        "leads": "BatchGetItem",
        "codes": "BatchGetItem",
        "limits": "UpdateItem",
        "personal key": KEY,
        "secret root": "GetSecretValue",
        "secret edge": "GetSecretValue",
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
        "links": "PutItem",
        "limits": WRITE,
        "ledger": "PutItem",
        "personal key": KEY,
        "secret root": "GetSecretValue",
        "MessagesverificationQueue": CONSUME,
        "MessagesmessagesQueue": CONSUME,
        "MessagesmarketingQueue": CONSUME,
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
        "codes": "PutItem",
        "referrals": "ConditionCheckItem GetItem UpdateItem",
        "metrics": "UpdateItem",
        "ledger": "PutItem",
        "personal key": KEY,
        "ReferralsDeadLettersQueue": "SendMessage",
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
        "limits": "UpdateItem",
        "links": "UpdateItem",
        "ledger": "PutItem",
        "personal key": KEY,
        "secret root": "GetSecretValue",
        "CallbacksDeadLettersQueue": "SendMessage",
    },
    "sweep_overdue": {
        "ledger by_day": "Query",
        "operations": "GetItem UpdateItem",
        "bus": "PutEvents",
        "SweeperDeadLettersQueue": "SendMessage",
    },
}

WITH_PROVIDERS = {
    "send_messages": {
        "pool/pool-1": "SendTextMessage",
        "configuration-set/texts": "SendTextMessage",
        "protect-configuration/protect-1": "SendTextMessage",
        "secret twilio": "GetSecretValue",
        "secret webhook": "GetSecretValue",
    },
    "receive_callbacks": {"secret twilio": "GetSecretValue", "secret webhook": "GetSecretValue"},
}
"""What is added where every provider is used."""

ON_ONE_MACHINE = {"receive_callbacks": {"secret webhook": "GetSecretValue"}}
"""What is added there: a gateway of one's own may bring answers."""
