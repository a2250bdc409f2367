"""How many verification texts may be asked for."""

from twofold.contracts.settings import LimitSettings
from twofold.limits.allowance import Allowance
from twofold.visits.visitor import Visitor


def text_allowances(visitor: Visitor, limits: LimitSettings) -> tuple[Allowance, ...]:
    """What a text that this visitor asks for is charged to: their network. Nothing is counted for a trusted one."""
    if visitor.trusted(limits.trusted_networks):
        return ()
    return (
        Allowance(key=f"ip#{visitor.mark}", most=limits.ip_10min, seconds=600),
        Allowance(key=f"ip#{visitor.mark}", most=limits.ip_day, seconds=86_400),
    )
