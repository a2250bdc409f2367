"""Jobs that share an invocation."""

import pytest

from twofold.contracts.errors import Unavailable
from twofold.entrypoints.jobs import do_each


def test_each_job_tells_what_it_did():
    assert do_each({"lapsed": lambda: 3, "kept": lambda: 0}) == {"lapsed": 3, "kept": 0}


def test_one_that_fails_keeps_no_other_from_being_done():
    done: list[str] = []

    def fails(name: str) -> int:
        done.append(name)
        raise Unavailable(name)

    def works() -> int:
        done.append("works")
        return 1

    with pytest.raises(Unavailable, match="first"):
        do_each({"a": lambda: fails("first"), "b": works, "c": lambda: fails("second"), "d": works})
    assert done == ["first", "works", "second", "works"]
