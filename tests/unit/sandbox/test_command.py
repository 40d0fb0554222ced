"""The command: a real process, a real socket, real signals."""

import argparse
import http.client
import json
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from app.sandbox.process.arguments import add_arguments, options_of
from app.sandbox.process.command import _listener

COMMAND = [sys.executable, "-m", "app.sandbox"]


@contextmanager
def running(*options: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    process = subprocess.Popen(
        [*COMMAND, "--json", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process, json.loads(process.stdout.readline())
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()


def state_of(about: dict[str, str]) -> dict:
    with urlopen(about["control"] + "state") as answer:
        return json.load(answer)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_when_it_says_so_and_stops_cleanly(number):
    with running() as (process, about):
        state = state_of(about)
        process.send_signal(number)
        out, err = process.communicate(timeout=20)

    assert state["portal"]["name"] == "Лавка света / Lamp & Co"
    assert (process.returncode, out, err) == (0, "", "")


def test_it_prints_all_that_a_program_needs_to_sign_in():
    with running("--auto-consent") as (_, about):
        assert set(about) == {
            "portal",
            "workplace",
            "rest",
            "oauth",
            "control",
            "deliveries",
            "client_id",
            "client_secret",
            "redirect_uri",
            "webhook",
            "member_id",
            "folder",
        }
        assert about["rest"] == about["portal"] + "/rest/"
        with pytest.raises(HTTPError) as refused:
            urlopen(about["webhook"] + "imconnector.list.json")
        with refused.value as answer:
            assert answer.code == 403
            assert json.load(answer)["error"] == "WRONG_AUTH_TYPE"


def test_it_stops_when_its_parent_is_gone():
    with running("--with-parent") as (process, about):
        assert state_of(about)["chats"] == []
        process.stdin.close()
        assert process.wait(timeout=20) == 0


def test_a_cut_answer_breaks_the_connection():
    with running() as (process, about):
        body = json.dumps({"kind": "cut"}).encode()
        order = Request(about["control"] + "fault", body, {"Content-Type": "application/json"})
        urlopen(order).close()
        host, port = about["portal"].removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as line:
            line.sendall(b"GET /rest/profile HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            got = b"".join(iter(lambda: line.recv(4096), b""))
        process.terminate()
        _, err = process.communicate(timeout=20)

    head, _, sent = got.partition(b"\r\n\r\n")
    promised = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    assert len(sent) < promised
    assert err == ""


def run_to_end(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *options], capture_output=True, text=True, timeout=20, check=False
    )


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.com", "::"])
def test_an_address_of_other_machines_is_refused(host):
    ended = run_to_end("--host", host)

    assert ended.returncode == 2
    assert "loopback" in ended.stderr
    assert ended.stdout == ""


def test_a_name_that_means_another_address_is_refused(monkeypatch):
    class Elsewhere:
        closed = False

        def getsockname(self):
            return ("192.0.2.7", 1)

        def close(self):
            self.closed = True

    listener = Elsewhere()
    monkeypatch.setattr("app.sandbox.process.serving.listen", lambda host, port: listener)
    arguments = argparse.Namespace(host="localhost", port=0)

    with pytest.raises(ValueError, match="localhost is not this machine's own"):
        _listener(arguments)
    assert listener.closed


def test_a_port_in_use_is_told_in_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run_to_end("--port", str(port))

    assert ended.returncode == 1
    assert f"127.0.0.1:{port}" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "options",
    [["--plan", "golden"], ["--port", "99999"], ["--code-lifetime", "-1"], ["--seed", "nothing"]],
)
def test_wrong_use_ends_with_2(options):
    ended = run_to_end(*options)

    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("port", ["65536", "0000099999", "000000", "-1", "1e3", "\u0661", ""])
def test_a_port_that_is_none_is_wrong_use(port):
    done = subprocess.run([*COMMAND, f"--port={port}"], check=False, capture_output=True, text=True)

    assert done.returncode == 2
    assert "0 to 65535" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way there")
@pytest.mark.parametrize("output", ["| true", ">&-", "> /dev/full"])
def test_a_sandbox_whose_addresses_nobody_can_read_ends_with_a_sentence(output):
    line = f"{shlex.join(COMMAND)} --with-parent {output}; exit ${{PIPESTATUS[0]}}"
    shell = ["bash", "-c", line]

    done = subprocess.run(shell, check=False, stdin=subprocess.PIPE, capture_output=True, text=True)

    assert done.stderr == "The sandbox cannot write its addresses to standard output.\n"
    assert done.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the input here")
def test_without_any_standard_input_the_parent_counts_as_gone():
    line = f"{shlex.join(COMMAND)} --with-parent <&-"

    done = subprocess.run(
        ["bash", "-c", line], check=False, capture_output=True, text=True, timeout=20
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("extra", "same"), [((), False), (("--random-seed", "7"), True)])
def test_two_runs_are_two_portals_unless_they_share_a_seed_number(extra, same):
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    arguments = parser.parse_args(extra)

    first, second = options_of(arguments), options_of(arguments)

    assert (first == second) is same


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--fidelity", ["imconnector.send.messages", "documented", "server source"]),
        ("--list-seeds", ["empty ", "shop ", "busy "]),
        ("--list-presets", ["free ", "on-premise ", "unfinished-install "]),
        ("--help", ["where it serves:", "time, in seconds:", "presets:", "seeds:", "kill -9"]),
    ],
)
def test_what_there_is_can_be_asked_without_serving(option, words):
    ended = run_to_end(option)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert all(word in ended.stdout for word in words), ended.stdout


