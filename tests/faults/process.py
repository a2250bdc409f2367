"""One of the functions in this very process, as cold as Lambda starts it: its code, its settings, its own role."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from tests.faults.faults import Died
from tests.faults.twin import Twin
from twofold.adapters import secrets
from twofold.adapters.dynamodb.connection import SharedConnection, connect
from twofold.adapters.dynamodb.items import BY_TABLE
from twofold.adapters.session import credentials, session
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import TableSettings

FUNCTIONS = Path(__file__).parents[2] / "functions"
CONTEXT = SimpleNamespace(
    function_name="f",
    memory_limit_in_mb=512,
    invoked_function_arn="arn:f",
    aws_request_id="r",
    get_remaining_time_in_millis=lambda: 900_000,
)


@dataclass
class Process:
    """Starts functions on a twin. Whoever was started last owns the database's connection."""

    twin: Twin
    _known: dict[str, tuple[dict[str, str], dict[str, str]]] = field(default_factory=dict)

    def start(self, function: str) -> Callable[[dict[str, Any]], Any]:
        """The handler, freshly loaded for every event: nothing is remembered from the one before."""

        def handle(event: dict[str, Any]) -> Any:
            try:
                module = self.load(function)
            except Unavailable as error:
                raise Died from error
            return module.handle(event, CONTEXT)

        return handle

    def load(self, function: str) -> ModuleType:
        """The function's module, with everything that it built when it was imported."""
        if function not in self._known:
            self._known[function] = (self.twin.environment(function), self.twin.credentials(function))
        environment, role = self._known[function]
        self.forget()
        os.environ.update(environment)
        session().set_credentials(role["AccessKeyId"], role["SecretAccessKey"], role["SessionToken"])
        return _module(FUNCTIONS / function / "handler.py", f"{function}_handler")

    def wiring(self, function: str) -> ModuleType:
        """What the function's use cases are built by, once it has been loaded."""
        self.load(function)
        return sys.modules[f"twofold.wiring.{function}"]

    def attach(self) -> SharedConnection:
        """The tables with the rights of an operator, to prepare and to judge."""
        self.forget()
        session().set_credentials("test", "test")
        return connect(TableSettings(**self.twin.tables))

    def forget(self) -> None:
        for name in [name for name in sys.modules if name.startswith("twofold.wiring")]:
            del sys.modules[name]
        for name in [name for name in os.environ if name.startswith("TWOFOLD_")]:
            del os.environ[name]
        secrets.read_secret.cache_clear()
        # A table that a function was not told of must not be found by the settings of the one before.
        for kinds in BY_TABLE.values():
            for kind in kinds:
                kind.Meta.table_name, kind._connection = "", None


@contextmanager
def hosting(twin: Twin) -> Iterator[Process]:
    """Leaves this process as it was, for those whose tests come after."""
    before, aws = dict(os.environ), twin.stack.aws
    session.cache_clear()
    os.environ |= {"AWS_ENDPOINT_URL": aws["endpoint_url"], "POWERTOOLS_LOG_LEVEL": "WARNING"}
    os.environ |= {"AWS_REGION": aws["region_name"], "AWS_DEFAULT_REGION": aws["region_name"]}
    host = Process(twin)
    _make_each_client_once()
    yield host
    host.forget()
    os.environ.clear()
    os.environ.update(before)
    session.cache_clear()


def _make_each_client_once() -> None:
    """Making one takes long and calls nobody; one for each role is as good."""
    made: dict[Any, Any] = {}
    create: Any = session().create_client

    def create_client(service: str, **rest: Any) -> Any:
        key = (service, credentials().access_key)
        if key not in made:
            made[key] = create(service, **rest)
        return made[key]

    vars(session())["create_client"] = create_client


def _module(path: Path, name: str) -> ModuleType:
    spec = spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
