"""What a clone remembers of its running stack."""

import stat

from infra.local.workspace import LOCAL, Workspace


def test_what_was_written_is_read_and_only_by_its_owner(tmp_path):
    workspace = Workspace(tmp_path / "new")
    workspace.write({"site": "http://127.0.0.1:1"})
    assert workspace.read() == {"site": "http://127.0.0.1:1"}
    assert stat.S_IMODE((workspace.folder / "stack.json").stat().st_mode) == 0o600


def test_before_the_first_deploy_and_after_the_end_it_knows_nothing(tmp_path):
    workspace = Workspace(tmp_path)
    assert workspace.read() == {}
    workspace.write({"site": ""})
    workspace.forget()
    assert workspace.read() == {}


def test_one_variable_names_another_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("TWOFOLD_LOCAL", str(tmp_path))
    assert Workspace.current().folder == tmp_path
    monkeypatch.setenv("TWOFOLD_LOCAL", "")
    assert Workspace.current().folder == LOCAL
