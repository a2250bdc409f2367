"""What is uploaded is whole, compiled, and the same every time it is built."""

import json
import re
import shutil
from pathlib import Path

import pytest

from infra.artefacts import ROOT, BuiltArtefacts, browser, bytecode, once
from infra.artefacts.service_models import SERVICES
from infra.artefacts.target import LAMBDA, Target, host
from tests.infra.starting import environment, start
from tests.infra.test_functions import FOLDERS

TELLING = """
import sys
compiled = []
def hear(event, arguments):
    if event == "compile" and str(arguments[1]).endswith(".py"):
        compiled.append(str(arguments[1]))
sys.addaudithook(hear)
import handler
print("\\n".join(compiled))
"""


@pytest.fixture(scope="module")
def built() -> BuiltArtefacts:
    return BuiltArtefacts(target=host())


@pytest.fixture(scope="module")
def unpacked(built, tmp_path_factory) -> Path:
    """As Lambda lays it out: content and names are kept, times are not."""
    folder: Path = tmp_path_factory.mktemp("unpacked")
    parts = {"vendor": built.vendor(), "product": built.product()}
    for name, part in (parts | {name: built.function(name) for name in FOLDERS}).items():
        shutil.copytree(part, folder / name, copy_function=shutil.copyfile)
    return folder


@pytest.mark.parametrize("function", sorted(FOLDERS))
def test_a_cold_start_needs_nothing_but_the_layers_and_compiles_nothing(unpacked, local, function):
    started = start(
        TELLING,
        variables=environment(local, function),
        at=unpacked / function,
        layers=[unpacked / "vendor" / "python", unpacked / "product" / "python"],
        options=("-S",),
    )
    assert (started.returncode, started.stderr) == (0, "")
    assert started.stdout.split() == []


def test_the_services_that_are_described_are_those_that_adapters_make_clients_for():
    adapters = ROOT / "layers" / "twofold" / "python" / "twofold" / "adapters"
    sources = "".join(path.read_text("utf-8") for path in adapters.rglob("*.py"))
    assert sources.count("create_client(") == len(SERVICES)
    assert set(re.findall(r'create_client\("(\w+)"', sources)) == set(SERVICES)


def test_of_aws_only_those_services_are_described(built):
    data = built.vendor() / "python" / "botocore" / "data"
    assert {path.name for path in data.iterdir() if path.is_dir()} == set(SERVICES)
    assert not list(data.rglob("*.gz"))
    assert all('"documentation":"' not in model.read_text() for model in data.rglob("service-2.json"))


def test_the_described_services_still_know_every_operation(built):
    import botocore.session

    session = botocore.session.Session()
    for service in SERVICES:
        whole = session.get_service_model(service)
        path = (
            built.vendor() / "python" / "botocore" / "data" / service / whole.api_version / "service-2.json"
        )
        assert set(json.loads(path.read_text())["operations"]) == set(whole.operation_names)


def test_licences_travel_with_their_packages(built):
    notices = {path.parts[-2] for path in built.vendor().glob("python/*.dist-info/METADATA")}
    assert len(notices) >= 10


def test_the_same_sources_compile_to_the_same_bytes(tmp_path):
    source = Path(bytecode.__file__).parent
    files = once.sources(source)
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        bytecode.compiled_copy(source, files, tmp_path / name, host(), "/opt")
    first, second = (
        {p.name: p.read_bytes() for p in (tmp_path / n).rglob("*.pyc")} for n in ("first", "second")
    )
    assert first
    assert first == second


def test_where_the_targets_python_is_missing_the_builder_is_told_and_sources_stay(tmp_path, capfd):
    (tmp_path / "handler.py").write_text("x = 1\n")
    bytecode.compile_tree(tmp_path, Target(python="3.99", machine="aarch64"), "/opt")
    assert [path.name for path in tmp_path.rglob("*")] == ["handler.py"]
    assert "No Python 3.99 here" in capfd.readouterr().err


def test_nothing_is_built_twice(tmp_path):
    built: list[Path] = []
    for _ in range(2):
        once.built(tmp_path, "key", built.append)
    assert len(built) == 1


def test_a_build_that_fails_leaves_nothing_that_looks_finished(tmp_path):
    def fail(to: Path) -> None:
        (to / "half").touch()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        once.built(tmp_path, "key", fail)
    assert list(tmp_path.iterdir()) == []


def test_whoever_builds_the_same_at_the_same_time_is_not_in_the_way(tmp_path):
    def overtaken(to: Path) -> None:
        shutil.copytree(to, tmp_path / "key")
        (tmp_path / "key" / "theirs").touch()

    assert (once.built(tmp_path, "key", overtaken) / "theirs").exists()


def test_a_changed_name_or_content_is_another_build(tmp_path):
    file = tmp_path / "a.py"
    file.write_text("1")
    before = once.digest([file])
    file.write_text("2")
    changed = once.digest([file])
    renamed = once.digest([file.rename(tmp_path / "b.py")])
    assert len({before, changed, renamed}) == 3


def test_lambda_is_another_target_than_this_machine():
    assert LAMBDA.is_arm
    assert host().key != LAMBDA.key


PAGES = ROOT / "functions" / "serve_pages"


def test_what_a_browser_loads_is_bundled_and_its_sources_stay_at_home(built):
    folder = built.function("serve_pages")
    mains = {f"{main.parent.name}.js" for main in (PAGES / browser.SOURCES).glob("*/main.js")}
    assert "widget.js" in mains
    assert mains <= {path.name for path in (folder / "static").iterdir()}
    assert not (folder / browser.SOURCES).exists()


def test_tests_of_the_source_tree_find_the_same_bundles(built):
    for name, path in browser.bundled(PAGES).items():
        assert path.read_bytes() == (built.function("serve_pages") / "static" / name).read_bytes()


def test_the_same_sources_bundle_to_the_same_bytes_wherever_they_lie(tmp_path):
    shutil.copytree(PAGES / browser.SOURCES, tmp_path / "elsewhere" / browser.SOURCES)
    for name, source in (("one", PAGES), ("other", tmp_path / "elsewhere")):
        (tmp_path / name).mkdir()
        browser.bundles(source, tmp_path / name)
    one, other = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("one", "other"))
    assert one
    assert one == other


def test_a_function_without_a_browser_folder_has_no_bundles():
    assert browser.bundled(ROOT / "functions" / "relay_events") == {}


def test_a_script_that_cannot_be_read_is_told_with_its_place(tmp_path):
    main = tmp_path / browser.SOURCES / "widget" / "main.js"
    main.parent.mkdir(parents=True)
    main.write_text("let broken = ;")
    with pytest.raises(browser.CannotBundle, match=r"widget/main\.js:1:13"):
        browser.bundles(tmp_path, tmp_path)


def test_without_esbuild_one_is_told_what_to_do(tmp_path, monkeypatch):
    (tmp_path / browser.SOURCES / "widget").mkdir(parents=True)
    (tmp_path / browser.SOURCES / "widget" / "main.js").touch()
    monkeypatch.setattr(browser, "ESBUILD", tmp_path / "esbuild")
    with pytest.raises(browser.CannotBundle, match="make setup"):
        browser.bundles(tmp_path, tmp_path)
