"""The keychain of a real desktop: gnome-keyring on a message bus of its own."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.e2e.conftest import ROOT
from tests.e2e.secret_service import SECRET

needed = ("dbus-run-session", "gnome-keyring-daemon")
missing = [name for name in needed if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict[str, object]:
    """What the console saw, on a bus and in a home of its own."""
    folder = tmp_path_factory.mktemp("home")
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME")
    kept = {name: text for name, text in os.environ.items() if name in ("PATH", "LANG")}
    folder.chmod(0o700)
    daemon = "printf password | gnome-keyring-daemon --unlock --components=secrets >&2"
    command = f"{daemon}; exec {sys.executable} -m tests.e2e.secret_service"
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", command],
        env={**kept, **dict.fromkeys(homes, str(folder))},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, object] = {}
    for line in done.stdout.splitlines():
        seen |= json.loads(line)
    return seen


def test_a_real_keychain_keeps_secrets_between_runs_and_forgets_them(seen):
    assert seen["unknown"] is None
    assert seen["another run"] == SECRET + "2"
    assert seen["forgotten"] is None


def test_a_locked_keychain_that_nobody_opens_is_told_and_nothing_is_kept_elsewhere(seen):
    assert seen["nobody to ask"] == "KEYCHAIN_LOCKED"
    assert seen["saving while locked"] == "KEYCHAIN_LOCKED"


def test_a_keychain_that_asks_its_owner_is_waited_for_and_then_told(seen):
    assert seen["its owner is asked"] == "KEYCHAIN_WAITING"
    assert seen["opened while locked"] == "KEYCHAIN_WAITING"
