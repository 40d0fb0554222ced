"""The command line refuses what it cannot do, in a sentence and with the documented exit code."""

import os
import signal
import subprocess
import sys

import pytest

from app import cli


def exit_code(arguments):
    try:
        return cli.main(arguments)
    except SystemExit as stop:
        return stop.code


@pytest.fixture
def no_display(monkeypatch):
    monkeypatch.setattr(cli, "has_display", lambda: False)


def test_a_window_without_a_display_is_refused_with_the_way_out(no_display, capsys):
    assert exit_code([]) == 2
    assert "--sandbox" in capsys.readouterr().err


def test_a_missing_library_is_told_with_the_line_that_installs_it(monkeypatch, capsys):
    monkeypatch.setattr(cli, "missing_packages", lambda: ("libegl1", "libgl1"))

    assert exit_code([]) == 2
    assert "apt-get install --no-install-recommends libegl1 libgl1" in capsys.readouterr().err


def test_run_wants_to_know_where_to_play(capsys):
    assert exit_code(["run", "first-connector"]) == 2
    assert "--sandbox" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["forget", "", "--yes"],
        ["forget", " ", "--yes"],
        ["call", "profile", "--profile", ""],
        ["doctor", "--fix", "--profile", ""],
        ["config", "apply", "x.yaml", "--yes", "--prune", "--profile", ""],
        ["config", "apply", ""],
        ["login", ""],
        ["login", "shop.example", "--client-id", ""],
        ["login", "shop.example", "--ca-file", ""],
        ["run", "first-connector", "--profile", ""],
        ["--profile", ""],
        ["profiles", "--data-dir", ""],
    ],
    ids=" ".join,
)
def test_a_variable_that_was_not_set_does_not_mean_the_portal_used_last(words, capsys):
    assert exit_code(words) == 2
    assert "it is empty" in capsys.readouterr().err


def test_an_unknown_scenario_lists_the_known_ones(capsys):
    assert exit_code(["run", "no-such", "--sandbox"]) == 2
    assert "first-connector" in capsys.readouterr().err


def test_a_portal_and_the_sandbox_cannot_both_be_asked_for(capsys):
    assert exit_code(["--sandbox", "--profile", "x"]) == 2
    assert "not allowed with" in capsys.readouterr().err


def test_the_data_folder_may_stand_before_or_after_the_command(tmp_path):
    parser = cli.build_parser()

    before = parser.parse_args(["--data-dir", str(tmp_path), "run", "x", "--sandbox"])
    after = parser.parse_args(["run", "x", "--sandbox", "--data-dir", str(tmp_path)])

    assert before.data_dir == after.data_dir == tmp_path
    assert before.sandbox and after.sandbox


@pytest.mark.parametrize("command", [["--quit"], ["run", "first-connector", "--sandbox"]])
def test_a_data_folder_that_cannot_be_one_is_told_in_a_sentence(command, tmp_path, capsys):
    (tmp_path / "file").touch()

    assert exit_code([*command, "--data-dir", str(tmp_path / "file")]) == 2
    assert f"Nothing can be written to {tmp_path / 'file'}" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays as Linux has them")
@pytest.mark.parametrize(
    "display", [{"QT_QPA_PLATFORM": "nonsense"}, {"WAYLAND_DISPLAY": "no-such"}], ids=str
)
def test_a_display_that_does_not_answer_is_told_in_a_sentence(display, tmp_path):
    bare = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}}

    done = subprocess.run(
        [sys.executable, "-m", "app", "--quit", "--data-dir", str(tmp_path)],
        check=False,
        env=bare | display,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 2
    assert "Qt cannot show a window here" in done.stderr
    assert "Check DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM." in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_ctrl_c_in_the_middle_of_a_scenario_is_no_success_and_no_traceback(tmp_path):
    arguments = ["run", "first-connector", "--sandbox", "--data-dir", str(tmp_path)]
    playing = subprocess.Popen(
        [sys.executable, "-m", "app", *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with playing:
        playing.stdout.readline()
        playing.send_signal(signal.SIGINT)
        _, said = playing.communicate(timeout=30)

    assert (playing.returncode, said) == (1, "Stopped before everything was played.\n")


@pytest.mark.parametrize("option", ["--data-dir", "--shots", "--junit"])
def test_a_place_that_cannot_be_written_to_is_told_before_anything_is_played(
    option, tmp_path, capsys
):
    (tmp_path / "file").write_text("", encoding="utf-8")
    places = {"--data-dir": str(tmp_path / "data"), option: str(tmp_path / "file" / "x" / "y")}
    arguments = [word for pair in places.items() for word in pair]

    assert exit_code(["run", "first-connector", "--sandbox", *arguments]) == 2
    assert option in capsys.readouterr().err
