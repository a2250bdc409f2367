"""What the stack writes a function reads."""

from dataclasses import dataclass, fields

import pytest

from twofold.contracts.settings import (
    AutomationSettings,
    AwsSmsSettings,
    BusSettings,
    CourierSettings,
    ExporterSettings,
    ExportSettings,
    ImporterSettings,
    ImportSettings,
    LimitSettings,
    MagnetSettings,
    PriceSettings,
    RetentionSettings,
    RunnerSettings,
    SchedulerSettings,
    SecretSettings,
    SendingSettings,
    SettingMissing,
    Settings,
    SiteSettings,
    SmsSettings,
    StepScheduleSettings,
    TableSettings,
    TwilioSettings,
    WakeSettings,
    WebhookSettings,
)
from twofold.contracts.tables import TABLES

FILLED = [
    TableSettings(leads="Leads-1", codes="Codes-2"),
    TableSettings(),
    SecretSettings(root="root", edge="edge"),
    SecretSettings(twilio="twilio", webhook="webhook"),
    SiteSettings(url="https://x.example", env="prod", origins=("https://a.example", "https://b.example")),
    SiteSettings(url="https://x.example", env="local"),
    BusSettings(name="bus"),
    MagnetSettings(bucket="files"),
    ImportSettings(bucket="uploads"),
    ImporterSettings(function="importer"),
    ExportSettings(bucket="exports"),
    ExporterSettings(function="exporter"),
    SmsSettings(
        provider="aws", by_country=("US=twilio", "CA=twilio"), fallback=("sns",), sender_id="TWOFOLD"
    ),
    SmsSettings(),
    AwsSmsSettings(
        origination="pool-1",
        configuration_set="texts",
        protect_configuration="protect-1",
        topics=("arn:aws:sns:eu-central-1:111122223333:replies",),
    ),
    AwsSmsSettings(),
    TwilioSettings(account_sid="AC1", sender="MG1", url="http://127.0.0.1:9000"),
    TwilioSettings(),
    WebhookSettings(url="https://gateway.example/texts"),
    WebhookSettings(),
    PriceSettings(default="0.1", countries=("PL=0.043", "US=0.0083")),
    PriceSettings(),
    SendingSettings(cap_day=2, holdout_percent=0, day_budget=1, campaign="buffet-20"),
    SendingSettings(),
    SchedulerSettings(group="g", queue="arn:q", role="arn:r", dead_letters="arn:d"),
    StepScheduleSettings(group="g", target="arn:f", role="arn:r", dead_letters="arn:d"),
    RunnerSettings(function="steps"),
    CourierSettings(function="couriers"),
    WakeSettings(group="g", target="arn:f", role="arn:r", dead_letters="arn:d"),
    RetentionSettings(deliveries_days=7),
    RetentionSettings(),
    AutomationSettings(hears=("code.issued.v1",)),
    AutomationSettings(),
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


def test_every_kind_of_settings_is_tried_here():
    ours = "twofold.contracts.settings"
    made = {kind.__name__ for kind in Settings.__subclasses__() if kind.__module__.startswith(ours)}
    assert {type(settings).__name__ for settings in FILLED} == made


def test_a_secret_that_is_needed_and_not_named_is_told_by_its_variable():
    assert SecretSettings(root="root").need("root") == "root"
    with pytest.raises(SettingMissing, match="TWOFOLD_SECRET_TWILIO"):
        SecretSettings(root="root").need("twilio")


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
