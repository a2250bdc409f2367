"""A machine without a browser leaves these tests out, and says so where nobody overlooks it."""

import os
import subprocess
import sys

from infra.artefacts import ROOT
from infra.commands.browser import MISSING

ONE = "tests/browser/widget/test_rules.py::test_a_new_visitor_is_greeted"


def test_what_was_not_looked_at_is_said_in_a_section_of_its_own(tmp_path):
    # Node is only asked for when the bundle is not there yet.
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", ONE]
    environment = {**os.environ, "PATH": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "NO BROWSER: nothing was tried in one" in done.stdout
    assert MISSING in done.stdout
    assert "1 skipped" in done.stdout
