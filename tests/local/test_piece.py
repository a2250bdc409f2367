"""Processes that outlive the command that started them."""

import os
import sys

from infra.local.piece import Piece

SLEEP = [sys.executable, "-c", "import time; print('here', flush=True); time.sleep(60)"]
STUBBORN = [sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)"]


def test_a_piece_is_known_by_its_lock_until_it_is_stopped(tmp_path):
    piece = Piece("sleeper", tmp_path)
    assert piece.pid is None
    assert piece.start(SLEEP, os.environ) == Piece("sleeper", tmp_path).pid
    assert piece.stop()
    assert piece.pid is None
    assert not piece.stop()


def test_a_number_left_by_a_process_that_is_gone_is_nobodys(tmp_path):
    (tmp_path / "sleeper.pid").write_text(str(os.getpid()))
    piece = Piece("sleeper", tmp_path)
    assert piece.pid is None
    assert not piece.stop()


def test_one_that_does_not_want_to_end_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr("infra.local.piece.PATIENCE", 0.5)
    piece = Piece("stubborn", tmp_path)
    piece.start(STUBBORN, os.environ)
    assert piece.stop()
    assert piece.pid is None
