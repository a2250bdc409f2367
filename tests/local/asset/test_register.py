"""Assets are listed, shown, made, changed, paused, and led elsewhere."""

from tests.fakes.samples import ASSETS, SHOP
from tests.local.asset.saying import refused


def test_a_campaign_s_assets_are_listed_with_links_as_people_type_them(make, memory):
    slug = memory.assets["ast_window_poster"].slug
    lines = make("list", text=True).splitlines()
    assert len(lines) == 1 + len(ASSETS)
    (line,) = [line for line in lines if line.startswith("ast_window_poster")]
    assert line.split() == [
        "ast_window_poster",
        "qr",
        "poster",
        "window_poster",
        f"go.saffrongarden.example/{slug}",
    ]


def test_a_campaign_that_never_was_is_told(make):
    assert refused(make, "list", "--campaign", "never") == "There is no such campaign."


def test_a_poster_is_made_with_a_link_of_its_own(make, memory):
    told = make(
        *("create", "--kind", "qr", "--form", "poster", "--name", "Window", "--place", "Market Square 4"),
        *("--channel", "shop window", "--target", "https://saffrongarden.example/menu", "--country", "PL"),
    )
    asset = memory.assets[told["asset_id"]]
    assert told["link"] == f"go.saffrongarden.example/{asset.slug}"
    assert (asset.form, asset.place, asset.channel) == ("poster", "Market Square 4", "shop window")
    assert (asset.target_url, asset.countries, asset.proof) == (
        "https://saffrongarden.example/menu",
        ("PL",),
        "none",
    )


def test_a_batch_is_numbered_and_each_has_a_link_of_its_own(make):
    told = make("create", "--kind", "qr", "--form", "table_tent", "--name", "Table", "--count", 24)
    assert [asset["name"] for asset in told] == [f"Table {number}" for number in range(1, 25)]
    assert len({asset["link"] for asset in told}) == 24


def test_a_link_that_was_wished_for_is_as_it_was_wished(make):
    assert make("create", "--kind", "nfc", "--name", "Till", "--slug", "gate")["link"].endswith("/GATE")


def test_what_is_said_of_an_asset_is_changed_and_taken_away(make, memory):
    make("edit", "ast_window_poster", "--name", "Door", "--place", "", "--country", "DE", "--country", "AT")
    asset = memory.assets["ast_window_poster"]
    assert (asset.name, asset.place, asset.countries, asset.channel) == (
        "Door",
        None,
        ("DE", "AT"),
        "shop window",
    )
    make("edit", "ast_window_poster", "--country", "")
    assert memory.assets["ast_window_poster"].countries == ()


def test_an_asset_is_paused_and_resumed(make, memory):
    assert make("pause", "ast_landing", text=True).endswith("paused")
    assert memory.assets["ast_landing"].paused
    assert not make("resume", "ast_landing", text=True).endswith("paused")
    assert not memory.assets["ast_landing"].paused


def test_a_link_is_led_elsewhere_and_back(make, memory):
    said = make("point", "ast_window_poster", "https://saffrongarden.example/menu", text=True)
    assert said.endswith("-> https://saffrongarden.example/menu")
    make("point", "ast_window_poster", "--landing")
    assert memory.assets["ast_window_poster"].target_url is None


def test_one_asset_is_shown_in_full(make):
    lines = make("show", "ast_window_poster", text=True).splitlines()
    shown = dict(line.split(maxsplit=1) for line in lines)
    assert shown["place"] == "Saffron Garden, Market Square 4"
    assert shown["link"].startswith("go.saffrongarden.example/")


def test_a_shop_that_the_deployment_does_not_let_in_is_told_beside_the_answer(make, capsys):
    widget = ("create", "--kind", "widget", "--name", "Spa", "--origin", SHOP)
    assert make(*widget, "--origin", "https://spa.example")["origins"] == [SHOP, "https://spa.example"]
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("browsers will be refused") == 1
    assert "on https://spa.example until it stands among `shop_origins`" in told.err
    assert "infra/environments/dev.toml" in told.err
    make("edit", "ast_widget", "--origin", "https://spa.example")
    assert "make deploy ENV=dev" in capsys.readouterr().err


def test_a_shop_that_is_let_in_or_was_not_named_is_no_news(make, capsys):
    make("edit", "ast_widget", "--origin", SHOP)
    make("edit", "ast_widget", "--name", "Corner", "--origin", "")
    refused(make, "edit", "ast_never", "--origin", "https://spa.example")
    assert capsys.readouterr().err == ""
