import pytest

from tests.infra.synthesis import Template, furnished, ready, synthesise

ENVIRONMENTS = ("local", "dev", "prod")


@pytest.fixture(scope="session")
def templates(tmp_path_factory) -> dict[str, Template]:
    folder = tmp_path_factory.mktemp("synthesis")
    return {name: synthesise(ready(name), folder) for name in ENVIRONMENTS}


@pytest.fixture(params=ENVIRONMENTS)
def template(request, templates):
    return templates[request.param]


@pytest.fixture(params=("dev", "prod"))
def on_aws(request, templates):
    return templates[request.param]


@pytest.fixture(scope="session")
def prod(templates):
    return templates["prod"]


@pytest.fixture
def local(templates):
    return templates["local"]


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Template:
    """Of an environment that uses every provider there is."""
    return synthesise(furnished(), tmp_path_factory.mktemp("whole"))
