"""The sandbox says how well each method and event is known; no label stands without evidence."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.sandbox.fidelity import table

ROOT = Path(__file__).parents[2]
ROWS = table()


@pytest.fixture(scope="module")
def pinned(tmp_path_factory) -> set[str]:
    """Names that tests of the contract pin; that they really meet them is checked as they run."""
    file = tmp_path_factory.mktemp("pins") / "pins.json"
    collect = ("--collect-only", "-q", "-m", "", "-p", "tests.architecture.listing_pins")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *collect, "tests/contract"],
        cwd=ROOT,
        env={**os.environ, "PINS_FILE": str(file)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    return {name.casefold() for name in json.loads(file.read_text())}


def test_every_method_and_event_is_pinned_by_a_test_of_the_contract(pinned):
    assert [row.name for row in ROWS if row.name.casefold() not in pinned] == []


def test_no_test_pins_what_the_sandbox_does_not_have(pinned):
    assert sorted(pinned - {row.name.casefold() for row in ROWS}) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_label_says_where_the_knowledge_comes_from(row):
    if row.basis == "documented":
        assert row.page.endswith(".md"), "the vendor's page"
    else:
        assert row.note, "what is known instead of the vendor's page"
