"""Assets: where people meet a campaign, each with a short link of its own.

make asset ARGS="create --kind qr --form poster --name 'Shop window'"
make asset ARGS="counts ast_qr_0a1b2c3d4e --from 2026-11-01"
make asset ARGS="sheet --campaign buffet-20 --form sticker --out stickers.pdf"
"""

import json
import sys

from infra.local.workspace import Workspace
from infra.operate.asset.carry_out import carry_out
from infra.operate.asset.desk import Desk
from infra.operate.asset.options import parser
from infra.operate.asset.words import words
from infra.operate.books import Books
from infra.operate.deployment import Deployment, attached, known
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.visits import DynamoVisitCounts
from twofold.adapters.tag_keys import tag_keys
from twofold.contracts.instants import now


def main() -> None:
    asked = parser(__doc__).parse_args(words(sys.argv[1:]))
    with attached(asked.env) as deployment:
        told = carry_out(desk(deployment, asked.env), asked)
    print(json.dumps(told.data, ensure_ascii=False, indent=2) if asked.json else told.text)


def desk(deployment: Deployment, env: str) -> Desk:
    """Inside `attached` only."""
    environment = known(env)
    here = Workspace.current().read() if environment.is_local else {}
    return Desk(
        register=Books(deployment).register,
        campaigns=DynamoCampaignBook(),
        counts=DynamoVisitCounts(),
        keys=lambda asset_id: tag_keys(deployment.outputs["SecretNames"]["root"], asset_id),
        site=here.get("site") or environment.site.url,
        env=env,
        shop_origins=(*environment.shop_origins, *filter(None, [here.get("shop")])),
        clock=now,
    )


if __name__ == "__main__":
    main()
