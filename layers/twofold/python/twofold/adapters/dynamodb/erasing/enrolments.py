"""Ways through automations: all of them go. A schedule that wakes one finds nobody."""

from twofold.adapters.dynamodb.items import EnrolmentItem
from twofold.adapters.dynamodb.reading import reaching_database
from twofold.privacy.model import Forgotten


class ErasedEnrolments:
    def forget(self, person: Forgotten) -> int:
        with reaching_database():
            found = [
                each
                for each in EnrolmentItem.query(person.lead_id, consistent_read=True)
                if each.entered_at <= person.until
            ]
            for each in found:
                each.delete()
        return len(found)
