"""In every test here, no marketing text leaves without consent, beyond a cap or outside its hours."""

from collections.abc import Iterator

import pytest

from tests.fakes.witness import Witness, watching


@pytest.fixture(autouse=True)
def witness(monkeypatch: pytest.MonkeyPatch) -> Iterator[Witness]:
    seen = watching(monkeypatch)
    yield seen
    assert seen.broken == []
