"""Finds a verification by its address, at the asset where it began."""

from dataclasses import dataclass

from twofold.contracts.errors import Gone, NotFound
from twofold.contracts.instants import Clock

from .model import Challenge
from .ports import ChallengeBook


@dataclass(frozen=True, slots=True, kw_only=True)
class FindChallenge:
    challenges: ChallengeBook
    clock: Clock

    def __call__(self, asset_id: str, challenge_id: str) -> Challenge:
        """However it stands. Raises NotFound, too when it began at another asset."""
        challenge = self.challenges.find(challenge_id)
        if challenge.origin.asset_id != asset_id:
            raise NotFound("There is no such verification here.", code="challenge_not_found")
        return challenge

    def open(self, asset_id: str, challenge_id: str) -> Challenge:
        """The same while its code may be typed in. Raises NotFound, Gone `challenge_over`."""
        challenge = self(asset_id, challenge_id)
        if challenge.over(self.clock()):
            raise Gone("This verification is over.", code="challenge_over")
        return challenge
