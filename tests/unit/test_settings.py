"""What the stack writes a function reads."""

from dataclasses import dataclass, fields

import pytest

from twofold.contracts.settings import (
    BusSettings,
    LimitSettings,
    SecretSettings,
    SettingMissing,
    Settings,
    SiteSettings,
    SmsSettings,
    TableSettings,
)
from twofold.contracts.tables import TABLES

FILLED = [
    TableSettings(leads="Leads-1", codes="Codes-2"),
    TableSettings(),
    SecretSettings(root="root", edge="edge"),
    SiteSettings(url="https://x.example", env="prod", origins=("https://a.example", "https://b.example")),
    SiteSettings(url="https://x.example", env="local"),
    BusSettings(name="bus"),
    SmsSettings(max_price="0.05", sender_id="TWOFOLD"),
    SmsSettings(max_price="0.05"),
    LimitSettings(number_day=7, trusted_networks=("10.0.0.0/8", "2001:db8::/32")),
    LimitSettings(),
]


@pytest.mark.parametrize("settings", FILLED, ids=lambda s: type(s).__name__)
def test_settings_come_back_as_they_were_written(settings: Settings):
    environment = settings.to_env()
    assert all(isinstance(value, str) for value in environment.values())
    assert type(settings).from_env(environment) == settings


def test_a_variable_is_named_after_its_class_and_field():
    assert TableSettings(leads="x").to_env() == {"TWOFOLD_TABLE_LEADS": "x"}


def test_no_two_settings_share_a_variable():
    names = [kind.variable(f.name) for kind in {type(s) for s in FILLED} for f in fields(kind)]
    assert len(names) == len(set(names))


def test_a_variable_that_is_not_set_is_named():
    with pytest.raises(SettingMissing, match="TWOFOLD_SITE_ENV"):
        SiteSettings.from_env({"TWOFOLD_SITE_URL": "https://x.example", "TWOFOLD_SITE_ORIGINS": ""})


def test_there_is_a_setting_for_every_table_and_no_other():
    assert {f.name for f in fields(TableSettings)} == {table.name for table in TABLES}


def test_a_number_that_is_none_is_not_taken():
    environment = LimitSettings().to_env() | {"TWOFOLD_LIMIT_NUMBER_DAY": "many"}
    with pytest.raises(ValueError, match="many"):
        LimitSettings.from_env(environment)


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchSettings(Settings):
    on: bool


@pytest.mark.parametrize("on", [True, False])
def test_yes_and_no_are_told_apart(on: bool):
    assert SwitchSettings.from_env(SwitchSettings(on=on).to_env()).on is on
