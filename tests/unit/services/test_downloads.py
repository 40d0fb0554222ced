"""Files of messages: loaded on request, with caps, under harmless names, marked as foreign."""

import asyncio
import os
import sys
import unicodedata

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bitrix.connection import open_http
from app.domain.dialog import Attachment
from app.domain.file_names import doubts, safe_name
from app.services.downloads import Downloads, DownloadState
from app.services.failures import NotPossible
from tests.helpers.attachments import HOST, MOST, NAMES, SERVED, serve, stream


@pytest.fixture
async def downloads(tmp_path):
    async with open_http(transport=httpx.MockTransport(serve)) as http:
        made = Downloads(http, tmp_path / "files", MOST)
        yield made
        await made.close()


def named(path, told=None):
    return Attachment(path, HOST + path, "file", told)


@pytest.mark.parametrize("served", SERVED, ids=lambda each: each.path)
async def test_a_file_comes_whole_or_not_at_all(downloads, served, tmp_path):
    loaded = await downloads.load(named(served.path, served.told))
    left = [each for each in (tmp_path / "files").rglob("*") if each.is_file()]

    assert (loaded.problem.code if loaded.problem else "") == served.code
    assert len(left) == (not served.code)
    assert all(each.stat().st_size <= MOST for each in left)
    assert not any(served.path in str(each) for each in left)


@pytest.mark.parametrize(("name", "kind", "safe", "odd"), NAMES)
def test_a_file_is_saved_under_a_harmless_name_and_what_is_odd_is_told(name, kind, safe, odd):
    assert safe_name(name) == safe
    assert doubts(name, kind) == odd


@given(st.text(max_size=400))
def test_no_name_leads_out_of_a_folder_or_is_too_long(name):
    safe = safe_name(name)

    assert safe
    assert not set(safe) & set('<>:"|?*/\\')
    assert not any(unicodedata.category(each) == "Cc" for each in safe)
    assert len(safe.encode()) <= 160
    assert not safe.startswith(".")
    assert safe_name(safe) == safe


async def test_a_file_is_asked_for_once_and_with_nothing_of_ours(tmp_path):
    asked = []

    def answer(request):
        asked.append(request)
        return httpx.Response(200, content=stream(b"x"), headers={"Set-Cookie": "who=you"})

    async with open_http(transport=httpx.MockTransport(answer)) as http:
        downloads = Downloads(http, tmp_path / "files")
        await asyncio.gather(downloads.load(named("a")), downloads.load(named("a")))
        await downloads.load(named("b"))

    assert [str(each.url) for each in asked] == [HOST + "a", HOST + "b"]
    for each in asked:
        assert not {"authorization", "cookie", "referer"} & set(each.headers)


async def test_a_load_that_is_given_up_leaves_nothing(tmp_path):
    url = HOST + "endless.bin"
    async with open_http(transport=httpx.MockTransport(serve)) as http:
        downloads = Downloads(http, tmp_path / "files")
        begun = asyncio.Event()
        downloads.changed.connect(lambda now: now.size > 0 and begun.set())
        async with asyncio.TaskGroup() as group:
            loading = group.create_task(downloads.load(Attachment("endless", url)))
            await begun.wait()
            loading.cancel()

    assert downloads.of(url) is None
    assert not [each for each in tmp_path.rglob("*") if each.is_file()]


async def test_a_saved_file_cannot_run_and_says_where_it_came_from(downloads, tmp_path):
    file, target = named("whole.pdf"), tmp_path / "saved.sh"
    target.touch(0o755)
    await downloads.load(file)
    await downloads.save(file, target)

    assert target.read_bytes() == b"x" * 1000
    assert not os.access(target, os.X_OK)
    if sys.platform == "linux" and "user.xdg.origin.url" in os.listxattr(target):
        assert os.getxattr(target, "user.xdg.origin.url") == b"https://files.example/"


async def test_what_was_not_loaded_cannot_be_saved(downloads, tmp_path):
    with pytest.raises(NotPossible) as failed:
        await downloads.save(named("whole.pdf"), tmp_path / "x")

    assert failed.value.problem.code == "LOAD_GONE"


async def test_nothing_loaded_outlives_the_desk(downloads, tmp_path):
    loaded = await downloads.load(named("whole.pdf"))
    await downloads.close()

    assert loaded.state is DownloadState.LOADED
    assert not [each for each in tmp_path.rglob("*") if each.is_file()]
