"""What visitors and staff see: asset settings, pages, scripts, a code's own page, QR codes; where short links lead."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from twofold.contracts.currencies import in_a_line
from twofold.contracts.routes.pages import (
    ASSET,
    ASSET_QR,
    CART_SCRIPT,
    CODE_CALENDAR,
    CODE_PAGE,
    CODE_QR,
    CODE_STATE,
    FOLLOW_LINK,
    LANDING,
    LANDING_FILE,
    PEEK_LINK,
    REPORT_VISIT,
    STAFF,
    WIDGET,
)
from twofold.entrypoints import http
from twofold.entrypoints.apologies import for_people
from twofold.entrypoints.caching import AWHILE, BRIEFLY, NO_STORE
from twofold.entrypoints.callers import Edge
from twofold.entrypoints.pages import HTML, SAFE, Pages, drawn
from twofold.wiring import serve_pages as wiring

T = TypeVar("T")

app = http.resolver(wiring.site())
pages = Pages(Path(__file__).parent)
show_asset = wiring.show_asset()
show_landing = wiring.show_landing(pages)
asset_files = wiring.asset_files()
report_visit = wiring.report_visit()
guard_codes = wiring.guard_codes()
check_code = wiring.check_code()
show_code = wiring.show_code(pages)
code_calendar = wiring.code_calendar()
follow_link = wiring.follow_link()


@http.serve(app, ASSET)
def get_asset(asset_id: str) -> Any:
    return http.answer(200, show_asset(asset_id, http.wished_locale(app)), BRIEFLY)


@http.serve(app, REPORT_VISIT)
def post_visit() -> Any:
    return http.answer(202, report_visit(http.request(app, REPORT_VISIT), http.visitor(app, _edge())))


@http.serve(app, WIDGET)
def get_widget() -> Any:
    return _script("widget.js")


@http.serve(app, CART_SCRIPT)
def get_cart_script() -> Any:
    return _script("cart.js")


@http.serve(app, STAFF)
def get_staff() -> Any:
    return http.page(HTML, pages.fill("staff.html", {"currencies": in_a_line()}), SAFE | AWHILE)


@http.serve(app, LANDING)
def get_landing(asset_id: str) -> Any:
    return show_landing(asset_id, http.wished_locale(app))


@http.serve(app, CODE_PAGE)
def get_code_page(code: str) -> Any:
    shown = _guarded(lambda: show_code(code, http.wished_locale(app)))
    return http.page(HTML, shown, SAFE | NO_STORE)


@http.serve(app, CODE_STATE)
def get_code_state(code: str) -> Any:
    return http.answer(200, _guarded(lambda: check_code(code)))


@http.serve(app, CODE_CALENDAR)
def get_code_calendar(code: str) -> Any:
    entry = _guarded(lambda: code_calendar(code, http.wished_locale(app)))
    named = {"Content-Disposition": 'inline; filename="code.ics"'}
    return http.page(f"{CODE_CALENDAR.media}; charset=utf-8", entry, NO_STORE | named)


@http.serve(app, ASSET_QR)
def get_asset_file(file: str) -> Any:
    return asset_files(file, app.current_event.query_string_parameters.get("use"))


@http.serve(app, CODE_QR)
def get_code_qr(file: str) -> Any:
    return http.drawing(_guarded(lambda: check_code(drawn(file))).code)


@http.serve(app, LANDING_FILE)
def get_file(name: str) -> Any:
    media, content = pages.file(name)
    return http.page(f"{media}; charset=utf-8", content, SAFE | {"Cache-Control": "public, max-age=3600"})


@http.serve(app, FOLLOW_LINK)
@http.serve(app, PEEK_LINK)
def get_link(slug: str) -> Any:
    return http.redirect(follow_link(slug, http.click(app, _edge())))


def _script(name: str) -> Any:
    media, content = pages.file(name)
    return http.page(f"{media}; charset=utf-8", content, AWHILE)


def _guarded(look: Callable[[], T]) -> T:
    return guard_codes(look, http.visitor(app, _edge()))


@cache
def _edge() -> Edge:
    # A secret of its own, which only those wait for whose network is to be known.
    return wiring.edge()


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return for_people(app.resolve(event, context), event, pages, http.wished_locale(app))
