"""Assets: where people meet a campaign, each with a short link of its own.

make asset ARGS="create --kind qr --form poster --name 'Shop window'"
make asset ARGS="counts ast_qr_0a1b2c3d4e --from 2026-11-01"
make asset ARGS="sheet --campaign buffet-20 --form sticker --out stickers.pdf"
"""

import json
from argparse import Namespace

from infra.commands.screen import CannotGoOn
from infra.local.workspace import Workspace
from infra.operate import asset_counts, asset_files, asset_keep, asset_tags
from infra.operate.asset_desk import Desk, Told
from infra.operate.asset_options import OPTION_OF, parser
from infra.operate.books import Books
from infra.operate.deployment import Deployment, attached, known
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.visits import DynamoVisitCounts
from twofold.adapters.tag_keys import tag_keys
from twofold.contracts.errors import DomainError
from twofold.contracts.instants import now

DEEDS = {
    "list": asset_keep.listed,
    "show": asset_keep.shown,
    "create": asset_keep.created,
    "edit": asset_keep.edited,
    "pause": asset_keep.paused,
    "resume": asset_keep.resumed,
    "point": asset_keep.pointed,
    "counts": asset_counts.counted,
    "qr": asset_files.drawn,
    "sheet": asset_files.laid_out,
    "tags": asset_tags.tagged,
}


def main() -> None:
    asked = parser(__doc__).parse_args()
    with attached(asked.env) as deployment:
        told = carry_out(desk(deployment, asked.env), asked)
    print(json.dumps(told.data, ensure_ascii=False, indent=2) if asked.json else told.text)


def desk(deployment: Deployment, env: str) -> Desk:
    """Inside `attached` only."""
    environment = known(env)
    here = Workspace.current().read().get("site") if environment.is_local else None
    return Desk(
        register=Books(deployment).register,
        campaigns=DynamoCampaignBook(),
        counts=DynamoVisitCounts(),
        keys=lambda asset_id: tag_keys(deployment.outputs["SecretNames"]["root"], asset_id),
        site=here or environment.site.url,
        clock=now,
    )


def carry_out(desk: Desk, asked: Namespace) -> Told:
    """What came of it. Raises CannotGoOn, in a sentence that names the option where one is at fault."""
    try:
        return DEEDS[asked.deed](desk, asked)
    except DomainError as refusal:
        raise CannotGoOn(_sentence(refusal)) from None


def _sentence(refusal: DomainError) -> str:
    # A fault of one code among many names its place in the list: entries[3].link.
    if refusal.field is None or "[" in refusal.field:
        return refusal.detail
    return f"{OPTION_OF.get(refusal.field, f'--{refusal.field}')}: {refusal.detail}"


if __name__ == "__main__":
    main()
