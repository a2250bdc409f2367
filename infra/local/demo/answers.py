"""The second act: the lead answers, and somebody joins who has only a phone."""

from infra.local.demo.scene import Scene
from twofold.contracts.routes.leads import LOOK_UP


def leave(scene: Scene) -> None:
    """HELP is answered; STOP is one write before all else, and confirmed once."""
    _answer(scene, "reply_help", "Weeks later the lead wonders who keeps texting, and answers HELP.", "HELP")
    text = scene.await_text(3)
    scene.teller.step("help_text", "The brand says who it is and how to stop.", text=text)
    scene.promise("STOP" in text["text"], "The help text should say how to stop")
    _answer(scene, "reply_stop", "Enough for now: they answer STOP.", "STOP")
    prose = "One confirmation, without a word of advertising. No marketing text will reach this number again."
    text = scene.await_text(4)
    scene.teller.step("stop_text", prose, text=text)
    scene.promise("START" in text["text"], "The confirmation should say how to come back")


def join(guest: Scene) -> None:
    """Two yeses without a web page: the keyword, and the answer to the consent's own words."""
    _answer(
        guest,
        "reply_keyword",
        f"Meanwhile somebody else, {guest.phone}, reads a poster and texts the word on it: BUFFET.",
        "BUFFET",
    )
    invitation = guest.await_text(1)
    prose = "What they would agree to comes back word for word."
    guest.teller.step("invitation_text", prose, text=invitation)
    guest.promise(guest.known["consent"] in invitation["text"], "The invitation should hold the consent text")
    _answer(
        guest, "reply_yes", "They answer Y. That is their second yes, kept as evidence with the text.", "Y"
    )
    welcome = guest.await_text(2)
    guest.teller.step("welcome_text", "So they are a lead, and have a code of their own.", text=welcome)
    guest.promise(_code(guest) in welcome["text"], "The text should hold the code that the CRM knows")


def _code(guest: Scene) -> str:
    answer = guest.call(
        "look_up_guest",
        "To the CRM they are a lead like any other.",
        LOOK_UP.method,
        guest.stack["api"] + LOOK_UP.path,
        body={"phones": [guest.phone]},
        keyed=True,
        status=200,
    )
    lead = answer["leads"][0]
    guest.promise(lead["exists"] and len(lead["codes"]) == 1, "The CRM should find one lead with one code")
    guest.known |= {"lead": lead["lead_id"], "discount": lead["codes"][0]["code"]}
    return str(guest.known["discount"])


def _answer(scene: Scene, step: str, prose: str, text: str) -> None:
    address = f"{scene.stack['phone']}/replies"
    scene.call(step, prose, "POST", address, body={"from": scene.phone, "text": text}, status=202)
