"""A campaign is put in with all of its assets, or not at all."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from infra.commands.screen import CannotGoOn
from infra.operate import seed
from infra.operate.seed import SAMPLE
from tests.fakes.assets import InMemoryAssetLinks, InMemoryAssetRegister
from tests.fakes.campaigns import InMemoryCampaignBook
from tests.fakes.memory import Memory
from tests.fakes.samples import POSTER
from twofold.assets.sync import SyncAsset
from twofold.contracts.errors import Conflict
from twofold.contracts.instants import now

LONG = "{code}" + "x" * 160


@pytest.fixture
def memory(monkeypatch):
    """A deployment in which somebody else's asset is /MENU and takes TAKEN."""
    memory = Memory()
    sync = SyncAsset(register=InMemoryAssetRegister(memory), draw_slug=lambda: "ELSE22", clock=now)
    other = replace(POSTER, asset_id="ast_other", campaign_id="spa-10")
    sync(replace(other, slug="MENU", keyword="TAKEN"))
    campaigns = SimpleNamespace(
        put=lambda campaign: memory.campaigns.update({campaign.campaign_id: campaign}),
        campaign=InMemoryCampaignBook(memory).campaign,
    )
    monkeypatch.setattr(seed, "DynamoCampaignBook", lambda: campaigns)
    monkeypatch.setattr(seed, "DynamoAssetBook", lambda: SimpleNamespace(asset_of=memory.keywords.get))
    monkeypatch.setattr(seed, "DynamoAssetLinks", lambda: InMemoryAssetLinks(memory))
    return memory


@pytest.fixture
def put(tmp_path, memory):
    """Put the sample's file in, with other fields of its first assets and other templates in English."""

    def say(*assets, lower=None, **templates):
        content = json.loads(SAMPLE.read_text("utf-8"))
        for asset, changes in zip(content["assets"], assets, strict=False):
            asset.update(changes)
        content["campaign"]["templates"]["en"].update(templates)
        file = tmp_path / "mine.json"
        file.write_text(json.dumps(content), "utf-8")
        return seed.seed(file, InMemoryAssetRegister(memory), lower=lower)

    return say


def refused(memory, put, *assets, **templates):
    """What is said of it, after the heading; nothing is written."""
    before = (dict(memory.assets), dict(memory.campaigns))
    with pytest.raises(CannotGoOn) as refusal:
        put(*assets, **templates)
    assert (memory.assets, memory.campaigns) == before
    return [line.strip() for line in refusal.value.sentence.splitlines()[1:]]


def test_what_belongs_to_others_is_told_in_one_go_and_nothing_is_written(memory, put):
    another = "The asset ast_other is there already, with another campaign_id. Give this one another id."
    told = refused(memory, put, {"keyword": "TAKEN"}, {}, {"slug": "menu"}, {"asset_id": "ast_other"})
    assert told == [
        "assets[0].keyword: TAKEN belongs to the asset ast_other. Choose another.",
        "assets[2].slug: /MENU leads to the asset ast_other. Choose another.",
        f"assets[3].campaign_id: {another}",
    ]


@pytest.mark.parametrize("field", ["slug", "keyword", "asset_id"])
def test_two_assets_of_a_file_that_are_alike_are_refused_before_anything_is_written(memory, put, field):
    same = {field: "SUMMER" if field == "keyword" else "ABC"}
    told = refused(memory, put, same, {}, same)
    assert told == [f"assets[2].{field}: another asset of this file, assets[0], has {same[field]}."]


def test_a_file_that_was_put_in_can_be_put_in_again(memory, put):
    own = {"slug": "GATE", "keyword": "SUMMER"}
    assert put(own) == put(own)
    assert memory.assets["ast_landing"].version == 1


def test_one_who_is_quicker_is_told_without_a_traceback(memory, put, monkeypatch):
    def taken(register, asset, event):
        raise Conflict("Another asset has the keyword BUFFET.", code="keyword_taken", field="keyword")

    monkeypatch.setattr(InMemoryAssetRegister, "add", taken)
    with pytest.raises(CannotGoOn, match=r"assets\[0\]\.keyword: Another asset has the keyword BUFFET\."):
        put()


def test_advice_is_printed_beside_the_answer_that_scripts_read(memory, put, capsys):
    assert put(code=LONG)["landing"] == "ast_landing"
    told = capsys.readouterr()
    assert told.err.startswith("  templates.en.code (advice): Filled in, it takes 2 parts")
    assert told.out == ""
    assert memory.campaigns["buffet-20"].templates["en"]["code"] == LONG


def test_an_end_that_has_passed_is_told_and_put_in_all_the_same(memory, tmp_path, capsys):
    content = json.loads(SAMPLE.read_text("utf-8"))
    content["campaign"]["ends_at"] = "2020-01-01T00:00:00Z"
    file = tmp_path / "ended.json"
    file.write_text(json.dumps(content), "utf-8")
    seed.seed(file, InMemoryAssetRegister(memory))
    told = "  campaign.ends_at: 2020-01-01T00:00:00Z has passed, so nobody can sign up.\n"
    assert capsys.readouterr().err == told
    assert memory.campaigns["buffet-20"].ends_at == datetime(2020, 1, 1, tzinfo=UTC)


def test_messages_that_cannot_be_sent_are_told_beside_all_other_faults(memory, put):
    told = refused(memory, put, {"countries": ["UK"]}, verification="no digits")
    assert [sentence.split(":")[0] for sentence in told] == [
        "assets[0].countries",
        "templates.en.verification (error)",
    ]


def test_messages_of_a_campaign_that_cannot_be_read_are_not_judged(memory, put):
    (told,) = refused(memory, put, verification=5)
    assert told == "campaign.templates.en.verification: this is a text in quotation marks, not 5."


def test_nothing_of_a_campaign_whose_messages_cannot_be_sent_is_put_in(memory, put):
    (told,) = refused(memory, put, verification="no digits")
    assert told.startswith("templates.en.verification (error): Put {code} where it belongs")


def test_what_the_campaign_was_before_is_handed_to_whoever_sees_to_its_limits(memory, put):
    seen = []
    for _ in range(2):
        put(lower=lambda before, after: seen.append((before, after, dict(memory.campaigns))))
    (_, first, stored), (before, again, _) = seen
    assert (seen[0][0], before) == (None, first)
    assert stored == {first.campaign_id: first}, "it is told when the new one stands"
    assert again == first


def test_days_are_hurried_on_ones_own_machine_alone(memory, tmp_path):
    content = json.loads(SAMPLE.read_text("utf-8"))
    content["campaign"]["day_seconds"] = 3
    file = tmp_path / "hurried.json"
    file.write_text(json.dumps(content), "utf-8")
    with pytest.raises(CannotGoOn, match=r"campaign\.day_seconds: only on one's own machine"):
        seed.seed(file, InMemoryAssetRegister(memory), env="dev")
    assert not memory.campaigns
    seed.seed(file, InMemoryAssetRegister(memory))
    assert memory.campaigns["buffet-20"].day_seconds == 3


def test_a_campaigns_automations_are_put_in_when_the_campaign_is_there(memory, tmp_path):
    asked = []
    file = tmp_path / "sample.json"
    file.write_text(SAMPLE.read_text("utf-8"), "utf-8")
    seed.seed(
        file,
        InMemoryAssetRegister(memory),
        install=lambda campaign_id: asked.append((campaign_id, campaign_id in memory.campaigns)),
    )
    assert asked == [("buffet-20", True)]
