"""Follows a short link: counts the click, judges it, and tells where to go. Never anywhere but where we said."""

from dataclasses import dataclass

from twofold.contracts.events import MessageClicked
from twofold.ledger.record import record
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter
from twofold.visits.click import Click

from .judge import CROWD, machine_rule
from .model import Link
from .ports import LinkBook


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowLink:
    links: LinkBook
    networks: Counter

    def __call__(self, slug: str, click: Click) -> str:
        """The address to go to. Raises NotFound.

        The first click of a person and the first of a machine become events.
        """
        link = self.links.count(slug, click.at)
        rule = machine_rule(click, link) or self._crowded(click, link)
        human = rule is None
        if (link.human_at if human else link.machine_at) is None:
            data = MessageClicked(
                message_id=link.message_id, slug=slug, human=human, rule=rule or "nothing_against_it"
            )
            cause = f"{slug}|{'human' if human else 'machine'}"
            event = record(
                data, subject=link.lead_id, version=1, at=click.at, origin=link.origin, cause=cause
            )
            self.links.clicked(link, event, click.at, human=human)
        return link.target

    def _crowded(self, click: Click, link: Link) -> str | None:
        # Only a link's first opening counts: one that is opened again and again is not many links.
        if link.clicks:
            return None
        crowd = Allowance(key=f"clicks#{click.network}", most=CROWD, seconds=60)
        return None if self.networks.take(crowd, click.at) else "network_burst"
