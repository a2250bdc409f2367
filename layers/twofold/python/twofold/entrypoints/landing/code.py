"""The second step: the six digits of the text message."""

from dataclasses import dataclass
from datetime import datetime

from twofold.leads.model import Challenge
from twofold.visits.target import REFERRAL_PARAMETER, VISIT_PARAMETER
from twofold.visits.utm import with_query

from ..pages import NOTHING, Markup, Pages
from .fault import NONE, Fault
from .scene import Scene, framed

STEP_TEXTS = (
    "code_label",
    "code_hint",
    "confirm_button",
    "resend_wait",
    "resend_button",
    "change_number",
)
"""Where the digits are typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What the step tells of the challenge: `seconds` until another text may be asked for, `back` to the number."""

    back: str
    seconds: int = 0
    resent: bool = False


def waiting_for(challenge: Challenge, scene: Scene, at: datetime) -> Waiting:
    wait = (challenge.next_send_at - at).total_seconds()
    return Waiting(
        back=way_back(scene, challenge),
        seconds=max(0, int(wait) + 1),
        resent=challenge.sends > 1 and wait > 0,
    )


def way_back(scene: Scene, challenge: Challenge | None = None) -> str:
    """To the first step in the same language, with all that ties the visitor to their way there."""
    query = {"locale": scene.asset.locale}
    if challenge:
        told = challenge.evidence
        tied = ((VISIT_PARAMETER, told.visit_id), (REFERRAL_PARAMETER, told.referral))
        query |= {name: value for name, value in tied if value}
        query |= dict(told.utm or {})
    return with_query(scene.path, query)


def code_page(pages: Pages, scene: Scene, waiting: Waiting, fault: Fault = NONE) -> Markup:
    hidden = pages.fill("landing_hidden.html", {})
    stage = _step(pages, scene, waiting, fault)
    return framed(pages, scene, step="code", heading=scene.say["code_heading"], stage=stage, about=hidden)


def _step(pages: Pages, scene: Scene, waiting: Waiting, fault: Fault) -> Markup:
    seconds = str(fault.seconds or waiting.seconds)
    fields = {
        "fault": fault.above(pages),
        "code_fault": fault.above(pages, "code"),
        "code_marks": fault.marks("code") or Markup(' aria-describedby="hint" autofocus'),
        "locale": scene.asset.locale,
        "resent": scene.say["resent"] if waiting.resent and fault is NONE else "",
        "seconds": seconds,
        "back": waiting.back,
        "pause": _pause(pages, scene, seconds) if waiting.seconds and not fault.seconds else NOTHING,
        **{name: scene.say[name] for name in STEP_TEXTS},
    }
    return pages.fill("landing_code.html", fields)


def _pause(pages: Pages, scene: Scene, seconds: str) -> Markup:
    said = scene.say["fault_too_soon"].replace("{seconds}", seconds)
    return pages.fill("landing_pause.html", {"pause": said})
