"""The command line refuses what it cannot do, in a sentence and with the documented exit code."""

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
