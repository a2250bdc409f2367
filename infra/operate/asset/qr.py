"""QR codes as files, one for each asset."""

import re
from argparse import Namespace

from infra.operate.asset.choose import chosen
from infra.operate.asset.desk import Desk, Output
from infra.operate.asset.write import write
from twofold.assets.links import printed
from twofold.assets.qr.draw import draw_png, draw_svg
from twofold.assets.qr.uses import USES

PLAIN_USE = "poster"
"""For assets that do not say what they are put on."""


def drawn(desk: Desk, asked: Namespace) -> Output:
    """A file for each asset, named for people: `Window-1-4F7K2M.svg`."""
    files = []
    for asset in chosen(desk, asked):
        slug = desk.slug(asset)
        use: str = asked.use or (asset.form if asset.form in USES else None) or PLAIN_USE
        link = printed(desk.site, slug)
        file = asked.out / f"{_file_name(asset.name)}-{slug}.{'png' if asked.png else 'svg'}"
        write(file, draw_png(link, use) if asked.png else draw_svg(link, use).encode())
        files.append(str(file))
    return Output("\n".join(files), files)


def _file_name(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name).strip("-") or "asset"
