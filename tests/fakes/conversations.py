"""Links, answers and receipts: their use cases, wired to the ports of a test as `twofold.wiring` wires them to AWS."""

from tests.fakes.samples import SITE
from tests.fakes.tools import Tools
from twofold.messages.links.follow import FollowLink
from twofold.messages.links.shorten import Shorten
from twofold.messages.receipts.hygiene import Hygiene
from twofold.messages.receipts.settle import Settle
from twofold.messages.replies.join import JoinByText
from twofold.messages.replies.receive import Receive
from twofold.messages.replies.review import Review


class Links:
    def __init__(self, tools: Tools) -> None:
        books = tools.books
        self.shorten = Shorten(links=books.links, key=b"l" * 32, site=SITE, clock=tools.clock)
        self.follow = FollowLink(links=books.links, networks=books.counter)


class Replies:
    def __init__(self, tools: Tools) -> None:
        books, signups = tools.books, tools.signups
        join = JoinByText(
            keywords=books.assets,
            assets=books.assets,
            campaigns=books.campaigns,
            challenges=books.challenges,
            admit=signups.admit,
            clock=tools.clock,
        )
        self.receive = Receive(
            leads=books.leads,
            identify=signups.identify,
            book=books.replies,
            join=join,
            answered=books.counter,
            campaign_id=tools.sending.campaign or "",
            clock=tools.clock,
        )
        self.review = Review(
            book=books.replies,
            messages=books.messages,
            leads=books.leads,
            opt_out=signups.opt_out,
            clock=tools.clock,
        )


class Receipts:
    def __init__(self, tools: Tools) -> None:
        books = tools.books
        self.settle = Settle(
            leads=books.leads,
            identify=tools.signups.identify,
            messages=books.messages,
            book=books.receipts,
            hygiene=Hygiene(sending=tools.sending),
            clock=tools.clock,
        )
