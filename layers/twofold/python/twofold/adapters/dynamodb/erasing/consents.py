"""Consent chains: the words and their salts go, the links and what they commit to stay."""

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.update import Action

from twofold.adapters.dynamodb.consents import kept_from
from twofold.adapters.dynamodb.items import ConsentItem
from twofold.adapters.dynamodb.reading import reaching_database, unmet
from twofold.contracts.instants import to_text
from twofold.privacy.model import ERASED, Forgotten

_PERSONAL = (
    ConsentItem.evidence,
    ConsentItem.salt,
    ConsentItem.campaign_id,
    ConsentItem.asset_id,
    ConsentItem.place,
    ConsentItem.challenge_id,
)


class ErasedConsents:
    def forget(self, person: Forgotten) -> int:
        with reaching_database():
            chain = list(ConsentItem.query(person.lead_id, consistent_read=True))
        said = (
            link.seq for link in chain if link.action == ERASED and to_text(link.at) == to_text(person.at)
        )
        last = next(said, "")
        return sum(_emptied(link) for link in chain if link.seq < last and link.action != ERASED)


def _emptied(link: ConsentItem) -> bool:
    if link.evidence is None:
        return False
    actions: list[Action] = [attribute.remove() for attribute in _PERSONAL]
    if commitment := kept_from(link).erased().commitment:
        actions.append(ConsentItem.commitment.set(commitment))
    with reaching_database():
        try:
            link.update(actions, condition=ConsentItem.evidence.exists())
        except UpdateError as error:
            if not unmet(error):
                raise
            return False
    return True
