"""Calls and events that the sandbox serves in a second on one core, as ratios to a bare endpoint.

Run by hand: `.venv/bin/python tests/benchmarks/sandbox.py`. The floor is a Starlette endpoint on
the same server which reads the request and answers the same bytes. Each server has one core to
itself, the caller the others (Linux; with a single core the rates are too low, the ratios hold).
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

CALLS, CONNECTIONS, EVENTS_PAGE = 3000, 8, 50
CONNECTOR, LINE = "bench_shop", 42
BARE = """
import json, sys, uvicorn
from pathlib import Path
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
answers = json.loads(Path(sys.argv[1]).read_text())
async def answer(request):
    await request.body()
    return Response(answers[request.url.path], media_type="application/json")
app = Starlette(routes=[Route("/{path:path}", answer, methods=["POST"])])
config = uvicorn.Config(app, port=int(sys.argv[2]), log_level="critical", lifespan="off")
uvicorn.Server(config).run()
"""


@dataclass
class Case:
    """One kind of call; `events` is how many queued events one answer carries."""

    method: str
    bodies: Iterator[dict[str, Any]]
    calls: int = CALLS
    events: int = 0


def cpu_seconds(pid: int) -> float:
    """User and system time of one process (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def message(number: int) -> dict[str, Any]:
    """A customer's message; forty customers write in turn."""
    person = f"u-{number % 40}"
    return {
        "CONNECTOR": CONNECTOR,
        "LINE": LINE,
        "MESSAGES": [
            {
                "user": {"id": person, "name": "Ivo"},
                "message": {"id": f"m-{number}", "text": f"Message number {number}"},
                "chat": {"id": f"c-{number % 40}"},
            }
        ],
    }


async def fire(port: int, path: str, bodies: list[bytes]) -> tuple[float, bytes]:
    """Send every body over a few kept connections; seconds, and the last answer."""
    waiting, last = iter(bodies), b""

    async def connection() -> None:
        nonlocal last
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for body in waiting:
            head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            answer = (await reader.readuntil(b"\r\n\r\n")).lower()
            length = int(answer.partition(b"content-length: ")[2].partition(b"\r\n")[0])
            last = await reader.readexactly(length)
        writer.close()

    begun = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(CONNECTIONS):
            group.create_task(connection())
    return time.perf_counter() - begun, last


@contextmanager
def on_one_core(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    """A process that has the first core."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    os.sched_setaffinity(process.pid, {0})
    try:
        yield process
    finally:
        process.terminate()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def sign_in(about: dict[str, str]) -> str:
    """An access token, by way of the consent page that redirects at once."""
    keys = {"client_id": about["client_id"], "client_secret": about["client_secret"]}
    page = httpx.get(f"{about['oauth']}/oauth/authorize/", params=keys)
    code = httpx.URL(page.headers["location"]).params["code"]
    asked = {"grant_type": "authorization_code", "code": code, **keys}
    return httpx.get(f"{about['oauth']}/oauth/token/", params=asked).json()["access_token"]


def prepare(about: dict[str, str], token: str) -> None:
    """A connector on a line, and five thousand events in the queue of the application."""

    http = httpx.Client()

    def call(method: str, **params: Any) -> Any:
        return http.post(about["rest"] + method, json={**params, "auth": token}).json()["result"]

    call(
        "imconnector.register",
        ID=CONNECTOR,
        NAME="Bench",
        PLACEMENT_HANDLER="https://x.example/",
        ICON={"DATA_IMAGE": "data:,"},
    )
    call("imconnector.activate", CONNECTOR=CONNECTOR, LINE=LINE, ACTIVE=1)
    call("event.bind", event="OnImConnectorMessageAdd", event_type="offline")
    sent = call("imconnector.send.messages", **message(0))["DATA"]["RESULT"][0]
    for _ in range(5000):
        order = {"chat_id": int(sent["session"]["CHAT_ID"]), "text": "An operator's answer"}
        http.post(about["control"] + "reply", json=order).raise_for_status()
    http.close()


def cases(token: str) -> list[Case]:
    """What is measured; the body of a call is made before the clock runs."""
    status = {"CONNECTOR": CONNECTOR, "LINE": LINE, "auth": token}
    reading = {"limit": EVENTS_PAGE, "order": {"ID": "ASC"}, "auth": token}
    return [
        Case("server.time", ({"auth": token} for _ in count())),
        Case("imconnector.status", (status for _ in count())),
        Case("imconnector.send.messages", ({**message(n), "auth": token} for n in count(1))),
        Case("event.offline.get", (reading for _ in count()), calls=80, events=EVENTS_PAGE),
    ]


def main() -> None:
    """Measure and print."""
    os.sched_setaffinity(0, os.sched_getaffinity(0) - {0} or {0})
    sandbox = [sys.executable, "-m", "app.sandbox", "--json", "--auto-consent", "--no-rate-limit"]
    measured: list[tuple[Case, float, float]] = []
    answers: dict[str, str] = {}
    with on_one_core(sandbox) as process:
        about = json.loads(process.stdout.readline())
        token = sign_in(about)
        prepare(about, token)
        port = urlsplit(about["portal"]).port
        for case in cases(token):
            path = f"/rest/{case.method}"
            seconds, cpu, answers[path] = measure(process.pid, port, path, case)
            measured.append((case, seconds, cpu))
    for line in compare(measured, answers):
        print(line)


def measure(pid: int, port: int, path: str, case: Case) -> tuple[float, float, str]:
    """Seconds and CPU seconds of the server for one case, and the last answer."""
    bodies = [json.dumps(next(case.bodies)).encode() for _ in range(case.calls)]
    before = cpu_seconds(pid)
    seconds, last = asyncio.run(fire(port, path, bodies))
    if b'"error"' in last:
        raise SystemExit(f"{case.method}: {last[:300]!r}")
    return seconds, cpu_seconds(pid) - before, last.decode()


def compare(measured: list[tuple[Case, float, float]], answers: dict[str, str]) -> Iterator[str]:
    """The same answers from the bare endpoint, and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answers.json"
        file.write_text(json.dumps(answers))
        with (
            httpx.Client() as probe,
            on_one_core([sys.executable, "-c", BARE, str(file), "8461"]) as bare,
        ):
            while not answers_at(probe, "http://127.0.0.1:8461/rest/server.time"):
                time.sleep(0.05)
            for case, seconds, cpu in measured:
                floor_case = Case(case.method, ({"auth": "x" * 70} for _ in count()), case.calls)
                floor, floor_cpu, _ = measure(bare.pid, 8461, f"/rest/{case.method}", floor_case)
                rate = case.calls / seconds
                events = f" ({rate * case.events:,.0f} events/s)" if case.events else ""
                yield (
                    f"{case.method:28} {rate:7,.0f} calls/s{events}, "
                    f"bare {case.calls / floor:7,.0f}: time {seconds / floor:.2f}, "
                    f"CPU {cpu / floor_cpu:.2f} times the floor"
                )


def answers_at(probe: httpx.Client, url: str) -> bool:
    """Whether the bare server is up."""
    try:
        return probe.post(url).status_code == 200
    except httpx.ConnectError:
        return False


if __name__ == "__main__":
    main()
