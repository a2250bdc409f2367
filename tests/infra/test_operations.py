"""The operator's page knows every alarm that can ring, and none that cannot."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

PAGE = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")
KNOWN = {found.replace("…", "*") for found in re.findall(r"^\| `([A-Z…]\w+)` \|", PAGE, re.MULTILINE)}
HASH = 8


def test_every_alarm_has_its_row_and_every_row_its_alarm(prod):
    ringing = {key[:-HASH] for key in prod.of("AWS::CloudWatch::Alarm")}
    assert not {alarm for alarm in ringing if not any(fnmatchcase(alarm, row) for row in KNOWN)}
    assert not {row for row in KNOWN if not any(fnmatchcase(alarm, row) for alarm in ringing)}
