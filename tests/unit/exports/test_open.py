"""What may be asked for, how often, and what is said of it."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from tests.fakes.campaigns import InMemoryCampaigns
from tests.fakes.clock import NOON, SetClock
from tests.fakes.exports import InMemoryExportBook, InMemoryFiles, Started
from twofold.contracts.errors import InvalidRequest, NotFound, TooMany, Unavailable
from twofold.contracts.payloads.exports import ExportRequest
from twofold.exports.open import MOST_OPEN, OpenExport
from twofold.exports.show import ShowExport
