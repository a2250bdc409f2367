"""Consent chains: the words and their salts go, the links and what they commit to stay."""

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.update import Action

from twofold.adapters.dynamodb.consents import kept_from
from twofold.adapters.dynamodb.items import ConsentItem
from twofold.adapters.dynamodb.reading import reaching_database, unmet
from twofold.privacy.model import ERASED, Forgotten

from .endings import chain_of, link_of

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
        chain = chain_of(person)
        last = link_of(chain, person)
        before = (link for link in chain if last and link.seq < last.seq)
        return sum(_emptied(link) for link in before if link.action != ERASED)


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
