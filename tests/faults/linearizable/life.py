"""A code that does one thing at a time: what each operation answers, and what it leaves behind."""

from dataclasses import dataclass, replace

from .history import Operation

GOOD = ("issued", "rolled_back")


@dataclass(frozen=True, slots=True)
class Life:
    """`order` is that of the last redemption, whose id is the code's version then; `returned` those taken back."""

    state: str = "issued"
    version: int = 1
    cart: str = ""
    order: str = ""
    redemption: int = 0
    returned: frozenset[str] = frozenset()

    def to(self, state: str, **changes: object) -> "Life":
        return replace(self, state=state, version=self.version + 1, **changes)  # type: ignore[arg-type]


Outcome = tuple[frozenset[str], Life]


def step(life: Life, operation: Operation) -> Outcome:
    """Answers are `done`, `redeemed <version>`, or the code of a refusal; several where two of them are true."""
    return _DEEDS[operation.kind](life, operation.argument)


def _reserve(life: Life, cart: str) -> Outcome:
    if life.state in GOOD:
        return _done(life.to("reserved", cart=cart))
    if life.state == "reserved":
        return _done(life) if life.cart == cart else _refused(life, "code_reserved")
    return _over(life)


def _release(life: Life, cart: str) -> Outcome:
    held = life.state == "reserved" and life.cart == cart
    return _done(life.to(_rest(life), cart="") if held else life)


def _redeem(life: Life, argument: str) -> Outcome:
    order, _, cart = argument.partition("@")
    if life.state == "redeemed" and life.order == order:
        return frozenset({f"redeemed {life.redemption}"}), life
    if life.state == "redeemed" or life.state in ("expired", "revoked"):
        return _over(life, *(["redemption_rolled_back"] if order in life.returned else []))
    if life.state == "reserved" and life.cart != cart:
        return _refused(life, "code_reserved", *_again(life, order))
    if order in life.returned:
        return _refused(life, "redemption_rolled_back")
    after = life.to("redeemed", cart="", order=order, redemption=life.version + 1)
    return frozenset({f"redeemed {after.redemption}"}), after


def _roll_back(life: Life, order: str) -> Outcome:
    """Of the redemption that the process itself made on this order."""
    if order in life.returned:
        return _done(life)
    if life.state == "redeemed" and life.order == order:
        return _done(life.to("rolled_back", returned=life.returned | {order}))
    return _refused(life, "redemption_not_found")


def _expire(life: Life, _: str) -> Outcome:
    ends = life.state in (*GOOD, "reserved")
    return _done(life.to("expired", cart="") if ends else life)


def _revoke(life: Life, _: str) -> Outcome:
    if life.state == "redeemed":
        return _refused(life, "code_already_redeemed")
    return _done(life if life.state == "revoked" else life.to("revoked", cart=""))


def _over(life: Life, *also: str) -> Outcome:
    name = {"redeemed": "code_already_redeemed", "expired": "code_expired", "revoked": "code_revoked"}
    return _refused(life, name[life.state], *also)


def _again(life: Life, order: str) -> list[str]:
    return ["redemption_rolled_back"] if order in life.returned else []


def _rest(life: Life) -> str:
    return "rolled_back" if life.returned else "issued"


def _done(life: Life) -> Outcome:
    return frozenset({"done"}), life


def _refused(life: Life, *codes: str) -> Outcome:
    return frozenset(codes), life


_DEEDS = {
    "reserve": _reserve,
    "release": _release,
    "redeem": _redeem,
    "roll_back": _roll_back,
    "expire": _expire,
    "revoke": _revoke,
}
