"""What a partner's edit makes of a lead: attributes, tags and stage."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.events import EventData, LeadStageChanged, LeadUpdated
from twofold.contracts.payloads.leads import MOST_ATTRIBUTES, MOST_TAGS, LeadPatch

from .model import Lead


@dataclass(frozen=True, slots=True)
class TagsMoved:
    """The tags as they become, and which of them came and went."""

    tags: tuple[str, ...]
    came: tuple[str, ...]
    gone: tuple[str, ...]


def move_tags(lead: Lead, add: Iterable[str], remove: Iterable[str]) -> TagsMoved:
    """What is to do both comes."""
    wanted, unwanted = tuple(dict.fromkeys(add)), frozenset(remove)
    came = tuple(tag for tag in wanted if tag not in lead.tags)
    gone = tuple(tag for tag in lead.tags if tag in unwanted and tag not in wanted)
    stay = tuple(tag for tag in lead.tags if tag not in gone)
    return TagsMoved((*stay, *came), came, gone)


def edited(lead: Lead, patch: LeadPatch) -> Lead:
    """The lead as they become. Raises InvalidRequest when that is more than one lead may have."""
    return replace(
        lead,
        attributes=_attributes(lead.attributes or {}, patch) or None,
        tags=_tags(lead, patch).tags,
        stage=patch.stage or lead.stage,
    )


def news(lead: Lead, after: Lead, patch: LeadPatch, told_by: str | None) -> Iterator[EventData]:
    """What there is to tell of an edit: nothing when it changed nothing."""
    fields, moved = changed_attributes(lead, after), _tags(lead, patch)
    changed = [*(["attributes"] if fields else []), *(["tags"] if moved.came or moved.gone else [])]
    if changed:
        yield LeadUpdated(
            changed=tuple(changed),
            hold=lead.hold,
            tagged=moved.came,
            untagged=moved.gone,
            fields=fields,
            told_by=told_by,
        )
    if after.stage != lead.stage:
        yield LeadStageChanged(stage=after.stage, was=lead.stage, by=told_by or "partner", told_by=told_by)


def changed_attributes(lead: Lead, after: Lead) -> tuple[str, ...]:
    """The names of attributes that came, went or have another value."""
    was, now = lead.attributes or {}, after.attributes or {}
    return tuple(name for name in sorted({*was, *now}) if was.get(name) != now.get(name))


def _attributes(was: Mapping[str, str], patch: LeadPatch) -> dict[str, str]:
    merged = {**was, **(patch.attributes or {})}
    kept = {name: value for name, value in merged.items() if value is not None}
    if len(kept) > max(MOST_ATTRIBUTES, len(was)):
        raise InvalidRequest(
            f"A lead has at most {MOST_ATTRIBUTES} attributes.", code="too_many", field="attributes"
        )
    return kept


def _tags(lead: Lead, patch: LeadPatch) -> TagsMoved:
    asked = patch.tags
    moved = move_tags(lead, asked.add if asked else (), asked.remove if asked else ())
    if len(moved.tags) > max(MOST_TAGS, len(lead.tags)):
        raise InvalidRequest(f"A lead has at most {MOST_TAGS} tags.", code="too_many", field="tags.add")
    return moved
