"""The visitor: a number left, a code typed in, a discount got."""

import re
import time
from typing import Any

from infra.local.demo.scene import Scene
from twofold.contracts.routes.pages import ASSET
from twofold.contracts.routes.signups import CONFIRM, SIGN_UP

CODE = re.compile(r"\b(\d{6})\b")


def sign_up(scene: Scene) -> None:
    """Ends with a verification code that was read off the phone."""
    settings = _settings(scene)
    scene.known["consent"] = settings["consent"]["text"]
    challenge = scene.call(
        "sign_up",
        f"They leave their number, {scene.phone}, and tick the box beside the consent text. The answer is the same "
        "for any mobile number, whether the brand knows it or not.",
        SIGN_UP.method,
        scene.stack["site"] + SIGN_UP.path,
        body={
            "asset_id": settings["asset_id"],
            "phone": scene.phone,
            "consent": {"version": settings["consent"]["version"], "accepted": True},
        },
        status=202,
    )
    scene.known["challenge"] = challenge["challenge_id"]
    text = scene.await_text(1)
    scene.teller.step("verification_text", f"{_since(scene)} later the phone buzzes.", text=text)
    found = CODE.search(text["text"])
    scene.promise(found is not None, "The text should hold six digits")
    scene.known["code"] = found[1] if found else ""


def confirm(scene: Scene) -> None:
    """One wrong guess, then the right code; ends with the discount on the screen and in a text."""
    right = scene.known["code"]
    _guess_wrong(scene, f"{(int(right) + 1) % 1_000_000:06}")
    confirmation = scene.call(
        "confirm",
        f"Now the code from the text, {right}. They are a confirmed lead, and their own discount code is on the "
        "screen at once.",
        CONFIRM.method,
        _confirmation(scene),
        body={"code": right},
        status=200,
        show=("discount", "lead"),
    )
    _remember(scene, confirmation)
    text = scene.await_text(2)
    prose = (
        f"The same code follows as a text, to be found again at the till. {_since(scene)} have passed by now."
    )
    scene.teller.step("discount_text", prose, text=text)
    scene.promise(scene.known["discount"] in text["text"], "The second text should hold the discount code")


def _guess_wrong(scene: Scene, wrong: str) -> None:
    refusal = scene.call(
        "wrong_code",
        f"In a hurry they type {wrong}. That is one of five guesses; the answer says how many are left.",
        CONFIRM.method,
        _confirmation(scene),
        body={"code": wrong},
        status=422,
        show=("code", "attempts_left", "detail"),
    )
    scene.promise(
        refusal["code"] == "wrong_code" and refusal["attempts_left"] == 4, "Four guesses should be left"
    )


def _confirmation(scene: Scene) -> str:
    return str(scene.stack["site"] + CONFIRM.path.format(challenge_id=scene.known["challenge"]))


def _settings(scene: Scene) -> dict[str, Any]:
    assets = scene.stack["assets"]
    name, asset_id = next(iter(assets.items()))
    return scene.call(
        "asset_settings",
        f"Somebody opens “{name}”. The page asks what to show: texts, consent, rules.",
        ASSET.method,
        scene.stack["site"] + ASSET.path.format(asset_id=asset_id),
        status=200,
        show=("brand", "title", "locale", "countries", "rules"),
    )


def _remember(scene: Scene, confirmation: dict[str, Any]) -> None:
    scene.promise(confirmation["lead"]["status"] == "confirmed", "The lead should be confirmed")
    scene.known["lead"] = confirmation["lead"]["lead_id"]
    scene.known["discount"] = confirmation["discount"]["code"]


def _since(scene: Scene) -> str:
    return f"{time.monotonic() - scene.began:.1f} seconds"
