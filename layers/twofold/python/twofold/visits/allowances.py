"""How many visits are counted."""

from twofold.limits.allowance import Allowance


def visit_allowances(network: str, most: int) -> tuple[Allowance, ...]:
    """What a network's visit is charged to: beyond `most` in ten minutes, somebody plays with our counts."""
    return (Allowance(key=f"visits#{network}", most=most, seconds=600),)


def told_once(visit_id: str, kind: str, label: str | None) -> Allowance:
    """What a visit's report is charged to besides: the same thing of one visit is counted once, for a month."""
    return Allowance(key=f"told#{visit_id}#{kind}#{label or ''}", most=1, seconds=30 * 86_400)
