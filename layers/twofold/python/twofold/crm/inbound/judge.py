"""What a lead is to become by what a CRM told: nothing, for most of it is an echo of what we told the CRM."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from twofold.contracts.payloads.leads import LONGEST_VALUE
from twofold.crm.mapping.facts import ATTRIBUTE, Value
from twofold.crm.mapping.model import CrmMapping, heard
from twofold.crm.mapping.rendered import said
from twofold.leads.model import STAGES, Lead

from .changes import Refusal, Verdict
from .spelling import same
from .values import Unreadable, read_value

_PLACEHOLDERS = {f"{ATTRIBUTE}last_name": "last_name", f"{ATTRIBUTE}company": "company"}


def judge(mapping: CrmMapping, lead: Lead, values: Mapping[str, Any], late: Callable[[str], bool]) -> Verdict:
    """`late` says of a fact whether it has changed here since the CRM saw it."""
    bench = _Bench(mapping, lead, late)
    for theirs, given in values.items():
        ours = mapping.ours(theirs)
        if ours is None or not heard(ours):
            bench.ignored += ours is None
        else:
            bench.hear(ours, given)
    return bench.verdict()


def standing(lead: Lead) -> dict[str, Value]:
    """What a CRM may change, as it stands."""
    attributes = {f"{ATTRIBUTE}{name}": value for name, value in (lead.attributes or {}).items()}
    left = lead.status == "opted_out"
    return {**attributes, "stage": lead.stage, "tags": tuple(sorted(lead.tags)), "opted_out": left}


@dataclass
class _Bench:
    mapping: CrmMapping
    lead: Lead
    late: Callable[[str], bool]
    ignored: int = 0
    wanted: dict[str, Value] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def hear(self, ours: str, given: Any) -> None:
        self.seen.append(ours)
        try:
            value = read_value(ours, given)
        except Unreadable as wrong:
            self._refuse(ours, "wrong_type", str(wrong))
            return
        if self._as_told(ours, value):
            return
        if self.late(ours):
            self.stale.append(ours)
        elif fault := self._fault(ours, value):
            self._refuse(ours, *fault)
        else:
            self.wanted[ours] = self._stage(str(value)) if ours == "stage" else value

    def _as_told(self, ours: str, value: Value) -> bool:
        """Whether they say what we would tell them now: cut, in their words, or in a place that must not be empty."""
        now = standing(self.lead).get(ours)
        usual = self.mapping.options.get(_PLACEHOLDERS.get(ours, ""))
        told = said(self.mapping, ours, now)
        return (
            same(value, told)
            or same(value, now)
            or (now is None and usual is not None and same(value, usual))
        )

    def _fault(self, ours: str, value: Value) -> tuple[str, str] | None:
        if ours == "opted_out" and not value:
            return "no_consent", "Who left comes back by agreeing anew, not by a CRM."
        if ours.startswith(ATTRIBUTE) and len(str(value)) > LONGEST_VALUE:
            return "too_long", f"An attribute has at most {LONGEST_VALUE} characters."
        if ours == "stage":
            return self._stage_fault(str(value))
        return None

    def _stage_fault(self, word: str) -> tuple[str, str] | None:
        stage = self._stage(word)
        if stage is None:
            return "unknown_stage", "The mapping has no stage of ours for this; see mapping.stages."
        if STAGES.index(stage) < STAGES.index(self.lead.stage):
            return (
                "stage_back",
                "A CRM moves a stage forward only; move it back by PATCH /v1/leads/{lead_id}.",
            )
        return None

    def _stage(self, word: str) -> str | None:
        return self.mapping.stage(word, self.lead.stage)

    def _tags(self) -> tuple[str, ...]:
        """Those that the lead is to have: what did not fit into the field there, nobody there took away."""
        wanted = self.wanted.get("tags")
        if not isinstance(wanted, tuple):
            return self.lead.tags
        now = tuple(sorted(self.lead.tags))
        told = said(self.mapping, "tags", now)
        return (*wanted, *(tag for tag in now if isinstance(told, tuple) and tag not in (*told, *wanted)))

    def _refuse(self, ours: str, reason: str, detail: str) -> None:
        self.refused.append(Refusal(field=ours, reason=reason, detail=detail))

    def verdict(self) -> Verdict:
        stage, kept = self.wanted.get("stage"), self._tags()
        return Verdict(
            attributes={
                name.removeprefix(ATTRIBUTE): value if isinstance(value, str) else None
                for name, value in self.wanted.items()
                if name.startswith(ATTRIBUTE)
            },
            stage=stage if isinstance(stage, str) and stage != self.lead.stage else None,
            add=tuple(tag for tag in kept if tag not in self.lead.tags),
            remove=tuple(tag for tag in self.lead.tags if tag not in kept),
            leaves=self.wanted.get("opted_out") is True,
            refused=tuple(self.refused),
            stale=tuple(self.stale),
            seen=tuple(self.seen),
            ignored=self.ignored,
        )
