"""Tells all that is kept of a lead, as one JSON document: `make subject TO=+48601234567 > theirs.json` (or LEAD=…)."""

import msgspec

from infra.commands.screen import CannotGoOn
from infra.operate.deployment import attached
from infra.operate.whom import lead_id, parser
from twofold.adapters.dynamodb.connection import connect
from twofold.contracts.errors import DomainError
from twofold.contracts.settings import TableSettings
from twofold.wiring.privacy import tell_subject


def main() -> None:
    arguments = parser("subject", __doc__).parse_args()
    with attached(arguments.env) as deployment:
        whom = lead_id(deployment, arguments, "subject")
        tell = tell_subject(connect(TableSettings(**deployment.outputs["TableNames"])))
        try:
            told = tell(whom)
        except DomainError as refusal:
            raise CannotGoOn(f"{refusal.detail} ({whom})") from None
    print(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())


if __name__ == "__main__":
    main()
