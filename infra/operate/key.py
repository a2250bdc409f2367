"""Mints an API key: `make key SCOPES="leads:read leads:write" SYSTEM=hubspot`; without SCOPES it may do everything.

It is shown once and kept only as a hash. On stdout stands the key alone, for a script to read. SYSTEM is who has it:
what it tells us, webhooks of the same system are not told.
"""

import argparse
import re
import sys

from infra.operate.deployment import attached
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.contracts.routes.catalogue import SCOPES
from twofold.partners.keys import mint_key

SYSTEM = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make key", description=__doc__)
    parser.add_argument(
        "scopes", nargs="*", help=f"what the key may do, of: {', '.join(SCOPES)} (default: all)"
    )
    parser.add_argument("--label", default="minted by hand", help="what reminds you later whose key it is")
    parser.add_argument(
        "--system", help="the system that has it, such as hubspot: it is not told its own news"
    )
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    arguments = parser.parse_args()
    if unknown := set(arguments.scopes) - set(SCOPES):
        parser.error(f"no scope is called {min(unknown)}; there are {', '.join(SCOPES)}")
    if arguments.system is not None and not SYSTEM.fullmatch(arguments.system):
        parser.error("a system is one word of up to 40 small letters, digits, - and _, such as hubspot")
    scopes = tuple(arguments.scopes or SCOPES)
    secret, key = mint_key(arguments.label, scopes, system=arguments.system)
    with attached(arguments.env):
        DynamoKeyBook().put(key)
    allowed = ", ".join(scopes) if arguments.scopes else f"everything ({', '.join(scopes)})"
    whose = f" It speaks for {key.system}." if key.system else ""
    print(f"This key may: {allowed}.{whose} It is shown this once; only its hash is kept.", file=sys.stderr)
    print(secret)


if __name__ == "__main__":
    main()
