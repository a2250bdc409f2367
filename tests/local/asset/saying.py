"""When and where the commands are said, and what is said of those that are refused."""

from datetime import UTC, datetime

import pytest

from infra.commands.screen import CannotGoOn

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
SITE = "https://go.saffrongarden.example"


def refused(make, *arguments):
    with pytest.raises(CannotGoOn) as refusal:
        make(*arguments)
    return refusal.value.sentence
