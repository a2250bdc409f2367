"""Withdraws a code for good."""

from dataclasses import dataclass

from twofold.contracts.events import CodeRevoked
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.codes import RevocationReceipt, RevocationRequest

from . import receipts
from .model import DiscountCode, Revocation
from .once import Done, once
from .ports import CodeBook, CodeChange, RequestKey
from .refusals import refusal
from .rules import Basket
from .telling import changed
from .tidy import tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeCode:
    book: CodeBook
    clock: Clock

    def __call__(
        self, typed: str, request: RevocationRequest, key: RequestKey | None = None
    ) -> Done[RevocationReceipt]:
        """Nobody spends the code from now on; redemptions that stand can still be taken back.

        Again, it answers as the first time. Raises NotFound, Conflict `code_already_redeemed` when no use is left,
        InvalidRequest `idempotency_key_reused`.
        """
        return once(self.book, key, RevocationReceipt, lambda _: self._revoke(tidy(typed), request, key))

    def _revoke(
        self, typed: str, request: RevocationRequest, key: RequestKey | None
    ) -> Done[RevocationReceipt]:
        code, at = self.book.find(typed), self.clock()
        if code.revocation:
            return Done(receipts.revoked(code, code.revocation), new=False)
        if code.state == "redeemed":
            raise refusal("redeemed", code, Basket(), at)
        revocation = Revocation(reason=request.reason, at=at)
        change = revoking(code, revocation, key)
        self.book.change(change)
        return Done(receipts.revoked(change.after, revocation), new=True)


def revoking(code: DiscountCode, revocation: Revocation, key: RequestKey | None = None) -> CodeChange:
    """What withdrawing makes of a code: nobody's, whoever held it."""
    after = code.next(revocation.at, state="revoked", revocation=revocation, hold=None)
    data = CodeRevoked(code=code.code, reason=revocation.reason)
    answer = receipts.revoked(after, revocation)
    return changed(code, after, revocation.at, data, key=key, answer=answer)
