"""An operator lists, shows, saves and switches a campaign's automations."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from infra.commands.screen import CannotGoOn
from infra.operate import automation, automations
from infra.operate.deployment import Deployment
from infra.operate.presets import PutPresetsIn
from tests.fakes.automations import InMemoryAutomations
from tests.fakes.campaigns import InMemoryCampaignBook
from tests.fakes.memory import Memory
from tests.fakes.samples import BUFFET
from twofold.automations.saving.save import SaveAutomation
from twofold.contracts.instants import now
from twofold.contracts.settings import AutomationSettings


@pytest.fixture
def save() -> SaveAutomation:
    memory = Memory()
    memory.campaigns[BUFFET.campaign_id] = BUFFET
    return SaveAutomation(
        register=InMemoryAutomations(memory),
        campaigns=InMemoryCampaignBook(memory),
        clock=now,
        hears=AutomationSettings().hears,
    )


@pytest.fixture
def make(save: SaveAutomation, monkeypatch, capsys, tmp_path):
    """Say it as after `make automation`; the answer is what stands on stdout, and beside it."""

    @contextmanager
    def attached(env: str) -> Iterator[Deployment]:
        yield Deployment(client={}, outputs={})

    for command in (automation, automations):
        monkeypatch.setattr(command, "attached", attached)
        monkeypatch.setattr(command, "saver", lambda deployment, env: save)
    monkeypatch.delenv("JSON", raising=False)
    PutPresetsIn(save)("buffet-20")
    capsys.readouterr()

    def say(*arguments: str, command: Any = automation) -> tuple[str, str]:
        command.main(list(arguments))
        told = capsys.readouterr()
        return told.out, told.err

    return say


@pytest.fixture
def file(make, tmp_path: Path):
    """The preset of unused codes as a file, with other fields."""

    def write(**changes: Any) -> str:
        content = json.loads(make("unused-code", "--json")[0])
        file = tmp_path / "mine.json"
        file.write_text(
            json.dumps({k: v for k, v in {**content, **changes}.items() if v is not ...}), "utf-8"
        )
        return str(file)

    return write


def refused(make, *arguments: str) -> list[str]:
    with pytest.raises(CannotGoOn) as refusal:
        make(*arguments)
    return [line.strip() for line in refusal.value.sentence.splitlines()]


def test_all_of_a_campaign_are_listed_with_what_sets_them_off(make):
    make("cart", "--off")
    lines = make(command=automations)[0].splitlines()
    assert lines[0].split() == ["id", "is", "version", "begins", "when"]
    by_id = {line.split()[0]: line.split()[1:] for line in lines[1:]}
    assert len(by_id) == 8
    assert by_id["cart"][:2] == ["OFF", "2"]
    assert (
        " ".join(by_id["win-back"])
        == "on 1 nothing was heard of a lead for 30 days, if their tags: other than not-ready"
    )


def test_scripts_get_the_list_as_json(make):
    listed = json.loads(make("--json", command=automations)[0])
    (welcome,) = (each for each in listed if each["automation_id"] == "welcome")
    assert (welcome["on"], welcome["version"], welcome["preset"]) == (True, 1, "welcome")


def test_a_campaign_without_any_or_none_at_all_is_told(make, save: SaveAutomation):
    save.register.memory.automations.clear()  # type: ignore[attr-defined]
    assert "There is none yet." in make(command=automations)[0]
    with pytest.raises(CannotGoOn, match=r"CAMPAIGN=spa-10: There is no such campaign\."):
        make("--campaign", "spa-10", command=automations)


def test_one_is_shown_in_words_with_its_texts(make):
    told, _ = make("unused-code")
    assert told.startswith("Reminders of an unused code (unused-code): on, version 1, as shipped\n")
    assert "├─ day-7: text reminder" in told
    assert BUFFET.templates["en"]["reminder"] in told


def test_what_was_written_out_is_saved_again_without_a_change(make, file):
    told, beside = make("--file", file())
    assert "Nothing changed: version 1 is in use." in beside
    assert told.startswith("Reminders of an unused code (unused-code): on, version 1")


def test_a_changed_file_is_the_next_version(make, file, save: SaveAutomation):
    _, beside = make("--file", file(holdout=10))
    assert "Version 2 is in use. Who is in an older version finishes that one." in beside
    assert 'For the next change, write "version": 2 into ' in beside
    _, beside = make("--file", file(holdout=20), "--running", "move")
    assert "Version 3 is in use. Who is in an older version goes on with this one" in beside
    newest = save.register.current("buffet-20", "unused-code")
    assert newest is not None
    assert (newest.holdout, newest.moved_to) == (20, 3)
    assert "on, version 1, as shipped" in make("unused-code", "--version", "1")[0]


def test_advice_stands_beside_the_answer(make, file):
    late = [{"do": "wait", "days": 40}, {"do": "send", "id": "a", "template": "reminder"}]
    _, beside = make("--file", file(steps=late))
    assert "steps[1] (advice): it comes 40 days after the code" in beside


def test_all_that_is_wrong_with_a_file_is_told_at_once(make, file):
    wrong = file(
        holdout="x",
        daily_most=0,
        steps=[{"do": "send", "id": "a", "template": "remindr"}],
        again={"rule": "x"},
    )
    told = refused(make, "--file", wrong)
    assert told[0] == f"{wrong} was not saved."
    assert {line.partition(": ")[0] for line in told[1:]} == {
        "holdout",
        "again.rule",
        "daily_most",
        "steps[0].template",
    }


def test_a_file_that_was_made_from_an_older_version_is_refused(make, file):
    old = Path(file(holdout=10)).read_text("utf-8")
    make("--file", file(holdout=20))
    stale = file()
    Path(stale).write_text(old, "utf-8")
    assert refused(make, "--file", stale)[1].startswith(
        "This was made from version 1, and version 2 is in use."
    )


def test_the_file_of_another_is_not_saved_over_one(make, file):
    assert (
        refused(make, "cart", "--file", file())[1]
        == "automation_id: this is unused-code; cart was asked for."
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [("{", "This is no JSON; look at line 1"), ("[]", "An automation is an object in { }.")],
)
def test_a_file_that_is_none_is_told(make, tmp_path: Path, content: str, said: str):
    file = tmp_path / "mine.json"
    file.write_text(content, "utf-8")
    assert refused(make, "cart", "--file", str(file))[1].startswith(said)
    assert "cannot be read: No such file" in refused(make, "cart", "--file", str(tmp_path / "none.json"))[0]


def test_one_is_switched_off_and_on(make):
    told, beside = make("cart", "--off")
    assert told.startswith("Basket not ordered (cart): OFF, version 2, as shipped")
    assert "Version 2 is in use. Everybody knows within ten seconds." in beside
    assert "Nothing changed: version 2 is in use." in make("cart", "--off")[1]
    assert make("cart", "--on")[0].startswith("Basket not ordered (cart): on, version 3, as shipped")


def test_a_file_that_does_not_say_it_leaves_one_off(make, file):
    without = file(on=..., holdout=7, version=...)
    make("unused-code", "--off")
    assert make("--file", without)[0].startswith("Reminders of an unused code (unused-code): OFF, version 3")


@pytest.mark.parametrize("arguments", [("nope",), ("a#b",), ("nope", "--off"), ("cart", "--version", "9")])
def test_one_that_there_is_not_is_told(make, arguments: tuple[str, ...]):
    assert refused(make, *arguments)[0] == f"{arguments[0]} of buffet-20:"


def test_one_that_is_misspelt_is_told_with_the_name_that_was_meant(make):
    said = "The campaign has no automation unused-cod; did you mean unused-code?"
    assert refused(make, "unused-cod")[1] == refused(make, "unused-cod", "--off")[1] == said
    assert refused(make, "zzz")[1] == "The campaign has no automation zzz."


@pytest.mark.parametrize("more", [(), ("--on",), ("--version", "1")])
def test_a_campaign_that_there_is_not_is_told_before_its_automations(make, more: tuple[str, ...]):
    told = refused(make, "cart", "--campaign", "nope", *more)
    assert told == ["CAMPAIGN=nope: There is no such campaign. `make seed` puts one in."]


def test_the_file_of_another_campaign_is_told_with_what_to_add(make, file):
    theirs = file(campaign_id="spa-10")
    assert refused(make, "--file", theirs) == [
        f"{theirs} is of the campaign spa-10, not buffet-20: add CAMPAIGN=spa-10."
    ]
    assert refused(make, "--file", theirs, "--campaign", "spa-10")[0].startswith(
        "CAMPAIGN=spa-10: There is no"
    )
    assert refused(make, "--file", file(campaign_id=7))[0].endswith("was not saved.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Which one? make automation ID=unused-code; `make automations` lists them."),
        (("--off",), "Which one?"),
        (("cart", "--on", "--off"), "One thing at a time"),
        (("cart", "--file", "x", "--version", "1"), "One thing at a time"),
    ],
)
def test_what_cannot_be_asked_is_told(make, arguments: tuple[str, ...], said: str):
    assert refused(make, *arguments)[0].startswith(said)


def test_presets_are_put_in_once_and_told_beside_the_answer(save: SaveAutomation, capsys):
    assert len(PutPresetsIn(save)("buffet-20").put_in) == 8
    told = capsys.readouterr()
    assert told.out == ""
    assert "Automations put in: welcome, unused-code" in told.err
    PutPresetsIn(save)("buffet-20")
    assert capsys.readouterr().err == ""


def test_a_preset_that_the_deployment_cannot_run_is_told_with_what_to_do(save: SaveAutomation, capsys):
    deaf = SaveAutomation(
        register=save.register, campaigns=save.campaigns, clock=save.clock, hears=("code.issued.v1",)
    )
    assert set(PutPresetsIn(deaf)("buffet-20").refused) == {"cart", "cart-with-code", "thank-you", "not-now"}
    told = capsys.readouterr().err
    assert "The automation cart could not be put in:" in told
    assert 'write hears = ["code.issued.v1", "cart.updated.v1"] and deploy it.' in told
