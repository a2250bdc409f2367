"""Who a CRM's own ids stand for, and when it last told us of what, in the table of webhooks."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pynamodb.exceptions import PutError

from twofold.crm.mapping.systems import SYSTEMS, System

from .items import AcquaintanceItem
from .reading import reaching_database, unmet

_ID, _IS, _HEARD = "id#", "is#", "heard#"


class DynamoAcquaintances:
    def leads_of(self, system: System, their_ids: Sequence[str]) -> Mapping[str, str]:
        with reaching_database():
            rows = list(AcquaintanceItem.batch_get([(_kind(system), f"{_ID}{one}") for one in their_ids]))
        return {row.subscription_id.removeprefix(_ID): row.lead_id for row in rows if row.lead_id}

    def learn(self, system: System, their_id: str, lead_id: str) -> None:
        # First what leads from the lead to it, so that whoever forgets the lead finds all there is.
        with reaching_database():
            AcquaintanceItem(_kind(system), f"{_of(lead_id)}{_IS}{their_id}", lead_id=lead_id).save()
            AcquaintanceItem(_kind(system), f"{_ID}{their_id}", lead_id=lead_id).save()

    def last_heard(self, system: System, lead_id: str) -> Mapping[str, datetime]:
        prefix = f"{_of(lead_id)}{_HEARD}"
        return {row.subscription_id.removeprefix(prefix): row.at for row in _rows(system, prefix) if row.at}

    def heard(self, system: System, lead_id: str, facts: Mapping[str, datetime]) -> None:
        for fact, at in facts.items():
            _note(AcquaintanceItem(_kind(system), f"{_of(lead_id)}{_HEARD}{fact}", at=at), at)

    def forget(self, lead_id: str) -> None:
        for system in SYSTEMS:
            for row in _rows(system, _of(lead_id)):
                _, is_theirs, their_id = row.subscription_id.partition(f"#{_IS}")
                if is_theirs and self.leads_of(system, [their_id]).get(their_id) == lead_id:
                    _delete(system, f"{_ID}{their_id}")
                _delete(system, row.subscription_id)


def _note(row: AcquaintanceItem, at: datetime) -> None:
    """What is known to have happened later stays."""
    with reaching_database():
        try:
            row.save(AcquaintanceItem.at.does_not_exist() | (AcquaintanceItem.at < at))
        except PutError as error:
            if not unmet(error):
                raise


def _rows(system: System, prefix: str) -> list[AcquaintanceItem]:
    with reaching_database():
        begins = AcquaintanceItem.subscription_id.startswith(prefix)
        return list(AcquaintanceItem.query(_kind(system), begins, consistent_read=True))


def _delete(system: System, key: str) -> None:
    with reaching_database():
        AcquaintanceItem(_kind(system), key).delete()


def _kind(system: System) -> str:
    return f"crm#{system}"


def _of(lead_id: str) -> str:
    return f"lead#{lead_id}#"
