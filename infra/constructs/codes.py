"""What a function may do that issues, keeps or spends codes, wherever it stands: each of these is done by several."""

from infra.constructs.foundation import Foundation
from infra.constructs.product_function import ProductFunction
from twofold.contracts import tables as t


def allow_drawing(function: ProductFunction, on: Foundation) -> None:
    """Finding a code for a lead: one of a pool, which it leaves, or one of our own within the campaign's cap.

    Whoever finds the pool dry marks it as told of.
    """
    on.tables[t.POOLS].grant(function, "dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:UpdateItem")
    on.tables[t.LIMITS].grant(function, "dynamodb:BatchGetItem", "dynamodb:UpdateItem")


def allow_keeping(function: ProductFunction, on: Foundation) -> None:
    """Giving leads the codes that they were promised, once there are some."""
    allow_drawing(function, on)
    on.tables[t.CAMPAIGNS].grant(function, "dynamodb:GetItem")
    on.tables[t.LEADS].grant(function, "dynamodb:GetItem", "dynamodb:UpdateItem")
    on.tables[t.CODES].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
    on.tables[t.LEDGER].grant(function, "dynamodb:PutItem")


def allow_filling(function: ProductFunction, on: Foundation) -> None:
    """Putting coupons into a pool, none of which may be known, and keeping promises with them."""
    allow_keeping(function, on)
    on.tables[t.POOLS].grant(function, "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem")
    on.tables[t.CODES].grant(function, "dynamodb:BatchGetItem")


def allow_spending(function: ProductFunction, on: Foundation) -> None:
    """Redeeming a code within its campaign's limits, once for each order, and taking that back."""
    on.tables[t.CAMPAIGNS].grant(function, "dynamodb:GetItem")
    verbs = ("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
    on.tables[t.CODES].grant(function, *verbs)
    on.tables[t.LIMITS].grant(function, "dynamodb:BatchGetItem", "dynamodb:UpdateItem")
    on.tables[t.IDEMPOTENCY].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
    on.tables[t.LEDGER].grant(function, "dynamodb:PutItem")
