"""Use cases that few requests need: their wiring is loaded with the first that does."""

from functools import cached_property
from importlib import import_module
from typing import Any


class Lazily:
    """`Lazily("twofold.wiring.partners.webhooks").replay` is what that module's `replay()` makes, once."""

    def __init__(self, module: str) -> None:
        self._name = module

    def __getattr__(self, name: str) -> Any:
        made = getattr(self._module, name)()
        # From now on it is found before anybody asks here.
        setattr(self, name, made)
        return made

    @cached_property
    def _module(self) -> Any:
        return import_module(self._name)