def test_the_state_of_one_run_is_the_next_ones(tmp_path):
    path = tmp_path / "state"
    with running("--state", str(path), "--preset", "unlimited") as (process, about):
        post(about, "clock", advance=86_400)
        before = state_of(about)["portal"]
        process.terminate()
        assert process.wait(timeout=20) == 0
    with running("--state", str(path)) as (_, about):
        after = state_of(about)["portal"]

    assert {**after, "now": ""} == {**before, "now": ""}
    assert after["now"] >= before["now"]


def test_switches_given_now_win_over_those_of_the_state(tmp_path):
    path = str(tmp_path / "state")
    with running("--state", path, "--random-seed", "7", "--plan", "basic") as (process, _):
        process.terminate()
        process.wait(timeout=20)
    with running("--state", path, "--role", "user", "--redirect-uri", "http://127.0.0.1:9/") as (
        process,
        about,
    ):
        portal = state_of(about)["portal"]
        process.terminate()
        process.wait(timeout=20)
    ended = run_to_end("--state", path, "--random-seed", "8")

    assert (portal["plan"], portal["role"]) == ("basic", "user")
    assert about["redirect_uri"] == "http://127.0.0.1:9/"
    assert ended.returncode == 1
    assert "another --random-seed" in ended.stderr


def test_a_killed_run_leaves_the_file_and_no_lock(tmp_path):
    path = tmp_path / "state"
    with running("--state", str(path)) as (process, about):
        member = state_of(about)["portal"]["member_id"]
        process.terminate()
        process.wait(timeout=20)
    with running("--state", str(path)) as (process, _):
        process.kill()
        process.wait(timeout=20)
    with running("--state", str(path)) as (_, about):
        assert state_of(about)["portal"]["member_id"] == member


def test_two_sandboxes_do_not_share_a_state(tmp_path):
    path = tmp_path / "state"
    with running("--state", str(path)):
        ended = run_to_end("--state", str(path))

    assert ended.returncode == 1
    assert ended.stderr == f"{path} is in use by another sandbox.\n"


def test_a_foreign_file_is_no_state(tmp_path):
    path = tmp_path / "diary"
    path.write_text("Dear diary")
    ended = run_to_end("--state", str(path))

    assert ended.returncode == 1
    assert "This is no state of a sandbox." in ended.stderr
    assert "Traceback" not in ended.stderr
    assert path.read_text() == "Dear diary"


@pytest.mark.parametrize("place", ["nowhere/state", "."])
def test_a_state_that_cannot_be_written_is_told_before_it_serves(tmp_path, place):
    ended = run_to_end("--state", str(tmp_path / place))

    assert ended.returncode == 1
    assert "cannot be used" in ended.stderr
    assert "Traceback" not in ended.stderr


def post(about: dict[str, str], act: str, **fields: object) -> dict:
    body = json.dumps(fields).encode()
    order = Request(about["control"] + act, body, {"Content-Type": "application/json"})
    with urlopen(order) as answer:
        return json.load(answer)


