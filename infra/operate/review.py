"""Answers in doubtful words: `make review` lists them; `make review ID=msg_… SAY=stop` (or keep) decides one.

Until then their sender gets no marketing.
"""

import argparse

from infra.commands.screen import CannotGoOn
from infra.operate.books import Books
from infra.operate.deployment import attached
from twofold.contracts.errors import DomainError
from twofold.contracts.instants import now, to_second
from twofold.leads.opt_out import OptOut
from twofold.messages.model import Message
from twofold.messages.replies.review import KEEP, STOP, Review

AT_ONCE = 50
_SAID = {
    "left": "They get no more texts.",
    "stays": "They get texts again.",
    "waits": "Noted. Something else of theirs still waits, so they get no texts yet.",
    "settled": "Noted. It no longer matters: they have left, come back or are held for another reason since.",
}


def main() -> None:
    arguments = _parser().parse_args()
    with attached(arguments.env) as deployment:
        books = Books(deployment)
        review = Review(
            book=books.replies,
            messages=books.messages,
            leads=books.leads,
            opt_out=OptOut(book=books.leads, clock=now),
            clock=now,
        )
        if arguments.say and not arguments.id:
            raise CannotGoOn("Which answer? Name it: make review ID=msg_… SAY=" + arguments.say)
        print(_decided(review, arguments.id, arguments.say) if arguments.id else _list(review))


def _decided(review: Review, message_id: str, verdict: str | None) -> str:
    if verdict is None:
        raise CannotGoOn(f"Say what they meant: SAY={STOP} or SAY={KEEP}.")
    try:
        return _SAID[review.decide(message_id, verdict)]
    except DomainError as refusal:
        raise CannotGoOn(refusal.detail) from None


def _list(review: Review) -> str:
    waiting = review.waiting(AT_ONCE)
    if not waiting:
        return "Nothing waits for you."
    lines = [_line(message) for message in waiting]
    return "\n".join([*lines, "", f"Decide each: make review ID=… SAY={STOP} (or {KEEP})."])


def _line(message: Message) -> str:
    # What a stranger wrote must not move the cursor of whoever reads it.
    words = "".join(c if c.isprintable() else " " for c in message.shown)
    return f"{message.message_id}  {to_second(message.planned_at)}  {message.origin.campaign_id}  “{words}”"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make review", description=__doc__)
    parser.add_argument("id", nargs="?", help="which answer to decide (default: list them)")
    parser.add_argument("--say", help=f"{STOP}: they leave; {KEEP}: they stay")
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return parser


if __name__ == "__main__":
    main()
