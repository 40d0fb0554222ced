"""The commands as a person runs them: real processes, a real sandbox, a browser of one line."""

import asyncio
import json
import os
import re
import shlex
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields
from pathlib import Path

import httpx
import pytest

from app.sandbox_process import SandboxDetails, free_redirect_uri, sandbox_process
from tests.e2e.conftest import sandbox_process as sandbox_of_tests

PASSPHRASE = "correct horse battery"
BROWSER = f"{shlex.quote(sys.executable)} -c " + shlex.quote(
    "import sys,httpx; httpx.get(sys.argv[1],follow_redirects=True,trust_env=False)"
)


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """Runs the program in one data folder."""

    folder: Path
    sandbox: SandboxDetails

    async def run(self, *words: str, given: str = "", **environment: str) -> Done:
        known = {
            "OPENLINE_CONSOLE_PASSPHRASE": PASSPHRASE,
            "OPENLINE_CONSOLE_SECRET": self.sandbox.client_secret,
            "BROWSER": f"{BROWSER} %s",
        }
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "app", *words, "--data-dir", str(self.folder)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, **known, **environment},
        )
        async with asyncio.timeout(60):
            out, err = await process.communicate(given.encode())
        return Done(process.returncode or 0, out.decode(), err.decode())

    async def login(self, *more: str, **environment: str) -> Done:
        about = self.sandbox
        words = ("login", about.portal, "--client-id", about.client_id)
        return await self.run(*words, "--redirect", about.redirect_uri, *more, **environment)


@asynccontextmanager
async def open_shell(folder: Path) -> AsyncIterator[Shell]:
    async with sandbox_process(auto_operator=False) as details:
        yield Shell(folder, details)


@pytest.fixture
async def shell(tmp_path):
    async with open_shell(tmp_path / "data") as opened:
        yield opened


async def test_from_the_first_sign_in_to_forgetting(shell):
    signed_in = await shell.login()
    assert (signed_in.code, signed_in.err.count("Traceback")) == (0, 0), signed_in.err
    assert "as Olga Demina" in signed_in.out
    assert "keys: file" in signed_in.out

    listed = json.loads((await shell.run("profiles", "--json")).out)
    assert [(row["kind"], row["keys"], row["read_only"]) for row in listed] == [
        ("sandbox", "file", False)
    ]
    member = listed[0]["member_id"]

    called = await shell.run("call", "profile", "--profile", member)
    assert json.loads(called.out)["NAME"] == "Olga"

    kept = await shell.run("forget", member)
    assert (kept.code, "Nothing was forgotten" in kept.err) == (2, True)
    assert json.loads((await shell.run("profiles", "--json")).out) == listed

    forgotten = await shell.run("forget", member, given="y\n")
    assert forgotten.code == 0, forgotten.err
    assert "tokens" in forgotten.out
    assert (await shell.run("profiles")).out == ""
    assert (await shell.run("call", "profile", "--profile", member)).code == 2


async def test_no_secret_is_printed_or_lies_in_the_folder_in_the_clear(shell):
    done = await shell.login("--debug")
    secret = shell.sandbox.client_secret

    assert secret not in done.out + done.err
    kept = [path for path in shell.folder.rglob("*") if path.is_file()]
    assert [path.name for path in kept if secret.encode() in path.read_bytes()] == []


async def test_the_browser_does_not_inherit_what_was_given_in_the_environment(shell, tmp_path):
    seen, browser = tmp_path / "environment", tmp_path / "browser.py"
    browser.write_text(
        "import os, sys, httpx\n"
        f"open({str(seen)!r}, 'w').write(repr(dict(os.environ)))\n"
        "httpx.get(sys.argv[1], follow_redirects=True, trust_env=False)\n"
    )
    done = await shell.login(BROWSER=f"{shlex.quote(sys.executable)} {browser} %s")

    assert done.code == 0, done.err
    assert "'BROWSER'" in seen.read_text()
    assert shell.sandbox.client_secret not in seen.read_text()
    assert PASSPHRASE not in seen.read_text()