def test_a_copy_that_is_stopped_answers_nobody_from_then_on():
    with running() as (_process, about):
        copy = urlsplit(post(about, "fork")["portal"])
        kept = http.client.HTTPConnection(copy.hostname, copy.port, timeout=20)
        kept.request("GET", "/sandbox/snapshots")
        kept.getresponse().read()
        post(about, "unfork")
        with pytest.raises(OSError, match="refused"):
            socket.create_connection((copy.hostname, copy.port), timeout=20)
        with pytest.raises((ConnectionError, http.client.HTTPException)):
            kept.request("GET", "/sandbox/snapshots")
            kept.getresponse()
        kept.close()


def test_a_copy_may_stop_itself():
    with running() as (_process, about):
        copy = post(about, "fork")

        assert post(copy, "unfork")["closed"] == 1


def test_a_state_does_not_say_where_events_may_be_sent(tmp_path):
    state = ("--state", str(tmp_path / "state"))
    with running(*state, "--allow-host", "shop.example") as (process, _about):
        process.terminate()
        process.wait(timeout=20)
    with running(*state) as (_process, about), urlopen(f"{about['control']}options") as answer:
        options = json.load(answer)

    assert options["allow_hosts"]["value"] == ""


def test_copies_serve_beside_the_portal_until_they_are_told_not_to():
    with running("--auto-consent") as (process, about):
        post(about, "snapshot", name="fresh")
        post(about, "clock", advance=86_400)
        first, second = post(about, "fork"), post(about, "fork", name="fresh")
        times = [state_of(each)["portal"]["now"][:10] for each in (about, first, second)]
        grandchild = post(first, "fork")
        served = post(about, "forks")["forks"]
        one = post(second, "unfork", portal=first["portal"] + "/")
        with pytest.raises(HTTPError) as unknown:
            post(about, "unfork", portal="http://127.0.0.1:1")
        with unknown.value as answer:
            refusal = answer.code
        rest = post(about, "unfork")
        still = state_of(about)["portal"]
        process.terminate()
        out, err = process.communicate(timeout=20)

    assert times[0] == times[1] > times[2]
    assert {first["client_id"], second["client_id"]} == {about["client_id"]}
    assert served == [first["portal"], second["portal"], grandchild["portal"]]
    assert (one["closed"], refusal, rest["closed"]) == (1, 404, 2)
    assert still["name"]
    assert (process.returncode, out, err) == (0, "", "")


def test_a_copy_of_a_renamed_portal_has_its_other_name_at_its_own_port():
    with running() as (_, about):
        port = about["portal"].rpartition(":")[2]
        post(about, "rename", to=f"localhost:{port}")
        copy = post(about, "fork")
        host, copy_port = copy["portal"].removeprefix("http://").split(":")
        line = http.client.HTTPConnection(host, int(copy_port), timeout=20)
        line.request("GET", "/rest/profile")
        with line.getresponse() as answer:
            moved = (answer.status, answer.getheader("location"))
        line.close()

    assert moved == (302, f"http://localhost:{copy_port}/rest/profile")


def test_there_is_room_for_so_many_copies():
    with running() as (_, about):
        copies = [post(about, "fork")["portal"] for _ in range(16)]
        with pytest.raises(HTTPError) as full:
            post(about, "fork")
        with full.value as answer:
            assert answer.code == 409

    assert len(set(copies)) == 16


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--preset", "golden"], "invalid choice"),
        (["--set", "nothing=1"], "NAME=VALUE"),
        (["--set", "plan"], "NAME=VALUE"),
        (["--set", "plan=golden"], "must be one of"),
        (["--set", "line_as_int=maybe"], "another type"),
        (["--fault", "cut:a:b:c:d"], "fault"),
        (["--clock-rate", "-1"], "a number from 0"),
        (["--access-lifetime", "nan"], "seconds"),
    ],
)
def test_a_wrong_switch_is_told_in_a_sentence(options, words):
    ended = run_to_end(*options)

    assert ended.returncode == 2
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_fault_can_be_ordered_before_the_start():
    with running("--fault", "OVERLOAD_LIMIT:profile") as (_, about):
        with pytest.raises(HTTPError) as refused:
            urlopen(about["webhook"] + "profile")
        with refused.value as answer:
            assert json.load(answer)["error"] == "OVERLOAD_LIMIT"
        with urlopen(about["webhook"] + "profile") as answer:
            assert json.load(answer)["result"]["NAME"]
