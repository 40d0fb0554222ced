"""The command `run` plays the whole story of a first connector, with no display."""

import os
import signal
import subprocess
import sys
from xml.etree import ElementTree as ET

from PySide6.QtGui import QImage

PNG = b"\x89PNG\r\n\x1a\n"


def colours(png):
    """How many colours a picture has, up to a thousand or so; a blank one has few."""
    image = QImage.fromData(png)
    steps = range(0, min(image.width(), image.height()), 4)
    return len({image.pixel(x, y) for x in steps for y in steps})


def run(folder, *arguments):
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run(
        [sys.executable, "-m", "app", "--data-dir", str(folder / "data"), "run", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def test_the_first_connector_story_comes_true_off_screen_with_a_picture_of_each_chapter(tmp_path):
    shots, junit = tmp_path / "shots", tmp_path / "junit.xml"

    done = run(tmp_path, "first-connector", "--sandbox", "--shots", shots, "--junit", junit)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "first-connector: passed" in done.stdout
    pictures = sorted(shots.glob("*.png"))
    assert len(pictures) >= 8
    contents = {picture.read_bytes() for picture in pictures}
    assert len(contents) == len(pictures), "two chapters look the same"
    assert all(content.startswith(PNG) and colours(content) > 50 for content in contents)
    suite = ET.parse(junit).getroot()[0]
    assert suite.get("failures") == "0"
    assert len(suite) == int(suite.get("tests", "0")) > 30


def test_an_expectation_that_is_not_met_ends_the_run_with_1_and_is_told(tmp_path):
    story = tmp_path / "wrong.yaml"
    story.write_text(
        "title: Wrong\nchapters:\n- title: One\n  steps:\n"
        "  - sign_in:\n  - see_user: {name: Somebody Else, within: 0.2}\n  - show: {page: calls}\n",
        encoding="utf-8",
    )

    done = run(tmp_path, str(story), "--sandbox")

    assert done.returncode == 1
    assert "FAIL One · see_user: user: expected 'Somebody Else', seen 'Olga Demina'" in done.stdout
    assert "wrong: failed, 1 of 3 steps" in done.stdout


def test_a_polite_kill_in_the_middle_takes_everything_down_in_order(tmp_path):
    story = tmp_path / "waiting.yaml"
    story.write_text(
        "title: Waiting\nchapters:\n- title: One\n  steps:\n"
        "  - sign_in:\n  - see_user: {name: Nobody, within: 600}\n",
        encoding="utf-8",
    )
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    playing = subprocess.Popen(
        [sys.executable, "-m", "app", "--data-dir", str(tmp_path / "d"), "run", story, "--sandbox"],
        env=os.environ | {"TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert "signed in" in playing.stdout.readline()

    playing.send_signal(signal.SIGTERM)
    _, told = playing.communicate(timeout=60)

    assert playing.returncode == 1
    assert "Stopped before everything was played." in told
    assert "Traceback" not in told
    assert list(temporary.iterdir()) == []


def test_an_unknown_portal_is_told_and_ends_with_3(tmp_path):
    done = run(tmp_path, "first-connector", "--profile", "nobody")

    assert done.returncode == 3
    assert "There is no portal of this name" in done.stdout
