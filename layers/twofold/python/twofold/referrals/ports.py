"""What rewarding needs of the outside."""

from datetime import datetime
from typing import Protocol

from .model import Friend, Reward


class ReferralMoved(Exception):
    """Something is not as it was read: the friend, who brought whom, or the lead who earns. Look again."""


class CapReached(Exception):
    """The lead has earned as many codes in this campaign as its offer allows."""


class ReferralBook(Protocol):
    """Who brought whom is written once and stays. `root` is the lead at the head of the chain that brought the friend.

    Nobody may have brought the root: a chain is read link by link, and this is what keeps it from closing to a ring
    meanwhile. It is None where the friend was stored with their referrer before.
    """

    def friend(self, lead_id: str, campaign_id: str) -> Friend | None:
        """What was decided of a lead as a friend in this campaign."""

    def keep(self, friend: Friend, root: str | None, at: datetime) -> None:
        """Store who came by whom, or that it earns nothing, which is counted by its reason.

        Raises ReferralMoved when more than waiting is known of the friend, or somebody brought the root.
        """

    def reward(self, reward: Reward, root: str | None) -> None:
        """Make the code, its place under the cap, the lead who has it, and the event true together.

        Raises CapReached, ReferralMoved when the friend is decided, somebody brought the root, or the lead is not
        as read, and CodeTaken as `LeadBook.welcome` does.
        """
