"""What visitors see: asset settings, the landing page, their code's own page, QR codes; where short links lead."""

from functools import cache
from pathlib import Path
from typing import Any

from twofold.contracts.routes import (
    ASSET,
    ASSET_QR,
    CODE_PAGE,
    CODE_QR,
    FOLLOW_LINK,
    LANDING,
    LANDING_FILE,
    PEEK_LINK,
    REPORT_VISIT,
    WIDGET,
)
from twofold.entrypoints import http
from twofold.entrypoints.apologies import for_people
from twofold.entrypoints.caching import BRIEFLY, NO_STORE
from twofold.entrypoints.callers import Edge
from twofold.entrypoints.code_page import code_page
from twofold.entrypoints.pages import HTML, SAFE, Pages, drawn
from twofold.wiring import serve_pages as wiring

app = http.resolver(wiring.site())
pages = Pages(Path(__file__).parent)
show_asset = wiring.show_asset()
show_landing = wiring.show_landing(pages)
asset_files = wiring.asset_files()
report_visit = wiring.report_visit()
check_code = wiring.check_code()
follow_link = wiring.follow_link()


@http.serve(app, ASSET)
def get_asset(asset_id: str) -> Any:
    return http.answer(200, show_asset(asset_id, http.wished_locale(app)), BRIEFLY)


@http.serve(app, REPORT_VISIT)
def post_visit() -> Any:
    return http.answer(202, report_visit(http.request(app, REPORT_VISIT), http.visitor(app, _edge())))


@http.serve(app, WIDGET)
def get_widget() -> Any:
    media, content = pages.file("widget.js")
    return http.page(f"{media}; charset=utf-8", content, {"Cache-Control": "public, max-age=300"})


@http.serve(app, LANDING)
def get_landing(asset_id: str) -> Any:
    return show_landing(asset_id, http.wished_locale(app))


@http.serve(app, CODE_PAGE)
def get_code_page(code: str) -> Any:
    status = check_code(code)
    campaign = wiring.campaigns.campaign(status.campaign.campaign_id)
    page = pages.fill(*code_page(status, campaign, http.wished_locale(app)))
    return http.page(HTML, page, SAFE | NO_STORE)


@http.serve(app, ASSET_QR)
def get_asset_file(file: str) -> Any:
    return asset_files(file, app.current_event.query_string_parameters.get("use"))


@http.serve(app, CODE_QR)
def get_code_qr(file: str) -> Any:
    return http.drawing(check_code(drawn(file)).code)


@http.serve(app, LANDING_FILE)
def get_file(name: str) -> Any:
    media, content = pages.file(name)
    return http.page(f"{media}; charset=utf-8", content, SAFE | {"Cache-Control": "public, max-age=3600"})


@http.serve(app, FOLLOW_LINK)
@http.serve(app, PEEK_LINK)
def get_link(slug: str) -> Any:
    return http.redirect(follow_link(slug, http.click(app, _edge())))


@cache
def _edge() -> Edge:
    # A secret of its own, which a page view does not wait for.
    return wiring.edge()


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return for_people(app.resolve(event, context), event, pages, http.wished_locale(app))
