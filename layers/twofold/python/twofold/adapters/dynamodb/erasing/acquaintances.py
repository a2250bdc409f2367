"""Which contact of a CRM they are, and what it last told: as good as a name to whoever has that CRM."""

from twofold.adapters.dynamodb.acquaintances import DynamoAcquaintances
from twofold.privacy.model import Forgotten


class ErasedAcquaintances:
    def forget(self, person: Forgotten) -> int:
        # Whoever came back since then is learned anew.
        DynamoAcquaintances().forget(person.lead_id)
        return 0
