"""How many visits are counted."""

from twofold.limits.allowance import Allowance


def visit_allowances(network: str, most: int) -> tuple[Allowance, ...]:
    """What a network's visit is charged to: beyond `most` in ten minutes, somebody plays with our counts."""
    return (Allowance(key=f"visits#{network}", most=most, seconds=600),)
