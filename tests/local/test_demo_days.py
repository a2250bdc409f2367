"""The demo's last chapter: a campaign in a hurry, its days as they are counted, and what automations did on them."""

import json
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from infra.local import emulate, hurried
from infra.local.demo.days import Calendar
from infra.local.demo.scene import NotAsPromised, Scene
from infra.local.demo.teller import Document, Terminal
from infra.local.demo.timeline import timeline
from infra.local.workspace import Workspace
from infra.operate.campaign_file import read
from infra.operate.seed import SAMPLE
from twofold.automations.presets import presets
from twofold.contracts.events import (
    AutomationEntered,
    AutomationExited,
    AutomationStepped,
    CodeIssued,
    EventData,
    LeadConfirmed,
)
from twofold.contracts.instants import from_text, now
from twofold.ledger.record import record

BEGAN = from_text("2026-11-22T10:00:00.000Z")
WAY: dict[str, Any] = {"automation_id": "unused-code", "automation_version": 1, "enrolment_id": "enr_1"}


def event(data: EventData, day: float = 0):
    return record(data, subject="lead", version=1, at=BEGAN + timedelta(seconds=day * hurried.DAY))


def test_the_campaign_in_a_hurry_is_the_sample_but_for_its_name_its_days_and_its_page(tmp_path):
    campaign, assets = read(hurried.hurried(Workspace(tmp_path)))
    sample, _ = read(SAMPLE)
    assert campaign == replace(sample, campaign_id=hurried.CAMPAIGN, day_seconds=hurried.DAY)
    assert [asset.asset_id for asset in assets] == ["ast_hurried"]
    assert sample.day_seconds is None, "the one that make up seeds has days as they are"


def test_the_campaign_in_a_hurry_is_seeded_by_the_operators_own_command(tmp_path, monkeypatch):
    asked = []

    def said(workspace, *words):
        asked.append(words)
        return json.dumps({"hurried_landing": "ast_hurried"})

    monkeypatch.setattr(hurried, "said", said)
    assert hurried.seed_hurried(Workspace(tmp_path)) == {"hurried_landing": "ast_hurried"}
    assert asked == [("seed", str(tmp_path / "hurried.json"))]


def test_the_timeline_tells_what_automations_did_by_the_days_since_the_code():
    code = CodeIssued(code="BUF1", challenge_id="", expires_at=None)
    rows = [
        event(code),
        event(LeadConfirmed(challenge_id="", consent_version="1")),
        event(AutomationEntered(**WAY)),
        event(AutomationExited(**WAY, reason="finished", steps=1), 7.5),
        event(AutomationStepped(**WAY, step="day-7", kind="send", template="reminder"), 7.5),
        event(AutomationStepped(**WAY, step="thanks", kind="send", done=False), 7.5),
    ]
    assert [(row["time"], row["about"]) for row in timeline(rows)] == [
        ("day  0.0", "unused-code"),
        ("day  7.5", "unused-code: day-7, sent reminder"),
        ("day  7.5", "unused-code: thanks, passed over"),
        ("day  7.5", "unused-code: finished"),
    ]


def test_a_text_that_does_not_come_is_told_with_its_day(monkeypatch):
    scene = Scene(stack={}, client=SimpleNamespace(), teller=Document())  # type: ignore[arg-type]
    monkeypatch.setattr(Scene, "texts", lambda self: [{"text": "digits"}, {"text": "code"}])
    calendar = Calendar(scene, now() - timedelta(days=1))
    assert calendar.wait_for_text(2, 0) == {"text": "code"}
    with pytest.raises(NotAsPromised, match="Text number 3, due on day 7, did not arrive by day 28800"):
        calendar.wait_for_text(3, 7)


def test_each_day_is_counted_once_on_a_line_of_its_own(capsys):
    teller = Terminal()
    for day in (1, 2, 3):
        teller.day(day)
    teller.step("text", "It came.")
    teller.day(4)
    assert capsys.readouterr().out == "\n      day 1 2 3\n\n 1  It came.\n\n\n      day 4"


def test_the_reminders_that_the_chapter_waits_for_are_those_that_every_campaign_has():
    (reminders,) = [each for each in presets(hurried.CAMPAIGN) if each.automation_id == "unused-code"]
    assert [step.id for step in reminders.acting] == ["day-7", "day-21"]


def test_the_emulators_scheduler_looks_as_often_as_days_in_a_hurry_need(monkeypatch):
    ran = []
    scheduler = SimpleNamespace(**{emulate.INTERVAL: 10})
    app = SimpleNamespace(main=lambda: ran.append(getattr(scheduler, emulate.INTERVAL)))
    modules = {"ministack.services.scheduler": scheduler, "ministack.app": app}
    monkeypatch.setattr("importlib.import_module", modules.__getitem__)
    emulate.main()
    assert ran == [emulate.SECONDS]
    assert 1 + emulate.SECONDS < hurried.DAY * 13 / 24, "from eight to nine is day"


def test_an_emulator_that_has_no_such_interval_is_not_run(monkeypatch):
    monkeypatch.setattr("importlib.import_module", lambda name: SimpleNamespace())
    with pytest.raises(SystemExit, match="how often its Scheduler looks"):
        emulate.main()
