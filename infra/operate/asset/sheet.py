"""Sheets for a printer, with the codes of one asset or hundreds."""

from argparse import Namespace

from infra.commands.screen import CannotGoOn
from infra.local.workspace import ROOT
from infra.operate.asset.choose import chosen, of_form
from infra.operate.asset.desk import Desk, Output
from infra.operate.asset.write import write
from twofold.adapters.sheets.html import render_html
from twofold.adapters.sheets.pdf import render_pdf
from twofold.assets.links import printed, readable
from twofold.assets.model import Asset
from twofold.assets.print.forms import PRINT_FORMS, print_form_named
from twofold.assets.print.lay_out import lay_out
from twofold.assets.print.sheet import Entry, Sheet
from twofold.campaigns.words.speak import words

FONTS = ROOT / "node_modules" / "dejavu-fonts-ttf" / "ttf"
PLAIN_FORM = "sticker"
"""For assets that do not say what they are put on."""


def laid_out(desk: Desk, asked: Namespace) -> Output:
    """One file with every code, as its ending says: .pdf for a printer, .html for a browser's print dialogue."""
    if asked.out.suffix not in (".pdf", ".html"):
        raise CannotGoOn(f"--out: {asked.out} ends with neither .pdf nor .html.")
    form, assets = _of_one_form(chosen(desk, asked), asked)
    sheet = _sheet(desk, asked, assets)
    entries = [_entry(desk, asset) for asset in assets]
    pages = lay_out(sheet, entries, form, paper=asked.paper, copies=asked.copies)
    pdf = asked.out.suffix == ".pdf"
    write(asked.out, render_pdf(sheet, pages, FONTS) if pdf else render_html(sheet, pages).encode())
    codes = "1 code" if len(entries) == 1 else f"{len(entries)} codes"
    return Output(f"{asked.out}: {form}, {codes}", [str(asked.out)])


def _of_one_form(assets: list[Asset], asked: Namespace) -> tuple[str, list[Asset]]:
    """The form of the sheet, and what stands on it: of a campaign's codes, those that are made for it."""
    if asked.form:
        print_form_named(asked.form)
    forms = [form for form in PRINT_FORMS if any(asset.form == form for asset in assets)]
    if asked.campaign and not asked.form and len(forms) > 1:
        raise CannotGoOn(f"--form: {asked.campaign} has codes for {', '.join(forms)}; name one.")
    form: str = asked.form or (forms[0] if len(forms) == 1 else PLAIN_FORM)
    if not asked.campaign:
        return form, assets
    formless = asked.formless or not (asked.form or forms)
    return form, of_form(asked, assets, form, formless=formless)


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
    """What its name is among ourselves is no customer's business: they read the place, where it has one."""
    slug = desk.slug(asset)
    return Entry(link=printed(desk.site, slug), address=readable(desk.site, slug), place=asset.place or "")
