"""A CRM tells what changed there: what is news becomes true here, and echoes of what we told end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from twofold.contracts.errors import InvalidRequest, NotFound
from twofold.contracts.instants import Clock
from twofold.crm.mapping.model import CrmMapping
from twofold.leads.model import Lead
from twofold.leads.phone import LeadIdentity
from twofold.leads.ports import LeadBook
from twofold.leads.timeline import EventHistory

from .changes import Heard, Refusal, Result, Told, Verdict
from .judge import judge
from .late import Late
from .ports import Acquaintances, ChangeLead
from .whose import AtHand, Whose

AHEAD = timedelta(minutes=1)
"""By which a CRM's clock may be ahead of ours."""

_UNKNOWN = Heard(result="unknown_lead")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveChanges:
    leads: LeadBook
    identify: LeadIdentity
    known: Acquaintances
    history: EventHistory
    change: ChangeLead
    clock: Clock

    def __call__(self, mapping: CrmMapping, told: Sequence[Told]) -> list[Heard]:
        """An answer for each, in their order; they are done in the order in which they happened there.

        Raises Unavailable when nobody can tell what became of one: all may be brought again.
        """
        whose = Whose(leads=self.leads, identify=self.identify, known=self.known)
        whose.learn(mapping.system, told)
        about = whose.of(mapping.system, told)
        leads = whose.at_hand({who for who in about if isinstance(who, str)})
        heard = {i: self._hear(mapping, told[i], about[i], leads) for i in _by_time(told)}
        return [heard[i] for i in range(len(told))]

    def _hear(self, mapping: CrmMapping, told: Told, who: str | Refusal | None, leads: AtHand) -> Heard:
        if told.own:
            reason = "learned" if told.learns else "own_echo"
            return Heard(result="unchanged", lead_id=told.learns or told.lead_id, reason=reason)
        if isinstance(who, Refusal):
            return Heard(result="refused", refused=(who,))
        lead = leads.lead(who) if who else None
        if lead is None:
            return _UNKNOWN
        heard = self._judged(mapping, told, lead)
        if heard.changed or heard.refused:
            leads.outdated.add(lead.lead_id)
        return heard

    def _judged(self, mapping: CrmMapping, told: Told, lead: Lead) -> Heard:
        # A clock far ahead would else keep all later changes from being heard.
        told = replace(told, at=min(told.at, self.clock() + AHEAD)) if told.at else told
        late = Late(mapping.system, told, lead.lead_id, self.history, self.known)
        verdict = judge(mapping, lead, told.values, late)
        changed, refused = self._done(mapping, lead, verdict)
        if told.at and verdict.seen and (changed or told.version is None) and not verdict.stale:
            self.known.heard(mapping.system, lead.lead_id, dict.fromkeys(verdict.seen, told.at))
        result = _result(changed, refused, verdict)
        return Heard(
            result=result, lead_id=lead.lead_id, changed=changed, refused=refused, ignored=verdict.ignored
        )

    def _done(
        self, mapping: CrmMapping, lead: Lead, wanted: Verdict
    ) -> tuple[tuple[str, ...], tuple[Refusal, ...]]:
        """Who wants no more texts is heard before anything else."""
        changed: list[str] = []
        if wanted.leaves and self.change.leave(lead.lead_id, mapping.system):
            changed.append("opted_out")
        try:
            if wanted.updates and self.change.update(lead.lead_id, wanted, mapping.system):
                changed += _facts(wanted)
        except (InvalidRequest, NotFound) as error:
            refusal = Refusal(field=error.field or "lead_id", reason=error.code, detail=error.detail)
            return tuple(changed), (*wanted.refused, refusal)
        return tuple(changed), wanted.refused


def _by_time(told: Sequence[Told]) -> list[int]:
    """Their places, in the order in which they happened; what has no time stays where it is."""
    timed = [i for i, one in enumerate(told) if one.at]
    in_order = iter(sorted(timed, key=lambda i: (told[i].at, i)))
    return [next(in_order) if one.at else i for i, one in enumerate(told)]


def _facts(wanted: Verdict) -> list[str]:
    told = [f"attributes.{name}" for name in wanted.attributes]
    told += ["stage"] if wanted.stage else []
    return [*told, *(["tags"] if wanted.add or wanted.remove else [])]


def _result(changed: tuple[str, ...], refused: tuple[Refusal, ...], verdict: Verdict) -> Result:
    if changed:
        return "applied"
    if refused:
        return "refused"
    return "stale" if verdict.stale else "unchanged"
