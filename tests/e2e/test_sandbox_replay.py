"""The same numbers give the same day, byte for byte, in whatever process."""

import hashlib
import json
import os
import subprocess
import sys
from typing import Any

import pytest

from .conftest import ROOT
from .story import Handler, handler, play

FIXED = ("--clock", "2026-01-02T09:20:00+00:00", "--preset", "unlimited", "--auto-consent")


def day(taken: Handler, *, random_seed: int, hash_seed: int, seed: str = "shop") -> list[bytes]:
    """What a fresh process answers to the story."""
    words = ("--random-seed", str(random_seed), "--seed", seed, "--json", "--with-parent", *FIXED)
    with subprocess.Popen(
        [sys.executable, "-m", "app.sandbox", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
        cwd=ROOT,
    ) as process:
        assert process.stdout
        about: dict[str, Any] = json.loads(process.stdout.readline())
        try:
            return play(about, taken)
        finally:
            process.terminate()


def fingerprint(heard: list[bytes]) -> str:
    return hashlib.sha256(b"\n".join(heard)).hexdigest()


@pytest.mark.parametrize("seed", ["shop", pytest.param("busy", marks=pytest.mark.slow)])
def test_the_same_numbers_give_the_same_day_in_every_process(seed):
    with handler() as taken:
        days = [day(taken, random_seed=7, hash_seed=number, seed=seed) for number in (1, 2, 77)]

    for one, other in zip(days[0], days[1], strict=True):
        assert one == other
    assert len({fingerprint(heard) for heard in days}) == 1
    print(f"\n{seed}: {len(days[0])} answers, sha256 {fingerprint(days[0])}")


def test_another_number_gives_another_day():
    with handler() as taken:
        days = [day(taken, random_seed=number, hash_seed=1) for number in (7, 8)]

    assert fingerprint(days[0]) != fingerprint(days[1])
