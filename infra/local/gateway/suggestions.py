"""What one may want to text, and from where: the words that mean something, and the phones that are out of order."""

import asyncio

from infra.local.gateway.carrier import OUT_OF_ORDER
from infra.local.gateway.target import Target

WORDS = ("STOP", "HELP", "START", "Y")
PHONES = "+48600"
"""Together with the last six digits, a Polish mobile number."""


async def suggestions(target: Target | None) -> dict[str, list[str] | dict[str, str]]:
    """`words`, the deployed keywords first; `phones`, each with what is wrong with it. Raises botocore's errors."""
    keywords = await asyncio.to_thread(_keywords, target) if target else []
    return {"words": [*keywords, *WORDS], "phones": {PHONES + end: why for end, why in OUT_OF_ORDER.items()}}


def _keywords(target: Target) -> list[str]:
    rows = target.client("dynamodb").scan(
        TableName=target.outputs["TableNames"]["assets"],
        FilterExpression="attribute_exists(keyword)",
        ProjectionExpression="keyword",
    )
    return sorted(row["keyword"]["S"] for row in rows["Items"])
