"""In which words webhooks are told, and who carries them."""

from collections.abc import Mapping
from typing import Any

from twofold.adapters.safe_http.caller import SafeHttp
from twofold.adapters.standard_webhooks import sign
from twofold.crm.mapping.read_mapping import check_mapping
from twofold.crm.outbound.wording import CrmWording
from twofold.webhooks.rendering.by_mapping import ByMapping
from twofold.webhooks.rendering.cloud_events import CloudEvents

from .shared import site


def caller() -> SafeHttp:
    """Only on one machine may it call that machine itself."""
    return SafeHttp(allow_loopback=site().env == "local")


def wording(by: SafeHttp) -> ByMapping:
    return ByMapping(ours=CloudEvents(source=site().url, sign=sign), theirs=CrmWording(by))


class CrmMappings:
    """A `MappingRules`."""

    def check(self, mapping: Mapping[str, Any], system: str | None) -> str:
        check_mapping(mapping, system)
        return str(mapping["system"])
