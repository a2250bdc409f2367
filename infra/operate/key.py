"""Mints an API key: `make key SCOPES="codes:read codes:redeem"`. It is shown once and kept only as a hash."""

import argparse

from infra.operate.deployment import attach
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.contracts.routes import SCOPES
from twofold.partners.keys import mint_key


def main() -> None:
    parser = argparse.ArgumentParser(prog="make key", description=__doc__)
    parser.add_argument(
        "scopes", nargs="*", help=f"what the key may do, of: {', '.join(SCOPES)} (default: all)"
    )
    parser.add_argument("--label", default="minted by hand", help="what reminds you later whose key it is")
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    arguments = parser.parse_args()
    if unknown := set(arguments.scopes) - set(SCOPES):
        parser.error(f"no scope is called {min(unknown)}; there are {', '.join(SCOPES)}")
    attach(arguments.env)
    secret, key = mint_key(arguments.label, tuple(arguments.scopes or SCOPES))
    DynamoKeyBook().put(key)
    print(secret)


if __name__ == "__main__":
    main()
