"""The kill switch: `make pause` stops every text within seconds, `make resume` lets them go again."""

import argparse

from infra.operate.deployment import attach
from twofold.adapters.dynamodb.operations import DynamoKillSwitch
from twofold.contracts.instants import now


def main() -> None:
    parser = argparse.ArgumentParser(prog="make pause", description=__doc__)
    parser.add_argument("deed", choices=("pause", "resume"))
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    arguments = parser.parse_args()
    attach(arguments.env)
    DynamoKillSwitch().set(paused=arguments.deed == "pause", at=now())
    print("No text leaves any more." if arguments.deed == "pause" else "Texts leave again.")


if __name__ == "__main__":
    main()
