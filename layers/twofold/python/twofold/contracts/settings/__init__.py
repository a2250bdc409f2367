"""What a function is told by its environment.

The stack writes a variable with `to_env`, the function reads it with `from_env`; the name is derived from class and
field (`TableSettings.leads` is `TWOFOLD_TABLE_LEADS`), so it is spelled nowhere.
"""

from .base import SettingMissing, Settings
from .deployment import (
    AutomationSettings,
    BusSettings,
    MagnetSettings,
    SecretSettings,
    SiteSettings,
    TableSettings,
)
from .partners import (
    CourierSettings,
    ExporterSettings,
    ExportSettings,
    ImporterSettings,
    ImportSettings,
    RetentionSettings,
    WakeSettings,
)
from .providers import AwsSmsSettings, SmsSettings, TwilioSettings, WebhookSettings
from .texts import (
    LimitSettings,
    PriceSettings,
    RunnerSettings,
    SchedulerSettings,
    SendingSettings,
    StepScheduleSettings,
)

__all__ = [
    "AutomationSettings",
    "AwsSmsSettings",
    "BusSettings",
    "CourierSettings",
    "ExportSettings",
    "ExporterSettings",
    "ImportSettings",
    "ImporterSettings",
    "LimitSettings",
    "MagnetSettings",
    "PriceSettings",
    "RetentionSettings",
    "RunnerSettings",
    "SchedulerSettings",
    "SecretSettings",
    "SendingSettings",
    "SettingMissing",
    "Settings",
    "SiteSettings",
    "SmsSettings",
    "StepScheduleSettings",
    "TableSettings",
    "TwilioSettings",
    "WakeSettings",
    "WebhookSettings",
]
