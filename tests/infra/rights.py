"""The golden table: by function, what it may do to what. `not` is a right that is denied."""

KEY = "Decrypt DescribeKey Encrypt GenerateDataKey"
CONSUME = "DeleteMessage GetQueueAttributes ReceiveMessage"
DEAD = "GetQueueAttributes GetQueueUrl SendMessage"
WRITE = "GetItem PutItem UpdateItem"

RIGHTS = {
    "serve_pages": {"assets": "GetItem", "campaigns": "GetItem", "codes": "GetItem"},
    "register_leads": {
        "campaigns": "GetItem",
        "assets": "GetItem",
        "challenges": WRITE,
        "limits": "UpdateItem",
        "leads": "GetItem UpdateItem",
        "consents": "PutItem",
        "codes": "GetItem PutItem",
        "ledger": "PutItem",
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
        "leads": "GetItem",
        "codes": "GetItem",
        "operations": "GetItem",
        "messages": "GetItem PutItem",
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
        "operations": "GetItem UpdateItem",
        "bus": "PutEvents",
        "SweeperDeadLettersQueue": "SendMessage",
    },
}
