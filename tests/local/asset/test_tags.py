"""Tables for whoever writes NFC tags."""

import stat
from pathlib import Path

from tests.local.asset.saying import SITE, refused


def test_open_tags_get_a_table_and_instructions(make, memory, tmp_path):
    files = make("tags", "ast_till_sign", "--tag", "ntag215", "--out", tmp_path / "tags.csv")
    assert files == [str(tmp_path / "tags.csv"), str(tmp_path / "tags.md")]
    row = (tmp_path / "tags.csv").read_bytes().decode("utf-8-sig").splitlines()[1]
    assert f'"{SITE}/{memory.assets["ast_till_sign"].slug}"' in row
    assert "NTAG215" in (tmp_path / "tags.md").read_text()


def test_the_keys_of_authenticated_tags_lie_apart_and_only_their_owner_reads_them(make, tmp_path):
    files = make("tags", "ast_till_sign", "--tag", "ntag424", "--out", tmp_path / "tags.csv")
    table, keys, _ = map(Path, files)
    secret = b"ast_till_sign".ljust(16).hex(" ").upper()
    assert secret in keys.read_text("utf-8-sig")
    assert secret not in table.read_text("utf-8-sig")
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600


def test_keys_are_not_written_into_a_file_that_others_may_read(make, tmp_path):
    keys = tmp_path / "tags.keys.csv"
    keys.write_text("from before")
    keys.chmod(0o644)
    make("tags", "ast_till_sign", "--tag", "ntag424", "--out", tmp_path / "tags.csv")
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600


def test_a_sign_that_must_prove_its_taps_is_not_written_to_a_tag_that_cannot(make, tmp_path):
    make("edit", "ast_till_sign", "--proof", "tap")
    said = refused(make, "tags", "ast_till_sign", "--out", tmp_path / "tags.csv")
    assert said.startswith("--tag: ast_till_sign asks for a proof of the tap, which an NTAG213 cannot give")
    assert not list(tmp_path.iterdir())
