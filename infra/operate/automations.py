"""What a campaign's leads get by themselves: `make automations CAMPAIGN=buffet-20` lists its automations.

`make automation ID=unused-code` shows one, saves a file over it, or switches it on or off.
"""

import argparse
import json
import os
from collections.abc import Sequence

from infra.commands.screen import table
from infra.operate.automation_desk import insist_on_campaign, saver
from infra.operate.deployment import attached
from infra.operate.text import SAMPLE_CAMPAIGN
from twofold.automations.definition.automation import Automation
from twofold.automations.showing import spoken


def main(arguments: list[str] | None = None) -> None:
    asked = _parser().parse_args(arguments)
    with attached(asked.env) as deployment:
        save = saver(deployment, asked.env)
        insist_on_campaign(save, asked.campaign)
        found = save.register.of_campaign(asked.campaign)
    print(
        json.dumps([_data(each) for each in found], ensure_ascii=False, indent=2)
        if asked.json
        else _told(found)
    )


def _told(found: Sequence[Automation]) -> str:
    if not found:
        return "There is none yet. `make seed` puts in those that every campaign has."
    header = ("id", "is", "version", "begins when")
    return table(
        header, [(each.automation_id, _state(each), str(each.version), _begins(each)) for each in found]
    )


def _data(automation: Automation) -> dict[str, object]:
    names = ("automation_id", "name", "on", "version", "preset")
    return {**{name: getattr(automation, name) for name in names}, "begins_when": _begins(automation)}


def _state(automation: Automation) -> str:
    return "on" if automation.on else "OFF"


def _begins(automation: Automation) -> str:
    return spoken.trigger(automation.trigger) + spoken.asked(automation.conditions, ", if ")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make automations", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--campaign", default=SAMPLE_CAMPAIGN, help=f"whose (CAMPAIGN=; default: {SAMPLE_CAMPAIGN})"
    )
    parser.add_argument(
        "--json", action="store_true", default=bool(os.environ.get("JSON")), help="for scripts (JSON=1)"
    )
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return parser


if __name__ == "__main__":
    main()
