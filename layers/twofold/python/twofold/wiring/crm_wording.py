"""What happened, in the words of CRMs."""

from twofold.crm.outbound.wording import CrmWording
from twofold.webhooks.ports import Caller


def crm_wording(caller: Caller) -> CrmWording:
    """For subscriptions with a mapping; `caller` fetches tokens."""
    return CrmWording(caller)
