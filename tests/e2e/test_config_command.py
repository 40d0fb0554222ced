"""The command `config` as a person uses it: real processes, each with a sandbox of its own."""

import subprocess
import sys
from pathlib import Path

CHANNEL = """connectors:
  - id: acme_shopchat
    name: Acme shop chat
    handler: https://lamp.example/settings
    icon:
      image: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
    lines:
      - line: 42
        data: {id: shop, name: Shop, url: "https://lamp.example", url_im: "https://lamp.example"}
"""


def config(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """One run on a fresh sandbox."""
    command = [sys.executable, "-m", "app", "config", *arguments]
    more = ["--sandbox", "--data-dir", str(folder / "data")]
    return subprocess.run(
        [*command, *more],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
    )


def test_a_portal_becomes_as_its_file_says(tmp_path):
    file = tmp_path / "portal.yaml"
    written = config("export", str(file), folder=tmp_path)
    assert (written.returncode, written.stdout) == (0, "")
    assert "2 lines, 0 connectors" in written.stderr

    same = config("plan", str(file), folder=tmp_path)
    assert (same.returncode, same.stdout) == (0, "")
    assert "as the file says" in same.stderr

    file.write_text(file.read_text().replace("connectors: []\n", CHANNEL))
    planned = config("plan", str(file), folder=tmp_path)
    assert planned.returncode == 1
    assert "+ register the connector acme_shopchat" in planned.stdout
    assert " in all." in planned.stderr

    unasked = config("apply", str(file), folder=tmp_path)
    assert unasked.returncode == 2
    assert "Nothing was changed" in unasked.stderr

    done = config("apply", str(file), "--yes", folder=tmp_path)
    assert done.returncode == 0
    assert [row.split()[1] for row in done.stdout.splitlines() if row.startswith("done")] == [
        *("+", "+", "~")
    ]


def test_a_file_that_cannot_be_used_is_told_line_by_line(tmp_path):
    file = tmp_path / "portal.yaml"
    file.write_text("version: 1\n" + CHANNEL.replace("acme_shopchat", "Acme.chat"))
    refused = config("plan", str(file), folder=tmp_path)
    assert refused.returncode == 2
    assert "line 3: ID: A dot is not allowed here." in refused.stderr
    assert "line 9: Line 42 is not among the lines of this file" in refused.stderr
