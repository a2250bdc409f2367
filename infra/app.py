"""What the CDK runs: the stack for the environment that `-c env=NAME` chooses, `local` when none is.

`-c site_url=URL` tells the local stack where the gateway really answers, when its own port was taken, and
`-c shop_url=URL` where the shop of this machine does, whose pages may call the API.
"""

import sys
from dataclasses import replace

from aws_cdk import App

from infra.artefacts import Artefacts, BuiltArtefacts
from infra.artefacts.target import LAMBDA, host
from infra.environments import Environment, load
from infra.environments.check import check
from infra.stack import TwofoldStack


def compose(app: App, environment: Environment, artefacts: Artefacts) -> TwofoldStack:
    """The whole of it. Raises EnvironmentIncomplete when the environment's file is not ready for AWS."""
    check(environment)
    return TwofoldStack(app, environment=environment, artefacts=artefacts)


def as_told(environment: Environment, app: App) -> Environment:
    """With the addresses that only whoever starts the gateway knows."""
    shop = app.node.try_get_context("shop_url")
    origins = (*environment.shop_origins, *([shop] if shop else ()))
    return replace(environment, gateway=app.node.try_get_context("site_url"), shop_origins=origins)


def main() -> None:
    app = App(analytics_reporting=False)
    try:
        chosen = load(app.node.try_get_context("env") or "local")
        environment = as_told(chosen, app)
        target = host() if environment.is_local else LAMBDA
        compose(app, environment, BuiltArtefacts(target=target))
    except ValueError as refusal:
        sys.exit(str(refusal))
    app.synth()


if __name__ == "__main__":
    main()
