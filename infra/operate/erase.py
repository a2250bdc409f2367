"""Erases a lead: `make erase LEAD=…` or `make erase TO=+48601234567`. It cannot be undone.

From now on they are a mark: no file, no CRM and no text brings them back, only their own sign-up does. The function
forget_leads removes what else is kept within minutes; docs/privacy.md says what that is.
"""

from infra.commands.screen import CannotGoOn
from infra.operate.deployment import attached
from infra.operate.whom import lead_id, parser
from twofold.adapters.dynamodb.connection import connect
from twofold.contracts.errors import DomainError
from twofold.contracts.settings import TableSettings
from twofold.wiring.privacy import erase_lead


def main() -> None:
    arguments = parser("erase", __doc__).parse_args()
    with attached(arguments.env) as deployment:
        whom = lead_id(deployment, arguments, "erase")
        erase = erase_lead(connect(TableSettings(**deployment.outputs["TableNames"])))
        try:
            told = erase(whom, source="operator")
        except DomainError as refusal:
            raise CannotGoOn(f"{refusal.detail} ({whom})") from None
    print(f"{told.lead_id} is erased. Keep this id for 35 days: after a restore of a table, erase it again.")


if __name__ == "__main__":
    main()
