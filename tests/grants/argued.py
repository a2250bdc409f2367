"""The rights that are not taken away, and why: no story told on one machine could miss them."""

from collections.abc import Iterator

ARGUED = {
    "Lambda writes the log in the function's name.": ("logs:CreateLogStream", "logs:PutLogEvents"),
    "Lambda traces in the function's name.": ("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
    "Lambda reads the stream in the function's name.": (
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
        "dynamodb:ListStreams",
    ),
    "Lambda empties the queue in the function's name.": (
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
        "sqs:ReceiveMessage",
    ),
    "Lambda fills the dead letters in the function's name.": ("sqs:GetQueueUrl", "sqs:SendMessage"),
    "DynamoDB uses its tables' key in the function's name.": (
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
    ),
    "S3 asks for it when somebody follows a link that the function signed: no call of its own needs it.": (
        "s3:GetObject",
        "s3:PutObject",
    ),
    "AWS asks for it when a schedule is made, and the emulator does not.": ("iam:PassRole",),
}


def why(verb: str) -> str | None:
    """The argument for a verb; None when it has to be missed."""
    return next((reason for reason, verbs in ARGUED.items() if verb in verbs), None)


def outlived(verbs: set[str]) -> Iterator[str]:
    """Verbs that are argued for and that no function has."""
    return (verb for argued in ARGUED.values() for verb in argued if verb not in verbs)
