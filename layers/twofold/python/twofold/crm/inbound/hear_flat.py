"""What Salesforce and Klaviyo send: one record, its fields side by side, as our recipes have them sent (docs/crm/).

Salesforce: the body of a Flow's HTTP callout, or a change event with its `ChangeEventHeader`
(https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta, read November 2026), whose `changeOrigin`
ends in `client=twofold` where we made the change ourselves. Klaviyo: the body of a flow's webhook.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from twofold.contracts.errors import InvalidRequest
from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.systems import DEFAULTS
from twofold.crm.outbound.salesforce import CLIENT

from .changes import Told

MOST = 200
"""Fields of one record."""

LONGEST_ID = 64
"""Characters of a lead's id, and of a number however it is written."""

_HEADER = "ChangeEventHeader"
_MOMENTS = ("LastModifiedDate", "updated")
_BESIDE = (_HEADER, *_MOMENTS)
_OWN = re.compile(rf"(^|;)\s*client={CLIENT}\s*($|;)")


def read_flat(mapping: CrmMapping, record: Mapping[str, Any]) -> tuple[Told, ...]:
    """The one contact that it is about. Raises InvalidRequest, which names the field, for what says nothing of use."""
    if len(record) > MOST:
        raise InvalidRequest(f"A record has at most {MOST} fields.", field="body")
    names = {ours: mapping.fields[ours] for ours in ("lead_id", "version", "phone") if ours in mapping.fields}
    header = _header(record)
    told = Told(
        lead_id=_text(record, names["lead_id"]),
        phone=_text(record, names.get("phone", "")),
        version=_whole(record, names["version"]),
        at=_committed(header) or _moment(record),
        own=bool(_OWN.search(str(header.get("changeOrigin", "")))),
        values={
            k: v for k, v in record.items() if k not in (*names.values(), *_BESIDE) and _says(mapping, v)
        },
    )
    return (told,)


def _says(mapping: CrmMapping, value: Any) -> bool:
    return not (DEFAULTS[mapping.system].silent_when_empty and value == "")


def _header(record: Mapping[str, Any]) -> Mapping[str, Any]:
    header = record.get(_HEADER, {})
    if not isinstance(header, Mapping):
        raise InvalidRequest("This is an object in { }.", field=_HEADER)
    return header


def _text(record: Mapping[str, Any], name: str) -> str | None:
    given = record.get(name)
    if given is None or given == "":
        return None
    if not isinstance(given, str) or len(given) > LONGEST_ID:
        raise InvalidRequest(f"This is a text of up to {LONGEST_ID} characters.", field=name)
    return given


def _whole(record: Mapping[str, Any], name: str) -> int | None:
    given = record.get(name)
    if given is None or given == "":
        return None
    text = str(given).removesuffix(".0")
    if isinstance(given, bool) or not re.fullmatch(r"[0-9]{1,15}", text):
        raise InvalidRequest("This is the whole number that we wrote there.", field=name)
    return int(text)


def _committed(header: Mapping[str, Any]) -> datetime | None:
    given = header.get("commitTimestamp")
    return None if given is None else from_milliseconds(given, f"{_HEADER}.commitTimestamp")


def _moment(record: Mapping[str, Any]) -> datetime | None:
    name = next((name for name in _MOMENTS if record.get(name)), None)
    if name is None:
        return None
    try:
        at = datetime.fromisoformat(str(record[name]))
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise InvalidRequest("This is a moment, such as 2026-12-01T08:00:00Z.", field=name) from error


def from_milliseconds(given: Any, name: str) -> datetime:
    """Milliseconds since 1970. Raises InvalidRequest for `name`."""
    if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given < 10**14:
        raise InvalidRequest("This is a moment, in milliseconds since 1970.", field=name)
    return datetime.fromtimestamp(given / 1000, UTC)
