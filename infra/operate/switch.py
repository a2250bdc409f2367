"""The kill switch: `make pause` stops every text within seconds, `make resume` lets them go again."""

import argparse

from infra.operate.deployment import attached
from twofold.adapters.dynamodb.operations import DynamoKillSwitch
from twofold.contracts.instants import now

SAID = {
    "pause": "No text leaves any more, within two seconds. `make resume` lets them go again.",
    "resume": "Texts leave again. Those that wait may take up to a minute.",
}


def is_paused(env: str) -> bool:
    """Raises CannotGoOn when the deployment cannot be asked."""
    with attached(env):
        return DynamoKillSwitch().paused()


def main() -> None:
    parser = argparse.ArgumentParser(prog="make pause", description=__doc__)
    parser.add_argument("deed", choices=tuple(SAID))
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    arguments = parser.parse_args()
    with attached(arguments.env):
        DynamoKillSwitch().set(paused=arguments.deed == "pause", at=now())
    print(SAID[arguments.deed])


if __name__ == "__main__":
    main()
