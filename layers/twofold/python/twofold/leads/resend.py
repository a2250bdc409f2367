"""The same verification code once more, when the first text did not arrive."""

from dataclasses import dataclass
from datetime import datetime

from twofold.assets.ports import AssetBook
from twofold.contracts.errors import Gone, TooMany
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.signups import SignupAccepted
from twofold.contracts.settings import LimitSettings
from twofold.visits.visitor import Visitor

from .allowances import text_allowances
from .model import SENDS, Challenge
from .ports import ChallengeBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend:
    assets: AssetBook
    challenges: ChallengeBook
    limits: LimitSettings
    clock: Clock

    def __call__(self, challenge_id: str, visitor: Visitor) -> SignupAccepted:
        """Ask for one more text. Whether the number may get one is decided where texts are sent.

        Raises NotFound, Forbidden (origin), Gone (challenge over), TooMany (too soon, or the visitor's network).
        """
        at = self.clock()
        challenge = self.challenges.find(challenge_id)
        self.assets.asset(challenge.origin.asset_id or "").admit(visitor.origin)
        _check(challenge, at)
        renewed = challenge.again(at)
        self.challenges.renew(renewed, renewed.asked(at), text_allowances(visitor, self.limits), at)
        return renewed.told()


def _check(challenge: Challenge, at: datetime) -> None:
    if challenge.outcome is not None or challenge.over(at) or challenge.sends >= SENDS:
        raise Gone("This verification is over. Leave the number again for a new code.", code="challenge_over")
    if at < challenge.next_send_at:
        wait = int((challenge.next_send_at - at).total_seconds()) + 1
        raise TooMany(f"Ask again in {wait} seconds.", retry_after=wait, code="too_soon")
