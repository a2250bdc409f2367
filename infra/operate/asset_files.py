"""Assets as files: QR codes, sheets for a printer, and tables for those who write NFC tags."""

import re
from argparse import Namespace
from pathlib import Path

from infra.commands.screen import CannotGoOn
from infra.local.workspace import ROOT
from infra.operate.asset_desk import Desk, Told
from twofold.adapters.sheets.html import render_html
from twofold.adapters.sheets.pdf import render_pdf
from twofold.assets.links import printed, readable
from twofold.assets.model import Asset
from twofold.assets.print.forms import PRINT_FORMS
from twofold.assets.print.lay_out import lay_out
from twofold.assets.print.sheet import Entry, Sheet
from twofold.assets.qr.draw import draw_png, draw_svg
from twofold.assets.qr.uses import USES
from twofold.campaigns.words.speak import words

FONTS = ROOT / "node_modules" / "dejavu-fonts-ttf" / "ttf"
PLAIN_USE, PLAIN_FORM = "poster", "sticker"
"""For assets that do not say what they are put on."""


def drawn(desk: Desk, asked: Namespace) -> Told:
    """A file for each asset, named for people: `Window-1-4F7K2M.svg`."""
    files = []
    for asset in _chosen(desk, asked):
        slug = desk.slug(asset)
        use: str = asked.use or (asset.form if asset.form in USES else None) or PLAIN_USE
        link = printed(desk.site, slug)
        file = asked.out / f"{_file_name(asset.name)}-{slug}.{'png' if asked.png else 'svg'}"
        write(file, draw_png(link, use) if asked.png else draw_svg(link, use).encode())
        files.append(str(file))
    return Told("\n".join(files), files)


def laid_out(desk: Desk, asked: Namespace) -> Told:
    """One file with every code, as its ending says: .pdf for a printer, .html for a browser's print dialogue."""
    if asked.out.suffix not in (".pdf", ".html"):
        raise CannotGoOn(f"--out: {asked.out} ends with neither .pdf nor .html.")
    form, assets = _of_one_form(_chosen(desk, asked), asked)
    sheet = _sheet(desk, asked, assets)
    entries = [_entry(desk, asset) for asset in assets]
    pages = lay_out(sheet, entries, form, paper=asked.paper, copies=asked.copies)
    pdf = asked.out.suffix == ".pdf"
    write(asked.out, render_pdf(sheet, pages, FONTS) if pdf else render_html(sheet, pages).encode())
    codes = "1 code" if len(entries) == 1 else f"{len(entries)} codes"
    return Told(f"{asked.out}: {form}, {codes}", [str(asked.out)])


def write(file: Path, content: bytes, *, secret: bool = False) -> None:
    """Write the file and the folders above it; only its owner may read a secret. Raises CannotGoOn."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600 if secret else 0o666)
        if secret:
            file.chmod(0o600)
        file.write_bytes(content)
    except OSError as error:
        raise CannotGoOn(f"--out: {file} cannot be written: {error.strerror}.") from None


def _chosen(desk: Desk, asked: Namespace) -> list[Asset]:
    """The assets that were named, or the campaign's QR codes that are in use."""
    if bool(asked.ids) is bool(asked.campaign):
        raise CannotGoOn("Name the assets by their ids, or all QR codes of one campaign by --campaign.")
    if asked.ids:
        return [desk.register.current(asset_id) for asset_id in asked.ids]
    desk.campaigns.campaign(asked.campaign)
    found = [a for a in desk.register.of_campaign(asked.campaign) if a.kind == "qr" and not a.paused]
    if not found:
        raise CannotGoOn(f"--campaign: {asked.campaign} has no QR codes in use; make one: create --kind qr.")
    return found


def _of_one_form(assets: list[Asset], asked: Namespace) -> tuple[str, list[Asset]]:
    """The form of the sheet, and of a campaign's codes those that are made for it: each place counts its own visits."""
    forms = [form for form in PRINT_FORMS if any(asset.form == form for asset in assets)]
    if asked.campaign and not asked.form and len(forms) > 1:
        raise CannotGoOn(f"--form: {asked.campaign} has codes for {', '.join(forms)}; name one.")
    form: str = asked.form or (forms[0] if len(forms) == 1 else PLAIN_FORM)
    fit = [asset for asset in assets if not asked.campaign or asset.form in (None, form)]
    if not fit:
        raise CannotGoOn(
            f"--form: {asked.campaign} has no code for a {form}; make some: create --kind qr --form {form} --count 24"
        )
    return form, fit


def _sheet(desk: Desk, asked: Namespace, assets: list[Asset]) -> Sheet:
    if len({asset.campaign_id for asset in assets}) > 1:
        raise CannotGoOn("A sheet speaks for one campaign; these assets belong to several.")
    campaign = desk.campaigns.campaign(assets[0].campaign_id)
    locale = campaign.best_locale(asked.locale)
    accent = (campaign.theme or {}).get("accent")
    return Sheet(
        brand=campaign.brand,
        title=campaign.title(locale),
        advice=words(campaign, locale)["scan_advice"] if asked.advice is None else asked.advice,
        footer=asked.footer,
        initials=asked.initials,
        locale=locale,
        **({"accent": accent} if accent else {}),
    )


def _entry(desk: Desk, asset: Asset) -> Entry:
    slug = desk.slug(asset)
    return Entry(link=printed(desk.site, slug), address=readable(desk.site, slug), name=asset.name)


def _file_name(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name).strip("-") or "asset"
