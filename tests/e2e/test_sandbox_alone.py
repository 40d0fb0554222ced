"""The sandbox listens to this machine and calls nobody else, whatever addresses it is told."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from .conftest import ROOT
from .story import handler, play

WORDS = ("--json", "--with-parent", "--auto-consent", "--preset", "unlimited")
#: A handler's address outside; the story also names a bot's, a picture's and a file's.
OUTSIDE = b"https://elsewhere.example/handler"


@contextmanager
def serving(told: Path) -> Iterator[dict[str, Any]]:
    """A sandbox that writes down every socket it touches."""
    clock = ("--clock", "2026-01-02T09:20:00+00:00")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.watched", str(told), *WORDS, *clock],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.terminate()


def touched(told: Path) -> set[tuple[str, str]]:
    """Event and host of each socket call; a port alone is no host."""
    rows = [json.loads(line) for line in told.read_text().splitlines()]
    hosts = [(event, re.findall(r"'([^']*)'", detail)) for event, detail in rows]
    return {(event, found[0] if found else "") for event, found in hosts}


def is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def test_a_whole_day_touches_no_other_machine(tmp_path):
    told = tmp_path / "told"
    with handler() as taken, serving(told) as about:
        heard = b"".join(play(about, taken))

    seen = touched(told)
    assert OUTSIDE in heard
    assert ("socket.bind", "127.0.0.1") in seen
    assert ("socket.connect", "127.0.0.1") in seen, "the handler of this machine is called"
    assert [host for _, host in seen if not is_this_machine(host)] == []


def may_have_a_network_of_its_own() -> bool:
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    return (
        subprocess.run([unshare, "-rn", "true"], check=False, capture_output=True).returncode == 0
    )


@pytest.mark.slow
@pytest.mark.skipif(
    not may_have_a_network_of_its_own(), reason="this machine gives no network namespaces"
)
def test_where_there_is_nothing_but_this_machine_nothing_is_missing(tmp_path):
    told = tmp_path / "told"
    done = subprocess.run(
        ["unshare", "-rn", sys.executable, "-m", "tests.e2e.alone", str(told)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    counted = json.loads(done.stdout)
    print(f"\n{counted}")
    assert counted["interfaces"] == ["lo"]
    assert counted["answers"] > 100
    assert counted["noticed"] > 0, "the kernel counts steps outside"
    assert counted["outside"] == 0
    assert [host for _, host in touched(told) if not is_this_machine(host)] == []
