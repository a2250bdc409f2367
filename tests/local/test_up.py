"""How the shop's address gets to where it must be known: into the stack's settings, and into the assets of shops."""

from typing import Any

from aws_cdk import App

from infra.app import as_told
from infra.environments import load
from infra.local import addresses, operate
from infra.local.gateway.pages import doors
from infra.local.kept import emptied, kept
from infra.local.operate import sample
from infra.local.up import PEOPLE, tell
from infra.local.workspace import Workspace
from infra.operate.campaign_file import read
from infra.operate.seed import SAMPLE
from twofold.assets.model import Asset

SHOP, SITE = "http://127.0.0.1:9304", "http://127.0.0.1:9300"


def test_the_stack_lets_the_shop_s_pages_call_wherever_the_shop_got_its_port():
    app = App(context={"site_url": "http://127.0.0.1:9300", "shop_url": SHOP}, analytics_reporting=False)
    site = as_told(load("local"), app).site
    assert (site.url, site.origins) == ("http://127.0.0.1:9300", (SHOP,))


def test_a_deploy_that_is_told_of_no_shop_has_the_origins_of_its_file():
    dev = load("dev")
    assert as_told(dev, App(analytics_reporting=False)).shop_origins == dev.shop_origins


def test_the_assets_that_stand_in_shops_stand_in_this_machine_s_too_and_no_others(tmp_path):
    _, assets = read(sample(Workspace(tmp_path), SHOP))
    before = {asset.asset_id: asset.origins for asset in read(SAMPLE)[1]}
    after = {asset.asset_id: asset.origins for asset in assets}
    assert after == before | {"ast_widget": (*before["ast_widget"], SHOP)}
    widget: Asset = next(asset for asset in assets if asset.asset_id == "ast_widget")
    widget.admit(SHOP)


def test_the_sample_itself_names_no_address_of_one_machine():
    assert "127.0.0.1" not in SAMPLE.read_text("utf-8")


def test_assets_are_seeded_anew_when_the_shop_has_moved_and_the_key_stays():
    known = {"shop": SHOP, "keys": {"all": "k"}, "assets": {"widget": "ast_widget"}}
    assert kept(known, SHOP, SITE) == {"keys": known["keys"], "assets": known["assets"]}
    assert kept(known, "http://127.0.0.1:9999", SITE) == {"keys": known["keys"]}
    assert kept({}, SHOP, SITE) == {}


def test_the_device_link_of_staff_stays_and_moves_with_the_site():
    known = {"staff": f"{SITE}/staff#tf_secret"}
    assert kept(known, SHOP, SITE) == known
    assert kept(known, SHOP, "http://127.0.0.1:9999") == {"staff": "http://127.0.0.1:9999/staff#tf_secret"}


def test_what_stood_in_a_table_that_was_made_anew_is_made_anew_too():
    def told(**tables: str) -> dict[str, Any]:
        same = {"api_keys": "k-1", "campaigns": "c-1", "assets": "a-1", "leads": "l-1"}
        return {"aws": {"outputs": {"TableNames": {**same, **tables}}}}

    assert emptied(told(), told()) == set()
    assert emptied(told(), told(leads="l-2")) == set()
    assert emptied(told(), told(api_keys="k-2")) == {"keys", "staff"}
    assert emptied(told(), told(assets="a-2")) == {"assets"}
    assert emptied({}, told()) == set()


def test_two_of_ours_never_share_a_port(monkeypatch):
    """Such as the emulator of a stack that was made before there was a shop."""
    first = addresses.any_free()
    monkeypatch.setenv("TWOFOLD_PORT", str(first))
    old = {"emulator": first + addresses.NAMES.index("shop")}
    for held in (frozenset[str](), frozenset({"emulator"})):
        ports = addresses.choose(old, held)
        assert len(set(ports.values())) == len(addresses.NAMES)
    assert ports["emulator"] == old["emulator"]


def test_the_table_of_addresses_begins_with_the_shop(capsys):
    stack = {name: f"http://127.0.0.1:{port}" for port, name in enumerate(PEOPLE)}
    tell({**stack, "assets": {"landing": "ast_landing"}, "staff": f"{SITE}/staff#tf_secret"})
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if "http" in line]
    assert [row[0] for row in rows] == ["shop", "site", "phone", "api", "admin", "staff"]
    assert "/j/ast_landing" in rows[1][1]
    assert rows[5][1].endswith("/staff#tf_secret")


def test_the_page_of_links_leads_to_the_shop():
    assert doors({"shop": SHOP})["shop"] == SHOP


def test_the_page_of_links_leads_to_the_staff_page_with_its_key_once_there_is_one():
    assert doors({"site": SITE})["staff"] == f"{SITE}/staff"
    assert doors({"site": SITE, "staff": f"{SITE}/staff#tf_secret"})["staff"].endswith("#tf_secret")


def test_a_stack_without_a_device_link_is_given_one_of_the_sample_s_place_and_only_once(
    monkeypatch, tmp_path
):
    asked: list[tuple[str, ...]] = []

    def said(workspace: Workspace, *words: str) -> str:
        asked.append(words)
        return f"{SITE}/staff#k\n"

    monkeypatch.setattr(operate, "said", said)
    furnished = operate.furnish(Workspace(tmp_path), {"assets": {}, "keys": {}})
    assert furnished == {"staff": f"{SITE}/staff#k"}
    assert asked == [("device", "--place", "market-square", "--name", operate.DEVICE)]
    assert not operate.furnish(Workspace(tmp_path), {"assets": {}, "keys": {}, **furnished})
