"""The golden table: by function, what it may do to what. `not` is a right that is denied."""

KEY = "Decrypt DescribeKey Encrypt GenerateDataKey"
CONSUME = "ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl ReceiveMessage"
DEAD = "GetQueueAttributes GetQueueUrl SendMessage"
WRITE = "GetItem PutItem UpdateItem"

RIGHTS = {
    "serve_pages": {"assets": "GetItem", "campaigns": "GetItem", "codes": "GetItem"},
    "register_leads": {
        "campaigns": "GetItem",
        "assets": "GetItem",
        "challenges": WRITE,
        "limits": "UpdateItem",
        "leads": WRITE,
        "consents": "PutItem",
        "codes": WRITE,
        "idempotency": "PutItem",
        "ledger": "PutItem",
        "personal key": KEY,
        "secret root": "GetSecretValue",
        "secret edge": "GetSecretValue",
    },
    "redeem_codes": {
        "api_keys": "GetItem",
        "campaigns": "GetItem",
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
        "operations": "PutItem UpdateItem",
        "bus": "PutEvents",
        "RelayDeadLettersQueue": DEAD,
    },
    "send_messages": {
        "challenges": "GetItem",
        "campaigns": "GetItem",
        "assets": "GetItem",
        "leads": "GetItem",
        "codes": "GetItem",
        "operations": "GetItem",
        "messages": WRITE,
        "limits": WRITE,
        "ledger": "PutItem",
        "personal key": KEY,
        "secret root": "GetSecretValue",
        "MessagesverificationQueue": CONSUME,
        "MessagesmessagesQueue": CONSUME,
        "*": "Publish",
        "not arn:aws:sns:*:*:*": "Publish",
    },
    "sweep_overdue": {
        "ledger by_day": "Query",
        "operations": WRITE,
        "bus": "PutEvents",
        "SweeperDeadLettersQueue": "SendMessage",
    },
}
