"""Sends a template to a phone of your own, with sample values: `make text TO=+48601234567 TEMPLATE=code`."""

import argparse

from infra.commands.screen import CannotGoOn
from infra.operate.books import Books
from infra.operate.deployment import attached
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.contracts.errors import DomainError
from twofold.contracts.instants import now
from twofold.messages.sending.plan import PlanMessage
from twofold.messages.sending.try_template import TryTemplate

SAMPLE_CAMPAIGN = "buffet-20"


def main() -> None:
    arguments = _parser().parse_args()
    with attached(arguments.env) as deployment:
        send = TryTemplate(
            campaigns=DynamoCampaignBook(),
            identify=deployment.identify,
            plan=PlanMessage(book=Books(deployment).messages),
            clock=now,
        )
        try:
            message_id = send(arguments.campaign, arguments.template, arguments.to, arguments.locale)
        except DomainError as refusal:
            raise CannotGoOn(refusal.detail) from None
    print(f"On its way as {message_id}. No text? `make logs FN=send_messages` says why.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make text", description=__doc__)
    parser.add_argument("to", help="your own number, with its country code: +48601234567")
    parser.add_argument(
        "template", nargs="?", default="code", help="the template's name in the campaign (default: code)"
    )
    parser.add_argument(
        "--campaign", default=SAMPLE_CAMPAIGN, help=f"whose template (default: {SAMPLE_CAMPAIGN})"
    )
    parser.add_argument("--locale", help="in which language (default: the campaign's own)")
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return parser


if __name__ == "__main__":
    main()
