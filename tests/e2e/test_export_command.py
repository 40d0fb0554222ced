"""`export` as people run it: on the journal that another process left or still writes."""

import asyncio
import csv
import json
import os
import sys

import pytest

from app.domain.dialog import Customer
from app.services.profiles import Profiles
from tests.e2e.conftest import ROOT
from tests.helpers.desk import CONNECTOR, LINE, connected, open_sandbox, open_test_desk


async def export(folder, *words):
    """Exit code, results, everything else."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app", "export", *words, "--data-dir", str(folder)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ},
    )
    async with asyncio.timeout(60):
        out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


@pytest.fixture
async def folder(tmp_path):
    """A data folder with two dialogs; the desk that writes them is still open."""
    async with open_sandbox() as portal:
        session = await portal.sign_in()
        Profiles(tmp_path).save(session.profile)
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            for name in ("Anna", "Boris"):
                customer = Customer(f"u-{name}", name, f"conv-{name}")
                await desk.outbox.start_dialog(CONNECTOR, LINE, customer, "=1+1, +37120000001")
            yield tmp_path


async def test_every_dialog_goes_into_the_file_that_its_name_says(folder):
    file = folder / "talks.json"
    code, out, _ = await export(folder, "--out", str(file), "--zone", "Europe/Riga")
    found = json.loads(file.read_text())

    assert (code, str(file) in out) == (0, True)
    assert [each["name"] for each in found["dialogs"]] == ["Anna", "Boris"]
    assert found["time_zone"] == "Europe/Riga"
    assert file.stat().st_mode & 0o077 == 0, "what customers wrote is read by nobody else"


async def test_what_is_masked_and_what_could_be_a_formula(folder):
    file = folder / "talks.csv"
    code, _, _ = await export(folder, "--out", str(file), "--mask", "phones,names", "--dialog", "1")
    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))

    assert code == 0
    assert {row["customer"] for row in rows} == {"Customer 1"}
    assert rows[0]["text"] == "'=1+1, ‹phone›"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--out", "t.docx"), "--format"),
        (("--out", "t.md", "--dialog", "99"), "no dialog 99"),
        (("--out", "t.md", "--connector", "nobody"), "No dialog fits"),
        (("--out", "t.md", "--mask", "faces"), "faces"),
        (("--out", "t.md", "--zone", "Mars/North"), "Mars/North"),
        (("--out", "t.md", "--profile", "nobody"), "portal"),
    ],
)
async def test_wrong_use_writes_nothing(folder, words, told):
    code, out, err = await export(folder, *words)

    assert (code, out) == (2, "")
    assert told in err
    assert not (ROOT / words[1]).exists()


async def test_a_file_that_cannot_be_written_is_told_in_words(folder):
    code, _, err = await export(folder, "--out", str(folder / "nowhere" / "t.md"))

    assert code == 1
    assert "Traceback" not in err
    assert "does not exist" in err