async def test_a_wrong_passphrase_is_told_and_calls_nothing(shell):
    await shell.login()

    done = await shell.run("call", "profile", OPENLINE_CONSOLE_PASSPHRASE="something else")

    assert done.code == 3
    assert "This is not the passphrase" in done.err


async def test_keys_that_nobody_can_open_are_told_to_programs_too(shell):
    await shell.login()

    call = await shell.run("call", "profile", OPENLINE_CONSOLE_PASSPHRASE="")
    doctor = await shell.run("doctor", "--json", OPENLINE_CONSOLE_PASSPHRASE="")

    assert (call.code, doctor.code) == (3, 3)
    assert "set OPENLINE_CONSOLE_PASSPHRASE" in call.err
    told = json.loads(doctor.out)
    assert (told["healthy"], told["error"]["code"]) == (False, "VAULT_LOCKED")


@pytest.mark.parametrize("words", [["call", "profile"], ["profiles"]])
async def test_who_has_read_enough_of_a_result_gets_no_error(shell, words):
    await shell.login()
    reading, writing = os.pipe()
    os.close(reading)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app", *words, "--data-dir", str(shell.folder)),
        stdout=writing,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "OPENLINE_CONSOLE_PASSPHRASE": PASSPHRASE},
    )
    os.close(writing)
    async with asyncio.timeout(60):
        _, err = await process.communicate()

    assert (process.returncode, err) == (0, b"")


async def test_without_a_passphrase_nothing_is_kept_silently(shell):
    done = await shell.login(OPENLINE_CONSOLE_PASSPHRASE="")

    assert done.code == 2
    assert "OPENLINE_CONSOLE_PASSPHRASE" in done.err


async def test_the_address_can_be_pasted_from_another_machine(shell):
    about = shell.sandbox
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app", "login", about.portal, "--client-id", about.client_id),
        *("--paste", "--redirect", "https://app.example/code", "--data-dir", str(shell.folder)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "OPENLINE_CONSOLE_PASSPHRASE": PASSPHRASE,
             "OPENLINE_CONSOLE_SECRET": about.client_secret},
    )  # fmt: skip
    assert process.stdin and process.stderr
    seen = ""
    async with asyncio.timeout(30):
        while "oauth/authorize" not in seen:
            seen = (await process.stderr.readline()).decode()
        url = re.search(r"http\S+", seen)[0]
        async with httpx.AsyncClient(trust_env=False) as browser:
            ended_on = (await browser.get(url)).headers["location"]
        process.stdin.write(f"nonsense\n{ended_on}\n".encode())
        out, err = await process.communicate()

    assert process.returncode == 0, err.decode()
    assert b"This is not an address" in err
    assert b"Signed in to" in out


@pytest.mark.parametrize("where", ["beside", "environment"])
async def test_tokens_from_standard_input_sign_in_without_a_browser(shell, where):
    about = shell.sandbox
    async with httpx.AsyncClient(trust_env=False) as browser:
        ask = {"client_id": about.client_id, "state": "x"}
        page = await browser.get(f"{about.portal}/oauth/authorize/", params=ask)
        code = httpx.URL(page.headers["location"]).params["code"]
        keys = {"client_id": about.client_id, "client_secret": about.client_secret}
        grant = {"grant_type": "authorization_code", "code": code}
        tokens = (await browser.get(f"{about.oauth}/oauth/token/", params=keys | grant)).json()

    if where == "environment":
        keys.pop("client_secret")
    done = await shell.run("login", "--from", "-", given=json.dumps(tokens | keys), BROWSER="false")

    assert done.code == 0, done.err
    assert "Recognised: a pair of tokens" in done.err
    assert "Without the client secret" not in done.err
    assert tokens["refresh_token"] not in done.out + done.err


