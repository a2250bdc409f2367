"""The second yes: the typed verification code makes a lead, its consent and its discount code."""

from dataclasses import dataclass

from twofold.assets.ports import AssetBook
from twofold.contracts.errors import InvalidRequest, NotFound
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.signups import Confirmation, ConfirmationRequest
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter
from twofold.visits.visitor import Visitor

from .admit import AdmitLead
from .magnet.hand_over import HandOver
from .ports import ChallengeBook
from .verification import VerificationKey


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmSignup:
    assets: AssetBook
    challenges: ChallengeBook
    guesses: Counter
    guesses_day: int
    key: VerificationKey
    admit: AdmitLead
    hand_over: HandOver
    clock: Clock

    def __call__(
        self,
        challenge_id: str,
        request: ConfirmationRequest,
        visitor: Visitor,
        *,
        asset_id: str | None = None,
    ) -> Confirmation:
        """Charge the guess, compare, and on success answer the lead and its discount code.

        A guess is charged to the challenge and to the number before it is compared; a number whose guesses of
        the day are used up gets the answer of a wrong guess. The right code again gets the same answer again.
        With `asset_id`, a challenge of another asset is none.
        Raises NotFound, Gone `challenge_over`, Forbidden (origin), InvalidRequest `wrong_code` with `attempts_left`.
        """
        at = self.clock()
        challenge = self.challenges.charge(challenge_id, at)
        if asset_id not in (None, challenge.origin.asset_id):
            raise NotFound("There is no such verification here.", code="challenge_not_found")
        self.assets.asset(challenge.origin.asset_id or "").admit(visitor.origin)
        allowed = self.guesses.take(self._allowance(challenge.lead_id), at)
        if not (self.key.matches(challenge_id, request.code) and allowed):
            raise InvalidRequest(
                "That is not the code we sent, or this number has had too many tries today.",
                code="wrong_code",
                field="code",
                attempts_left=challenge.attempts_left,
            )
        return self.hand_over(challenge.outcome or self.admit(challenge, at), challenge)

    def _allowance(self, lead_id: str) -> Allowance:
        return Allowance(key=f"guess#{lead_id}", most=self.guesses_day, seconds=86_400)
