"""What a visitor is told when something does not work, and beside which field."""

from dataclasses import dataclass

from msgspec import UNSET

from twofold.contracts.errors import TwofoldError

from ..pages import NOTHING, Markup, Pages
from ..problems import describe

BESIDE = {"phone": "phone", "country": "phone", "consent.accepted": "consent", "code": "code"}
"""The page's field for each field of a request; what is wrong with any other stands above them all."""

OVER = frozenset({"challenge_over", "challenge_not_found"})
"""No code is good any more: the number has to be left again."""

_MARKS = Markup(' aria-invalid="true" aria-describedby="fault" autofocus')


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """`field` is the page's, or empty; `words` are for the visitor."""

    field: str = ""
    words: str = ""
    over: bool = False
    seconds: int | None = None

    def above(self, pages: Pages, field: str = "") -> Markup:
        """The words, where they belong above this field; without a field, above the form."""
        if not self.words or field != self.field:
            return NOTHING
        return pages.fill("landing_fault.html", {"fault": self.words})

    def marks(self, field: str) -> Markup:
        """Attributes of the field at fault: what is wrong with it, and that the visitor goes on there."""
        return _MARKS if field == self.field else NOTHING


NONE = Fault()


def fault_of(error: TwofoldError, say: dict[str, str]) -> Fault:
    """In the words that the campaign, or we, have for it."""
    problem = describe(error)
    left, wait = problem.attempts_left, problem.retry_after
    over = error.code in OVER or left == 0
    name = "challenge_over" if over else error.code
    name = f"{name}_{error.field}" if name == "invalid_request" else name
    words = say.get(f"fault_{name}") or say[_by_status(problem.status)]
    return Fault(
        field="" if over else BESIDE.get(error.field or "", ""),
        words=words.replace("{left}", str(left)).replace("{seconds}", str(wait)),
        over=over,
        seconds=None if wait is UNSET else wait,
    )


def _by_status(status: int) -> str:
    if status == 429:
        return "fault_too_many"
    return "fault_unavailable" if status >= 500 else "fault_other"
