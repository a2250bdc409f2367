"""Takes what the landing page's forms send, and answers with pages: no script needed."""

from dataclasses import dataclass
from typing import Any

from twofold.contracts.errors import TwofoldError
from twofold.contracts.instants import Clock
from twofold.contracts.routes.signups import LANDING_CODE
from twofold.leads.confirm import ConfirmSignup
from twofold.leads.find_challenge import FindChallenge
from twofold.leads.model import Challenge
from twofold.leads.resend import Resend
from twofold.leads.sign_up import SignUp

from ..pages import Pages
from .answers import HIDDEN, SECRET, onward, own, refused
from .asked import Asked
from .code import Waiting, code_page, waiting_for, way_back
from .done import done_page
from .fault import fault_of
from .form import confirmation_of, signup_of
from .number import asked_again, closing
from .own_pages import insist_on_own
from .scene import Scene, Scenes

RESEND = "resend"
"""The name of the button that asks for another text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LandingDesk:
    pages: Pages
    scenes: Scenes
    find: FindChallenge
    sign_up: SignUp
    resend: Resend
    confirm: ConfirmSignup
    clock: Clock

    def join(self, asset_id: str, asked: Asked) -> Any:
        """On to the code's page, or the page again with what is wrong. Raises NotFound (asset)."""
        scene = self.scenes(asset_id, asked.locale)
        try:
            insist_on_own(asked.headers, scene.site, guessable=True)
            if scene.closed:
                raise scene.closed
            request = signup_of(asked.form, asked.query, asset_id, scene.url)
            return onward(_code_path(asset_id, self.sign_up(request, asked.visitor).challenge_id))
        except TwofoldError as error:
            return self._number(scene, asked, error)

    def wait(self, asset_id: str, challenge_id: str, asked: Asked) -> Any:
        """The page where the digits are typed, in the language of the sign-up. It changes nothing."""
        scene = self.scenes(asset_id, asked.locale)
        try:
            challenge = self.find.open(asset_id, challenge_id)
        except TwofoldError as error:
            return self._code(scene, challenge_id, asked, error)
        spoken = self._spoken(scene, challenge)
        return own(code_page(self.pages, spoken, waiting_for(challenge, spoken, self.clock())))

    def answer(self, asset_id: str, challenge_id: str, asked: Asked) -> Any:
        """The discount code; for who asks for another text, the code's page anew; or that again with the fault."""
        scene = self.scenes(asset_id, asked.locale)
        try:
            insist_on_own(asked.headers, scene.site, guessable=False)
            if RESEND in asked.form:
                self.resend(challenge_id, asked.visitor)
                return onward(_code_path(asset_id, challenge_id))
            said = confirmation_of(asked.form)
            outcome = self.confirm(challenge_id, said, asked.visitor, asset_id=asset_id)
        except TwofoldError as error:
            return self._code(scene, challenge_id, asked, error)
        return own(done_page(self.pages, scene, outcome))

    def _number(self, scene: Scene, asked: Asked, error: TwofoldError) -> Any:
        _let_programs_read(error, asked)
        fault = fault_of(error, scene.say)
        if error is scene.closed:
            return refused(error, closing(self.pages, scene, fault), HIDDEN)
        return refused(error, asked_again(self.pages, scene, asked.form, fault), HIDDEN)

    def _code(self, scene: Scene, challenge_id: str, asked: Asked, error: TwofoldError) -> Any:
        """Where no code can be good any more, the number's step stands there anew."""
        _let_programs_read(error, asked)
        challenge = self._known(scene.asset.asset_id, challenge_id)
        if challenge and not asked.form:
            scene = self._spoken(scene, challenge)
        fault, back = fault_of(error, scene.say), way_back(scene, challenge)
        if fault.over:
            return refused(error, asked_again(self.pages, scene, {}, fault, back), HIDDEN)
        waiting = waiting_for(challenge, scene, self.clock()) if challenge else Waiting(back=back)
        return refused(error, code_page(self.pages, scene, waiting, fault), SECRET)

    def _spoken(self, scene: Scene, challenge: Challenge) -> Scene:
        """In the language that the sign-up was in."""
        return self.scenes(scene.asset.asset_id, challenge.evidence.locale)

    def _known(self, asset_id: str, challenge_id: str) -> Challenge | None:
        """What could be told besides the fault; that it cannot be read is no second fault."""
        try:
            return self.find(asset_id, challenge_id)
        except TwofoldError:
            return None


def _code_path(asset_id: str, challenge_id: str) -> str:
    return LANDING_CODE.at("", asset_id=asset_id, challenge_id=challenge_id)


def _let_programs_read(error: TwofoldError, asked: Asked) -> None:
    """Who does not want a page gets the problem document."""
    if not asked.by_a_person:
        raise error