async def test_a_read_only_portal_lets_no_write_through(shell):
    await shell.login("--read-only")

    read = await shell.run("call", "profile")
    write = await shell.run("call", "imconnector.activate", "--params", '{"CONNECTOR": "x"}')

    assert read.code == 0, read.err
    assert write.code == 1
    assert "READ_ONLY" in write.err


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        ([], {"OPENLINE_CONSOLE_SECRET": "wrong"}),
        (["--ca-file", "/no/such/file"], {}),
        (["--proxy", "nonsense"], {}),
    ],
    ids=["secret", "authorities", "proxy"],
)
async def test_a_sign_in_that_fails_has_the_exit_code_of_one(shell, words, environment):
    done = await shell.login(*words, **environment)

    assert (done.code, done.out) == (3, ""), done.err


async def test_a_file_is_not_applied_to_a_locked_portal(shell, tmp_path):
    await shell.login("--read-only")
    wanted = tmp_path / "wanted.yaml"
    wanted.write_text("version: 1\nlines:\n  - id: 900\n    name: A new line\n")

    done = await shell.run("config", "apply", str(wanted), "--yes")

    assert (done.code, "login --read-write" in done.err) == (1, True), done.err
    assert "refused" not in done.out


async def test_signing_in_again_opens_no_lock_unless_that_is_asked_for(shell):
    await shell.login("--read-only")

    again = await shell.login()
    write = await shell.run("call", "imconnector.activate", "--params", '{"CONNECTOR": "x"}')
    opened = await shell.login("--read-write")

    assert "access: read-only" in again.out
    assert "stays read-only" in again.err
    assert "READ_ONLY" in write.err
    assert "access: read and write" in opened.out


async def test_an_authority_of_ones_own_holds_for_every_request(tmp_path):
    authority = tmp_path / "ca.pem"
    redirect = free_redirect_uri()
    flags = ("--tls", "--ca-file", str(authority), "--redirect-uri", redirect)
    trusting = BROWSER.replace("trust_env=False", "trust_env=False,verify=False")
    async with sandbox_of_tests(*flags) as about:
        known = {field.name: about.get(field.name, "") for field in fields(SandboxDetails)}
        shell = Shell(tmp_path / "data", SandboxDetails(**known))
        unknown = await shell.login()
        signed_in = await shell.login("--ca-file", str(authority), BROWSER=f"{trusting} %s")
        called = await shell.run("call", "profile")
        again = await shell.login(BROWSER=f"{trusting} %s")
        direct = await shell.login("--direct")

    assert (again.code, direct.code) == (0, 3), again.err
    assert about["portal"].startswith("https://")
    assert (unknown.code, signed_in.code, called.code) == (3, 0, 0), signed_in.err
    assert "UNREACHABLE_TLS" in unknown.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["login"], "Say which portal"),
        (["login", "127.0.0.1:9"], "--client-id"),
        (["call", "x", "--params", "[1]"], "must be a JSON object"),
        (["call", "x", "--profile", "nobody"], "There is no portal of this name"),
        (["call", "app.info\udcff"], "is no name of a method"),
        (["forget", "nobody"], "There is no portal of this name"),
        (["login", "--from", "/no/such/file"], "cannot be read: No such file"),
    ],
    ids=" ".join,
)
async def test_wrong_use_is_told_in_a_sentence(tmp_path, words, says):
    nowhere = SandboxDetails("", "", "", "", "", "", "", "")

    done = await Shell(tmp_path, nowhere).run(*words)

    assert done.code == 2
    assert says in done.err
    assert "Traceback" not in done.err


async def test_an_unreachable_portal_has_an_exit_code_of_its_own(tmp_path):
    nowhere = SandboxDetails("", "", "", "", "", "", "", "")

    done = await Shell(tmp_path, nowhere).run("login", "127.0.0.1:9", "--client-id", "local.1")

    assert done.code == 3
    assert "Nothing answers at this address" in done.err
