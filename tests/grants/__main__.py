"""`make grants`: takes every right from its function, tells the stories that need it, and shows what was refused.

Exit code 1 when a right could be taken away unnoticed and is not argued for (argued.py): nobody needs it.
`python -m tests.grants redeem_codes` does so with this function alone, and looks for no outlived arguments.
"""

import sys
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.faults.faults import Died
from tests.faults.people import People
from tests.faults.process import hosting
from tests.faults.twin import twin_of
from tests.faults.wire import Call, Do, Wire, tap
from tests.grants.argued import outlived, why
from tests.grants.rights import Right, rights, without
from tests.grants.stories import STORIES
from tests.stack import running

ROW = "  {mark} {function:15} {verb:30} {place:48} {note}"


def main() -> None:
    chosen = sys.argv[1:] or list(STORIES)
    with (
        pytest.MonkeyPatch.context() as patch,
        running() as stack,
        twin_of(stack) as twin,
        hosting(twin) as host,
    ):
        people, wire = People.of(host), tap(patch)
        for function in chosen:
            missed = refused(people, wire, function)
            assert missed is None, f"{function} fails with all of its rights: {missed}"
        all_rights = [right for function in chosen for right in rights(twin, function)]
        tried = [right for right in all_rights if why(right.verb) is None]
        unneeded = [right for right in tried if not _needed(people, wire, right)]
    for right in (right for right in all_rights if right not in tried):
        _say(" ", right, why(right.verb) or "")
    print(f"\n{len(tried)} rights taken away, {len(tried) - len(unneeded)} missed, {len(unneeded)} not.")
    stale = [] if sys.argv[1:] else sorted(outlived({right.verb for right in all_rights}))
    for verb in stale:
        print(f"No function has {verb}, which is argued for.")
    sys.exit(1 if unneeded or stale else 0)


def _needed(people: People, wire: Wire, right: Right) -> bool:
    with without(people.process.twin, right):
        missed = refused(people, wire, right.function)
    _say("✗" if missed is None else "✓", right, missed or "nobody missed it")
    return missed is not None


def refused(people: People, wire: Wire, function: str) -> str | None:
    """The first call that was refused while the function's stories were told; None when all went well."""
    denied: list[Call] = []

    def watch(position: int, call: Call, arguments: dict[str, Any], do: Do) -> Any:
        try:
            return do()
        except ClientError as error:
            if error.response["Error"]["Code"] in (
                "AccessDeniedException",
                "AccessDenied",
                "AuthorizationError",
            ):
                denied.append(call)
                raise Died from error
            raise

    for story in STORIES[function]:
        handle = people.process.start(function)

        def attempt(event: dict[str, Any], handle: Any = handle) -> Any:
            with wire.watched(watch):
                return handle(event)

        try:
            story(people, attempt)
        except (AssertionError, Died) as error:
            return str(denied[0]) if denied else f"{type(error).__name__} {error}"[:60]
        if denied:
            return str(denied[0])
    return None


def _say(mark: str, right: Right, note: str) -> None:
    print(
        ROW.format(mark=mark, function=right.function, verb=right.verb, place=right.place, note=note),
        flush=True,
    )


if __name__ == "__main__":
    main()
