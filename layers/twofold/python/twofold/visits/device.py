"""What people hold in their hands, as a User-Agent tells: good enough to count by."""

import re
from typing import Literal

Device = Literal["phone", "tablet", "desktop", "other"]

_TABLET = re.compile(r"ipad|tablet|kindle|silk/|playbook|android(?!.*mobile)", re.IGNORECASE)
_PHONE = re.compile(r"iphone|ipod|mobile|phone|opera mini|blackberry|bb10", re.IGNORECASE)
_DESKTOP = re.compile(r"windows nt|macintosh|x11|cros ", re.IGNORECASE)


def device_of(user_agent: str) -> Device:
    if _TABLET.search(user_agent):
        return "tablet"
    if _PHONE.search(user_agent):
        return "phone"
    return "desktop" if _DESKTOP.search(user_agent) else "other"
