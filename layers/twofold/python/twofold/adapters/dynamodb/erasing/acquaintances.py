"""Which contact of a CRM they are, and what it last told: as good as a name to whoever has that CRM."""

from twofold.adapters.dynamodb.acquaintances import DynamoAcquaintances
from twofold.privacy.model import Forgotten


class ErasedAcquaintances:
    def forget(self, person: Forgotten) -> int:
        # What is known of somebody who came back since then is theirs again, as they are.
        if not person.came_back:
            DynamoAcquaintances().forget(person.lead_id)
        return 0
