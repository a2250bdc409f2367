"""A deployment's automations, for commands that show, save, switch and try them."""

from pathlib import Path

from infra.commands.screen import CannotGoOn
from infra.operate.books import Books
from infra.operate.deployment import Deployment, known
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.automations.check.itself import SLUG
from twofold.automations.definition.automation import Automation
from twofold.automations.saving.read import Draft, read_automation
from twofold.automations.saving.save import SaveAutomation
from twofold.campaigns.check.meant import meant
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import now


def saver(deployment: Deployment, env: str) -> SaveAutomation:
    """Inside `attached` only. What the deployment hears is what its environment's file says."""
    return SaveAutomation(
        register=Books(deployment).automations,
        campaigns=DynamoCampaignBook(),
        clock=now,
        hears=known(env).automations.hears,
    )


def in_use(save: SaveAutomation, campaign_id: str, automation_id: str) -> Automation:
    """The newest version. Raises NotFound (with the name that was probably meant) and CannotGoOn (no such campaign)."""
    insist_on_campaign(save, campaign_id)
    found = save.register.current(campaign_id, automation_id) if SLUG.fullmatch(automation_id) else None
    if found is None:
        ids = [each.automation_id for each in save.register.of_campaign(campaign_id)]
        detail = f"The campaign has no automation {automation_id}{meant(automation_id, ids)}"
        raise NotFound(detail, code="automation_not_found")
    return found


def insist_on_campaign(save: SaveAutomation, campaign_id: str) -> None:
    """Raises CannotGoOn where there is none of that name: its automations are not looked for then."""
    try:
        save.campaigns.campaign(campaign_id)
    except NotFound as refusal:
        raise CannotGoOn(f"CAMPAIGN={campaign_id}: {refusal.detail} `make seed` puts one in.") from None


def draft_of(file: Path, campaign_id: str, automation_id: str | None) -> Draft:
    """What a file says. Raises InvalidRequest; CannotGoOn for a file that cannot be read or is another campaign's."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CannotGoOn(f"{file} cannot be read: {error.strerror}.") from None
    draft = read_automation(content, campaign_id=campaign_id, automation_id=automation_id)
    of = draft.automation.campaign_id
    if any(fault.startswith(f"campaign_id: this is {of}; ") for fault in draft.unread):
        raise CannotGoOn(f"{file} is of the campaign {of}, not {campaign_id}: add CAMPAIGN={of}.")
    return draft
