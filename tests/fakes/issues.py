"""How a code is given to a lead in memory, as a part of whatever earns it: judged first, then made."""

from tests.fakes.memory import Memory
from twofold.codes.model import DiscountCode
from twofold.leads.drawn import NewCode
from twofold.leads.ports import CodeTaken
from twofold.ledger.record import Origin
from twofold.limits.spread import Part


def insist_on_issue(memory: Memory, code: NewCode) -> None:
    """Raises CodeTaken when the code, its place in the pool or its place under the limit is somebody's."""
    pool = memory.pools.get(code.campaign_id, {})
    if code.code in memory.codes:
        pool.pop(code.code, None)
        raise CodeTaken
    if code.pooled and code.code not in pool:
        raise CodeTaken
    insist_on_room(memory, code.charge)


def insist_on_room(memory: Memory, charge: Part | None) -> None:
    """Raises CodeTaken when this part of a limit is used up."""
    if charge and memory.parts[charge.row] + charge.amount > charge.most:
        raise CodeTaken


def issue(memory: Memory, code: NewCode, lead_id: str, origin: Origin) -> None:
    """It must have been insisted on before."""
    if code.pooled:
        del memory.pools[code.campaign_id][code.code]
    take(memory, code.charge)
    memory.codes[code.code] = DiscountCode(
        code=code.code,
        state="issued",
        version=1,
        lead_id=lead_id,
        brand=code.brand,
        offer=code.offer,
        origin=origin,
        expires_at=code.expires_at,
        referral=code.referral,
        written=code.written,
    )


def take(memory: Memory, charge: Part | None) -> None:
    """Less than nothing gives back."""
    if charge:
        memory.parts[charge.row] += charge.amount
