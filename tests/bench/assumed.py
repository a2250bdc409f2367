"""What `docs/cost.md` assumes because a machine here cannot know it, on the dear side."""

MONTH = 30 * 24 * 3600
SIGNUPS = 1_000_000

OWN_MS, CALL_MS = 8, 8
SLOW_MS = {"TransactWriteItems": 25, "Publish": 150, "PutEvents": 25}
"""Milliseconds of a warm invocation: our own, and for each call to AWS, one after the other."""

TOLD_MS = 300
"""For which a webhook keeps its courier: to connect, to be told and to answer."""

QUEUED = ("send_messages", "deliver_webhooks")
"""Whom a queue hands each message by itself."""

COLD, COLD_MS = 0.01, 700
"""The share of invocations that start a new environment, and how long that takes; it is billed too."""

LINE_BYTES = 26
"""What CloudWatch adds to each line that it is sent."""

LAMBDA_BYTES, ACCESS_BYTES = 380, 250
"""Of Lambda's own three lines about an invocation (START, END, REPORT), and of a line in the access log."""

SQS_REQUESTS = 3
"""A message alone in its batch is sent, received and deleted."""

CLEANED_DAYS = 2
"""After so long a row that has an end is gone: "within a few days", as DynamoDB says."""

RELAYS = 4
"""Processes that read the ledger's stream side by side, one for each of a new table's partitions. Each marks once a
minute how far it is, however much comes."""

KEY_CACHED = 300
"""Seconds that DynamoDB keeps a table's key for each function that asks."""

TRACED_SHARE = 0.05
"""Where tracing is active, the first invocation of a function in each second is traced, and this of the others."""

HEADER_BYTES = 800
"""Of every answer that the edge gives."""

GB = 1e9

COUNTRIES = ("US", "PL", "DE")
"""Of the rows that `prod.toml` suggests for `[prices.countries]`, those that the page works out."""

POLLERS, POLLS_A_MINUTE = 5, 3
"""Lambda asks an empty queue from so many places at once, each for twenty seconds at a time."""

ROTATED = 2
"""A key that is renewed every year costs as much again after the first year and after the second, then no more."""
