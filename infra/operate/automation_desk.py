"""A deployment's automations, for commands that show, save and switch them."""

from infra.operate.books import Books
from infra.operate.deployment import Deployment, known
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.automations.save import SaveAutomation
from twofold.contracts.instants import now


def saver(deployment: Deployment, env: str) -> SaveAutomation:
    """Inside `attached` only. What the deployment hears is what its environment's file says."""
    return SaveAutomation(
        register=Books(deployment).automations,
        campaigns=DynamoCampaignBook(),
        clock=now,
        hears=known(env).automations.hears,
    )
