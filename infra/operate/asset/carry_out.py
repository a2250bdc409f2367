"""Every command by its name, and what an operator is told when one is refused."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from infra.commands.screen import CannotGoOn
from infra.operate.asset import counts, qr, register, sheet, tags
from infra.operate.asset.desk import Desk, Output
from infra.operate.asset.options import OPTION_OF
from twofold.contracts.errors import DomainError

COMMANDS: Mapping[str, Callable[[Desk, Namespace], Output]] = {
    "list": register.listed,
    "show": register.shown,
    "create": register.created,
    "edit": register.edited,
    "pause": register.paused,
    "resume": register.resumed,
    "point": register.pointed,
    "counts": counts.counted,
    "qr": qr.drawn,
    "sheet": sheet.laid_out,
    "tags": tags.tagged,
}


def carry_out(desk: Desk, asked: Namespace) -> Output:
    """What came of it. Raises CannotGoOn, in a sentence that names the option where one is at fault."""
    try:
        return COMMANDS[asked.command](desk, asked)
    except DomainError as refusal:
        raise CannotGoOn(_sentence(refusal)) from None


def _sentence(refusal: DomainError) -> str:
    # A fault of one code among many names its place in the list: entries[3].link.
    if refusal.field is None or "[" in refusal.field:
        return refusal.detail
    return f"{OPTION_OF.get(refusal.field, f'--{refusal.field}')}: {refusal.detail}"
